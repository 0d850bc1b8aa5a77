"""The columns of the table: what stands in them, and how they are chosen and moved."""

import datetime as dt
import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard.table.column import (
    BY_CODE,
    COLUMNS,
    SORTED_BY,
    USUAL,
    hide_column,
    move_column,
    read_columns,
    shift_column,
    show_columns,
)
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule, light_of
from ecoledger.ledger.store import open_ledger
from ecoledger.term import LIGHTS
from tests.bench.made_ledger import make_ledger

RULE = LightRule(dt.date(2026, 6, 1))


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    path = tmp_path_factory.mktemp("table") / "made.sqlite"
    make_ledger(path, commitments=300).close()
    ledger = open_ledger(f"sqlite:///{path}")
    yield tuple(iter_commitments(ledger, Filter()))
    ledger.close()


def plain(html):
    return unescape(re.sub("<[^>]+>", "", html))


def test_a_cell_holds_the_whole_text_however_long(rows):
    longest = max(rows, key=lambda row: len(row.text))
    assert plain(BY_CODE["text"].cell(longest, RULE)).startswith(longest.text)


def test_a_deadline_stands_with_the_mark_and_the_words_of_its_light(rows):
    seen = set()
    for row in rows:
        light = light_of(RULE, row.due, row.deadline_kinds)
        seen.add(light)
        cell = BY_CODE["due"].cell(row, RULE)
        assert f'class="light {light}"' in cell
        assert plain(cell).endswith(LIGHTS[light])
        assert row.due is None or row.due.isoformat() in cell
    assert seen >= {"overdue", "course", "none"}


def test_bodies_that_lead_or_support_are_named_as_such(rows):
    row = next(row for row in rows if {"lead", "support"} <= {body.role for body in row.bodies})
    said = plain(BY_CODE["body"].cell(row, RULE))
    for body in row.bodies:
        assert body.name in said
    assert "牵头：" in said
    assert "配合：" in said
    assert plain(BY_CODE["lead"].cell(row, RULE)) in said


def test_no_cell_lets_words_of_a_report_be_read_as_html(rows):
    sly = "<img src=x onerror=alert(1)>"
    row = replace(
        rows[0], text=sly, place=sly, meeting=sly, title=sly, speaker=sly, sources=(sly,), doubts=(sly,)
    )
    for column in COLUMNS:
        assert "<img" not in column.cell(row, RULE)


def test_each_key_of_an_order_has_one_column():
    sorts = [column.sort for column in COLUMNS if column.sort]
    assert len(sorts) == len(set(sorts)) == len(SORTED_BY)


@pytest.mark.parametrize(
    ("codes", "columns"),
    [(["due", "text", "due", "height"], ("due", "text")), (["height"], USUAL), ([], USUAL)],
)
def test_columns_are_read_from_codes(codes, columns):
    assert read_columns(codes) == columns


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (lambda c: shift_column(c, "b", -1), "bacd"),
        (lambda c: shift_column(c, "a", -1), "abcd"),
        (lambda c: shift_column(c, "d", 1), "abcd"),
        (lambda c: shift_column(c, "x", 1), "abcd"),
        (lambda c: move_column(c, "d", "b"), "adbc"),
        (lambda c: move_column(c, "a", "c"), "bcad"),
        (lambda c: move_column(c, "a", "x"), "abcd"),
        (lambda c: hide_column(c, "c"), "abd"),
    ],
)
def test_columns_are_moved_and_hidden(change, after):
    assert "".join(change(tuple("abcd"))) == after


def test_the_last_column_stays():
    assert hide_column(("text",), "text") == ("text",)


def test_a_column_that_is_added_comes_last_and_the_others_keep_their_order():
    assert show_columns(("due", "text"), ["text", "place", "due"]) == ("due", "text", "place")
    assert show_columns(("due", "text"), ["text"]) == ("text",)
