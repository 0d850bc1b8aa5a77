"""Classes of a measure: from figures to steps of colour, and a legend that counts the places of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, inf, log10
from typing import TYPE_CHECKING, Literal

from dashboard.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.map.measure import Figure

Kind = Literal["count", "share", "value"]
Key = str
"""What a class is called in style.css (--class-1 …, --zero, --missing) and in a Scheme; and EMPTY."""

MISSING: Key = "missing"
"""Places without a report."""
EMPTY: Key = "empty"
"""Places with reports that have nothing to be measured: no commitment to have a share of, no such indicator."""
ZERO: Key = "zero"
STEPS = 5
SHARE_BREAKS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class MapClass:
    """Figures in `(over, upto]` share a step of colour; `members` is how many places have one."""

    key: Key
    label: str
    members: int
    over: float = inf
    upto: float = -inf


@dataclass(frozen=True, slots=True)
class Legend:
    """The classes of a view from little to much, then what cannot be measured, and places without a report last."""

    classes: tuple[MapClass, ...]

    def key(self, figure: Figure) -> Key:
        """Return the class of a figure."""
        if figure.value is None:
            return EMPTY if figure.reported else MISSING
        value = figure.value
        return next(c.key for c in self.classes if c.over < value <= c.upto)


def classify(figures: Mapping[str, Figure], kind: Kind) -> Legend:
    """Return the legend of a view: figures by area, counts, shares of 0 to 1, or values of any size."""
    known = [figure.value for figure in figures.values() if figure.value is not None]
    bounds = _BOUNDS[kind](known)
    few = len(bounds) - 1 == len({value for value in known if value > bounds[0]})
    classes = []
    if kind != "value" and any(value == 0 for value in known):
        zeros = sum(value == 0 for value in known)
        classes.append(MapClass(ZERO, "0%" if kind == "share" else "0", zeros, -inf, 0))
    for (over, upto), key in zip(pairwise(bounds), _spread(len(bounds) - 1), strict=True):
        held = [value for value in known if over < value <= upto]
        label = _LABELS[kind](over if over > -inf else min(held), upto, few)
        classes.append(MapClass(key, label, len(held), over, upto))
    empty = sum(figure.value is None and figure.reported for figure in figures.values())
    if empty:
        classes.append(MapClass(EMPTY, tr("有报告，无可计数据"), empty))
    missing = sum(not figure.reported for figure in figures.values())
    return Legend((*classes, MapClass(MISSING, tr("无报告"), missing)))


def figure_text(number: float) -> str:
    """Return a number with at most two decimals."""
    return f"{round(number, 2):,.2f}".rstrip("0").rstrip(".")


def _share_bounds(values: Iterable[float]) -> list[float]:
    return [0, *SHARE_BREAKS, 1] if any(value > 0 for value in values) else [0]


def _count_bounds(values: Iterable[float]) -> list[float]:
    """Few counts are a class each; many are cut where the areas fall into equal parts, at rounded numbers."""
    ordered = sorted(value for value in values if value > 0)
    return [0, *_cuts(ordered, _rounded)] if ordered else [0]


def _value_bounds(values: Iterable[float]) -> list[float]:
    ordered = sorted(values)
    return [-inf, *_cuts(ordered, _trimmed)] if ordered else [-inf]


def _cuts(ordered: list[float], level: Callable[[float], float]) -> list[float]:
    """Return the upper ends of classes that hold about as many of `ordered` each: skewed figures stay apart."""
    distinct = sorted(set(ordered))
    if len(distinct) <= STEPS:
        return distinct
    cuts = [level(ordered[ceil(len(ordered) * part / STEPS) - 1]) for part in range(1, STEPS)]
    return [*sorted({cut for cut in cuts if cut < distinct[-1]}), distinct[-1]]


def _rounded(number: float) -> float:
    """Round up to two digits, the second 0 or 5: limits that read easily, and no class between them is empty."""
    step = 1
    while number >= step * 100:
        step *= 10
    return number if number < 20 else -(-number // (5 * step)) * 5 * step


def _trimmed(number: float) -> float:
    """Round up to three digits."""
    if number == 0:
        return 0.0
    step: float = 10.0 ** (floor(log10(abs(number))) - 2)
    return round(ceil(round(number / step, 6)) * step, 10)


def _spread(count: int) -> tuple[Key, ...]:
    """Choose so many of the steps, the lightest and the darkest among them."""
    if count <= 1:
        return (f"class-{STEPS // 2 + 1}",) * count
    return tuple(f"class-{round(i * (STEPS - 1) / (count - 1)) + 1}" for i in range(count))


def _share_label(over: float, upto: float, few: bool) -> str:  # noqa: ARG001  shares have fixed classes
    return f"{over:.0%}～{upto:.0%}" if over else tr("{share}及以下", share=f"{upto:.0%}")


def _count_label(over: float, upto: float, few: bool) -> str:
    """Return the range of a class; with `few` numbers each class is one of them."""
    low, high = int(over) + 1, int(upto)
    return f"{high:,}" if few or low >= high else f"{low:,}～{high:,}"


def _value_label(over: float, upto: float, few: bool) -> str:
    return figure_text(upto) if few or over == upto else f"{figure_text(over)}～{figure_text(upto)}"


_BOUNDS = {"count": _count_bounds, "share": _share_bounds, "value": _value_bounds}
_LABELS = {"count": _count_label, "share": _share_label, "value": _value_label}
