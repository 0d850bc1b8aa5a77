"""How deadlines are told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.labels import date_text
from dashboard.language import language, tr

if TYPE_CHECKING:
    import datetime as dt

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_text(month: dt.date) -> str:
    """Return a month as 2026年11月 or Nov 2026."""
    if language() == "zh":
        return tr("{year}年{month}月", year=month.year, month=month.month)
    return f"{MONTHS[month.month - 1]} {month.year}"


def month_name(month: dt.date) -> str:
    """Return the month without its year: 11月 or Nov."""
    return tr("{month}月", month=month.month) if language() == "zh" else MONTHS[month.month - 1]


def left_text(due: dt.date, on: dt.date) -> str:
    """Return how many days are left until `due`, or have gone since; nothing is said of whether it was done."""
    left = (due - on).days
    if left < 0:
        return tr("已过 {days} 天", days=f"{-left:,}")
    return tr("还有 {days} 天", days=f"{left:,}") if left else tr("今天到期")


def column_text(since: dt.date | None, until: dt.date | None) -> str:
    """Return what a column of the board is called: its month, or all before it, or all after."""
    if since is None:
        return tr("更早")
    return tr("更晚") if until is None else month_text(since)


def column_note(since: dt.date | None, until: dt.date | None) -> str:
    """Return which days a column of the board holds, where its name does not say so."""
    if since is None and until is not None:
        return tr("{day}及以前", day=date_text(until))
    return tr("{day}及以后", day=date_text(since)) if until is None and since is not None else ""


def shorten(text: str, most: int) -> str:
    """Return `text` in at most so many characters."""
    return text if len(text) <= most else f"{text[: most - 2]}……"
