"""What stands around the words of a report and is needed to resolve them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecoledger.model import Region

_YEAR = re.compile(r"(?<![\d—－-])(?:19|20)\d\d(?![\d—－-])")
_YEARLY = re.compile(r"工作报告|工作要点|工作计划|工作安排|重点工作")


@dataclass(frozen=True, slots=True)
class Context:
    """`reference` is the meeting's date, else the publish date; `places` names divisions right below `region`."""

    reference: dt.date | None = None
    region: Region | None = None
    places: tuple[str, ...] = ()
    title: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The day that 今年 and 年底前 are counted from: the reference, else the first of the year of the report.

        That is the one year in the title of a yearly report or work plan (政府工作报告 2024). Reports of the same
        year agree on what 今年 is, whatever their day.
        """
        if self.reference is not None:
            return self.reference
        title = self.title or ""
        years = set(_YEAR.findall(title))
        if len(years) == 1 and _YEARLY.search(title):
            return dt.date(int(years.pop()), 1, 1)
        return None
