"""The made-up ledger is one that the ledger itself could have written."""

import pytest
from sqlalchemy import select

from ecoledger.ledger import schema
from ecoledger.ledger.commitment import count_commitments, iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.report import get_report
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.bench.made_ledger import make_ledger, make_reports

COUNT = 1500


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    ledger = make_ledger(tmp_path_factory.mktemp("made") / "ledger.sqlite", COUNT)
    yield ledger
    ledger.close()


def test_it_holds_as_many_commitments_as_were_asked_for(made):
    assert count_commitments(made, Filter()) == COUNT


def test_the_same_seed_makes_the_same_reports_and_another_one_others():
    assert list(make_reports(60, 1)) == list(make_reports(60, 1))
    assert list(make_reports(60, 1)) != list(make_reports(60, 2))


def test_every_province_and_every_kind_of_deadline_is_there(made):
    with made.read() as connection:
        provinces = set(connection.scalars(select(schema.report.c.province))) - {None}
        kinds = set(connection.scalars(select(schema.deadline.c.kind)))
    assert len(provinces) == 31
    assert kinds == {"date", "year_end", "period", "plan_period", "ongoing", "immediate", "none"}


@pytest.mark.parametrize("at", [0, 5, 40])
def test_a_report_reads_back_as_it_was_made(made, at):
    report = list(make_reports(COUNT, 1))[at].report
    stored = get_report(made, report.id)
    assert stored.report == report
    assert all(report.text[item.start : item.end] == item.text for item in report.commitments)


def test_it_is_what_saving_the_same_reports_one_by_one_would_hold(tmp_path):
    at_once = make_ledger(tmp_path / "made.sqlite", 40)
    one_by_one = open_ledger(f"sqlite:///{tmp_path / 'saved.sqlite'}")
    for each in make_reports(40, 1):
        save_report(one_by_one, each.report, meeting_kind=each.kind, apart=True)
    for wanted in (Filter(), Filter(words="治理"), Filter(has_target=True)):
        rows = [list(iter_commitments(ledger, wanted)) for ledger in (at_once, one_by_one)]
        assert rows[0] == rows[1]
        assert rows[0]
    at_once.close()
    one_by_one.close()
