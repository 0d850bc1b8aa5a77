"""Bars hold each commitment once, and lead to as many rows as they say."""

import datetime as dt

import pytest

from dashboard.timeline import bar as bar_module
from dashboard.timeline.bar import GROUPINGS, MOST, build_bars, rows_of
from dashboard.timeline.span import Span
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.selection import select
from tests.bench.made_ledger import make_ledger

RULE = LightRule(dt.date(2025, 11, 22))
FILTERS = [
    Filter(),
    Filter(provinces=("370000",)),
    Filter(themes=("water",), since=dt.date(2024, 1, 1)),
    Filter(provinces=("370000", "510000"), due_since=dt.date(2025, 1, 1)),
    Filter(words="没有这样的词"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    ledger = make_ledger(tmp_path_factory.mktemp("bars") / "made.sqlite", commitments=3000)
    yield ledger
    ledger.close()


@pytest.mark.parametrize("wanted", FILTERS)
def test_every_commitment_stands_in_one_bar(ledger, wanted):
    found = select(ledger, wanted)
    bars = build_bars(found, RULE, None)
    assert sum(bar.count for bar in bars.bars) == bars.total
    assert bars.total + bars.outside + bars.undated + bars.open_ended == len(found.rows)
    assert len(bars.bars) <= MOST or bars.grouping == GROUPINGS[-1]
    assert all(bar.begin <= bar.since <= bar.until == bar.end for bar in bars.bars)


@pytest.mark.parametrize("wanted", FILTERS)
def test_a_bar_leads_to_its_rows(ledger, wanted):
    bars = build_bars(select(ledger, wanted), RULE, None)
    for bar in bars.bars:
        if bar.number is None:
            assert int(select(ledger, rows_of(bar, wanted, RULE)).chosen.sum()) == bar.count


def test_a_shorter_time_is_grouped_less(ledger):
    found = select(ledger, Filter())
    far = build_bars(found, RULE, None)
    near = build_bars(found, RULE, Span(dt.date(2026, 3, 1), dt.date(2026, 4, 30)))
    assert GROUPINGS.index(near.grouping) < GROUPINGS.index(far.grouping)
    assert near.total + near.outside == far.total
    assert all(dt.date(2026, 3, 1) <= bar.end <= dt.date(2026, 4, 30) for bar in near.bars)


@pytest.mark.parametrize("grouping", GROUPINGS[1:])
@pytest.mark.parametrize("wanted", [Filter(provinces=("370000",)), Filter(provinces=("370000", "310000"))])
def test_however_bars_are_grouped_they_lead_to_their_rows(ledger, wanted, grouping, monkeypatch):
    monkeypatch.setattr(bar_module, "GROUPINGS", ("single", grouping))
    monkeypatch.setattr(bar_module, "MOST", 0)
    bars = build_bars(select(ledger, wanted), RULE, None)
    assert bars.grouping == grouping
    assert sum(bar.count for bar in bars.bars) == bars.total
    by_place = not grouping.startswith("all")
    assert any(bar.lane is not None and bar.lane.own for bar in bars.bars) == by_place
    for bar in bars.bars:
        assert int(select(ledger, rows_of(bar, wanted, RULE)).chosen.sum()) == bar.count
