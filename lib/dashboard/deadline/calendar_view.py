"""The calendar in HTML: a table of weeks; on small screens a list of the days on which something falls due."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.deadline.board import narrow
from dashboard.deadline.legend import write_count
from dashboard.deadline.wording import WEEKDAYS, month_text, shorten
from dashboard.labels import NO_PLACE, date_text
from dashboard.language import tr
from dashboard.light_setting import light_name
from dashboard.navigation import report_address, rows_address
from ecoledger.ledger.light import light_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.deadline.calendar import Calendar, Day
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule

_MOST = 22
"""Characters of a commitment in its day."""


def write_calendar(
    calendar: Calendar, rows: Mapping[int, CommitmentRow], wanted: Filter, rule: LightRule
) -> str:
    """Return the month; `rows` are the commitments that are told in words, by inner key."""
    head = "".join(f'<th scope="col">{escape(tr(name))}</th>' for name in WEEKDAYS)
    body = "".join(
        "<tr>" + "".join(_cell(day, rows, wanted, rule) for day in week) + "</tr>" for week in calendar.weeks
    )
    said = escape(month_text(calendar.month))
    return (
        f'<div class="calendar"><table><caption>{said}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(day: Day | None, rows: Mapping[int, CommitmentRow], wanted: Filter, rule: LightRule) -> str:
    if day is None:
        return '<td class="outside"></td>'
    kind = "" if day.count else "idle"
    now = ' aria-current="date"' if day.date == rule.on else ""
    today = f" <em>{escape(tr('今天'))}</em>" if now else ""
    number = f'<span class="day"><b>{day.date.day}</b><i>{escape(date_text(day.date))}</i>{today}</span>'
    if not day.count:
        return f'<td class="{kind}"{now}>{number}</td>'
    address = rows_address(narrow(wanted, rule, None, day.date, day.date))
    said = tr("{day}到期 {count} 条", day=date_text(day.date), count=f"{day.count:,}")
    count = f'<span class="count">{write_count(day.count, address, said)}</span>'
    items = "".join(_item(rows[number], rule) for number in day.numbers if number in rows)
    rest = day.count - len(day.numbers)
    more = (
        f'<li><a href="{escape(address)}">{escape(tr("另有 {count} 条", count=f"{rest:,}"))}</a></li>'
        if rest
        else ""
    )
    return f"<td{now}>{number}{count}<ul>{items}{more}</ul></td>"


def _item(row: CommitmentRow, rule: LightRule) -> str:
    light = light_of(rule, row.due, row.deadline_kinds)
    said = f"{light_name(light)}　{row.place or tr(NO_PLACE)}　{row.text}"
    place = f"{escape(row.place)} " if row.place else ""
    address = escape(report_address(row.report_id, item=row.id))
    return f'<li class="{light}"><a href="{address}" title="{escape(said)}">{place}{escape(shorten(row.text, _MOST))}</a></li>'
