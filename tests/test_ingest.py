"""An import: what is told of each document, that it can be stopped anywhere, and goes on without reading again."""

from itertools import islice

import pytest

from ecoledger import pipeline
from ecoledger.errors import LedgerError, UnreadableError
from ecoledger.identity import report_id
from ecoledger.ingest import ingest
from ecoledger.intake.container import Member
from ecoledger.ledger.report import count_reports
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import delete_report
from tests.conftest import ROOT

CLEAN = [
    Member(path.name, path.read_bytes()) for path in sorted((ROOT / "data/gold/seeds").glob("*.clean.txt"))
]
COPY = Member("转来的.txt", next((ROOT / "data" / "reports").glob("000_*")).read_bytes())
BAD = Member("坏.txt", error=UnreadableError("empty", "“坏.txt”是空文件：请确认。"))


@pytest.fixture
def ledger(tmp_path):
    opened = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def parsed(monkeypatch):
    """The names of the documents that were parsed."""
    names = []

    def parse(data, name, given):
        names.append(name)
        return pipeline.parse(data, name, given)

    monkeypatch.setattr("ecoledger.ingest.parse", parse)
    return names


def test_each_document_is_told_with_where_it_is_filed(ledger):
    new, copy, bad, known = ingest(ledger, [CLEAN[0], COPY, BAD, CLEAN[0]])
    identity = report_id(CLEAN[0].data)
    assert (new.outcome, new.id, new.filed.report_id) == ("new", identity, identity)
    assert new.filed.title
    assert new.filed.commitments > 5
    assert (new.filed.reliable, new.filed.likeness) == (True, None)
    assert (copy.outcome, copy.id) == ("copy", report_id(COPY.data))
    assert (copy.filed.report_id, copy.filed.title) == (identity, new.filed.title)
    assert copy.filed.commitments == new.filed.commitments
    assert copy.filed.likeness > 0.85
    assert "boilerplate" in {damage.kind for damage in copy.filed.damage}
    assert (bad.outcome, bad.message, bad.filed) == ("failed", "“坏.txt”是空文件：请确认。", None)
    assert (known.outcome, known.filed) == ("unchanged", new.filed)


@pytest.mark.parametrize("taken", [1, 3])
def test_what_was_stopped_goes_on_where_it_stood(ledger, parsed, taken):
    first = list(islice(ingest(ledger, CLEAN), taken))
    assert count_reports(ledger) == taken
    assert len(parsed) == taken
    parsed.clear()
    again = list(ingest(ledger, CLEAN))
    assert [one.outcome for one in again] == ["unchanged"] * taken + ["new"] * (len(CLEAN) - taken)
    assert [one.filed for one in again[:taken]] == [one.filed for one in first]
    assert parsed == [one.name for one in CLEAN[taken:]]


def test_documents_are_taken_one_by_one(ledger):
    taken = []

    def documents():
        for one in CLEAN:
            taken.append(one.name)
            yield one

    events = ingest(ledger, documents())
    assert taken == []
    for number, one in enumerate(events, 1):
        assert len(taken) == number
        assert taken[-1] == one.file


def test_new_rules_read_again(ledger, parsed, monkeypatch):
    list(ingest(ledger, CLEAN[:1]))
    monkeypatch.setattr("ecoledger.ingest.rules_version", lambda: "newer")
    list(ingest(ledger, CLEAN[:1]))
    assert parsed == [CLEAN[0].name] * 2


def test_a_report_that_was_deleted_is_new_again(ledger):
    list(ingest(ledger, CLEAN[:1]))
    delete_report(ledger, report_id(CLEAN[0].data))
    assert [one.outcome for one in ingest(ledger, CLEAN[:1])] == ["new"]


def test_a_ledger_that_fails_ends_it_and_keeps_what_is_in(ledger, monkeypatch):
    from ecoledger.ledger import write

    def save(ledger, report, **kind):
        if count_reports(ledger) == 2:
            raise LedgerError("台账数据库写不进去。")
        return write.save_report(ledger, report, **kind)

    monkeypatch.setattr("ecoledger.ingest.save_report", save)
    done = []
    with pytest.raises(LedgerError, match="写不进去"):
        done.extend(ingest(ledger, CLEAN))
    assert count_reports(ledger) == 2
