"""What stands around the words of a report and is needed to resolve them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecoledger.model import Region

_YEAR = re.compile(r"(?<![\d—－-])(?:19|20)\d\d(?![\d—－-])")
_YEARLY = re.compile(r"工作报告|工作要点|工作计划|工作安排|重点工作")
_PLANNED = re.compile(
    r"(?:做好|实现|完成)(20\d\d)年[^，。；\n]{0,10}(?:工作|目标任务)(?=[，：:。])"
    r"|(?m:^)(?:[（(]?[一二三四][)）、]+)?(20\d\d)年[^，。；：\n]{0,10}(?:工作|任务|目标)(?:安排|打算|思路|部署|任务|和[^，。；\n]{2,8})?(?m:$)"
)
_BACK = re.compile(r"回顾|总结|完成情况")


@dataclass(frozen=True, slots=True)
class Context:
    """`reference` is the meeting's date, else the publish date; `places` names divisions right below `region`.

    `plan_year` is the year whose work the text itself says it plans, see find_plan_year.
    """

    reference: dt.date | None = None
    region: Region | None = None
    places: tuple[str, ...] = ()
    title: str | None = None
    plan_year: int | None = None

    @property
    def day(self) -> dt.date | None:
        """The day that 今年 and 年底前 are counted from: the reference, else the first of the year of the report.

        That is the one year in the title of a yearly report or work plan (政府工作报告 2024), else `plan_year`. Reports of the same
        year agree on what 今年 is, whatever their day.
        """
        return self.reference or _first_day(self.title or "", self.plan_year)


@lru_cache(maxsize=8)  # asked again for every segment
def _first_day(title: str, plan_year: int | None) -> dt.date | None:
    years = set(_YEAR.findall(title))
    if len(years) == 1 and _YEARLY.search(title):
        return dt.date(int(years.pop()), 1, 1)
    return dt.date(plan_year, 1, 1) if plan_year else None


def find_plan_year(text: str) -> int | None:
    """Return the one year whose work `text` says it plans (做好2022年工作, 二、2024年工作安排), else None."""
    years = {match[1] or match[2] for match in _PLANNED.finditer(text) if not _BACK.search(match.group())}
    return int(years.pop()) if len(years) == 1 else None
