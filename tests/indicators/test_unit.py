"""Units: what converts into what, exactly, and what never does."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.indicators.unit import as_decimal, convert, find_scale
from ecoledger.lexicon.loader import load_table

KNOWN = [row["unit"] for row in load_table("unit_scale", ("unit", "dimension", "factor"), key="unit")]
UNITS = [row["unit"] for row in load_table("unit", ("unit", "aliases", "kind"), key="unit")]


@pytest.mark.parametrize(("value", "unit", "to", "expected"), [
    ("3.5", "万亩", "亩", "35000"),
    ("15", "亩", "公顷", "1"),
    ("1", "平方公里", "亩", "1500"),
    ("1", "km²", "公顷", "100"),
    ("1.2", "亿元", "万元", "12000"),
    ("21.6", "亿元", "元", "2160000000"),
    ("2", "万吨", "吨", "20000"),
    ("1", "吨", "公斤", "1000"),
    ("87.5", "％", "%", "87.5"),
    ("5", "‰", "%", "0.5"),
    ("0.035", "毫克/立方米", "μg/m³", "35"),
    ("35", "微克/立方米", "mg/m3", "0.035"),
    ("1", "毫克/升", "毫克/立方米", "1000"),
    ("1", "亿千瓦时", "kWh", "100000000"),
    ("2", "吉瓦", "万千瓦", "200"),
    ("3", "万亿元", "亿元", "30000"),
    ("12", "公里", "米", "12000"),
    ("40", "千克/亩", "吨/公顷", "0.6"),
    ("7", "个", "个", "7"),
])  # fmt: skip
def test_a_value_converts(value, unit, to, expected):
    found = convert(Decimal(value), unit, to)
    assert found is not None
    assert as_decimal(found) == Decimal(expected)


@pytest.mark.parametrize(("unit", "to"), [
    ("百分点", "%"),
    ("个百分点", "%"),
    ("倍", "%"),
    ("微克/立方米", "%"),
    ("亩", "米"),
    ("吨", "吨标准煤"),
    ("吨/年", "吨/日"),
    ("千瓦", "千瓦时"),
    ("元", "美元"),
    ("个", "家"),
    ("方", "立方米"),
    ("吨", "吨/年"),
])  # fmt: skip
def test_what_does_not_measure_the_same_does_not_convert(unit, to):
    assert convert(Decimal(1), unit, to) is None
    assert convert(Decimal(1), to, unit) is None


def test_a_third_is_kept_exactly():
    assert convert(Decimal(1), "亩", "公顷") == Fraction(1, 15)


def test_every_scaled_unit_is_one_that_is_read():
    assert set(KNOWN) <= set(UNITS)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from(KNOWN),
    st.sampled_from(KNOWN),
)
def test_there_and_back_is_the_same(value, one, other):
    there = convert(value, one, other)
    assert (there is not None) == (find_scale(one).dimension == find_scale(other).dimension)
    if there is not None:
        assert there * find_scale(other).factor == Fraction(value) * find_scale(one).factor
