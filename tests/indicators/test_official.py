"""Official values: what was read in the source, as numbers, with year, baseline and area."""

from decimal import Decimal

import pytest

from ecoledger.indicators.catalogue import load_indicators
from ecoledger.indicators.official import list_official, list_pools, pool_of, read_official

TABLE = load_indicators()
SHAPE = [
    ("FYP14-03", [(2025, "=", "87.5", None)]),
    ("FYP14-01", [(2025, "=", "13.5", 2020)]),
    ("FYP14-07", [(2025, ">=", "10", 2020)]),
    ("FYP14-16", [(2025, "~", "16", 2020)]),
    ("FYP13-01", [(2020, ">", "80", None)]),
    ("FYP13-02", [(2020, "=", "18", 2015)]),
    ("FYP13-05", [(2020, "<", "5", None)]),
    ("FYP13-07", [(2020, "~", "15", None)]),
    ("DC-02", [(2025, "=", "18", 2020), (2030, ">=", "65", 2005)]),
    ("DC-03", [(2025, "~", "20", None), (2030, "~", "25", None), (2060, ">=", "80", None)]),
    ("DC-05", [(2025, "=", "18000000000", None), (2030, "=", "19000000000", None)]),
    ("DC-06", [(2030, ">=", "1200000000", None)]),
    ("BCOP-01", [(2027, "<=", "28", None), (2035, "<=", "25", None)]),
    ("ECO24S-6a", [(None, ">=", "70", None)]),
    ("ECO24S-5c", [(None, "=", "100", None)]),
]


@pytest.mark.parametrize(("code", "expected"), SHAPE)
def test_a_value_is_read(code, expected):
    found = [(v.year, v.op, v.value, v.baseline) for v in read_official(TABLE[code])]
    assert found == [(year, op, Decimal(value), base) for year, op, value, base in expected]


@pytest.mark.parametrize("code", ["AIR23-07", "ECO24S-4a", "ECO24S-7a", "FYP14-11", "DC-08"])
def test_words_stay_words(code):
    values = read_official(TABLE[code])
    assert values
    assert all(value.value is None and value.words for value in values)


@pytest.mark.parametrize("code", ["FYP15-01", "FYP15-02", "ECO24S-13", "ECO19-03", "BC22-12"])
def test_what_was_not_read_in_the_source_is_no_official_value(code):
    assert read_official(TABLE[code]) == ()


def test_words_with_a_condition_beside_the_number_are_all_that_is_not_a_number():
    values = [value for head in list_pools() for value in list_official(head)]
    said = {value.code for value in values if value.value is None and any(c.isdigit() for c in value.words)}
    assert said == {"ECO24S-4a", "ECO24S-4b", "ECO24S-5b", "ECO24S-7a"}


@pytest.mark.parametrize(("code", "scope", "area", "adcode"), [
    ("AIR23-08", "province", "北京市", "110000"),
    ("AIR23-05", "region", "京津冀及周边地区", None),
    ("AIR23-01", "nation", "", None),
    ("ECO24S-9", "model", "", None),
])  # fmt: skip
def test_a_value_holds_for_its_area(code, scope, area, adcode):
    value = read_official(TABLE[code])[0]
    assert (value.scope, value.area, value.adcode) == (scope, area, adcode)


def test_each_indicator_is_in_one_pool():
    pooled = [code for pool in list_pools().values() for code in pool]
    assert sorted(pooled) == sorted(TABLE)
    assert all(pool_of(code) == head for head, pool in list_pools().items() for code in pool)
    assert pool_of("no such code") is None


def test_a_value_is_over_after_its_year():
    value = read_official(TABLE["FYP14-03"])[0]
    assert not value.over(2025)
    assert value.over(2026)
    assert not read_official(TABLE["ECO24S-6a"])[0].over(2999)
