"""What a file says of itself: when it was made, for which filter, from which reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ecoledger.ledger.commitment import CommitmentRow

TIME = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The filter in words, a condition a line, and the time of the export, which is passed in."""

    filters: tuple[str, ...]
    made_at: dt.datetime

    @property
    def time(self) -> str:
        """The time as it is written."""
        return self.made_at.strftime(TIME)


@dataclass(frozen=True, slots=True)
class Source:
    """A report from which rows came."""

    report_id: str
    title: str | None
    source: str | None
    place: str | None
    date: dt.date | None


@dataclass(slots=True)
class Tally:
    """Counts rows and notes their reports and versions of rules as they pass; full once all have passed."""

    rows: int = 0
    sources: dict[str, Source] = field(default_factory=dict)
    rules_versions: set[str] = field(default_factory=set)

    def over(self, rows: Iterable[CommitmentRow]) -> Iterator[CommitmentRow]:
        """Give `rows` again."""
        for row in rows:
            self.rows += 1
            self.rules_versions.add(row.rules_version)
            if row.report_id not in self.sources:
                self.sources[row.report_id] = Source(
                    row.report_id, row.title, row.source, row.place, row.date
                )
            yield row
