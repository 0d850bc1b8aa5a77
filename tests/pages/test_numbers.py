"""Every number of a page that leads to rows leads to just so many."""

import datetime as dt
import os
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.address import read_filter, write_filter
from dashboard.light_setting import current_rule
from dashboard.navigation import PLACES
from ecoledger.ledger.commitment import count_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.store import open_ledger
from tests.pages.visiting import visit

LINK = re.compile(r'<a\b[^>]*href="(/commitments[^"]*)"[^>]*>(?:<[^>]+>)*([\d,]+)(?![\d,.%])')
WITHOUT = {"commitments", "compare", "indicators", "report", "timeline"}
"""Pages that show rows themselves, or nothing before a choice."""
WANTED = {
    "all": Filter(),
    "place": Filter(provinces=("340000",)),
    "county": Filter(provinces=("320000",), counties=("320507",)),
    "several": Filter(provinces=("340000", "310000"), themes=("water",), words="-生态"),
    "dates": Filter(since=dt.date(2022, 1, 1), until=dt.date(2022, 12, 31), has_target=True),
}


@pytest.fixture
def ledger(filled):
    opened = open_ledger(os.environ["ECOLEDGER_DATABASE"])
    yield opened
    opened.close()


@pytest.mark.parametrize("wanted", WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("address", [place.address for place in PLACES if place.filtered])
def test_a_number_is_that_of_its_rows(ledger, address, wanted):
    app = visit(address, **write_filter(wanted))
    assert not app.exception
    links = [link for element in app.get("html") for link in LINK.findall(element.value)]
    assert links or not wanted.empty or address in WITHOUT
    for href, number in links:
        rows, warnings = read_filter(parse_qs(urlsplit(unescape(href)).query), current_rule())
        assert not warnings
        assert count_commitments(ledger, rows) == int(number.replace(",", "")), unescape(href)
