"""Lists meetings: one for each report that tells of one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from ecoledger.ledger.facts import as_values
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger
    from ecoledger.model import Form


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting and the number of its commitments that pass the filter.

    `date` is the day of the meeting, set by hand or read, and None when it is not known, whatever the day of
    publication; `date_text` keeps the words (近日).
    """

    report_id: str
    name: str | None
    kind: str | None
    date: dt.date | None
    date_text: str | None
    published: dt.date | None
    form: Form | None
    adcode: str | None
    place: str | None
    province: str | None
    prefecture: str | None
    county: str | None
    title: str | None
    reliable: bool
    commitments: int


def list_meetings(ledger: Ledger, wanted: Filter) -> tuple[MeetingRow, ...]:
    """Return the meetings in time, those without a date last. Raises LedgerError."""
    return read_meetings(select(ledger, wanted))


def read_meetings(found: Selection, latest: int | None = None) -> tuple[MeetingRow, ...]:
    """Return the meetings in time or, when `latest` is given, so many of those with a date, the last first."""
    rows = meeting_frame(found)
    if latest is None:
        rows = rows.sort_values("date", kind="stable", na_position="last")
    else:
        rows = rows[rows["date"].notna()].sort_values("date", ascending=False, kind="stable").head(latest)
    names = [field.name for field in fields(MeetingRow)]
    columns = zip(*(as_values(rows[name]) for name in names), strict=True)
    return tuple(MeetingRow(*values) for values in columns)


def meeting_frame(found: Selection) -> pd.DataFrame:
    """Return the meetings, a column for each field of MeetingRow, in the order of reports; the index is the report."""
    counts = np.bincount(found.rows["report"], minlength=len(found.facts.reports))
    rows = found.reports
    rows = rows[rows["meeting"]]
    known = rows["date_source"].isin(["person", "meeting"])
    renamed = {
        "id": "report_id",
        "meeting_name": "name",
        "meeting_kind": "kind",
        "meeting_form": "form",
        "place_name": "place",
    }
    codes = ["province", "prefecture", "county", "meeting"]
    names = {"province_name": "province", "prefecture_name": "prefecture", "county_name": "county"}
    rows = rows.drop(columns=codes).rename(columns=renamed | names)
    return rows.assign(date=rows["date"].where(known), commitments=counts[rows.index])
