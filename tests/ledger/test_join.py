"""Two reports made one, by themselves or by hand: what people tied to either stays, and nothing dangles."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from ecoledger.duplicate.pairing import pair_like
from ecoledger.ledger import schema
from ecoledger.ledger.commitment import count_commitments, get_commitment
from ecoledger.ledger.correction import Correction
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.group import join_by_hand, part_source
from ecoledger.ledger.match import list_parted
from ecoledger.ledger.report import get_reading, get_report, list_reports
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import correct_report, delete_report, save_report
from ecoledger.model import Damage
from tests.gold_reports import gold_report
from tests.ledger.copies import copy_of, slipped_copy

SEED = gold_report("001")
SLIPPED = slipped_copy(SEED, "slipped", reliable=False)
CUT = copy_of(SEED, "cut", SEED.text[:600])
BEST = copy_of(SEED, "best", damage=())


def groups(ledger):
    return {frozenset(s.id for s in get_report(ledger, row.id).sources) for row in list_reports(ledger)}


def test_like_words_are_paired_the_likest_first():
    ours = ["推进生态文明建设", "加强宣传引导", "加强宣传引导", "打好蓝天保卫战"]
    theirs = ["加强宣传引导", "推进生态文明建某", "推进生态文明建设某", "加强舆论引导", "加强宣传引导"]
    assert pair_like(ours, theirs) == {0: 2, 1: 0, 2: 4}


def test_commitments_keep_their_ids_when_a_better_copy_becomes_the_text(ledger):
    save_report(ledger, SLIPPED)
    before = {c.id: c.text for c in get_report(ledger, "slipped").report.commitments}
    save_report(ledger, BEST)
    after = {c.id: c.text for c in get_report(ledger, "slipped").report.commitments}
    assert list(after.values()) == [c.text for c in SEED.commitments]
    assert list(before.values()) != list(after.values())
    assert list(after) == list(before)
    assert save_report(ledger, replace(BEST, title="新题")) == "changed"
    assert [c.id for c in get_report(ledger, "slipped").report.commitments] == list(before)
    assert get_reading(ledger, "slipped") == SLIPPED
    assert get_reading(ledger, "best").commitments == BEST.commitments


def test_the_ids_of_either_report_lead_to_the_commitments_of_the_one(ledger):
    save_report(ledger, CUT)
    save_report(ledger, SLIPPED, apart=True)
    old = [get_report(ledger, name).report for name in ("cut", "slipped")]
    assert join_by_hand(ledger, "slipped", "cut") == "cut"
    assert groups(ledger) == {frozenset({"cut", "slipped"})}
    one = get_report(ledger, "cut").report
    known = {c.id: c.text for c in old[0].commitments}
    assert {c.id: c.text for c in one.commitments} == known
    for item in old[1].commitments:
        row = get_commitment(ledger, item.id)  # None where the text that may be relied upon is cut
        assert row.id in known if item.end < 600 else row is None
    save_report(ledger, BEST)
    assert [c.text for c in get_report(ledger, "cut").report.commitments] == [
        c.text for c in SEED.commitments
    ]
    for report in old:
        for item in report.commitments:
            here = SEED.text[item.start : item.end]
            assert get_commitment(ledger, item.id).text == here
    assert part_source(ledger, "slipped") == "slipped"
    for item in SLIPPED.commitments:
        assert get_commitment(ledger, item.id).report_id == "slipped"


def test_what_a_person_set_for_either_holds_for_the_one(ledger):
    place = gold_report("002").region
    save_report(ledger, SEED, Correction(date=dt.date(2024, 2, 1)))
    save_report(ledger, BEST, Correction(place, dt.date(2024, 3, 1)), apart=True)
    assert join_by_hand(ledger, "best", SEED.id) == SEED.id
    stored = get_report(ledger, SEED.id)
    assert stored.correction == Correction(place, dt.date(2024, 2, 1))
    assert count_commitments(ledger, Filter(prefectures=(place.adcode,))) == len(SEED.commitments)


def test_what_was_parted_is_told_and_may_be_joined_again_by_hand(ledger):
    for report in (SEED, BEST, CUT):
        save_report(ledger, report)
    assert list_parted(ledger, SEED.id) == ()
    assert part_source(ledger, "best") == "best"
    assert [one.id for one in list_parted(ledger, SEED.id)] == ["best"]
    assert [one.id for one in list_parted(ledger, "best")] == [SEED.id]
    assert save_report(ledger, replace(BEST, title="又一题")) == "changed"
    assert len(groups(ledger)) == 2
    assert join_by_hand(ledger, "best", "cut") == SEED.id
    assert groups(ledger) == {frozenset({SEED.id, "best", "cut"})}
    assert list_parted(ledger, SEED.id) == ()
    assert get_report(ledger, SEED.id).sources[0].id == "best"


@pytest.mark.parametrize("other", ["nobody", SEED.id, "best"])
def test_there_may_be_nothing_to_join(ledger, other):
    save_report(ledger, SEED)
    save_report(ledger, BEST)
    assert join_by_hand(ledger, SEED.id, other) is None
    assert join_by_hand(ledger, other, SEED.id) is None


def test_any_two_reports_may_be_joined_by_hand_and_parted(ledger):
    other = gold_report("003")
    save_report(ledger, SEED)
    save_report(ledger, other)
    assert join_by_hand(ledger, other.id, SEED.id) == SEED.id
    assert groups(ledger) == {frozenset({SEED.id, other.id})}
    assert part_source(ledger, other.id) == other.id
    assert get_report(ledger, SEED.id).report == SEED
    assert get_report(ledger, other.id).report == other


def rows_of(ledger):
    with ledger.read() as connection:
        return {
            table.name: len(connection.execute(select(table)).all())
            for table in schema.metadata.sorted_tables
        }


def test_a_deleted_report_leaves_nothing_of_its_sources(ledger):
    empty = rows_of(ledger)
    save_report(ledger, CUT)
    save_report(ledger, SLIPPED, Correction(date=dt.date(2024, 2, 1)), apart=True)
    save_report(ledger, BEST, apart=True)
    join_by_hand(ledger, "cut", "slipped")
    assert min(rows_of(ledger)[name] for name in ("commitment_alias", "apart", "shingle", "source")) > 0
    assert delete_report(ledger, "slipped")
    assert rows_of(ledger)["apart"] == 0
    assert delete_report(ledger, "best")
    assert rows_of(ledger) == empty
    with ledger.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.parametrize(
    "reports", [[SEED] * 6, [SEED, BEST, CUT, SLIPPED, SEED, BEST]], ids=["same", "copies"]
)
def test_several_that_save_at_once_make_one_report(tmp_path, reports):
    url = f"sqlite:///{tmp_path}/ledger.sqlite"
    open_ledger(url).close()
    ledgers = [open_ledger(url) for _ in reports]
    with ThreadPoolExecutor(len(reports)) as pool:
        outcomes = list(pool.map(save_report, ledgers, reports))
    different = len({report.id for report in reports})
    assert sorted(outcomes) == sorted(
        ["new", *["copy"] * (different - 1), *["unchanged"] * (len(reports) - different)]
    )
    assert groups(ledgers[0]) == {frozenset(report.id for report in reports)}
    for ledger in ledgers:
        ledger.close()


OTHER = gold_report("003")
DOCUMENTS = {
    report.id: report
    for report in (
        SEED,
        BEST,
        CUT,
        SLIPPED,
        copy_of(SEED, "damaged", damage=(Damage("lost_bytes", 9, 3, ""),)),
        OTHER,
        copy_of(OTHER, "other", OTHER.text[:700]),
    )
}
names = st.sampled_from(sorted(DOCUMENTS))


class Sources(RuleBasedStateMachine):
    """Saving, joining, parting and deleting in any order."""

    def __init__(self):
        super().__init__()
        self.ledger = open_ledger("sqlite://")
        self.saved, self.parted = set(), set()

    @rule(name=names, apart=st.booleans())
    def save(self, name, apart):
        save_report(self.ledger, DOCUMENTS[name], apart=apart)
        self.saved.add(name)

    @rule(name=names)
    def part(self, name):
        stored = get_report(self.ledger, name)
        new = part_source(self.ledger, name)
        assert (new is None) == (stored is None or len(stored.sources) == 1)
        if new is not None:
            ids = {source.id for source in stored.sources}
            assert frozenset({name}) in groups(self.ledger)
            assert frozenset(ids - {name}) in groups(self.ledger)
            self.parted |= {frozenset({name, other}) for other in ids - {name}}

    @rule(one=names, other=names)
    def join(self, one, other):
        before = [get_report(self.ledger, name) for name in (one, other)]
        joined = join_by_hand(self.ledger, one, other)
        if joined is not None:
            ids = {source.id for stored in before for source in stored.sources}
            assert {source.id for source in get_report(self.ledger, joined).sources} == ids
            self.parted = {pair for pair in self.parted if not pair <= ids}

    @rule(name=names, day=st.dates(dt.date(2020, 1, 1), dt.date(2024, 1, 1)))
    def correct(self, name, day):
        correct_report(self.ledger, name, Correction(date=day))

    @rule(name=names)
    def delete(self, name):
        stored = get_report(self.ledger, name)
        if stored is not None:
            assert delete_report(self.ledger, stored.report.id)
            gone = {source.id for source in stored.sources}
            self.saved -= gone
            self.parted = {pair for pair in self.parted if not pair & gone}

    @invariant()
    def no_document_is_lost(self):
        assert sorted(one for group in groups(self.ledger) for one in group) == sorted(self.saved)
        for name in self.saved:
            reading = get_reading(self.ledger, name)
            assert (reading.text, reading.file) == (DOCUMENTS[name].text, DOCUMENTS[name].file)
            assert [c.text for c in reading.commitments] == [c.text for c in DOCUMENTS[name].commitments]

    @invariant()
    def the_text_is_the_best(self):
        for row in list_reports(self.ledger):
            stored = get_report(self.ledger, row.id)
            texts = [source for source in stored.sources if source.is_text]
            assert [stored.report.file] == [source.file for source in texts]
            assert texts[0].id == best_of({source.id for source in stored.sources})

    @invariant()
    def what_was_parted_is_joined_by_hand_alone(self):
        found = groups(self.ledger)
        assert not [pair for pair in self.parted if any(pair <= group for group in found)]

    @invariant()
    def nothing_dangles(self):
        with self.ledger.read() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            ids = {row.id for row in connection.execute(select(schema.commitment.c.id))}
            assert not ids & {row.id for row in connection.execute(select(schema.commitment_alias.c.id))}

    def teardown(self):
        self.ledger.close()


def best_of(ids):
    """The best of the documents: reliable, whole, least unsolved, longest, least repaired, of a named source."""
    reliable = [DOCUMENTS[one] for one in ids if DOCUMENTS[one].reliable] or [DOCUMENTS[one] for one in ids]
    longest = max(len(report.text) for report in reliable)
    whole = [report for report in reliable if len(report.text) >= 0.9 * longest]

    def faults(report):
        unsolved = sum(damage.count - damage.repaired for damage in report.damage)
        repairs = sum(damage.count for damage in report.damage)
        return unsolved, -len(report.text), repairs, report.source is None, report.id

    return min(whole, key=faults).id


TestSources = Sources.TestCase
TestSources.settings = settings(max_examples=6, stateful_step_count=10, deadline=None)
