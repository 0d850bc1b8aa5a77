"""What is said of filters, targets, deadlines and sentences."""

import datetime as dt
from decimal import Decimal

import pytest

from dashboard.chip import describe_filter, list_chips
from dashboard.element import as_text, write_facts, write_table
from dashboard.labels import date_text, number_text, target_text
from dashboard.report.evidence import deadline_text, sentence_around
from ecoledger.ledger.filter import Filter
from ecoledger.model import Deadline, Target

ON = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Filter(), ""),
        (Filter(provinces=("340000",)), "安徽省"),
        (Filter(provinces=("310000", "340000"), prefectures=("341700",)), "上海市；池州市"),
        (Filter(provinces=("340000",), prefectures=("341700",), counties=("341702",)), "贵池区"),
        (Filter(since=dt.date(2022, 1, 1)), "日期：2022年1月1日以来"),
        (Filter(until=dt.date(2022, 12, 31)), "日期：2022年12月31日以前"),
        (
            Filter(since=dt.date(2022, 1, 1), until=dt.date(2022, 12, 31)),
            "日期：2022年1月1日至2022年12月31日",
        ),
        (Filter(since=dt.date(2021, 1, 1), until=dt.date(2025, 12, 31)), "“十四五”"),
        (Filter(since=dt.date(2026, 1, 1), until=dt.date(2026, 12, 31)), "本年"),
        (Filter(due_until=dt.date(2026, 12, 31)), "完成时限：2026年12月31日以前"),
        (Filter(themes=("water",), labels=("action",)), "领域：水；性质：可核查的行动"),
        (
            Filter(words=" 环境  -质量 ", has_body=True, doubtful=True),
            "有责任单位；存疑；含“环境”；不含“质量”",
        ),
        (Filter(has_target=False, reliable=False), "无目标；报告文字不可靠"),
        (Filter(bodies=tuple("甲乙丙丁戊")), "责任单位：丁、丙、乙等 5 项"),
        (
            Filter(indicators=("BC22-02",), body_roles=("lead",)),
            "单位职责：牵头；指标：地级及以上城市可吸入颗粒物(PM1…",
        ),
        (Filter(commitments=("a", "b")), "选定的 2 条承诺"),
        (Filter(undated="only"), "只含日期不详的报告"),
    ],
)
def test_a_filter_in_words(wanted, said):
    assert describe_filter(wanted, ON) == said


@pytest.mark.parametrize(
    ("wanted", "rests"),
    [
        (
            Filter(provinces=("340000",), counties=("341702",), words="水"),
            [Filter(words="水"), Filter(provinces=("340000",), counties=("341702",))],
        ),
        (
            Filter(provinces=("340000",), counties=("341702", "341721")),
            [Filter(provinces=("340000",), counties=(other,)) for other in ("341721", "341702")],
        ),
        (Filter(words="水 -河"), [Filter(words="-河"), Filter(words="水")]),
        (Filter(themes=("air", "water")), [Filter(themes=("water",)), Filter(themes=("air",))]),
        (
            Filter(bodies=tuple("甲乙丙丁"), has_body=True),
            [Filter(has_body=True), Filter(bodies=tuple("甲乙丙丁"))],
        ),
        (
            Filter(since=ON, until=ON, undated="include"),
            [Filter(undated="include"), Filter(since=ON, until=ON)],
        ),
    ],
)
def test_a_chip_takes_its_condition_away(wanted, rests):
    assert [chip.rest for chip in list_chips(wanted, ON)] == rests


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("35000", "35,000"),
        ("0.50", "0.5"),
        ("100", "100"),
        ("1E+3", "1,000"),
        ("12.0", "12"),
        ("-3.20", "-3.2"),
    ],
)
def test_a_number_in_digits(value, said):
    assert number_text(Decimal(value)) == said


def target(**parts):
    return Target(0, 2, "目标", kind="quantitative", rule="r", **parts)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (target(), "目标"),
        (
            target(indicator="PM2.5", value=Decimal(28), unit="微克/立方米", op="<="),
            "PM2.5 不超过 28 微克/立方米",
        ),
        (target(value=Decimal(35000), unit="亩", op="="), "35,000 亩"),
        (target(value=Decimal(3), value2=Decimal(5), unit="个", op="range"), "3—5 个"),
        (
            target(
                indicator="用水量", value=Decimal(10), unit="%", op="=", change="decrease", baseline="2020年"
            ),
            "用水量 下降 10 %（比2020年）",
        ),
        (target(value=Decimal(3), unit="%", change="decrease", baseline="同比"), "下降 3 %（同比）"),
        (target(value=Decimal(3), unit="%", change="increase", baseline="环比"), "增加 3 %（环比）"),
        (
            target(value=Decimal(3), unit="%", change="increase", baseline="去年同期"),
            "增加 3 %（比去年同期）",
        ),
    ],
)
def test_a_target_in_words(one, said):
    assert target_text(one) == said


@pytest.mark.parametrize(
    ("begin", "due", "kind", "said"),
    [
        (None, dt.date(2025, 12, 31), "year_end", "2025年12月31日"),
        (dt.date(2021, 1, 1), dt.date(2025, 12, 31), "plan_period", "2021年1月1日至2025年12月31日"),
        (None, None, "immediate", "立即"),
    ],
)
def test_a_deadline_in_words(begin, due, kind, said):
    assert deadline_text(Deadline(0, 1, "年", kind, "derived", "r", begin, due)) == said


@pytest.mark.parametrize(
    ("text", "start", "end", "around"),
    [
        ("前言。会议强调，要治水。后文。", 8, 11, ("会议强调，", "。")),
        ("要治水", 0, 3, ("", "")),
        ("甲\n要治水，抓紧\n乙", 2, 5, ("", "，抓紧")),
        ("甲；要治水！", 2, 5, ("甲；", "！")),
    ],
)
def test_the_sentence_around_a_commitment(text, start, end, around):
    assert sentence_around(text, start, end) == around


def test_a_day_that_is_not_known_is_said():
    assert date_text(None) == "日期不详"
    assert date_text(dt.date(2022, 5, 6)) == "2022年5月6日"


def test_outside_words_never_become_markup():
    assert as_text("*a* [b](c) :x: $y$\n#") == r"\*a\* \[b\]\(c\) \:x\: \$y\$ \#"
    assert "<b>" not in write_facts([("名", "<b>")])
    assert "<b>" not in write_table(("<b>",), [("<b>",)])


def test_facts_without_a_value_are_left_out():
    assert "主持" not in write_facts([("主持", None), ("日期", "今天")])
