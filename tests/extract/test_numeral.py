"""Numbers in Arabic and Chinese writing are read alike."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.numeral import read_numeral, read_range


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("0", "0"),
        ("1,000", "1000"),
        ("1,234,567.8", "1234567.8"),
        ("3.5", "3.5"),
        ("３５", "35"),
        ("３．５", "3.5"),
        ("3.5万", "35000"),
        ("1.2亿", "120000000"),
        ("2万亿", "2000000000000"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("两", "2"),
        ("一百零五", "105"),
        ("三百二十五", "325"),
        ("两千", "2000"),
        ("一千零一", "1001"),
        ("三万", "30000"),
        ("一万二千", "12000"),
        ("三千万", "30000000"),
        ("零点五", "0.5"),
        ("三点二", "3.2"),
        ("二〇二五", "2025"),
        ("二〇二三", "2023"),
        ("二○三五", "2035"),
        ("一九九八", "1998"),
        ("三〇", "30"),
    ],
)
def test_numbers(words, value):
    assert read_numeral(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    ["", "个", "万", "三个", "百", "五十百", "二百五", "1.", "abc", "一百二百", "两三", "一二三", "9" * 31],
)
def test_what_is_no_number(words):
    assert read_numeral(words) is None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("一两", 1, 2),
        ("两三", 2, 3),
        ("二三", 2, 3),
        ("三五", 3, 5),
        ("七八", 7, 8),
        ("八九", 8, 9),
        ("十二三", 12, 13),
        ("二十七八", 27, 28),
        ("二三十", 20, 30),
        ("三五十", 30, 50),
        ("一二百", 100, 200),
        ("一百四五十", 140, 150),
        ("两三千", 2000, 3000),
        ("三五万", 30_000, 50_000),
        ("七八十万", 700_000, 800_000),
        ("九十", 90, None),
        ("二〇二三", 2023, None),
        ("二○三五", 2035, None),
        ("二〇二〇", 2020, None),
        ("3.5", 3.5, None),
    ],
)
def test_two_neighbouring_digits_are_a_range(words, low, high):
    assert read_range(words) == (Decimal(str(low)), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    "words",
    ["八五", "五三", "二五", "十三五", "十四五", "十五五", "一百四五", "三四五", "两三点五", "两三万五"],
)
def test_what_is_neither_number_nor_range(words):
    assert read_range(words) is None


def chinese(number: int) -> str:
    """Write a number below 10,000 the way reports do."""
    words, skipped = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if skipped else "") + "零一二三四五六七八九"[digit] + sign
            skipped = False
        elif words:
            skipped = True
    return words.removeprefix("一") if 10 <= number < 20 else words or "零"


@given(st.integers(0, 9999))
def test_chinese_numbers_round_trip(number):
    assert read_numeral(chinese(number)) == number


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_chinese_numbers_with_a_myriad_round_trip(high, low):
    rest = "" if low == 0 else ("零" if low < 1000 else "") + chinese(low).replace("十", "一十", low < 20)
    assert read_numeral(f"{chinese(high)}万{rest}") == high * 10_000 + low


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "万", "亿"]))
def test_arabic_numbers_round_trip(number, sign):
    factor = {"": 1, "万": 10**4, "亿": 10**8}[sign]
    assert read_numeral(f"{number}{sign}") == number * factor
    assert read_numeral(f"{number:,}{sign}") == number * factor


@given(st.text("零一二三十百千万亿点0123456789.,两个", max_size=20))
def test_nothing_raises(words):
    value = read_numeral(words)
    assert value is None or value >= 0
    ends = read_range(words)
    assert ends is None or ends[1] is None or ends[0] < ends[1]
