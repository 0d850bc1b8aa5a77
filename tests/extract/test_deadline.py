"""Deadlines: which words of time bound a commitment, and until when."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.deadline import find_deadlines, find_passed

REFERENCE = dt.date(2023, 9, 16)
LETTERS = "到今明年底月末前内期间以来季度上下半旬周日“十四五”三五0123456789春节汛每，。按"


def deadlines(text, reference=REFERENCE):
    return find_deadlines(text, 0, len(text), reference)


@pytest.mark.parametrize(
    ("text", "words", "kind", "due", "certainty"),
    [
        ("6月30日前完成", "6月30日前", "date", dt.date(2024, 6, 30), "derived"),
        ("2023年12月31日前完成", "2023年12月31日前", "date", dt.date(2023, 12, 31), "explicit"),
        ("10月底前完成", "10月底前", "date", dt.date(2023, 10, 31), "derived"),
        ("12月中旬前完成", "12月中旬前", "date", dt.date(2023, 12, 20), "derived"),
        ("年底前全部销号", "年底前", "year_end", dt.date(2023, 12, 31), "derived"),
        ("明年底建成", "明年底", "year_end", dt.date(2024, 12, 31), "derived"),
        ("到2025年达到", "2025年", "year_end", dt.date(2025, 12, 31), "explicit"),
        ("2030年前达峰", "2030年前", "year_end", dt.date(2030, 12, 31), "explicit"),
        ("今年完成造林", "今年", "period", dt.date(2023, 12, 31), "derived"),
        ("实现全年无人为火情", "全年", "period", dt.date(2023, 12, 31), "derived"),
        ("完成年度任务", "年度", "period", dt.date(2023, 12, 31), "derived"),
        ("明年上半年完成", "明年上半年", "period", dt.date(2024, 6, 30), "derived"),
        ("四季度末扭转", "四季度末", "date", dt.date(2023, 12, 31), "derived"),
        ("季度末前完成", "季度末前", "date", dt.date(2023, 9, 30), "derived"),
        ("月底前拿出", "月底前", "date", dt.date(2023, 9, 30), "derived"),
        ("到“十四五”末达到", "“十四五”末", "plan_period", dt.date(2025, 12, 31), "derived"),
        ("“十五五”时期推进", "“十五五”时期", "plan_period", dt.date(2030, 12, 31), "derived"),
        ("今后五年推进", "今后五年", "period", dt.date(2028, 9, 16), "derived"),
        ("三年内建成", "三年内", "period", dt.date(2026, 9, 16), "derived"),
        ("用3至5年时间建成", "用3至5年时间", "period", dt.date(2028, 9, 16), "derived"),
        ("用两到三年，把漏损降下来", "用两到三年", "period", dt.date(2026, 9, 16), "derived"),
        ("用两三年时间清淤", "用两三年时间", "period", dt.date(2026, 9, 16), "derived"),
        ("力争用三年左右基本消除", "用三年左右", "period", dt.date(2026, 9, 16), "derived"),
        ("3至5年内建成", "3至5年内", "period", dt.date(2028, 9, 16), "derived"),
        ("今后3—5年推进", "今后3—5年", "period", dt.date(2028, 9, 16), "derived"),
        ("2至3个月内清零", "2至3个月内", "period", dt.date(2023, 12, 16), "derived"),
        ("用两到三个月时间清零", "用两到三个月时间", "period", dt.date(2023, 12, 16), "derived"),
        ("10至15日内报送", "10至15日内", "period", dt.date(2023, 10, 1), "derived"),
        ("半年内见效", "半年内", "period", dt.date(2024, 3, 16), "derived"),
        ("15个工作日内办结", "15个工作日内", "period", dt.date(2023, 10, 6), "derived"),
        ("30日内办结", "30日内", "period", dt.date(2023, 10, 16), "derived"),
        ("入冬前完成", "入冬前", "date", dt.date(2023, 10, 31), "vague"),
        ("春节前清零", "春节前", "date", dt.date(2024, 2, 9), "derived"),
        ("今冬明春抓好", "今冬明春", "period", dt.date(2024, 3, 31), "vague"),
        ("按期整改销号", "按期", "none", None, "vague"),
        ("疫情期间做好", "疫情期间", "none", None, "vague"),
        ("坚持立行立改", "立行立改", "immediate", None, "vague"),
        ("需要长期坚持", "长期坚持", "ongoing", None, "vague"),
        ("每年6月开展宣传", "每年6月", "ongoing", None, "vague"),
    ],
)
def test_deadlines(text, words, kind, due, certainty):
    (found,) = deadlines(text)
    assert (found.text, found.kind, found.due, found.certainty) == (words, kind, due, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "实施环保三年行动计划",
        "2023年专题片披露的问题",
        "第二轮中央环保督察",
        "9月16日上午召开大会",
        "近年来环境持续改善",
        "今年以来持续改善",
        "2015年以来开展整治",
        "2020年建成的设施",
        "较2025年下降",
        "编制“十五五”规划",
        "今年是攻坚之年",
        "2020年是收官之年",
        "全面落实《生态文明建设规划（2016—2025年）》",
        "也是今年工作考核的“衡量仪”",
        "抓紧编制2021年环保工作任务清单",
        "秋冬季大气污染综合治理攻坚",
        "坚持边督边改",
        "分年度制定方案",
        "年度考核优秀",
        "2024年1月起施行",
        "对照年度目标责任书",
        "做好2025年度环境质量考核工作",
        "尽快发挥效益",
        "十年禁渔",
        "近3至5年内",
        "使用五年，磨损严重",
        "截至上半年末，任务过半",
        "6月底已完成八成",
        "一季度末，管网已建成三公里",
        "截至6月底，任务过半",
        "截至二季度末，任务过半",
        "近期开展整治",
        "去年同期",
        "每月通报",
    ],
)
def test_what_bounds_nothing(text):
    assert deadlines(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("3月底前完成清淤", "3月底前", dt.date(2025, 3, 31)),
        ("一季度末前完成清淤", "一季度末前", dt.date(2025, 3, 31)),
        ("一季度前完成清淤", "一季度前", dt.date(2025, 3, 31)),
        ("二季度末完成清淤", "二季度末", dt.date(2025, 6, 30)),
        ("四季度末完成清淤", "四季度末", dt.date(2024, 12, 31)),
        ("上半年前完成清淤", "上半年前", dt.date(2025, 6, 30)),
        ("上半年末完成清淤", "上半年末", dt.date(2025, 6, 30)),
        ("下半年完成清淤", "下半年", dt.date(2024, 12, 31)),
        ("明年一季度末前完成清淤", "明年一季度末前", dt.date(2025, 3, 31)),
        ("2026年一季度前完成清淤", "2026年一季度前", dt.date(2026, 3, 31)),
    ],
)
def test_a_last_day_that_is_past_is_the_next_years(text, words, due):
    (found,) = deadlines(text, dt.date(2024, 11, 20))
    assert (found.text, found.due) == (words, due)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今年9月底前完成清淤", ["今年9月底前"]),
        ("2024年二季度末前完成清淤，年底前销号", ["2024年二季度末前"]),
        ("2023年底前应完成清淤", ["2023年底前"]),
        ("9月底前完成清淤", []),
        ("淘汰2017年前的老旧车辆", []),
        ("今年上半年情况", []),
    ],
)
def test_a_last_day_that_was_over_is_told(text, words):
    assert [span.text for span in find_passed(text, 0, len(text), dt.date(2024, 11, 20))] == words


def test_without_a_reference_nothing_is_over():
    assert find_passed("2023年底前应完成清淤", 0, 11, None) == ()


def test_without_a_reference_the_words_stay_open():
    found = deadlines("年底前完成，到2025年达标，“十四五”末见效，三年内建成", None)
    assert [(d.text, d.due) for d in found] == [
        ("年底前", None),
        ("2025年", dt.date(2025, 12, 31)),
        ("“十四五”末", dt.date(2025, 12, 31)),
        ("三年内", None),
    ]
    assert found[0].certainty == "vague"


def test_a_period_has_a_first_day_and_a_deadline_has_none():
    period, deadline = deadlines("今后五年推进，年底前完成")
    assert (period.begin, deadline.begin) == (REFERENCE, None)


def test_a_day_that_does_not_exist_stays_open():
    (found,) = deadlines("6月31日前完成")
    assert (found.due, found.certainty) == (None, "vague")


def test_offsets_are_those_of_the_whole_text():
    text = "会议指出。要年底前完成。"
    (found,) = find_deadlines(text, 5, len(text), REFERENCE)
    assert text[found.start : found.end] == "年底前"


@given(st.text(LETTERS, max_size=40), st.one_of(st.none(), st.dates()))
def test_nothing_raises_and_spans_are_exact(text, reference):
    found = deadlines(text, reference)
    assert all(text[d.start : d.end] == d.text for d in found)
    assert all(d.begin is None or d.due is None or d.begin <= d.due for d in found)
    assert deadlines(text, reference) == found


def test_a_stretch_that_ends_before_it_begins_stays_open():
    (found,) = deadlines("2025年6月至2024年5月开展行动")
    assert (found.begin, found.due) == (None, None)
