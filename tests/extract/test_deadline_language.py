"""The language of deadlines: a table of ways to say by when, and dates of every kind made from a calendar."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from borax.calendars.lunardate import LunarDate
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract import calendar
from ecoledger.extract.deadline import find_deadlines

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "deadline.csv").open(encoding="utf-8")))
REFERENCE = dt.date(2024, 3, 5)
DIGITS = "〇一二三四五六七八九"
TENS = ("", "十", "二十", "三十")
YEARS = st.integers(2012, 2035)
REFERENCES = st.dates(dt.date(2012, 1, 1), dt.date(2034, 12, 31))


def deadlines(text, reference=REFERENCE):
    return find_deadlines(text, 0, len(text), reference)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["text"])
def test_cases(row):
    found = [
        (d.text, d.kind, str(d.begin or ""), str(d.due or ""), d.certainty) for d in deadlines(row["text"])
    ]
    columns = (row[key].split(";") for key in ("words", "kind", "from", "to", "certainty"))
    assert found == list(zip(*columns, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "今年，全市完成了造林",
        "今年已新增管网40公里",
        "今年年初部署的任务",
        "去年12月底前完成",
        "提前三个月完成",
        "提前一年完成",
        "3日前，工程全部完工",
        "今年是“十四五”规划收官之年",
        "开展为期三个月的专项行动",
        "按照百年一遇防洪标准建设",
        "设计使用年限15年",
        "打好三年攻坚战",
        "从9月起开展检查",
        "当前正值汛期，要加强巡查",
        "竣工验收前不得投产",
        "坚持边督边改、立行立改",
        "坚持即知即改、立行立改、举一反三",
        "汛期后开展评估",
        "过去两年持续投入",
        "每月调度",
        "中央财政",
        "尽早发挥效益",
    ],
)
def test_what_bounds_nothing(text):
    assert deadlines(text) == ()


def chinese_year(year):
    return "".join(DIGITS[int(c)] for c in str(year))


def chinese_day(number):
    tens, ones = divmod(number, 10)
    return TENS[tens] + (DIGITS[ones] if ones else "")


@given(
    st.dates(dt.date(2012, 1, 1), dt.date(2035, 12, 31)),
    st.sampled_from(["前", "之前", "以前", "24时前", "底"]),
)
def test_a_day_before_which_to_act(day, end):
    reference = dt.date(2011, 6, 1)
    for words in (
        f"{day.year}年{day.month}月{day.day}日{end}",
        f"{day.year}年{day.month:02}月{day.day:02}日{end}",
        f"{chinese_year(day.year)}年{chinese_day(day.month)}月{chinese_day(day.day)}日{end}",
    ):
        (found,) = deadlines(f"务必于{words}完成清淤", reference)
        assert (found.text, found.due, found.kind, found.certainty) == (words, day, "date", "explicit")


@given(REFERENCES, st.integers(1, 12), st.sampled_from(["底前", "底", "末前"]))
def test_the_end_of_a_month_is_the_next_that_comes(reference, month, end):
    (found,) = deadlines(f"{month}月{end}完成清淤", reference)
    year = reference.year + (month < reference.month)
    assert found.due == calendar.month_end(year, month)


@given(YEARS, st.integers(1, 4), st.sampled_from(["", "第"]), st.booleans())
def test_a_quarter_of_a_year(year, quarter, ordinal, end):
    words = f"{year}年{ordinal}{DIGITS[quarter]}季度" + "末前" * end
    (found,) = deadlines(f"{words}完成清淤", dt.date(2011, 6, 1))
    assert found.text == words
    assert found.due == calendar.month_end(year, 3 * quarter)
    assert (found.begin is None) == end


@given(YEARS, st.sampled_from(["年底前", "年年底前", "年底", "年末", "年", "年前"]))
def test_a_year_by_which_to_act(year, end):
    for name in (str(year), chinese_year(year), chinese_year(year).replace("〇", "○")):
        (found,) = deadlines(f"力争到{name}{end}基本建成", dt.date(2011, 6, 1))
        assert (found.text, found.due, found.kind) == (f"{name}{end}", dt.date(year, 12, 31), "year_end")


@given(st.integers(2012, 2030), st.integers(1, 9), st.sampled_from("-—–~～至到"), st.booleans())
def test_a_run_of_years(first, count, dash, short):
    last = first + count
    words = f"{first}{dash}{last % 100 if short and last // 10 == first // 10 else last}年"
    (found,) = deadlines(f"{words}实施修复", dt.date(2011, 6, 1))
    assert (found.begin, found.due) == (dt.date(first, 1, 1), dt.date(last, 12, 31))


@given(REFERENCES, st.integers(1, 99))
def test_a_length_of_time_is_counted_from_the_reference(reference, count):
    (days,) = deadlines(f"{count}日内整改到位", reference)
    assert (days.begin, days.due) == (reference, reference + dt.timedelta(days=count))
    (months,) = deadlines(f"{count}个月内整改到位", reference)
    assert months.due == calendar.add_months(reference, count)
    (years,) = deadlines(f"用{count}年时间建成", reference)
    begins_a_year = (reference.month, reference.day) == (1, 1)  # then the last day is one of December
    assert years.due == calendar.add_months(reference, 12 * count) - begins_a_year * calendar.DAY


@given(REFERENCES, st.integers(1, 28))
def test_a_day_without_a_month_is_the_next_that_comes(reference, day):
    (found,) = deadlines(f"{day}日前报送", reference)
    assert found.due.day == day
    assert 0 <= (found.due - reference).days <= 31


@given(
    YEARS,
    st.sampled_from(
        [("春节", 1, 1), ("元宵节", 1, 15), ("端午节", 5, 5), ("中秋节", 8, 15), ("重阳节", 9, 9)]
    ),
)
def test_the_day_before_a_lunar_feast(year, feast):
    name, month, day = feast
    (found,) = deadlines(f"{year}年{name}前完成清理", dt.date(2011, 6, 1))
    assert LunarDate.from_solar(found.due + calendar.DAY).strftime("%m-%d") == f"{month}-{day}"
    assert found.due.year == year


@given(REFERENCES, st.sampled_from(["春节", "清明", "端午", "中秋", "国庆节", "元旦", "霜降", "除夕"]))
def test_a_feast_without_a_year_is_the_next_that_comes(reference, name):
    (found,) = deadlines(f"{name}前完成清理", reference)
    assert reference <= found.due
    assert (found.due - reference).days < 386  # the longest lunar year has 385 days
