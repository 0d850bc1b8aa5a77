"""The meetings as the chart in the browser takes them: columns of numbers, lanes and words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.deadline.wording import MONTHS
from dashboard.labels import date_text
from dashboard.language import language, tr
from dashboard.timeline.kind import OTHER, UNNAMED, number_kinds
from dashboard.timeline.span import write_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from dashboard.timeline.lane import Lanes
    from dashboard.timeline.span import Span

NAMED = 400
"""Meetings whose names are sent along: of more, single ones are told by kind, day and place."""
ROW, LOW_ROW = 28, 24
_FEW = 20
_AIR = 0.02
_LEAST_AIR = 20
_EPOCH = dt.date(1970, 1, 1)


def plot_meetings(dated: pd.DataFrame, lanes: Lanes, span: Span | None, on: dt.date) -> dict[str, Any]:
    """Return the chart of meetings that have a day, as `meeting_frame` gives them with the `number` of each report."""
    days, numbers = as_days(dated["date"]), dated["number"].to_numpy()
    kinds, of = number_kinds(dated["kind"])
    shown = within(days, span)
    named = np.flatnonzero(shown & (shown.sum() <= NAMED))
    words = dated["name"].fillna(dated["title"]).to_numpy()
    of_kind = dated["kind"].astype(object).where(dated["kind"].notna(), tr(UNNAMED)).to_numpy()
    order = np.argsort(days, kind="stable")
    return chart(
        "marks",
        [lane.name for lane in lanes.lanes],
        (int(days.min()), int(days.max())),
        span,
        on,
        kinds=[tr(name) if name in (UNNAMED, OTHER) else name for name in kinds],
        marks={
            "day": days[order].tolist(),
            "lane": lanes.of[order].tolist(),
            "kind": of[order].tolist(),
            "count": dated["commitments"].to_numpy()[order].tolist(),
            "key": numbers[order].tolist(),
        },
        names={str(numbers[at]): [words[at], of_kind[at]] for at in named if isinstance(words[at], str)},
    )


def chart(
    mode: str, lanes: list[str], reach: tuple[int, int], span: Span | None, on: dt.date, **more: Any
) -> dict[str, Any]:
    """Return what both charts have: lanes, the days there are and those that are shown, and the words around."""
    first, last = reach
    air = max(_LEAST_AIR, round((last - first) * _AIR))
    return {
        "mode": mode,
        "lanes": lanes,
        "row": ROW if len(lanes) <= _FEW else LOW_ROW,
        "extent": [first - air, last + air],
        "last": last,
        "span": write_span(span),
        "today": (on - _EPOCH).days,
        "label": _label(mode, len(lanes), first, last),
        "words": _words(),
        "months": [] if language() == "zh" else list(MONTHS),
        "kinds": [],
        "names": {},
        "lights": [],
    } | more


def as_days(dates: pd.Series[Any]) -> NDArray[np.int64]:
    """Return dates as days counted from 1970."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def within(days: NDArray[np.int64], span: Span | None) -> NDArray[np.bool_]:
    """Return which days lie within a span; all where there is none."""
    if span is None:
        return np.ones(len(days), dtype=bool)
    found: NDArray[np.bool_] = (days >= (span.since - _EPOCH).days) & (days <= (span.until - _EPOCH).days)
    return found


def _label(mode: str, lanes: int, first: int, last: int) -> str:
    days = [date_text(_EPOCH + dt.timedelta(days=day)) for day in (first, last)]
    said = (
        tr("会议时间线：{lanes} 行，{first}至{last}。", lanes=lanes, first=days[0], last=days[1])
        if mode == "marks"
        else tr("承诺时间线：{lanes} 行，{first}至{last}。", lanes=lanes, first=days[0], last=days[1])
    )
    return said + tr("方向键逐个查看，回车打开，加减号缩放，Shift 加方向键平移。下方有同样内容的列表。")


def _words() -> Mapping[str, str]:
    return {
        "show_all": tr("全部"),
        "show_decade": tr("十年"),
        "show_lustrum": tr("五年"),
        "show_year": tr("一年"),
        "show_quarter": tr("一季"),
        "show_month": tr("一月"),
        "range": tr("显示多长时间"),
        "back": tr("往前"),
        "on": tr("往后"),
        "out": tr("缩小"),
        "into": tr("放大"),
        "decade": tr("{y}年代"),
        "year": tr("{y}年"),
        "quarter": tr("{q}季度"),
        "month": tr("{m}月"),
        "week": tr("{m}月{d}日"),
        "day": tr("{d}日"),
        "long": tr("{y}年{m}月{d}日"),
        "meetings": tr("{n} 次会议"),
        "commitments": tr("{n} 条承诺"),
        "open": tr("点击打开报告"),
        "closer": tr("点击放大"),
        "few": tr("会议少"),
        "many": tr("会议多"),
        "now": tr("今天"),
        "hint": tr("拖动平移，Ctrl 加滚轮缩放。"),
    }
