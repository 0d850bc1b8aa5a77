"""Saving, correcting and deleting reports."""

import datetime as dt
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.dialects import postgresql

from ecoledger.ledger import schema
from ecoledger.ledger.commitment import count_commitments, get_commitment, list_commitments
from ecoledger.ledger.correction import Correction
from ecoledger.ledger.filed import find_filed
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.report import get_report, list_reports
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import correct_report, delete_report, save_report
from tests.gold_reports import gold_report, gold_reports


def dump(ledger):
    """Every row of every table that keeps what was read; the count of changes is none of it."""
    with ledger.read() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in schema.metadata.sorted_tables
            if table is not schema.revision
        }


@pytest.mark.parametrize("report", gold_reports(), ids=lambda r: r.file)
def test_a_saved_report_comes_back_equal(ledger, report):
    assert save_report(ledger, report, meeting_kind="大会") == "new"
    stored = get_report(ledger, report.id)
    assert stored.report == report
    assert stored.meeting_kind == "大会"
    assert not stored.correction
    assert get_report(ledger, "nobody") is None


def test_the_same_report_twice_changes_nothing(ledger):
    report = gold_report("001")
    save_report(ledger, report)
    with ledger.write() as connection:
        connection.execute(schema.report.update().values(changed_at=dt.datetime(2001, 1, 1)))  # noqa: DTZ001 - the database keeps UTC without saying so
    before = dump(ledger)
    assert save_report(ledger, report) == "unchanged"
    assert save_report(ledger, replace(report, file="elsewhere.txt")) == "unchanged"
    assert dump(ledger) == before


def test_an_author_that_is_read_now_is_a_change(ledger):
    report = replace(gold_report("001"), author=None)
    save_report(ledger, report)
    signed = replace(report, author="本报记者")
    assert save_report(ledger, signed) == "changed"
    assert save_report(ledger, signed) == "unchanged"
    assert get_report(ledger, report.id).report.author == "本报记者"
    assert save_report(ledger, report) == "changed"
    assert get_report(ledger, report.id).report.author is None


def test_new_rules_that_read_the_same_are_noted(ledger):
    report = gold_report("001")
    save_report(ledger, report)
    assert find_filed(ledger, report.id).rules_version == report.rules_version
    assert find_filed(ledger, "nobody") is None
    assert save_report(ledger, replace(report, rules_version="next")) == "unchanged"
    assert find_filed(ledger, report.id).rules_version == "next"


def test_a_changed_parse_keeps_the_rows_of_commitments_whose_words_stayed(ledger):
    report = gold_report("000")
    save_report(ledger, report)
    before = {row.id: row.number for row in dump(ledger)["commitment"]}
    first, second, *rest = report.commitments
    changed = replace(
        report,
        commitments=(
            replace(second, label="principle", themes=("air",), targets=()),
            replace(first, id="another", text="新" + first.text[1:]),
            *rest,
        ),
    )
    assert save_report(ledger, changed) == "changed"
    after = {row.id: row.number for row in dump(ledger)["commitment"]}
    assert get_report(ledger, report.id).report == changed
    assert {key for key in after if after[key] == before.get(key)} == {second.id, *(c.id for c in rest)}
    assert get_commitment(ledger, first.id) is None
    assert get_commitment(ledger, "another").position == 1


@pytest.mark.parametrize("other", ["title", "people", "issues", "statements", "damage", "meeting"])
def test_what_is_read_anew_replaces_the_old(ledger, other):
    report = gold_report("003")
    save_report(ledger, report)
    changed = replace(report, **{other: None if other in ("title", "meeting") else ()})
    expected = "unchanged" if changed == report else "changed"
    assert save_report(ledger, changed) == expected
    assert get_report(ledger, report.id).report == changed


def test_what_a_person_set_holds_also_over_a_later_parse(ledger):
    report = gold_report("003")
    place = gold_report("001").region
    save_report(ledger, report, Correction(place, dt.date(2024, 2, 1)))
    changed = replace(report, title="新题")
    assert save_report(ledger, changed) == "changed"
    stored = get_report(ledger, report.id)
    assert stored.report == changed
    assert (stored.region, stored.date) == (place, dt.date(2024, 2, 1))
    row = list_commitments(ledger, Filter(counties=(place.adcode,))).rows[0]
    assert (row.county, row.date, row.date_source) == ("贵池区", dt.date(2024, 2, 1), "person")
    assert save_report(ledger, changed, Correction()) == "changed"
    assert get_report(ledger, report.id).region == report.region
    assert count_commitments(ledger, Filter(counties=(place.adcode,))) == 0


def test_a_report_can_be_corrected_without_its_document(ledger):
    report = gold_report("003")
    save_report(ledger, report)
    assert correct_report(ledger, report.id, Correction(date=dt.date(2024, 2, 1)))
    assert get_report(ledger, report.id).standing.date_source == "person"
    assert not correct_report(ledger, "nobody", Correction())


def test_a_deleted_report_leaves_nothing(ledger):
    kept, gone = gold_report("002"), gold_report("001")
    save_report(ledger, kept)
    before = dump(ledger)
    save_report(ledger, gone, Correction(date=dt.date(2024, 2, 1)))
    assert delete_report(ledger, gone.id)
    assert dump(ledger) == before
    assert not delete_report(ledger, gone.id)
    assert count_commitments(ledger, Filter(words="生态")) == sum("生态" in c.text for c in kept.commitments)


ROOT = Path(__file__).parent.parent.parent
INGEST = """
import sys
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from dataclasses import replace
from tests.gold_reports import gold_reports
ledger = open_ledger(sys.argv[1])
reports = gold_reports()
for turn in range(100_000):
    report = reports[turn % 5]
    ids = [replace(c, id=f"{turn}.{i}") for i, c in enumerate(report.commitments)]
    save_report(ledger, replace(report, id=f"report {turn}", commitments=tuple(ids)), apart=True)
    print(turn, flush=True)
"""


def test_a_process_killed_in_the_middle_leaves_whole_reports(tmp_path):
    url = f"sqlite:///{tmp_path}/ledger.sqlite"
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-c", INGEST, url], stdout=subprocess.PIPE, cwd=ROOT)
        done = [process.stdout.readline() for _ in range(6)]
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert done[-1]
        ledger = open_ledger(url)
        wanted = {r.text: len(r.commitments) for r in gold_reports()}
        rows = list_reports(ledger)
        assert len(rows) >= 6
        for row in rows:
            report = get_report(ledger, row.id).report
            assert row.commitments == len(report.commitments) == wanted[report.text]
        with ledger.read() as connection:
            stored = connection.scalar(select(func.count()).select_from(schema.commitment))
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert count_commitments(ledger, Filter()) == stored == sum(row.commitments for row in rows)
        for row in rows:
            delete_report(ledger, row.id)
        ledger.close()


@contextmanager
def executed(ledger):
    """The statements that are executed meanwhile, each once for all its rows, with the names of what they are given."""
    said = []

    def note(_connection, clause, rows, row, _options):
        said.append((clause, list(rows[0] if rows else row)))

    event.listen(ledger.engine, "before_execute", note)
    yield said
    event.remove(ledger.engine, "before_execute", note)


def long(report, times):
    """The report with what was read of it many times over."""
    items = [replace(item, id=f"{item.id} {time}") for time in range(times) for item in report.commitments]
    return replace(report, commitments=tuple(items), statements=report.statements * times)


def test_a_long_report_takes_no_more_statements_than_a_short_one(ledger):
    report = gold_report("001")
    taken = []
    for times in (1, 9):
        with executed(ledger) as said:
            assert save_report(ledger, long(report, times)) == "new"
            assert save_report(ledger, replace(long(report, times), script="mixed")) == "changed"
        assert get_report(ledger, report.id).report == replace(long(report, times), script="mixed")
        delete_report(ledger, report.id)
        taken.append(len(said))
    assert taken[0] == taken[1]


def test_what_is_written_can_be_said_to_postgresql(ledger):
    report = long(gold_report("001"), 2)
    later = replace(report, script="mixed", commitments=report.commitments[1:])
    with executed(ledger) as said:
        save_report(ledger, report)
        save_report(ledger, later)
    written = [(clause, names) for clause, names in said if clause.is_dml]
    assert {clause.table.name for clause, _ in written} >= {
        "commitment",
        "theme",
        "statement",
    }
    for clause, names in written:
        if not clause.table.name.startswith("commitment_words"):
            words = str(clause.compile(dialect=postgresql.dialect(), column_keys=names or None))
            assert clause.table.name in words
