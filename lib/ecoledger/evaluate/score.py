"""Measures what the reader finds against annotated reports: labels, targets, deadlines, bodies, place, meeting, text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.errors import GoldError
from ecoledger.evaluate.align import align, likeness
from ecoledger.evaluate.boundary import split_units
from ecoledger.evaluate.gold import load_gold
from ecoledger.evaluate.match import count_items

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ecoledger.evaluate.align import Alignment
    from ecoledger.evaluate.gold import GoldCommitment, GoldReport
    from ecoledger.model import Commitment, Meeting, Report

LABELS = ("action", "principle")


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found, wanted, and found rightly."""

    hit: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1.0 when nothing was found and nothing wanted."""
        return self.hit / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 1.0 when nothing was wanted."""
        return self.hit / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.wanted
        return 2 * self.hit / total if total else 1.0


@dataclass(frozen=True, slots=True)
class ReportScore:
    """The counts of one report; `facts` holds 1 or 0 for each fact that was annotated (region, date …)."""

    id: str
    counts: Mapping[str, Count]
    facts: Mapping[str, bool]
    text: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a folder, report by report."""

    reports: tuple[ReportScore, ...]

    def count(self, name: str) -> Count:
        """Return the counts of `name` (action, quantitative, …) over all reports."""
        each = [r.counts[name] for r in self.reports]
        return Count(sum(c.hit for c in each), sum(c.found for c in each), sum(c.wanted for c in each))

    def fact(self, name: str) -> tuple[int, int]:
        """Return in how many reports the fact `name` is right, and in how many it was annotated."""
        each = [r.facts[name] for r in self.reports if name in r.facts]
        return sum(each), len(each)

    @property
    def text(self) -> float:
        """Mean likeness of the repaired bodies."""
        return sum(r.text for r in self.reports) / len(self.reports)


def score_folder(folder: Path, parse: Callable[[bytes, str], Report], sources: Path | None = None) -> Scores:
    """Return how `parse` does on the annotated reports of `folder`; `sources` as in load_gold. Raises GoldError."""
    gold = load_gold(folder, sources)
    return Scores(tuple(score_report(g, parse(_read(g.source), g.source.name)) for g in gold))


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise GoldError(f"无法读取原始报告 {source}：{error.strerror}，请检查权限。") from error


def score_report(gold: GoldReport, got: Report) -> ReportScore:
    """Return the counts of one report."""
    alignment = align(got.text, gold.text)
    counts = {
        label: Count(*numbers) for label, numbers in _count_labels(gold, got.commitments, alignment).items()
    }
    counts |= {
        name: Count(*numbers) for name, numbers in count_items(gold, got.commitments, alignment).items()
    }
    return ReportScore(gold.id, counts, _facts(gold, got), likeness(got.text, gold.text))


def _count_labels(
    gold: GoldReport, got: tuple[Commitment, ...], alignment: Alignment
) -> dict[str, tuple[int, int, int]]:
    spans = [(*alignment.span(c.start, c.end), c.label) for c in got]
    hit: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for unit in split_units(gold.text):
        commitment = _gold_cover(unit, gold.commitments)
        if commitment is not None and commitment.disputed:
            continue
        want = commitment.label if commitment else None
        label = next((name for start, end, name in spans if _covers(start, end, unit)), None)
        if want is not None:
            wanted[want] += 1
        if label is not None:
            found[label] += 1
            hit[label] += label == want
    return {name: (hit[name], found[name], wanted[name]) for name in LABELS}


def _gold_cover(unit: tuple[int, int], commitments: tuple[GoldCommitment, ...]) -> GoldCommitment | None:
    return next((c for c in commitments if _covers(c.start, c.end, unit)), None)


def _covers(start: int, end: int, unit: tuple[int, int]) -> bool:
    return 2 * (min(end, unit[1]) - max(start, unit[0])) >= unit[1] - unit[0]


def _facts(gold: GoldReport, got: Report) -> dict[str, bool]:
    facts: dict[str, bool] = {}
    if gold.has_region:
        facts["region"] = (got.region.adcode if got.region else None) == gold.adcode
    if gold.has_meeting:
        facts |= _meeting_facts(gold.meeting or {}, got.meeting)
    return facts


def _meeting_facts(gold: Mapping[str, object], got: Meeting | None) -> dict[str, bool]:
    date = got.date.isoformat() if got and got.date else None
    speakers = gold.get("speakers") or []
    wanted = {str(name) for name in speakers} if isinstance(speakers, list) else set()
    return {
        "date": date == gold.get("date"),
        "chair": (got.chair if got else None) == gold.get("chair"),
        "speakers": (set(got.speakers) if got else set()) == wanted,
    }
