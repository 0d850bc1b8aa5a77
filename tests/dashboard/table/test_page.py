"""A page of the table: each line holds the row that its order and its group say."""

import datetime as dt
from dataclasses import replace

import pytest

from dashboard.table.group import GROUPS
from dashboard.table.listing import Listing
from dashboard.table.page import read_page
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.sort import Sort
from ecoledger.ledger.store import open_ledger
from ecoledger.term import THEMES
from tests.bench.made_ledger import make_ledger

RULE = LightRule(dt.date(2026, 6, 1))
ORDER = (Sort("region", descending=False), Sort("due", descending=True))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "made.sqlite"
    make_ledger(path, commitments=260).close()
    opened = open_ledger(f"sqlite:///{path}")
    yield opened
    opened.close()


def pages(ledger, listing):
    first = read_page(ledger, listing, RULE)
    return [first, *(read_page(ledger, replace(listing, page=n), RULE) for n in range(2, first.pages + 1))]


def test_the_pages_hold_every_row_once_in_order(ledger):
    found = [line for page in pages(ledger, Listing(Filter(), ORDER)) for line in page.lines]
    assert [line.row.id for line in found] == [row.id for row in iter_commitments(ledger, Filter(), ORDER)]
    assert [line.number for line in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("group", GROUPS)
def test_each_line_stands_in_its_group(ledger, group):
    found = pages(ledger, Listing(Filter(), ORDER, group=group))
    lines = [line for page in found for line in page.lines]
    assert len(lines) == found[0].lines_total
    groups = found[0].groups
    assert [sum(line.group == at for line in lines) for at in range(len(groups))] == [g.count for g in groups]
    for line in lines:
        name, row = groups[line.group].name, line.row
        if group == "theme":
            assert name in [THEMES[theme] for theme in row.themes] or (not row.themes and name == "未分领域")
        elif group == "body":
            assert name in {body.name for body in row.bodies} or (not row.bodies and name == "无责任单位")
        elif group == "month":
            assert name == (f"{row.due.year}年{row.due.month}月" if row.due else "无截止日期")
        elif group == "place":
            assert name == (row.province or "全国性或地区不详")


def test_a_page_beyond_the_end_is_the_last(ledger):
    page = read_page(ledger, Listing(Filter(), page=99), RULE)
    assert page.page == page.pages == 6
    assert len(page.lines) == page.total - 250
