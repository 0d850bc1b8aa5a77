"""Says a filter in words, a condition a line, as it is written into files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.ledger.filter import NOT, UNKNOWN
from ecoledger.term import DEADLINE_KINDS, LABELS, LIGHTS, ROLES, THEMES, UNDATED, names_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter

EVERYTHING = "无（全部承诺）"
_FLAGS = (
    ("目标", "has_target", "有目标", "无目标"),
    ("数字", "has_number", "有数字目标", "无数字目标"),
    ("时限", "has_deadline", "有时限", "无时限"),
    ("单位", "has_body", "有责任单位", "无责任单位"),
    ("报告文字", "reliable", "可靠", "不可靠"),
    ("存疑", "doubtful", "只看存疑的", "不看存疑的"),
)


def describe_filter(wanted: Filter, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the conditions in Chinese.

    `names` gives the names of places and of indicators by code; a missing code stands for itself.
    """
    known = {UNKNOWN: "地区不详", **names}
    lines = [f"地区：{_places(wanted, known)}"] if wanted.places else []
    lines += _dates(wanted)
    lines += [
        f"{name}：{names_of(table, codes)}"
        for name, table, codes in (
            ("会议类型", {}, wanted.meeting_kinds),
            ("领域", THEMES, wanted.themes),
            ("性质", LABELS, wanted.labels),
            ("发言人", {}, wanted.speakers),
            ("时限类型", DEADLINE_KINDS, wanted.deadline_kinds),
            ("单位", {}, wanted.bodies),
            ("机构", {}, wanted.organs),
            ("单位职责", ROLES, wanted.body_roles),
            ("指标", known, wanted.indicators),
        )
        if codes
    ]
    if wanted.lights:
        lines.append(f"灯色：{names_of(LIGHTS, wanted.lights)}")
    if wanted.due_since or wanted.due_until:
        lines.append(f"到期日期：{_range(wanted.due_since, wanted.due_until)}")
    if wanted.added_since:
        lines.append(f"入库日期：{wanted.added_since} 起")
    lines += _words(wanted)
    for name, flag, yes, no in _FLAGS:
        value = getattr(wanted, flag)
        if value is not None:
            lines.append(f"{name}：{yes if value else no}")
    if wanted.report is not None:
        lines.append(f"报告编号：{wanted.report}")
    if wanted.commitments:
        lines.append(f"选定的承诺：{len(wanted.commitments)} 条")
    return tuple(lines) or (EVERYTHING,)


def _places(wanted: Filter, names: Mapping[str, str]) -> str:
    """Return the names of the places; a code of a level above stands for what that place reports itself."""
    own = {code for code in wanted.prefectures if code.endswith("0000")}
    own |= {code for code in wanted.counties if code.endswith("00")}
    return "、".join(f"{names.get(code, code)}{'本级' if code in own else ''}" for code in wanted.places)


def _words(wanted: Filter) -> list[str]:
    words = wanted.words.split()
    barred = [word[1:] for word in words if word.startswith(NOT) and len(word) > 1]
    sought = [word for word in words if not (word.startswith(NOT) and len(word) > 1)]
    lines = [f"文字：{'、'.join(sought)}（须全部出现）"] if sought else []
    return lines + ([f"不含文字：{'、'.join(barred)}"] if barred else [])


def _dates(wanted: Filter) -> list[str]:
    if wanted.undated == "only":
        return [f"日期：{UNDATED['only']}"]
    if wanted.ranged:
        kept = UNDATED["include" if wanted.with_undated else "exclude"]
        return [f"日期：{_range(wanted.since, wanted.until)}（{kept}）"]
    return [f"日期：{UNDATED['exclude']}"] if wanted.undated == "exclude" else []


def _range(since: dt.date | None, until: dt.date | None) -> str:
    return f"{since or '不限'} 至 {until or '不限'}"
