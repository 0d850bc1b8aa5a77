"""The reports before and after one, of the same place and in the order of their days."""

import datetime as dt

import pytest

from dashboard.report.neighbour import Neighbour, Neighbours, find_neighbours, write_neighbours
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.selection import select
from ecoledger.ledger.store import open_ledger
from tests.bench.made_ledger import make_ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("neighbours") / "made.sqlite"
    make_ledger(path, commitments=4000).close()
    opened = open_ledger(f"sqlite:///{path}")
    yield opened
    opened.close()


def of_most_reported_place(ledger):
    reports = select(ledger, Filter()).reports
    place = reports[reports["date"].notna()]["adcode"].value_counts().index[0]
    return reports[reports["adcode"] == place]


def test_the_way_from_first_to_last_passes_every_dated_report_of_the_place_once(ledger):
    own = of_most_reported_place(ledger)
    dated = own[own["date"].notna()].sort_values(["date", "number"])
    assert len(dated) > 3
    here = find_neighbours(ledger, dated["id"].iloc[0])
    assert here.before is None
    passed = [dated["id"].iloc[0]]
    while here.after is not None:
        assert here.at == len(passed)
        assert here.count == len(dated)
        passed.append(here.after.id)
        back = here
        here = find_neighbours(ledger, here.after.id)
        assert here.before.id == passed[-2]
        assert here.after is None or back.after.date <= here.after.date
    assert passed == list(dated["id"])


def test_a_report_without_a_date_stands_in_no_order(ledger):
    reports = select(ledger, Filter()).reports
    undated = reports[reports["date"].isna() & reports["adcode"].notna()]["id"].iloc[0]
    found = find_neighbours(ledger, undated)
    assert (found.at, found.before, found.after) == (None, None, None)
    assert "日期不详" in write_neighbours(found)


def test_a_report_without_a_place_has_no_neighbours(ledger):
    reports = select(ledger, Filter()).reports
    assert find_neighbours(ledger, reports[reports["adcode"].isna()]["id"].iloc[0]) is None
    assert find_neighbours(ledger, "none") is None


def test_the_ways_are_links_and_no_word_of_a_title_is_html():
    before = Neighbour("a1", "<b>大会</b>", dt.date(2023, 5, 6))
    html = write_neighbours(Neighbours("341702", "贵池区", 2, 2, before, None))
    assert "/report?id=a1" in html
    assert "2023年5月6日" in html
    assert "<b>" not in html
    assert "下一份：没有" in html
    assert "county=341702" in html
