"""The table of years and themes: how many commitments each year made, and of what."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.element import write_link
from dashboard.language import tr
from dashboard.navigation import rows_address
from ecoledger.term import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.trend import Trend

YEARS = 8
_STEPS = 5


def write_trend(trend: Trend, wanted: Filter) -> str:
    """Return the table; the deeper a cell, the larger the share of its year. Every number leads to its rows."""
    shares = (n / trend.all[year] for counts in trend.themes.values() for year, n in counts.items())
    most = max(shares, default=0.0)
    head = "".join(f'<th scope="col">{year}</th>' for year in trend.years)
    body = [_row(tr("全部"), trend.all, trend, wanted)]
    body += [
        _row(labels.name_of(THEMES, theme), counts, trend, wanted.narrowed(themes=(theme,)), most)
        for theme, counts in trend.themes.items()
    ]
    return (
        f'<div class="table trend"><table><thead><tr><th scope="col">{tr("领域")}</th>{head}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )


def _row(name: str, counts: Mapping[int, int], trend: Trend, wanted: Filter, most: float = 0.0) -> str:
    """Return a row; `most` is the largest share that a cell of the table has, 0 for a row without shades."""
    cells = "".join(
        _cell(counts.get(year, 0), year, wanted, _step(counts.get(year, 0) / trend.all[year], most))
        for year in trend.years
    )
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _step(share: float, most: float) -> int:
    return 0 if not most or not share else max(1, round(share / most * _STEPS))


def _cell(count: int, year: int, wanted: Filter, step: int) -> str:
    look = f' class="step-{step}"' if step else ""
    if not count:
        return f"<td{look}>0</td>"
    since, until = dt.date(year, 1, 1), dt.date(year, 12, 31)
    if wanted.since:
        since = max(since, wanted.since)
    if wanted.until:
        until = min(until, wanted.until)
    rows = wanted.narrowed(since=since, until=until, undated="exclude")
    return f"<td{look}>{write_link(f'{count:,}', rows_address(rows))}</td>"
