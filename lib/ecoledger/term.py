"""What codes are called in Chinese, on the screen and in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

THEMES = {
    "air": "大气",
    "water": "水",
    "soil": "土壤",
    "waste": "固体废物",
    "nature": "自然生态",
    "climate": "气候与降碳",
    "green_economy": "绿色发展",
    "rural": "农业农村",
    "inspection": "督察整改",
    "governance": "责任与治理",
    "finance": "资金保障",
    "publicity": "宣传与参与",
    "safety": "环境安全",
    "noise": "噪声",
    "other": "其他",
}
LABELS = {"action": "可核查的行动", "principle": "原则性表态"}
DEADLINE_KINDS = {
    "date": "具体日期",
    "year_end": "年底",
    "period": "一段时期",
    "plan_period": "规划期",
    "ongoing": "长期",
    "immediate": "立即",
    "none": "未定日期",
    "absent": "未提时限",
}
LIGHTS = {
    "overdue": "已过期限",
    "near": "临近",
    "course": "未到期",
    "ongoing": "长期",
    "vague": "时限含糊",
    "none": "未提时限",
}
"""What a light says: how near the day is, never whether the thing was done."""
DAMAGES = {
    "pinyin": "夹注拼音",
    "lost_bytes": "丢失字节",
    "doubled_punct": "标点重复",
    "broken_lines": "断行错乱",
    "spam": "广告与无关文字",
    "boilerplate": "网站导航与版权文字",
    "spun": "同义词替换",
    "encoding": "编码错误",
    "no_text_layer": "页面无文字层",
}
CERTAINTIES = {"explicit": "写明", "derived": "推算", "vague": "含糊"}
ROLES = {"lead": "牵头", "support": "配合", "responsible": "责任"}
COMPARATORS = {"=": "等于", ">=": "不低于", "<=": "不超过", "~": "约", "range": "区间"}
CHANGES = {"increase": "增加", "decrease": "下降"}
STATEMENTS = {"achieved": "已有情况", "demand": "诉求"}
OUTCOMES = {"new": "新增", "copy": "转载", "changed": "更新", "unchanged": "未变", "failed": "失败"}
"""What became of a document of an import."""
LOSSES = {"likely": "复原，较有把握", "doubtful": "复原，存疑", "lost": "无法复原"}
UNDATED = {"include": "计入日期不详的报告", "only": "只含日期不详的报告", "exclude": "不含日期不详的报告"}
DATE_SOURCES = {"person": "人工填写", "meeting": "会议日期", "published": "发布日期", "unknown": "日期不详"}


def name_of(table: Mapping[str, str], code: str | None) -> str:
    """Return what `code` is called; one that the table lacks stands for itself."""
    return "" if code is None else table.get(code, code)


def names_of(table: Mapping[str, str], codes: tuple[str, ...]) -> str:
    """Return what several codes are called, in one line."""
    return "、".join(name_of(table, code) for code in codes)


def date_text(day: dt.date) -> str:
    """Return `day` as 2022年5月26日."""
    return f"{day.year}年{day.month}月{day.day}日"


def number_text(value: Decimal) -> str:
    """Return a number with thousands apart and without idle zeros: 35,000 or 0.5."""
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def likeness_text(likeness: float) -> str:
    """Return a likeness as whole per cent; only what is the same in every character is 100 %."""
    return f"{int(likeness * 100)}%"
