"""Lists meetings: one for each report that tells of one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from ecoledger.ledger.condition import among
from ecoledger.ledger.facts import as_values
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd
    from numpy.typing import NDArray

    from ecoledger.ledger.condition import Mask
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
    facts = found.facts.reports
    held = found.filed & facts["meeting"].to_numpy(dtype=bool)
    if latest is None:
        rows = meeting_frame(found, np.flatnonzero(held)).sort_values(
            "date", kind="stable", na_position="last"
        )
    else:
        days = facts["date"].to_numpy().astype(np.int64)
        told = np.flatnonzero(held & _is_known(facts))
        rows = meeting_frame(found, told[np.argsort(-days[told], kind="stable")[:latest]])
    names = [field.name for field in fields(MeetingRow)]
    columns = zip(*(as_values(rows[name]) for name in names), strict=True)
    return tuple(MeetingRow(*values) for values in columns)


def meeting_frame(found: Selection, places: NDArray[np.intp] | None = None) -> pd.DataFrame:
    """Return the meetings, a column for each field of MeetingRow, in the order of reports; the index is the report.

    With `places` they are those of these reports, in that order.
    """
    facts = found.facts.reports
    counts = np.bincount(found.facts.commitments["report"].to_numpy()[found.chosen], minlength=len(facts))
    if places is None:
        places = np.flatnonzero(found.filed & facts["meeting"].to_numpy(dtype=bool))
    renamed = {
        "id": "report_id",
        "meeting_name": "name",
        "meeting_kind": "kind",
        "meeting_form": "form",
        "place_name": "place",
    }
    codes = ["province", "prefecture", "county", "meeting"]
    names = {"province_name": "province", "prefecture_name": "prefecture", "county_name": "county"}
    rows = facts.iloc[places].drop(columns=codes).rename(columns=renamed | names)
    days = rows["date"].where(_is_known(facts)[places])
    return rows.assign(date=days, commitments=counts[places])


def _is_known(reports: pd.DataFrame) -> Mask:
    """Return of which reports the date is that of the meeting."""
    return among(reports["date_source"], ("person", "meeting"))
