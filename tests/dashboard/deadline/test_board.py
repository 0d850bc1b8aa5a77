"""The board adds up, and every number of it leads to as many rows."""

import datetime as dt

import pytest

from dashboard.deadline.board import DATED, MONTHS, build_board, narrow
from ecoledger.ledger.commitment import read_rows
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LIGHTS, LightRule, light_of
from ecoledger.ledger.selection import select

RULE = LightRule(dt.date(2025, 11, 22), near=45)
FIRST = dt.date(2025, 10, 1)
FILTERS = [
    Filter(),
    Filter(themes=("water",)),
    Filter(due_since=dt.date(2025, 11, 10), due_until=dt.date(2026, 3, 3)),
    Filter(lights=("near", "vague"), light_rule=RULE),
    Filter(words="没有这样的词"),
]


def count(ledger, wanted: Filter) -> int:
    return int(select(ledger, wanted).chosen.sum())


@pytest.mark.parametrize("wanted", FILTERS)
def test_the_board_adds_up(ledger, wanted):
    board = build_board(select(ledger, wanted), RULE, FIRST)
    assert len(board.columns) == MONTHS + 2
    assert board.total == count(ledger, wanted)
    assert sum(column.total for column in board.columns) == board.dated
    for light in DATED:
        assert sum(column.counts[light] for column in board.columns) == board.lights[light]


@pytest.mark.parametrize("wanted", FILTERS)
def test_every_number_leads_to_as_many_rows(ledger, wanted):
    board = build_board(select(ledger, wanted), RULE, FIRST)
    for light in LIGHTS:
        if board.lights[light]:
            assert count(ledger, narrow(wanted, RULE, light)) == board.lights[light]
    for column in board.columns:
        for light, number in column.counts.items():
            if number:
                narrowed = narrow(wanted, RULE, light, column.since, column.until)
                assert count(ledger, narrowed) == number


def test_columns_tell_what_is_nearest_first(ledger):
    board = build_board(select(ledger, Filter()), RULE, FIRST)
    with ledger.read() as connection:
        told = [[row.due for row in read_rows(connection, column.numbers)] for column in board.columns]
    assert told[0] == sorted(told[0], reverse=True)
    assert all(days == sorted(days) for days in told[1:])
    for column, days in zip(board.columns, told, strict=True):
        assert all((column.since or day) <= day <= (column.until or day) for day in days)


def test_what_goes_on_for_ever_never_falls_due(ledger):
    far = LightRule(dt.date(2190, 1, 1))
    board = build_board(select(ledger, Filter()), far, FIRST)
    assert board.lights["ongoing"]
    with ledger.read() as connection:
        rows = read_rows(
            connection, select(ledger, narrow(Filter(), far, "ongoing")).rows["number"].tolist()[:50]
        )
    assert {light_of(far, row.due, row.deadline_kinds) for row in rows} == {"ongoing"}
