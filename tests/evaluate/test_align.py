"""Alignment and likeness: exact on equal texts, close on texts that differ a little, never out of bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.evaluate.align import align, likeness
from ecoledger.evaluate.boundary import split_units

SHORT = st.text(alphabet="水气土，。 要ab", max_size=30)


@pytest.mark.parametrize(
    ("first", "second", "span", "there"),
    [
        ("治理水体", "治理水体", (2, 4), "水体"),
        ("治理水体", "加强治理水体", (2, 4), "水体"),
        ("加强治理水体", "治理水体", (4, 6), "水体"),
        ("治理水体达标", "治理氺体达标", (2, 4), "氺体"),
        ("前言。治理水体。后记", "治理水体。", (3, 7), "治理水体"),
    ],
)
def test_a_span_is_carried_over(first, second, span, there):
    start, end = align(first, second).span(*span)
    assert second[start:end] == there


@given(SHORT, SHORT)
def test_places_are_in_order_and_inside(first, second):
    places = align(first, second).places
    assert len(places) == len(first) + 1
    assert all(0 <= place <= len(second) for place in places)
    assert list(places) == sorted(places)


@given(SHORT, SHORT)
def test_likeness_is_a_share_and_one_for_the_same(first, second):
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, first) == 1


def test_white_space_and_width_do_not_count():
    assert likeness("治理 水体,达标", "治理水体，\n达标") == 1
    assert likeness("水体", "大气") == 0


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("甲。乙；丙", ["甲。", "乙；", "丙"]),
        ("会议要求，一要治水；二要治气。", ["会议要求，", "一要治水；", "二要治气。"]),
        ("任务：一是治水，二是治气", ["任务：", "一是治水，", "二是治气"]),
        ("这一要求必须落实，一方面治水", ["这一要求必须落实，", "一方面治水"]),
        ("标题\n　正文", ["标题", "正文"]),
        ("", []),
    ],
)
def test_units_end_where_annotators_end_them(text, units):
    assert [text[a:b] for a, b in split_units(text)] == units
