"""How far an import is, and how long it will still take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecoledger.ingest import Ingested


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` documents; `read` of them, in `seconds`, had to be read, the others were known already."""

    total: int
    done: int = 0
    read: int = 0
    seconds: float = 0.0

    def after(self, one: Ingested, seconds: float) -> Progress:
        """Return the progress after one more document, which took `seconds`.

        One that was known, or was refused sooner than the others were read, tells nothing of those to come.
        """
        refused = one.outcome == "failed" and (not self.read or seconds < self.seconds / self.read)
        if one.outcome == "unchanged" or refused:
            return replace(self, done=self.done + 1)
        return replace(self, done=self.done + 1, read=self.read + 1, seconds=self.seconds + seconds)

    @property
    def left(self) -> float | None:
        """The seconds that remain if every document to come has to be read; None while no pace is known.

        Documents that were known take no time, and tell nothing of those that are not.
        """
        if self.done >= self.total:
            return 0.0
        return self.seconds / self.read * (self.total - self.done) if self.read else None


def time_text(seconds: float | None) -> str:
    """Return the time left in words: rounded, because it is a guess."""
    if seconds is None:
        return "正在估算"
    if seconds < 5:
        return "几秒"
    if seconds < 60:
        return f"约 {round(seconds / 5) * 5} 秒"
    if seconds < 3600:
        return f"约 {round(seconds / 60)} 分钟"
    hours, minutes = divmod(round(seconds / 300) * 5, 60)
    return f"约 {hours} 小时" + (f" {minutes} 分钟" if minutes else "")
