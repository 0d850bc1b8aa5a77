"""What is read from a segment before it has an id and a place in the published copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.model import Span

if TYPE_CHECKING:
    from ecoledger.model import Body, Deadline, Issue, Label, Reason, Statement, Target


@dataclass(frozen=True, slots=True)
class Draft(Span):
    """A Commitment without `id`, `source_start` and `source_end`, which the pipeline adds."""

    label: Label
    speaker: str | None
    themes: tuple[str, ...]
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    bodies: tuple[Body, ...]
    rules: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the segments of one text say, in order of the text."""

    commitments: tuple[Draft, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
