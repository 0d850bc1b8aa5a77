"""Quantities: which numbers measure something, with unit, bound, change and baseline."""

import csv
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.quantity import find_quantities
from ecoledger.lexicon.loader import load_table, words

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "quantities.csv").open(encoding="utf-8")))
LETTERS = "0123456789.一二三十百万亿第约超近个家条%％元亩吨年月日以上以下左右降至增长下降由到，。、“”PM\n"


def bounds(row):
    """Return low and high of a row; the one that a bound leaves out is None."""
    return tuple(Decimal(row[key]) if row[key] else None for key in ("low", "high"))


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["text"])
def test_cases(row):
    found = find_quantities(row["text"])
    assert [q.text for q in found] == row["surface"].split(";")
    assert {q.unit for q in found} == {row["unit"]}
    low, high = bounds(row)
    if row["comparator"] == "list":
        assert [q.value for q in found] == [low, high]
        return
    assert found[0].op == row["comparator"]
    assert found[0].value == (high if row["comparator"] == "<=" else low)


@pytest.mark.parametrize(
    ("text", "value", "unit", "op", "change"),
    [
        ("浓度下降到30μg/m3以下", "30", "微克/立方米", "<=", None),
        ("覆盖率达到９５％", "95", "%", "=", None),
        ("新增造林3.2万亩", "32000", "亩", "=", None),
        ("投资1000余万元", "10000000", "元", ">=", None),
        ("新增2万多个车位", "20000", "个", ">=", None),
        ("达到百分之九十", "90", "%", "=", None),
        ("完成八成五", "85", "%", "=", None),
        ("覆盖一半以上", "50", "%", ">=", None),
        ("用水量实现零增长", "0", "%", "=", None),
        ("产量翻两番", "4", "倍", "=", "increase"),
        ("新建三座污水处理厂", "3", "座", "=", None),
        ("污水处理厂两座", "2", "座", "=", None),
        ("林产品销量增长4%以上", "4", "%", ">=", "increase"),
        ("减少渗滤液外运量1200吨以上", "1200", "吨", ">=", "decrease"),
        ("绿地面积突破320万平方米", "3200000", "平方米", ">=", None),
        ("不超过2次", "2", "次", "<=", None),
        ("至少20家", "20", "家", ">=", None),
        ("排名稳定在前三位", "3", "位", "<=", None),
        ("进入全省前三名", "3", "名", "<=", None),
        ("满意度达到95分以上", "95", "分", ">=", None),
        ("优良天数比例改善3个百分点", "3", "百分点", "=", "increase"),
        ("综合指数同比改善5%以上", "5", "%", ">=", "decrease"),
        ("实施节水减排诊断服务46个", "46", "个", "=", None),
        ("推动千家企业", "1000", "家", "=", None),
        ("每平方公里5个监测点", "5", "个/平方公里", "=", None),
        ("提升至64%", "64", "%", "=", None),
        ("保持在6.2%左右", "6.2", "%", "~", None),
        ("优良天数不少于310天", "310", "天", ">=", None),
    ],
)
def test_one_quantity(text, value, unit, op, change):
    (found,) = find_quantities(text)
    assert (found.value, found.unit, found.op, found.change) == (Decimal(value), unit, op, change)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("下降5%-8%", "5", "8", "%"),
        ("评选2—3家", "2", "3", "家"),
        ("投资3至5亿元", "300000000", "500000000", "元"),
        ("下降10到15个百分点", "10", "15", "百分点"),
        ("创建两三个清洁村", "2", "3", "个"),
        ("新建三五座中转站", "3", "5", "座"),
        ("引进七八家企业", "7", "8", "家"),
        ("清理排口二三十个", "20", "30", "个"),
        ("栽植三五万株", "30000", "50000", "株"),
        ("覆盖百分之七八十", "70", "80", "%"),
        ("覆盖七八成", "70", "80", "%"),
    ],
)
def test_ranges(text, low, high, unit):
    (found,) = find_quantities(text)
    assert (found.value, found.value2, found.unit, found.op) == (Decimal(low), Decimal(high), unit, "range")


@pytest.mark.parametrize(
    "text",
    [
        "PM2.5和PM10协同控制",
        "2023年工作",
        "达到Ⅲ类水质",
        "履行第一责任人职责",
        "十大专项行动",
        "推进“三线一单”落地",
        "拨打12345热线",
        "COD和氨氮",
        "1-10月情况",
        "三轮综合整治",
        "一体推进",
        "“十四五”规划",
        "皖政〔2023〕15号文件",
        "9月16日上午10时",
        "一个重大的政治责任",
        "增强“四个意识”",
        "三年行动计划",
        "30日内办结",
        "一项项落实、一件件销号",
        "“263”专项行动",
        "距离年底不足4个月",
        "用100天时间打一场攻坚战",
        "会议开了30分钟",
        "千家万户",
        "第二轮中央生态环境保护督察",
    ],
)
def test_what_is_no_quantity(text):
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("浓度较2020年下降10%", "2020年"),
        ("同比下降3.2个百分点", "同比"),
        ("比上年减少5%", "上年"),
        ("浓度下降10%", None),
        ("较2020年下降10%，产值增长5%", "2020年"),
    ],
)
def test_baselines(text, baseline):
    assert find_quantities(text)[0].baseline == baseline


def test_a_change_is_shared_by_a_list_and_ends_with_its_clause():
    found = find_quantities("产量、销量分别增长6%以上和9%以上，占比1.8%以上")
    assert [q.change for q in found] == ["increase", "increase", None]


@given(st.text(LETTERS, max_size=60))
def test_spans_are_exact_ordered_and_the_same_each_time(text):
    found = find_quantities(text)
    assert all(text[q.start : q.end] == q.text and q.op_start <= q.start and q.op_end >= q.end for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert find_quantities(text) == found


@given(
    st.decimals(1, 10**6, places=1),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["亩", "吨", "元", "公里"]),
)
def test_numbers_round_trip(number, sign, unit):
    (found,) = find_quantities(f"完成{number}{sign}{unit}")
    assert found.value == number * {"": 1, "万": 10**4, "亿": 10**8}[sign]
    assert found.unit == unit


def test_no_name_of_a_unit_stands_twice():
    rows = load_table("unit", ("unit", "aliases", "kind"), key="unit")
    names = [name for row in rows for name in (row["unit"], *words(row["aliases"]))]
    assert len(names) == len(set(names))


def test_every_name_of_a_unit_is_read_as_its_usual_form():
    for row in load_table("unit", ("unit", "aliases", "kind"), key="unit"):
        for name in (row["unit"], *words(row["aliases"])) if row["kind"] not in ("duration", "rank") else ():
            assert [q.unit for q in find_quantities(f"达到12{name}")] == [row["unit"]], name
