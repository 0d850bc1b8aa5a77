"""Says a filter in words, a condition a line, as it is written into files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.ledger.filter import UNKNOWN
from ecoledger.term import DEADLINE_KINDS, LABELS, THEMES, UNDATED, names_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter

EVERYTHING = "无（全部承诺）"
_FLAGS = (
    ("目标", "has_target", "有目标", "无目标"),
    ("时限", "has_deadline", "有时限", "无时限"),
    ("单位", "has_body", "有责任单位", "无责任单位"),
)


def describe_filter(wanted: Filter, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the conditions in Chinese; `names` gives the names of places by code, a missing code stands for itself."""
    known = {UNKNOWN: "地区不详", **names}
    lines = [f"地区：{names_of(known, wanted.places)}"] if wanted.places else []
    lines += _dates(wanted)
    lines += [
        f"{name}：{names_of(table, codes)}"
        for name, table, codes in (
            ("领域", THEMES, wanted.themes),
            ("性质", LABELS, wanted.labels),
            ("时限类型", DEADLINE_KINDS, wanted.deadline_kinds),
            ("单位", {}, wanted.bodies),
        )
        if codes
    ]
    if wanted.words.split():
        lines.append(f"文字：{'、'.join(wanted.words.split())}（须全部出现）")
    for name, flag, yes, no in _FLAGS:
        value = getattr(wanted, flag)
        if value is not None:
            lines.append(f"{name}：{yes if value else no}")
    if wanted.report is not None:
        lines.append(f"报告编号：{wanted.report}")
    return tuple(lines) or (EVERYTHING,)


def _dates(wanted: Filter) -> list[str]:
    if wanted.undated == "only":
        return [f"日期：{UNDATED['only']}"]
    if wanted.ranged:
        kept = UNDATED["include" if wanted.with_undated else "exclude"]
        return [f"日期：{_day(wanted.since) or '不限'} 至 {_day(wanted.until) or '不限'}（{kept}）"]
    return [f"日期：{UNDATED['exclude']}"] if wanted.undated == "exclude" else []


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
