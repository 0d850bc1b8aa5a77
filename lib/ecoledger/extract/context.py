"""What stands around the words of a report and is needed to resolve them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.model import Region


@dataclass(frozen=True, slots=True)
class Context:
    """`reference` is the meeting's date, else the publish date; `year` the year a work report is of."""

    reference: dt.date | None = None
    year: int | None = None
    region: Region | None = None
    title: str | None = None
