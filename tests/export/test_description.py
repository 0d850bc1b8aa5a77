"""A filter in words."""

import datetime as dt

import pytest

from ecoledger.export.description import describe_filter
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule

NAMES = {"340000": "安徽省", "341700": "池州市", "341702": "贵池区", "320000": "江苏省",
         "BC22-01": "地级及以上城市细颗粒物（PM2.5）浓度"}  # fmt: skip
DAY = dt.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        (Filter(), ["无（全部承诺）"]),
        (
            Filter(provinces=("340000", "320000"), prefectures=("341700",), counties=("341702",)),
            ["地区：江苏省、贵池区"],
        ),
        (Filter(provinces=("000000", "990000")), ["地区：地区不详、990000"]),
        (Filter(since=DAY), ["日期：2024-01-01 至 不限（不含日期不详的报告）"]),
        (Filter(until=DAY, undated="include"), ["日期：不限 至 2024-01-01（计入日期不详的报告）"]),
        (Filter(since=DAY, until=DAY, undated="only"), ["日期：只含日期不详的报告"]),
        (Filter(undated="exclude"), ["日期：不含日期不详的报告"]),
        (Filter(undated="include"), ["无（全部承诺）"]),
        (Filter(themes=("water", "air")), ["领域：大气、水"]),
        (Filter(labels=("action",)), ["性质：可核查的行动"]),
        (Filter(deadline_kinds=("year_end", "absent")), ["时限类型：未提时限、年底"]),
        (Filter(bodies=("贵池区水利局",)), ["单位：贵池区水利局"]),
        (Filter(words=" 污水　管网 "), ["文字：污水、管网（须全部出现）"]),
        (
            Filter(has_target=True, has_deadline=False, has_body=True),
            ["目标：有目标", "时限：无时限", "单位：有责任单位"],
        ),
        (Filter(report="abc"), ["报告编号：abc"]),
        (Filter(words="污水 -管网 - 治理"), ["文字：污水、-、治理（须全部出现）", "不含文字：管网"]),
        (Filter(words="-管网"), ["不含文字：管网"]),
        (Filter(speakers=("会议",), meeting_kinds=("大会",)), ["会议类型：大会", "发言人：会议"]),
        (Filter(body_roles=("lead", "support")), ["单位职责：牵头、配合"]),
        (Filter(indicators=("BC22-01", "X")), ["指标：地级及以上城市细颗粒物（PM2.5）浓度、X"]),
        (Filter(lights=("overdue", "near"), light_rule=LightRule(DAY)), ["灯色：临近、已过期限"]),
        (Filter(due_until=DAY), ["到期日期：不限 至 2024-01-01"]),
        (Filter(has_number=False), ["数字：无数字目标"]),
        (Filter(reliable=False, doubtful=True), ["报告文字：不可靠", "存疑：只看存疑的"]),
        (Filter(organs=("生态环境部门",)), ["机构：生态环境部门"]),
        (Filter(added_since=DAY), ["入库日期：2024-01-01 起"]),
        (Filter(prefectures=("340000",), counties=("341700",)), ["地区：安徽省本级、池州市本级"]),
        (Filter(provinces=("340000",)), ["地区：安徽省"]),
        (Filter(commitments=("a", "b")), ["选定的承诺：2 条"]),
    ],
)
def test_each_condition_is_said(wanted, lines):
    assert list(describe_filter(wanted, NAMES)) == lines
