"""The language of numbers: a table of ways to set a level, and numbers of every kind written in every way."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.measure import find_measures
from ecoledger.extract.quantity import find_quantities
from ecoledger.lexicon.loader import load_table, words

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "target.csv").open(encoding="utf-8")))
DIGITS = "零一二三四五六七八九"
MAGNITUDES = {"": 1, "万": 10**4, "亿": 10**8}
UNITS = sorted(
    name
    for row in load_table("unit", ("unit", "aliases", "kind"), key="unit")
    if row["kind"] == "measure"
    for name in (row["unit"], *words(row["aliases"]))
)
FORMS = {
    name: row["unit"]
    for row in load_table("unit", ("unit", "aliases", "kind"), key="unit")
    for name in (row["unit"], *words(row["aliases"]))
}


def plain(value):
    return "" if value is None else format(value.normalize(), "f")


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["text"])
def test_cases(row):
    found = find_measures(row["text"], 0, len(row["text"]))
    for column, values in {
        "words": [t.text for t in found],
        "indicator": [t.indicator or "" for t in found],
        "code": [t.indicator_code or "" for t in found],
        "op": [t.op for t in found],
        "value": [plain(t.value) for t in found],
        "value2": [plain(t.value2) for t in found],
        "unit": [t.unit or "" for t in found],
        "change": [t.change or "" for t in found],
        "baseline": [t.baseline or "" for t in found],
    }.items():
        assert values == row[column].split("|"), column


@pytest.mark.parametrize(
    "text",
    [
        "产值超千亿级的产业集群",
        "打造百亿级产业",
        "万亩湿地",
        "重点抓好以下8个方面工作",
        "抓好三个环节",
        "对排放量占60%的企业实施深度治理",
        "30亩以上的林地",
        "执行国六标准",
        "5A级旅游景区",
        "京津冀“2+26”城市",
        "二十四节气",
        "一微克也不放过",
        "力争储能规模实现翻番",
        "拨打12369举报",
        "第35个世界环境日",
        "按照2024年第3号令执行",
        "前列",
        "目前累计治理沙地30万亩",
    ],
)
def test_what_sets_no_level(text):
    assert find_measures(text, 0, len(text)) == ()


def chinese(number):
    """Write a number below 10,000 the way reports do."""
    out, skipped = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            out += ("零" if skipped else "") + DIGITS[digit] + sign
            skipped = False
        elif out:
            skipped = True
    return out.removeprefix("一") if 10 <= number < 20 else out


def only(text):
    (found,) = find_quantities(text)
    return found


@given(st.decimals(1, 9999, places=2), st.sampled_from(list(MAGNITUDES)), st.sampled_from(UNITS))
def test_a_number_in_arabic_figures(number, magnitude, unit):
    found = only(f"总量达到{number}{magnitude}{unit}")
    assert found.value == number * MAGNITUDES[magnitude]
    assert found.unit == FORMS[unit]


@given(
    st.integers(2, 9999),
    st.sampled_from(list(MAGNITUDES)),
    st.sampled_from(["亩", "吨", "元", "千瓦时", "立方米"]),
)
def test_a_number_in_chinese_figures(number, magnitude, unit):
    assert only(f"总量达到{chinese(number)}{magnitude}{unit}").value == number * MAGNITUDES[magnitude]


@given(st.integers(1, 100), st.integers(0, 9))
def test_a_share_of_a_hundred(whole, tenth):
    number = Decimal(f"{whole}.{tenth}")
    written = chinese(whole) if whole < 100 else "百"
    assert only(f"比例达到{number}%").value == number
    assert only(f"比例达到{number}％").value == number
    assert only(f"比例达到百分之{number}").value == number
    assert only(f"比例达到百分之{written}").value == whole
    if tenth and whole < 100:
        assert only(f"比例达到百分之{written}点{DIGITS[tenth]}").value == number


@given(st.integers(1, 9), st.integers(1, 9))
def test_tenths(tens, rest):
    assert only(f"比例达到{DIGITS[tens]}成").value == 10 * tens
    assert only(f"比例达到{DIGITS[tens]}成{DIGITS[rest]}").value == 10 * tens + rest


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(["-", "—", "–", "~", "～", "至", "到"]),
    st.sampled_from(list(MAGNITUDES)),
    st.sampled_from(["%", "亩", "个", "公里"]),
)
def test_a_range(low, more, dash, magnitude, unit):
    high = low + more
    for text in (
        f"总量{low}{magnitude}{dash}{high}{magnitude}{unit}",
        f"总量{low}{dash}{high}{magnitude}{unit}",
        f"总量{low}{magnitude}{unit}{dash}{high}{magnitude}{unit}",
    ):
        found = only(text)
        assert (found.value, found.value2, found.op) == (
            low * MAGNITUDES[magnitude], high * MAGNITUDES[magnitude], "range",
        )  # fmt: skip


BEFORE = {
    "不低于": ">=",
    "至少": ">=",
    "超过": ">=",
    "突破": ">=",
    "不超过": "<=",
    "不高于": "<=",
    "控制在": "<=",
    "约": "~",
    "近": "~",
    "达到": "=",
    "降至": "=",
    "提高到": "=",
}
AFTER = {"以上": ">=", "及以上": ">=", "以内": "<=", "以下": "<=", "左右": "~", "": None}


@given(
    st.sampled_from(list(BEFORE)),
    st.integers(2, 999),
    st.sampled_from(["%", "亩", "家"]),
    st.sampled_from(list(AFTER)),
)
def test_a_bound_before_or_behind(before, number, unit, after):
    """The word behind the number is nearer to what is meant: 控制在5%左右 is about."""
    found = only(f"总量{before}{number}{unit}{after}。")
    assert (found.value, found.op) == (number, AFTER[after] or BEFORE[before])


@given(
    st.sampled_from(["较2020年", "比上年", "同比", "较“十三五”末", ""]),
    st.sampled_from([("下降", "decrease"), ("减少", "decrease"), ("提高", "increase"), ("增长", "increase")]),
    st.integers(1, 99),
)
def test_a_change_and_what_it_is_measured_from(baseline, verb, number):
    word, change = verb
    found = only(f"用水总量{baseline}{word}{number}%")
    assert (found.value, found.change) == (number, change)
    assert found.baseline == (baseline.lstrip("较比") or None)
    assert only(f"用水总量{word}到{number}%").change is None
