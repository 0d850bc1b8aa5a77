"""The bars of commitments as the chart takes them, and the same as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from dashboard.deadline.wording import month_text, shorten
from dashboard.labels import NO_PLACE, date_text
from dashboard.language import tr
from dashboard.light_setting import light_name
from dashboard.navigation import report_address, rows_address
from dashboard.timeline.bar import rows_of
from dashboard.timeline.plot import chart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from dashboard.timeline.bar import Bar, Bars, Grouping
    from dashboard.timeline.span import Span
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule

_MOST = 40
NOTES: dict[Grouping, str] = {
    "single": "每条横线是一条承诺，从会议日期到完成时限。",
    "day": "条数较多，同一地区同一天到期的合为一条横线。",
    "month": "条数较多，同一地区同一月到期的合为一条横线。",
    "year": "条数较多，同一地区同一年到期的合为一条横线。",
    "all_months": "条数较多，同一月到期的合为一条横线；缩小地区或时间范围可看到各地。",
    "all_years": "条数很多，同一年到期的合为一条横线；缩小地区或时间范围可看到各地各月。",
}


def plot_bars(
    bars: Bars, rows: Mapping[int, CommitmentRow], reach: tuple[int, int], span: Span | None, on: dt.date
) -> dict[str, Any]:
    """Return the chart; `rows` are the single commitments by inner key, `reach` the first and the last day there is."""
    names = [name_bar(bar, bars.grouping, rows) for bar in bars.bars]
    drawn = [
        {
            "begin": _day(bar.begin),
            "end": _day(bar.end),
            "light": bar.light,
            "count": bar.count,
            "label": name,
            "note": tr("{light}，{count} 条", light=light_name(bar.light), count=f"{bar.count:,}"),
            "key": at,
        }
        for at, (bar, name) in enumerate(zip(bars.bars, names, strict=True))
    ]
    lights = dict.fromkeys(bar.light for bar in bars.bars)
    shown = [[light, light_name(light)] for light in ("overdue", "near", "course") if light in lights]
    return chart("bars", names, reach, span, on, bars=drawn, lights=shown) | {"row": 24}


def name_bar(bar: Bar, grouping: Grouping, rows: Mapping[int, CommitmentRow]) -> str:
    """Return what a bar is called: its commitment, or place and time of the deadlines."""
    row = rows.get(bar.number) if bar.number is not None else None
    if row is not None:
        return f"{row.place or tr(NO_PLACE)}　{shorten(row.text, _MOST)}"
    place = bar.lane.name if bar.lane else ""
    when = {
        "day": date_text(bar.until),
        "month": month_text(bar.until),
        "all_months": month_text(bar.until),
    }.get(grouping, tr("{year}年", year=bar.until.year))
    return "　".join(part for part in (place, tr("{when}到期", when=when)) if part)


def bar_address(bar: Bar, rows: Mapping[int, CommitmentRow], wanted: Filter, rule: LightRule) -> str:
    """Return where a bar leads: to the words of its commitment, or to its rows."""
    row = rows.get(bar.number) if bar.number is not None else None
    return report_address(row.report_id, item=row.id) if row else rows_address(rows_of(bar, wanted, rule))


def write_bars(bars: Bars, rows: Mapping[int, CommitmentRow], wanted: Filter, rule: LightRule) -> str:
    """Return the table of the bars."""
    heads = (tr("承诺"), tr("会议日期"), tr("完成时限"), tr("灯"), tr("条数"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><td><a href="{escape(bar_address(bar, rows, wanted, rule))}">{escape(name_bar(bar, bars.grouping, rows))}</a></td>'
        f"<td>{escape(date_text(bar.begin))}</td><td>{escape(date_text(bar.end))}</td>"
        f'<td><i class="{bar.light}"></i>{escape(light_name(bar.light))}</td><td>{bar.count:,}</td></tr>'
        for bar in bars.bars
    )
    return f'<div class="table months bars"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _day(day: dt.date) -> int:
    return day.toordinal() - _EPOCH


_EPOCH = 719163
"""The ordinal of the first day of 1970."""
