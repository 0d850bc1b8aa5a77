"""Quantitative targets: the words that state a level, what is measured, and what is left alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.measure import find_measures

LETTERS = "确保率达到保持分别、和，。；由从的已完成新增浓度覆盖0123456789%万亩个家“”（）\n"


def measures(text, **options):
    return find_measures(text, 0, len(text), **options)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "完成湿地修复500亩、矿山修复12处。",
            [("完成湿地修复500亩", "500", "亩"), ("矿山修复12处", "12", "处")],
        ),
        (
            "新建绿色工厂超20家，创建示范村14个",
            [("新建绿色工厂超20家", "20", "家"), ("创建示范村14个", "14", "个")],
        ),
        ("整治20个行政村生活污水，推进改革", [("整治20个行政村生活污水", "20", "个")]),
        ("到2025年，森林覆盖率达到48.5%以上", [("森林覆盖率达到48.5%以上", "48.5", "%")]),
        ("计划年内完成造林2万亩", [("完成造林2万亩", "20000", "亩")]),
        (
            "完成50条河流和7个保护地确权登记",
            [("完成50条河流", "50", "条"), ("7个保护地确权登记", "7", "个")],
        ),
        (
            "建设9个和美乡村示范村、整治河道3条",
            [("建设9个和美乡村示范村", "9", "个"), ("整治河道3条", "3", "条")],
        ),
        (
            "新增示范村2个和特色村、重点村23个",
            [("新增示范村2个", "2", "个"), ("特色村、重点村23个", "23", "个")],
        ),
        (
            "投资20亿元建设3个风光基地",
            [("投资20亿元建设3个风光基地", "2000000000", "元"), ("投资20亿元建设3个风光基地", "3", "个")],
        ),
        ("实施总投资5亿元的治理项目", [("实施总投资5亿元的治理项目", "500000000", "元")]),
    ],
)
def test_targets(text, targets):
    assert [(t.text, t.value, t.unit) for t in measures(text)] == [
        (words, Decimal(value), unit) for words, value, unit in targets
    ]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("确保森林覆盖率达到48%", ["森林覆盖率"]),
        ("确保10月底前完成12个入河排污口整治", ["入河排污口整治"]),
        ("整治入河排污口19个", ["整治入河排污口"]),
        ("PM2.5平均浓度控制在35微克/立方米以下", ["PM2.5平均浓度"]),
        ("PM2.5浓度由38微克/立方米降至32微克/立方米", ["PM2.5浓度"]),
        ("固定资产投资、工业投资分别增长13%以上和15%以上", ["固定资产投资", "工业投资"]),
        ("新能源汽车保有量、充电桩产量增长74%和105%", ["新能源汽车保有量", "充电桩产量"]),
        ("国控、省控断面水质优良率分别达75%、85.7%", ["国控、省控断面水质优良率"] * 2),
        ("确保断面水质优良比例、水源地水质达标率均保持100%", ["断面水质优良比例", "水源地水质达标率"]),
        ("生产总值增长5%以上，力争突破6000亿元", ["生产总值", "生产总值"]),
        ("反馈的23项问题整改完成率达到100%", ["反馈的23项问题整改完成率"]),
    ],
)
def test_indicators(text, indicators):
    assert [t.indicator for t in measures(text)] == indicators


def test_numbers_of_a_list_share_its_head_and_keep_their_order():
    found = measures("要确保国控、省控断面水质优良率分别达75%、85.7%。")
    assert [t.value for t in found] == [Decimal(75), Decimal("85.7")]
    assert found[1].text == "确保国控、省控断面水质优良率分别达75%、85.7%"


def test_a_target_is_tied_to_the_catalogue_of_indicators():
    found = measures("PM2.5浓度较2020年下降10%，湿地保护率达到55%，示范村达到14个")
    assert [t.indicator_code for t in found] == ["FYP14-06", "BC22-13", None]
    assert (found[0].change, found[0].baseline) == ("decrease", "2020年")


@pytest.mark.parametrize(
    "text",
    [
        "聚焦督察反馈的15个问题",
        "推动岸线1公里范围内企业全部搬迁",
        "消除收益5万元以下的村",
        "落实“5个一”要求（含3个专项）",
        "劣Ⅴ类断面全部消除",
        "推进三年行动计划",
    ],
)
def test_a_number_that_only_describes_is_no_target(text):
    assert measures(text) == ()


def test_what_is_done_is_a_target_only_where_asked_for():
    text = "目前285个项目已全部开工，力争21个断面达到Ⅲ类"
    assert [t.value for t in measures(text)] == [21]
    assert [t.value for t in measures(text, done=True)] == [285, 21]


def test_offsets_are_those_of_the_whole_text():
    text = "会议指出。要完成造林2万亩。"
    (found,) = find_measures(text, 5, len(text) - 1)
    assert text[found.start : found.end] == found.text == "完成造林2万亩"


@given(st.text(LETTERS, max_size=60), st.data())
def test_spans_are_exact_and_within_bounds(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find_measures(text, start, end)
    assert all(start <= t.start < t.end <= end and text[t.start : t.end] == t.text for t in found)
    assert find_measures(text, start, end) == found
