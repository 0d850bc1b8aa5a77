"""One report published at several places: one report, several sources, and undone."""

import datetime as dt
import re
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from sqlalchemy import select

from ecoledger.ledger import match, schema
from ecoledger.ledger.commitment import count_commitments, list_commitments
from ecoledger.ledger.correction import Correction
from ecoledger.ledger.filed import find_filed
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.group import part_source
from ecoledger.ledger.match import find_copied
from ecoledger.ledger.meeting import list_meetings
from ecoledger.ledger.overview import count_overview
from ecoledger.ledger.reading import pack_report, unpack_report
from ecoledger.ledger.region import measure_regions
from ecoledger.ledger.report import get_reading, get_report, list_reports
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import correct_report, delete_report, save_report
from ecoledger.model import Damage
from tests.gold_reports import gold_report, gold_reports
from tests.ledger.copies import copy_of, slips

SEED = gold_report("001")
CLAUSES = [clause for report in gold_reports() for clause in re.split("[，。；\n]", report.text) if clause]


SPUN = copy_of(SEED, "spun", slips(SEED.text, 0.05), reliable=False)
PLAIN = copy_of(SEED, "plain", damage=(Damage("lost_bytes", 3, 2, ""),), source=None)
BEST = copy_of(SEED, "best", damage=(), url="https://example.org/1.html")


def groups(ledger):
    """The ids of the sources of each report."""
    return {frozenset(s.id for s in get_report(ledger, row.id).sources) for row in list_reports(ledger)}


def test_a_copy_is_a_further_source_and_counts_no_further(ledger):
    save_report(ledger, SEED)
    before = count_overview(ledger, Filter())
    assert find_copied(ledger, PLAIN).report_id == SEED.id
    assert find_copied(ledger, PLAIN).likeness == 1
    assert save_report(ledger, PLAIN) == "copy"
    assert save_report(ledger, SPUN) == "copy"
    after = count_overview(ledger, Filter())
    assert replace(after, unreliable=before.unreliable) == before
    assert len(list_meetings(ledger, Filter())) == 1
    assert measure_regions(ledger, Filter())["340000"].reports == 1
    stored = get_report(ledger, SEED.id)
    assert stored.report == SEED
    assert [source.id for source in stored.sources] == [SEED.id, "plain", "spun"]
    assert [source.is_text for source in stored.sources] == [True, False, False]
    plain, spun = stored.sources[1:]
    assert plain.likeness == 1
    assert 0.9 < spun.likeness < 1
    assert plain.damage == PLAIN.damage
    assert not spun.reliable
    assert get_report(ledger, "plain") == stored
    assert get_reading(ledger, "plain") == PLAIN
    assert get_reading(ledger, SEED.id) == SEED
    assert get_reading(ledger, "nobody") is None
    assert find_copied(ledger, PLAIN) is None


def test_a_commitment_names_all_who_published_it(ledger):
    save_report(ledger, replace(SEED, source="池州日报"))
    for name, source in (("a", "安徽日报"), ("b", None), ("c", "池州日报")):
        save_report(ledger, copy_of(SEED, name, text=SEED.text[:-20], source=source))
    row = list_commitments(ledger, Filter()).rows[0]
    assert (row.source, row.sources) == ("池州日报", ("池州日报", "安徽日报"))


def test_the_same_copy_again_changes_nothing(ledger):
    save_report(ledger, SEED)
    save_report(ledger, PLAIN)
    before = get_report(ledger, SEED.id)
    assert find_filed(ledger, "plain").report_id == SEED.id
    assert save_report(ledger, PLAIN) == "unchanged"
    assert get_report(ledger, SEED.id) == before
    assert save_report(ledger, replace(PLAIN, title="新题")) == "changed"
    assert get_reading(ledger, "plain").title == "新题"
    assert get_report(ledger, SEED.id).report == SEED


def test_a_better_copy_becomes_the_text_and_commitments_keep_their_rows(ledger):
    save_report(ledger, SPUN, Correction(date=dt.date(2024, 2, 1)))
    before = rows(ledger)
    assert save_report(ledger, BEST) == "copy"
    stored = get_report(ledger, "spun")
    assert stored.report.id == "spun"
    assert (stored.report.text, stored.report.file, stored.report.url) == (BEST.text, "best.txt", BEST.url)
    assert stored.date == dt.date(2024, 2, 1)
    after = rows(ledger)
    kept = {text for _, text in before} & {text for _, text in after}
    assert 0 < len(kept) < len(after) == len(BEST.commitments)
    assert {row for row in before if row[1] in kept} <= after
    assert count_commitments(ledger, Filter(since=dt.date(2024, 2, 1))) == len(BEST.commitments)
    assert get_reading(ledger, "spun") == SPUN
    assert get_reading(ledger, "best") == BEST


def rows(ledger):
    table = schema.commitment
    with ledger.read() as connection:
        return {(row.number, row.text) for row in connection.execute(select(table.c.number, table.c.text))}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"damage": (Damage("spam", 9, 0, ""),)}, {"reliable": False}),
        ({"source": None}, {"damage": (Damage("spam", 1, 0, ""),)}),
        ({"source": None}, {"text": SEED.text[:-30]}),
        ({"damage": (Damage("lost_bytes", 9, 3, ""),)}, {"text": SEED.text[:600], "damage": ()}),
        ({"text": SEED.text[:600]}, {"reliable": False}),
        ({"source": None, "damage": ()}, {"damage": (Damage("pinyin", 9, 9, ""),)}),
        ({"published": None}, {"source": None}),
        ({"published": dt.date(2023, 9, 18)}, {"published": dt.date(2023, 9, 20)}),
        ({"published": dt.date(2023, 9, 18)}, {"published": None}),
    ],
    ids=["reliable", "damage", "length", "whole", "cut", "repair", "source", "earlier", "dated"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_best_copy_is_the_text(ledger, better, worse, turned):
    pair = [copy_of(SEED, "one", **better), copy_of(SEED, "two", **worse)]
    for report in pair[::-1] if turned else pair:
        save_report(ledger, report)
    assert get_report(ledger, "one").sources[0].id == "one"


FAMILY = [SEED, SPUN, PLAIN, BEST, gold_report("003"), copy_of(gold_report("003"), "other")]


@pytest.mark.parametrize("order", list(permutations(range(6)))[::48])
def test_the_order_of_import_does_not_matter(ledger, order):
    for at in order:
        save_report(ledger, FAMILY[at])
    assert groups(ledger) == {
        frozenset({SEED.id, "spun", "plain", "best"}),
        frozenset({gold_report("003").id, "other"}),
    }
    texts = {get_report(ledger, row.id).sources[0].id for row in list_reports(ledger)}
    assert texts == {"best", min(gold_report("003").id, "other")}


FAR = [copy_of(SEED, f"far {side}", slips(SEED.text, 0.13, side)) for side in (1, 2)]


@pytest.mark.parametrize("order", list(permutations((*FAR, BEST))))
def test_a_copy_between_two_that_are_too_unlike_joins_them(ledger, order):
    for report in order:
        save_report(ledger, report)
    assert groups(ledger) == {frozenset({"far 1", "far 2", "best"})}
    assert list_reports(ledger)[0].id in {report.id for report in order[:2]}


def test_what_a_person_set_outlasts_the_joining(ledger):
    for report in FAR:
        assert save_report(ledger, report) == "new"
    correct_report(ledger, "far 2", Correction(date=dt.date(2024, 2, 1)))
    save_report(ledger, BEST)
    stored = get_report(ledger, "best")
    assert stored.report.id == "far 2"
    assert stored.date == dt.date(2024, 2, 1)


@pytest.mark.parametrize("parted", ["plain", "best", SEED.id])
def test_a_copy_is_parted_for_good(ledger, parted):
    reports = [SEED, PLAIN, BEST]
    for report in reports:
        save_report(ledger, report)
    new = part_source(ledger, parted)
    rest = {SEED.id, "plain", "best"} - {parted}
    assert groups(ledger) == {frozenset({parted}), frozenset(rest)}
    assert get_report(ledger, SEED.id).report.id == SEED.id
    assert new in {row.id for row in list_reports(ledger)} - {SEED.id}
    alone = get_report(ledger, parted).report
    assert alone.text == SEED.text
    assert count_overview(ledger, Filter()).commitments == 2 * len(SEED.commitments)
    assert not any(
        item.id in {c.id for c in get_report(ledger, new).report.commitments} for item in SEED.commitments
    )
    for report in reports:
        assert save_report(ledger, replace(report, title="又一题")) == "changed"
    assert groups(ledger) == {frozenset({parted}), frozenset(rest)}
    save_report(ledger, copy_of(SEED, "late"))
    assert {group - {"late"} for group in groups(ledger)} == {frozenset({parted}), frozenset(rest)}


def test_there_may_be_nothing_to_part(ledger):
    save_report(ledger, SEED)
    assert part_source(ledger, SEED.id) is None
    assert part_source(ledger, "nobody") is None


def test_a_person_may_keep_a_copy_apart_from_the_first(ledger):
    save_report(ledger, SEED)
    assert save_report(ledger, BEST, apart=True) == "new"
    assert save_report(ledger, replace(BEST, title="新题")) == "changed"
    assert groups(ledger) == {frozenset({SEED.id}), frozenset({"best"})}


def test_a_deleted_report_takes_its_sources_along(ledger):
    save_report(ledger, SEED)
    save_report(ledger, PLAIN)
    save_report(ledger, BEST, apart=True)
    assert delete_report(ledger, SEED.id)
    assert get_report(ledger, "plain") is None
    assert save_report(ledger, PLAIN) == "copy"
    assert groups(ledger) == {frozenset({"best", "plain"})}


@pytest.mark.parametrize("report", [*gold_reports(), SPUN], ids=lambda r: r.file)
def test_a_reading_is_unpacked_as_it_was_packed(report):
    assert unpack_report(pack_report(report)) == report


def synthetic(number):
    """Make a report of clauses that many reports share, in an order of its own."""
    random = Random(number)  # noqa: S311 - the same reports each time is the aim
    text = "，".join(random.sample(CLAUSES, 60))
    return replace(SEED, id=f"{number:016x}", text=text, commitments=(), people=(), damage=(), offsets=())


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('many')}/ledger.sqlite")
    assert {save_report(opened, synthetic(number)) for number in range(200)} == {"new"}
    yield opened
    opened.close()


def test_a_look_up_compares_few_reports_though_all_share_their_clauses(many, monkeypatch):
    compared = []
    monkeypatch.setattr(match, "measure_likeness", lambda *pair: compared.append(pair))
    for number in range(1000, 1020):
        assert find_copied(many, synthetic(number)) is None
    assert len(compared) <= 20 * match.COMPARED


def test_a_look_up_goes_by_the_index(many):
    assert find_copied(many, copy_of(synthetic(50), "x")).report_id == f"{50:016x}"
    with many.read() as connection:
        query = select(schema.shingle.c.source).where(schema.shingle.c.hash.in_([1, 2, 3]))
        said = str(query.compile(connection.engine, compile_kwargs={"literal_binds": True}))
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")]
    assert not any(step.startswith("SCAN") for step in steps), steps
