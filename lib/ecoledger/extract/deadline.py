"""Finds the words of time that bound a commitment: by when it is to be done, or over what time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.extract.period import find_periods, says
from ecoledger.model import Deadline, DeadlineKind, Reason, Span

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.extract.period import Period

_WINDOW = 32  # characters beside the words that can say whether they bound anything
_COUNTED = ("days", "weeks", "months", "years", "day_range")  # 45个工作日内制定方案 names no paper
_KINDS: dict[str, DeadlineKind] = {
    "day": "date",
    "weekday": "date",
    "festival": "date",
    "plan": "plan_period",
    "plan_part": "plan_period",
    "plan_edge": "plan_period",
}


def find_deadlines(text: str, start: int, end: int, reference: dt.date | None) -> tuple[Deadline, ...]:
    """Return the deadlines in `text[start:end]`, resolved against `reference`; offsets are in `text`.

    Words that look back, name a plan, or end before the reference bound nothing; nor does 立行立改 in a row of
    set phrases, which says how. Without a reference, words that
    need one keep their place with `due` None.
    """
    segment = text[start:end]
    return tuple(
        Deadline(
            start=start + period.start,
            end=start + period.end,
            text=period.text,
            kind=_kind(period),
            certainty=period.certainty,
            rule=period.rule,
            begin=period.begin,
            due=period.due,
            reasons=(Reason("deadline", period.rule, period.text, start + period.start),),
        )
        for period in find_periods(segment, reference)
        if _bounds(segment, period, reference)
    )


def find_passed(text: str, start: int, end: int, reference: dt.date | None) -> tuple[Span, ...]:
    """Return the words in `text[start:end]` that set a last day (9月底前) which was over by the reference.

    They bound nothing, but may be a slip of the pen or a task overdue. What lies farther back than the year before
    only tells of the past (2010年前的车辆).
    """
    if reference is None:
        return ()
    return tuple(
        Span(start + p.start, start + p.end, p.text)
        for p in find_periods(text[start:end], reference)
        if p.kind == "due" and p.text.endswith("前") and _is_lately(p.due, reference)
    )


def _is_lately(due: dt.date | None, reference: dt.date) -> bool:
    return due is not None and due < reference and due.year >= reference.year - 1


def _bounds(segment: str, period: Period, reference: dt.date | None) -> bool:
    if period.kind not in ("due", "period", "point", "edge"):
        listed = segment.endswith("、", 0, period.start) or segment.startswith("、", period.end)
        return period.kind in ("vague", "ongoing") or (period.kind == "immediate" and not listed)
    over = period.due is not None and reference is not None and period.due < reference
    if over or segment.rfind("《", 0, period.start) > segment.rfind("》", 0, period.start):
        return False  # behind us, or part of the title of a paper
    tail = segment[period.end : period.end + _WINDOW]
    if says("told", tail):
        return False
    if period.kind == "due":
        return True
    head = segment[max(0, period.start - _WINDOW) : period.start]
    if says("yardstick", head) or (period.manner not in _COUNTED and says("name", tail)):
        return False
    ahead = period.due is not None and reference is not None and period.due > reference
    return period.kind == "period" or says("aim", head) or (period.kind == "point" and ahead)


def _kind(period: Period) -> DeadlineKind:
    if period.kind in ("ongoing", "immediate"):
        return "ongoing" if period.kind == "ongoing" else "immediate"
    if period.kind == "vague":
        return "none"
    if period.manner == "year" and period.kind == "due":
        return "year_end"
    if period.kind == "due":
        return _KINDS.get(period.manner, "date")
    return _KINDS.get(period.manner, "period")
