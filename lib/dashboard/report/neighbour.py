"""The reports of the same place in the order of their days: which stands before one, and which after."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from dashboard import labels
from dashboard.address import choose_place
from dashboard.element import write_link
from dashboard.language import tr
from dashboard.navigation import report_address, rows_address
from ecoledger.ledger.facts import as_values
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A report beside another."""

    id: str
    title: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before and after a report among the `count` dated reports of its place, where it is number `at`.

    A report without a date has no number, and none beside it.
    """

    adcode: str
    place: str
    count: int
    at: int | None
    before: Neighbour | None
    after: Neighbour | None


def find_neighbours(ledger: Ledger, report_id: str) -> Neighbours | None:
    """Return the neighbours of a report; None where its place is not known. Raises LedgerError."""
    reports = select(ledger, Filter()).facts.reports
    own = reports[reports["id"] == report_id]
    if own.empty or own["adcode"].isna().iloc[0]:
        return None
    adcode, place = str(own["adcode"].iloc[0]), str(own["place_name"].iloc[0])
    same = reports[(reports["adcode"] == adcode) & reports["date"].notna()]
    same = same.sort_values(["date", "number"], kind="stable")
    found = [
        Neighbour(identity, title or meeting or tr(labels.NO_TITLE), day)
        for identity, title, meeting, day in zip(
            *(as_values(same[name]) for name in ("id", "title", "meeting_name", "date")), strict=True
        )
    ]
    places = np.flatnonzero((same["id"] == report_id).to_numpy())
    if not len(places):
        return Neighbours(adcode, place, len(found), None, None, None)
    at = int(places[0])
    return Neighbours(
        adcode,
        place,
        len(found),
        at + 1,
        found[at - 1] if at else None,
        found[at + 1] if at + 1 < len(found) else None,
    )


def write_neighbours(found: Neighbours) -> str:
    """Return the ways to the reports before and after, and to all commitments of the place, as HTML."""
    whole = write_link(
        tr("{place}的全部承诺", place=found.place), rows_address(choose_place(Filter(), found.adcode))
    )
    if found.at is None:
        said = tr(
            "这份报告日期不详；{place}有日期的报告共 {count} 份。", place=found.place, count=found.count
        )
    else:
        said = tr("{place}共 {count} 份，这是第 {at} 份。", place=found.place, count=found.count, at=found.at)
    name = escape(tr("本地区的上一份与下一份报告"))
    return (
        f'<nav class="neighbours" aria-label="{name}"><div>{_write(tr("上一份"), found.before)}</div>'
        f"<p>{escape(said)} {whole}</p><div>{_write(tr('下一份'), found.after)}</div></nav>"
    )


def _write(name: str, neighbour: Neighbour | None) -> str:
    if neighbour is None:
        return f"<small>{escape(tr('{which}：没有', which=name))}</small>"
    day = f"{name} · {labels.date_text(neighbour.date)}"
    return f'<a href="{escape(report_address(neighbour.id))}"><small>{escape(day)}</small>{escape(neighbour.title)}</a>'
