"""Against an official value: weaker, equal, stronger, or not to be compared and why."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.indicators.catalogue import load_indicators
from ecoledger.indicators.official import list_official, read_official
from ecoledger.indicators.standing import Aim, choose_official, compare, compare_values

TABLE = load_indicators()


def official(code, at=0):
    return read_official(TABLE[code])[at]


def aim(value, *, op="=", unit="%", change=None, year=2025, to=None, base=None):
    return Aim(Decimal(value), None if to is None else Decimal(to), unit, op, change, year, base)


AIR = official("FYP14-03")  # 2025: 87.5 %, higher is better
PM = official("BCOP-01")  # 2027: at most 28 μg/m³, lower is better
GDP = official("FYP14-01")  # 2025: 13.5 % less than 2020
CASES = [
    ("same", aim("87.5"), AIR, "higher", "equal", None),
    ("at least the same", aim("87.5", op=">="), AIR, "higher", "equal", None),
    ("more", aim("90"), AIR, "higher", "stronger", None),
    ("less", aim("85", op=">="), AIR, "higher", "weaker", None),
    ("about as much", aim("87.5", op="~"), AIR, "higher", "equal", None),
    ("as much, a year earlier", aim("87.5", year=2024), AIR, "higher", "stronger", None),
    ("as much, a year later", aim("87.5", year=2026), AIR, "higher", "weaker", None),
    ("more and earlier", aim("90", year=2023), AIR, "higher", "stronger", None),
    ("less and later", aim("80", year=2030), AIR, "higher", "weaker", None),
    ("more but later", aim("90", year=2027), AIR, "higher", "unlike", "year_order"),
    ("less but earlier", aim("80", year=2022), AIR, "higher", "unlike", "year_order"),
    ("no year", aim("90", year=None), AIR, "higher", "unlike", "year"),
    ("at most, where more is better", aim("90", op="<="), AIR, "higher", "unlike", "bound"),
    ("a change, not a level", aim("3", change="increase"), AIR, "higher", "unlike", "change"),
    ("points, not per cent", aim("3", unit="百分点"), AIR, "higher", "unlike", "unit"),
    ("a range above", aim("88", to="90", op="range"), AIR, "higher", "stronger", None),
    ("a range from the value on", aim("87.5", to="90", op="range"), AIR, "higher", "stronger", None),
    ("a range below", aim("80", to="85", op="range"), AIR, "higher", "weaker", None),
    ("a range across", aim("85", to="90", op="range"), AIR, "higher", "unlike", "straddling"),
    ("the bound itself, where more than it is asked", aim("80", year=2020), official("FYP13-01"), "higher", "weaker", None),
    ("beyond the bound", aim("81", year=2020), official("FYP13-01"), "higher", "stronger", None),
    ("lower is better: less", aim("27", op="<=", unit="微克/立方米", year=2027), PM, "lower", "stronger", None),
    ("lower is better: more", aim("35", op="<=", unit="微克/立方米", year=2027), PM, "lower", "weaker", None),
    ("the same in another unit", aim("0.028", unit="毫克/立方米", year=2027), PM, "lower", "equal", None),
    ("at least, where less is better", aim("20", op=">=", unit="微克/立方米", year=2027), PM, "lower", "unlike", "bound"),
    ("per cent, not a concentration", aim("28", year=2027), PM, "lower", "unlike", "unit"),
    ("a change from the same year", aim("14", change="decrease", base=2020), GDP, "reduction", "stronger", None),
    ("the same change", aim("13.5", change="decrease", base=2020), GDP, "reduction", "equal", None),
    ("a change from an unknown year", aim("14", change="decrease"), GDP, "reduction", "unlike", "baseline"),
    ("a change from another year", aim("14", change="decrease", base=2015), GDP, "reduction", "unlike", "baseline_unlike"),
    ("a level, not a change", aim("14", base=2020), GDP, "reduction", "unlike", "change"),
    ("a sum over all of China", aim("500", unit="立方米"), official("DC-05"), "higher", "unlike", "total"),
    ("words", aim("30", unit="微克/立方米"), official("AIR23-07"), "lower", "unlike", "words"),
    ("a standard without a year", aim("71", year=None), official("ECO24S-6a"), "higher", "stronger", None),
]  # fmt: skip


@pytest.mark.parametrize(("own", "value", "direction", "verdict", "why"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_a_standing(own, value, direction, verdict, why):
    found = compare(own, value, direction)
    assert (found.verdict, found.why) == (verdict, why)
    assert found.official is value


def test_nothing_to_compare_with():
    assert compare(aim("1"), None, "higher").why == "none"


def test_an_approximate_number_says_so():
    assert compare(aim("93"), official("SOIL14-01"), "higher").about
    assert not compare(aim("90"), AIR, "higher").about


@pytest.mark.parametrize("year", [None, 2019, 2024, 2030])
def test_values_alone_are_compared_whatever_the_year(year):
    found = compare_values(aim("90", year=year), AIR, "higher")
    assert (found.verdict, found.official) == ("stronger", AIR)
    assert compare_values(aim("87.5", year=year), AIR, "higher").verdict == "equal"
    assert compare_values(aim("90", unit="百分点", year=year), AIR, "higher").why == "unit"
    assert compare_values(aim("90", year=year), None, "higher").why == "none"


@given(st.decimals(0, 100, places=1), st.integers(2015, 2035))
def test_a_bigger_or_earlier_target_never_stands_weaker(value, year):
    order = {"weaker": 0, "equal": 1, "stronger": 2}
    here = compare(aim(value, year=year), AIR, "higher").verdict
    for more in (aim(value + 1, year=year), aim(value, year=year - 1)):
        there = compare(more, AIR, "higher").verdict
        if here in order and there in order:
            assert order[there] >= order[here]


@given(st.decimals(1, 99, places=2))
def test_lower_turns_higher_round(value):
    turned = {"weaker": "stronger", "stronger": "weaker", "equal": "equal"}
    assert compare(aim(value), AIR, "lower").verdict == turned[compare(aim(value), AIR, "higher").verdict]


@pytest.mark.parametrize(("head", "year", "adcode", "code", "of"), [
    ("BC22-03", 2025, None, "FYP14-03", 2025),
    ("BC22-03", 2023, None, "FYP14-03", 2025),
    ("BC22-03", 2019, None, "FYP13-01", 2020),
    ("BC22-03", 2028, None, "FYP14-03", 2025),
    ("BC22-01", 2025, None, "BCOP-01", 2027),
    ("BC22-01", 2030, None, "BCOP-01", 2035),
    ("BC22-01", 2025, "110000", "AIR23-08", 2025),
    ("DC-03", 2060, None, "DC-03", 2060),
])  # fmt: skip
def test_the_value_that_holds(head, year, adcode, code, of):
    found = choose_official(list_official(head), year, adcode)
    assert found is not None
    assert (found.code, found.year) == (code, of)


@pytest.mark.parametrize(("head", "adcode"), [("BC22-02", None), ("BC22-01", "120000"), ("ECO24S-6a", None)])
def test_no_value_holds(head, adcode):
    assert choose_official(list_official(head), 2025, adcode) is None


def test_the_order_of_values_does_not_matter():
    values = list_official("DC-03")
    assert choose_official(values[::-1], 2026) == choose_official(values, 2026) == replace(values[1])
