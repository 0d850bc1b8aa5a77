"""Counts targets, deadlines and bodies of commitments against those named by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.evaluate.gold import plain_unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from decimal import Decimal

    from ecoledger.evaluate.align import Alignment
    from ecoledger.evaluate.gold import GoldItem, GoldReport
    from ecoledger.model import Commitment, Target

EDGE_SHARE = 0.4
"""Two readers of a qualitative target agree on its edges at about 0.8; 0.4 of the union is the same target."""

Numbers = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An item that the reader found, at its place in the gold text."""

    start: int
    end: int
    kind: str
    values: tuple[Decimal, ...] = ()
    unit: str | None = None
    op: str | None = None
    change: str | None = None
    due: dt.date | None = None
    role: str | None = None


def count_items(
    gold: GoldReport, got: tuple[Commitment, ...], alignment: Alignment
) -> dict[str, tuple[int, int, int]]:
    """Return (hit, found, wanted) for quantitative, op, change, qualitative, deadline, body and role.

    op, change and role count only what stands at the right place. A disputed item is neither missed nor wrong.
    """
    wanted = [item for c in gold.commitments for item in c.items]
    found = [item for c in got for item in _items(c, alignment)]
    same: dict[str, Callable[[GoldItem, Found], bool]] = {
        "quantitative": lambda g, f: _overlap(g, f) > 0 and g.values == f.values and g.unit == f.unit,
        "qualitative": lambda g, f: _overlap(g, f) >= EDGE_SHARE * _union(g, f),
        "deadline": lambda g, f: _overlap(g, f) > 0 and g.due == f.due,
        "body": lambda g, f: _overlap(g, f) > 0,
    }
    counts: dict[str, Numbers] = {}
    pairs: dict[str, list[tuple[GoldItem, Found]]] = {}
    for kind, rule in same.items():
        here = [f for f in found if f.kind == kind]
        pairs[kind] = _pair([g for g in wanted if g.kind == kind], here, rule)
        counts[kind] = _count(pairs[kind], [g for g in wanted if g.kind == kind], len(here))
    counts["op"] = _agree(pairs["quantitative"], lambda g, f: g.op == f.op)
    counts["change"] = _agree(pairs["quantitative"], lambda g, f: g.change == f.change)
    counts["role"] = _agree(pairs["body"], lambda g, f: g.role == f.role)
    return counts


def _pair(
    wanted: list[GoldItem], found: list[Found], same: Callable[[GoldItem, Found], bool]
) -> list[tuple[GoldItem, Found]]:
    pairs: list[tuple[GoldItem, Found]] = []
    left = list(found)
    for item in wanted:
        fits = [f for f in left if same(item, f)]
        if fits:
            best = max(fits, key=lambda f: _overlap(item, f))
            left.remove(best)
            pairs.append((item, best))
    return pairs


def _count(pairs: list[tuple[GoldItem, Found]], wanted: list[GoldItem], found: int) -> Numbers:
    disputed = sum(g.disputed for g, _ in pairs)
    return len(pairs) - disputed, found - disputed, sum(not g.disputed for g in wanted)


def _agree(pairs: list[tuple[GoldItem, Found]], same: Callable[[GoldItem, Found], bool]) -> Numbers:
    kept = [(g, f) for g, f in pairs if not g.disputed]
    hit = sum(same(g, f) for g, f in kept)
    return hit, len(kept), len(kept)


def _overlap(a: GoldItem | Found, b: GoldItem | Found) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _union(a: GoldItem | Found, b: GoldItem | Found) -> int:
    return max(a.end, b.end) - min(a.start, b.start)


def _items(commitment: Commitment, alignment: Alignment) -> list[Found]:
    items = [_target(t, *alignment.span(t.start, t.end)) for t in commitment.targets]
    items += [Found(*alignment.span(d.start, d.end), "deadline", due=d.due) for d in commitment.deadlines]
    items += [Found(*alignment.span(b.start, b.end), "body", role=b.role) for b in commitment.bodies]
    return items


def _target(target: Target, start: int, end: int) -> Found:
    unit, times = plain_unit(target.unit)
    values = tuple(v * times for v in (target.value, target.value2) if v is not None)
    return Found(start, end, target.kind, values, unit, target.op, target.change)
