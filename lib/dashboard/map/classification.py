"""Classes of a measure: from numbers to colours and a legend that counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = Literal["count", "share"]

NO_REPORT_LABEL = "无报告"
NO_REPORT_COLOUR = "#f3f3f0"
ZERO_COLOUR = "#eaf1ea"
COLOURS = ("#cfe4d3", "#9fcbaa", "#68a983", "#347d5c", "#0f5138")
"""Five greens of falling lightness: told apart without seeing colour."""
SHARE_BREAKS = (0.25, 0.5, 0.75)
SMALL_COUNT = 5


@dataclass(frozen=True, slots=True)
class MapClass:
    """Values in `(over, upto]` share a colour; `members` is how many areas have one."""

    over: float
    upto: float
    label: str
    colour: str
    members: int


@dataclass(frozen=True, slots=True)
class Legend:
    """The classes of a view, and how many areas have no report at all."""

    classes: tuple[MapClass, ...]
    without_report: int

    def colour(self, value: float | None) -> str:
        """Return the colour of a value; None is an area without a report."""
        if value is None:
            return NO_REPORT_COLOUR
        return next((c.colour for c in self.classes if c.over < value <= c.upto), ZERO_COLOUR)


def classify(values: Mapping[str, float | None], kind: Kind) -> Legend:
    """Return the legend of a view: values by area, counts or shares of 0 to 1, None where there is no report."""
    known = [value for value in values.values() if value is not None]
    bounds = _share_bounds(known) if kind == "share" else _count_bounds(known)
    few = len({value for value in known if value > 0}) <= SMALL_COUNT
    classes = []
    if any(value == 0 for value in known):
        zeros = sum(value == 0 for value in known)
        classes.append(MapClass(float("-inf"), 0, "0%" if kind == "share" else "0", ZERO_COLOUR, zeros))
    for (over, upto), colour in zip(pairwise(bounds), _spread(len(bounds) - 1), strict=True):
        members = sum(over < value <= upto for value in known)
        label = _share_label(over, upto) if kind == "share" else _count_label(over, upto, few=few)
        classes.append(MapClass(over, upto, label, colour, members))
    return Legend(tuple(classes), len(values) - len(known))


def _share_bounds(values: Iterable[float]) -> list[float]:
    return [0, *SHARE_BREAKS, 1] if any(value > 0 for value in values) else [0]


def _count_bounds(values: Iterable[float]) -> list[float]:
    """Few counts are a class each; many are cut where the areas fall into equal parts, at rounded numbers."""
    ordered = sorted(value for value in values if value > 0)
    if not ordered:
        return [0]
    distinct = sorted(Counter(ordered))
    if len(distinct) <= SMALL_COUNT:
        return [0, *distinct]
    cuts = [ordered[ceil(len(ordered) * part / SMALL_COUNT) - 1] for part in range(1, SMALL_COUNT)]
    top = distinct[-1]
    return [0, *sorted({_rounded(cut) for cut in cuts if _rounded(cut) < top}), top]


def _rounded(number: float) -> float:
    """Round up to two digits, the second 0 or 5: limits that read easily, and no class between them is empty."""
    step = 1
    while number >= step * 100:
        step *= 10
    return number if number < 20 else -(-number // (5 * step)) * 5 * step


def _spread(count: int) -> tuple[str, ...]:
    """Choose so many of the five colours, the lightest and the darkest among them."""
    if count <= 1:
        return COLOURS[2 : 2 + count]
    return tuple(COLOURS[round(i * (len(COLOURS) - 1) / (count - 1))] for i in range(count))


def _share_label(over: float, upto: float) -> str:
    return f"{over:.0%}～{upto:.0%}" if over else f"{upto:.0%}及以下"


def _count_label(over: float, upto: float, *, few: bool) -> str:
    """Return the range of a class; with `few` numbers each class is one of them."""
    low, high = int(over) + 1, int(upto)
    return f"{high:,}" if few or low >= high else f"{low:,}～{high:,}"
