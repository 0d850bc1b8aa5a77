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
            "完成滩涂修复320亩、矿山复绿17处。",
            [("完成滩涂修复320亩", "320", "亩"), ("矿山复绿17处", "17", "处")],
        ),
        (
            "新建绿色矿山超30家，创建清洁村15个",
            [("新建绿色矿山超30家", "30", "家"), ("创建清洁村15个", "15", "个")],
        ),
        ("清理36个自然村积存垃圾，推进改革", [("清理36个自然村积存垃圾", "36", "个")]),
        ("到2025年，植被覆盖率达到61.5%以上", [("植被覆盖率达到61.5%以上", "61.5", "%")]),
        ("计划年内完成种草2万亩", [("完成种草2万亩", "20000", "亩")]),
        (
            "完成26条溪流和4个湖泊确权登记",
            [("完成26条溪流", "26", "条"), ("4个湖泊确权登记", "4", "个")],
        ),
        (
            "创建6个和美乡村样板村、疏浚沟渠8条",
            [("创建6个和美乡村样板村", "6", "个"), ("疏浚沟渠8条", "8", "条")],
        ),
        (
            "新增清洁村4个和样板村、美丽村15个",
            [("新增清洁村4个", "4", "个"), ("样板村、美丽村15个", "15", "个")],
        ),
        (
            "投资7亿元建设2个苗木基地",
            [("投资7亿元建设2个苗木基地", "700000000", "元"), ("投资7亿元建设2个苗木基地", "2", "个")],
        ),
        (
            "河道清淤20公里、 新建管网3公里 ",
            [("河道清淤20公里", "20", "公里"), ("新建管网3公里", "3", "公里")],
        ),
        ("要做到 管网漏损率降到9%", [("做到 管网漏损率降到9%", "9", "%")]),
        ("实施总投资5亿元的治理项目", [("实施总投资5亿元的治理项目", "500000000", "元")]),
        ("实施投资2000万元以上的技改项目30个", [("实施投资2000万元以上的技改项目30个", "30", "个")]),
        ("劳动生产率达到30万元/人左右", [("劳动生产率达到30万元/人左右", "300000", "元/人")]),
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
        ("确保 森林覆盖率达到48%", ["森林覆盖率"]),
        ("完成率达到90%到95%", ["完成率"]),
        ("确保完成率、落实率均达到95%", ["完成率", "落实率"]),
        ("削减量达到500吨", ["削减量"]),
        ("切实抓好重点项目30个", ["重点项目"]),
        ("达到标准的站点占比提高到90%", ["达到标准的站点占比"]),
        ("更新电梯300部以上，会同12部门督办", ["更新电梯"]),
        ("投入增速高于全省平均2个百分点", ["投入增速高于全省平均"]),
        ("新增公交线路、巴士线路共220条", ["新增公交线路、巴士线路"]),
        ("参股比例不低于10%并逐步提升", ["参股比例"]),
        ("到年底，全市建成30个", [None]),
        ("实现削减比例10%", ["削减比例"]),
        ("落实量化任务30项", ["量化任务"]),
        ("确保零增长", [None]),
        ("力争实现零增长", [None]),
        ("确保化肥用量零增长", ["化肥用量"]),
        ("确保9月底前完成31座加油站防渗改造", ["加油站防渗改造"]),
        ("清理河岸垃圾堆57处", ["清理河岸垃圾堆"]),
        ("PM10平均浓度控制在62微克/立方米以内", ["PM10平均浓度"]),
        ("PM2.5浓度由38微克/立方米降至32微克/立方米", ["PM2.5浓度"]),
        ("环保支出、林业支出分别增长6%以上和9%以上", ["环保支出", "林业支出"]),
        ("再生纸销量、再生铝产量增长18%和26%", ["再生纸销量", "再生铝产量"]),
        ("城区、镇区垃圾回收率分别达46%、32.4%", ["城区垃圾回收率", "镇区垃圾回收率"]),
        ("确保医疗废物收集率、危险废物处置率均不低于99%", ["医疗废物收集率", "危险废物处置率"]),
        ("林产品产值增长8.5%左右，力争突破90亿元", ["林产品产值", "林产品产值"]),
        ("排查的14项隐患整改办结率达到95%", ["排查的14项隐患整改办结率"]),
    ],
)
def test_indicators(text, indicators):
    assert [t.indicator for t in measures(text)] == indicators


def test_zero_growth_is_no_change():
    (found,) = measures("确保化肥用量零增长")
    assert (found.value, found.unit, found.change) == (0, "%", None)


def test_numbers_of_a_list_share_its_head_and_keep_their_order():
    found = measures("要确保城区、镇区垃圾回收率分别达46%、32.4%。")
    assert [t.value for t in found] == [Decimal(46), Decimal("32.4")]
    assert found[1].text == "确保城区、镇区垃圾回收率分别达46%、32.4%"


def test_a_target_is_tied_to_the_catalogue_of_indicators():
    found = measures("PM2.5浓度较2020年下降10%，湿地保护率达到55%，示范村达到14个")
    assert [t.indicator_code for t in found] == ["FYP14-06", "BC22-13", None]
    assert (found[0].change, found[0].baseline) == ("decrease", "2020年")


@pytest.mark.parametrize(
    "text",
    [
        "聚焦督察反馈的15个问题",
        "推动湖岸2公里范围内鱼塘全部退出",
        "改造3万人以下的镇",
        "落实“7个一”要求（含2个专题）",
        "劣Ⅴ类断面全部消除",
        "推进三年行动计划",
    ],
)
def test_a_number_that_only_describes_is_no_target(text):
    assert measures(text) == ()


def test_what_is_done_is_a_target_only_where_asked_for():
    text = "目前47座泵站已全部通水，力争8条河流达到Ⅲ类"
    assert [t.value for t in measures(text)] == [8]
    assert [t.value for t in measures(text, done=True)] == [47, 8]


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
