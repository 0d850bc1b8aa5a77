"""Figures of the rows of a file: of all of them and of each place, counted as the rows pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecoledger.ledger.light import LIGHTS
from ecoledger.term import LIGHTS as LIGHT_NAMES
from ecoledger.term import THEMES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ecoledger.export.column import Line

COUNTS = {
    "commitments": "承诺条数",
    "actions": "可核查的行动",
    "principles": "原则性表态",
    "with_target": "有目标",
    "with_number": "有数字目标",
    "with_deadline": "有时限",
    "with_body": "有责任单位",
    **{f"light_{light}": LIGHT_NAMES[light] for light in LIGHTS},
    **{f"theme_{theme}": f"领域：{name}（可重复计）" for theme, name in THEMES.items()},
}
"""What is counted, and what it is called; actions and principles add up, and so do the lights."""
UNKNOWN_PLACE = "地区不详"


@dataclass(slots=True)
class Figures:
    """What some rows have: their ids in order, their reports, the counts of `COUNTS`, the day of the latest report."""

    name: str
    ids: list[str] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    latest: dt.date | None = None

    def add(self, line: Line) -> None:
        """Count a line."""
        row = line.row
        self.ids.append(row.id)
        self.reports.add(row.report_id)
        if row.date and (self.latest is None or row.date > self.latest):
            self.latest = row.date
        flags = {
            "commitments": True,
            "actions": row.label == "action",
            "principles": row.label == "principle",
            "with_target": bool(row.targets),
            "with_number": any(target.value is not None for target in row.targets),
            "with_deadline": bool(row.deadlines),
            "with_body": bool(row.bodies),
            f"light_{line.light}": True,
        }
        self.counts.update(name for name, holds in flags.items() if holds)
        self.counts.update(f"theme_{theme}" for theme in row.themes)


@dataclass(slots=True)
class Summary:
    """Figures of all rows, of each place by code ("" where it is not known), and how many fall due in each year."""

    whole: Figures = field(default_factory=lambda: Figures("合计"))
    places: dict[str, Figures] = field(default_factory=dict)
    years: Counter[int] = field(default_factory=Counter)

    def over(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Give `lines` again; full once all have passed."""
        for line in lines:
            self.whole.add(line)
            row = line.row
            self.places.setdefault(row.adcode or "", Figures(row.place or UNKNOWN_PLACE)).add(line)
            if row.due:
                self.years[row.due.year] += 1
            yield line
