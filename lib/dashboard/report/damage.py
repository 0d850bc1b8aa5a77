"""Says of a report what was damaged in the published copy, and what of it was put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import labels

if TYPE_CHECKING:
    from ecoledger.model import Report

HEAD = ("损坏", "处数", "已修复", "存疑")
_BYTES = "lost_bytes"


def damage_rows(report: Report) -> list[tuple[str, ...]]:
    """Return a row for each kind of damage, under `HEAD`; what was put back without much certainty is in doubt."""
    unsure = sum(loss.outcome == "doubtful" for loss in report.losses)
    rows = []
    for damage in report.damage:
        repaired = damage.repaired - (unsure if damage.kind == _BYTES else 0)
        counts = (damage.count, repaired, damage.count - repaired)
        rows.append((labels.name_of(labels.DAMAGES, damage.kind), *(f"{count:,}" for count in counts)))
    return rows
