"""What codes are called on the screen, in its language; the tables hold the Chinese names, as files do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.language import language, tr
from ecoledger import term
from ecoledger.term import (
    CERTAINTIES,
    DAMAGES,
    DEADLINE_KINDS,
    LABELS,
    LOSSES,
    ROLES,
    STATEMENTS,
    THEMES,
    number_text,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ecoledger.model import Report, Target

SHORT_LABELS = {"action": "行动", "principle": "原则"}
TARGET_KINDS = {"quantitative": "定量", "qualitative": "定性"}
FORMS = {"onsite": "现场会议", "video": "视频会议"}
LEVELS = {
    "nation": "国家",
    "province": "省级",
    "prefecture": "地级",
    "county": "县级",
    "township": "乡级",
    "other": "其他",
}
SCRIPTS = {"hans": "简体", "hant": "繁体", "mixed": "简繁混排"}
COMPARATORS = {"=": "", ">=": "不低于 ", "<=": "不超过 ", "~": "约 ", "range": ""}
CHANGES = {"increase": "增加 ", "decrease": "下降 "}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RATIOS = frozenset(("同比", "环比"))
"""Baselines that say themselves that they are compared with."""

__all__ = [
    "CERTAINTIES",
    "DAMAGES",
    "DEADLINE_KINDS",
    "LABELS",
    "LOSSES",
    "ROLES",
    "STATEMENTS",
    "THEMES",
    "name_of",
    "names_of",
    "number_text",
]

NO_DATE = "日期不详"
NO_PLACE = "地区不详"
NO_PROVINCE = "全国性或地区不详"
"""What is filed under no province: the nation's own reports, and those whose place is not known."""
NO_TITLE = "（无标题）"


def name_of(table: Mapping[str, str], code: str | None) -> str:
    """Return what `code` is called on the screen; one that the table lacks stands for itself."""
    return tr(term.name_of(table, code))


def names_of(table: Mapping[str, str], codes: tuple[str, ...]) -> str:
    """Return what several codes are called on the screen, in one line."""
    return tr("、").join(name_of(table, code) for code in codes)


def title_of(report: Report) -> str:
    """Return the title of a report, else the name of its meeting."""
    return report.title or (report.meeting and report.meeting.name) or tr(NO_TITLE)


def wait_text(seconds: float) -> str:
    """Return how long something will take in words: rounded, because it is a guess."""
    if seconds < 5:
        return tr("几秒")
    if seconds < 60:
        return tr("约 {count} 秒", count=round(seconds / 5) * 5)
    if seconds < 3600:
        return tr("约 {count} 分钟", count=round(seconds / 60))
    hours, minutes = divmod(round(seconds / 300) * 5, 60)
    if not minutes:
        return tr("约 {count} 小时", count=hours)
    return tr("约 {hours} 小时 {minutes} 分钟", hours=hours, minutes=minutes)


def date_text(day: dt.date | None) -> str:
    """Return `day` as 2022年5月26日 or 26 May 2022, or that it is not known."""
    if day is None:
        return tr(NO_DATE)
    return term.date_text(day) if language() == "zh" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def target_text(target: Target) -> str:
    """Return what a target demands, in few words: 森林覆盖率 不低于 40 %; for a qualitative one its own words."""
    if target.value is None:
        return target.text
    value = number_text(target.value)
    if target.value2 is not None:
        value = f"{value}—{number_text(target.value2)}"
    sign = name_of(COMPARATORS, target.op)
    change = name_of(CHANGES, target.change)
    head = f"{target.indicator} " if target.indicator else ""
    return f"{head}{change}{sign}{value} {target.unit or ''}".rstrip() + base_text(target.baseline)


def base_text(baseline: str | None) -> str:
    """Return in brackets what a change is compared with; empty where it is not said."""
    if not baseline:
        return ""
    return tr("（{baseline}）" if baseline in _RATIOS else "（比{baseline}）", baseline=baseline)
