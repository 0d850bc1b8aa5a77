"""The chart of meetings as a table: how many each place had in each year, quarter or month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

import numpy as np

from dashboard.deadline.month import add_months, last_day
from dashboard.deadline.wording import month_name
from dashboard.language import tr
from dashboard.timeline.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from dashboard.timeline.lane import Lane

Unit = Literal["year", "quarter", "month"]
MONTHS: dict[Unit, int] = {"year": 12, "quarter": 3, "month": 1}
MOST = 16
"""Columns that can be read beside each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Counts of lanes (rows) and periods (columns)."""

    unit: Unit
    periods: tuple[Span, ...]
    counts: NDArray[np.int64]


def count_grid(days: NDArray[np.int64], lanes: NDArray[np.int64], rows: int) -> Grid:
    """Return how many of `days` (counted from 1970) fall into each period of each lane, by the finest unit that fits."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    first, last = (int(months.min()), int(months.max())) if len(months) else (0, 0)
    fitting: list[Unit] = [unit for unit, size in MONTHS.items() if last // size - first // size < MOST]
    unit = fitting[-1] if fitting else "year"
    size = MONTHS[unit]
    begin, end = first // size, last // size
    counts = np.zeros((rows, end - begin + 1), dtype=np.int64)
    np.add.at(counts, (lanes, months // size - begin), 1)
    return Grid(unit, tuple(_period(number * size, size) for number in range(begin, end + 1)), counts)


def write_grid(grid: Grid, lanes: Sequence[Lane], address: Callable[[Lane | None, Span], str]) -> str:
    """Return the table; each number leads to the meetings it counts, at the `address` of a lane and its days."""
    heads = "".join(f'<th scope="col">{_period_text(grid.unit, period)}</th>' for period in grid.periods)
    head = (
        f'<tr><th scope="col">{escape(tr("地区"))}</th>{heads}<th scope="col">{escape(tr("合计"))}</th></tr>'
    )
    whole = Span(grid.periods[0].since, grid.periods[-1].until)
    body = ""
    every: list[Lane | None] = [None, *lanes]
    for lane, counts in zip(every, [grid.counts.sum(axis=0), *grid.counts], strict=True):
        name = lane.name if lane else tr("全部")
        cells = "".join(
            _cell(int(count), address(lane, period))
            for count, period in zip([*counts, counts.sum()], [*grid.periods, whole], strict=True)
        )
        body += f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'
    return f'<div class="table counts months" tabindex="0" role="region" aria-label="{escape(tr("各地会议数量"))}"><table><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _cell(count: int, address: str) -> str:
    return f'<td><a href="{escape(address)}">{count:,}</a></td>' if count else "<td>—</td>"


def _period(month: int, size: int) -> Span:
    first = dt.date(1970 + month // 12, month % 12 + 1, 1)
    return Span(first, last_day(add_months(first, size - 1)))


def _period_text(unit: Unit, period: Span) -> str:
    """Return the name of a period in HTML, the year above where it is finer."""
    year = period.since.year
    if unit == "year":
        return str(year)
    if unit == "quarter":
        return f"<small>{year}</small>{escape(tr('{quarter}季度', quarter=(period.since.month + 2) // 3))}"
    return f"<small>{year}</small>{escape(month_name(period.since))}"
