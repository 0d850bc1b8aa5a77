"""How a target stands against an official value: weaker, equal or stronger, or why the two cannot be compared.

Both value and year count. A target that asks as much as the official value, but earlier, is stronger; one that asks
more, but later, is neither. Nothing is assumed that the words do not say: a target without a year, or a change
without the year it is counted from, is not compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from ecoledger.indicators.unit import convert, find_scale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

    from ecoledger.indicators.official import OfficialValue

Verdict = Literal["weaker", "equal", "stronger", "unlike"]
Why = Literal[
    "none",
    "words",
    "total",
    "unit",
    "change",
    "bound",
    "straddling",
    "year",
    "year_order",
    "baseline",
    "baseline_unlike",
]
"""Why not: no official value; it is no number; it is a sum over all of China; other units; a level against a change;
a bound to the other side; a range across the official value; no year named, or several; more but later, or less but
earlier; no baseline named; another baseline."""

_LIKE_EVERYWHERE = frozenset(("比率", "质量浓度", "单位面积质量"))
"""Dimensions whose numbers mean the same for a county and for a nation; all others add up."""

VERDICTS: Final[tuple[Verdict, ...]] = ("weaker", "equal", "stronger", "unlike")


@dataclass(frozen=True, slots=True)
class Aim:
    """A number that is aimed at: as in `model.Target`, with the year it is for and the year it is counted from."""

    value: Decimal
    value2: Decimal | None
    unit: str | None
    op: str | None
    change: str | None
    year: int | None
    baseline: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict with the official value it was made against; `why` where it is unlike.

    `about` says that one of the two numbers is approximate.
    """

    verdict: Verdict
    official: OfficialValue | None = None
    why: Why | None = None
    about: bool = False


def choose_official(
    values: Iterable[OfficialValue], year: int | None, adcode: str | None = None
) -> OfficialValue | None:
    """Return the value that holds for a target of `year`: for the province `adcode`, or without it for all of China.

    That of the same year, else the next one, else the last before; a plain number before mere words.
    """
    scope = "province" if adcode else "nation"
    found = [value for value in values if value.scope == scope and value.adcode == adcode]
    if not found:
        return None
    return min(found, key=lambda value: (value.value is None, *_distance(value.year, year)))


def compare(aim: Aim, official: OfficialValue | None, direction: str) -> Standing:
    """Return how `aim` stands; `direction` is that of the catalogue (higher, lower, reduction)."""
    if official is None:
        return Standing("unlike", None, "none")
    why = _obstacle(aim, official, direction)
    if why:
        return Standing("unlike", official, why)
    if official.value is None or aim.unit is None:
        return Standing("unlike", official, "words")
    ends = [convert(value, aim.unit, official.unit) for value in (aim.value, aim.value2) if value is not None]
    known = [end for end in ends if end is not None]
    about = "~" in (aim.op, official.op)
    value = _side(known, convert(official.value, official.unit, official.unit), direction)
    if value is None:
        return Standing("unlike", official, "straddling", about)
    if value == 0 and official.op in ("<", ">") and aim.op not in ("<", ">"):
        value = -1  # just the bound that is to be passed
    late = _years_late(aim, official)
    if value * late > 0:
        return Standing("unlike", official, "year_order", about)
    return Standing(_verdict(value if value else -late), official, None, about)


def compare_values(aim: Aim, official: OfficialValue | None, direction: str) -> Standing:
    """Return how the number of `aim` stands, whatever the years."""
    if official is None:
        return compare(aim, None, direction)
    found = compare(replace(aim, year=None), replace(official, year=None), direction)
    return replace(found, official=official)


def _verdict(side: int) -> Verdict:
    return "equal" if side == 0 else "stronger" if side > 0 else "weaker"


def _years_late(aim: Aim, official: OfficialValue) -> int:
    return 0 if official.year is None or aim.year is None else aim.year - official.year


def _obstacle(aim: Aim, official: OfficialValue, direction: str) -> Why | None:
    """Return what keeps the two apart before their numbers are looked at."""
    if official.value is None or direction == "qualitative":
        return "words"
    dimension = find_scale(official.unit).dimension
    counted = direction == "reduction" and official.baseline is not None
    obstacles: tuple[tuple[bool, Why], ...] = (
        (dimension not in _LIKE_EVERYWHERE and official.scope != "model", "total"),
        ((aim.change == "decrease") != (direction == "reduction") or aim.change == "increase", "change"),
        (aim.unit is None or find_scale(aim.unit).dimension != dimension, "unit"),
        (aim.op == (">=" if direction == "lower" else "<="), "bound"),
        (official.year is not None and aim.year is None, "year"),
        (counted and aim.baseline is None, "baseline"),
        (counted and aim.baseline != official.baseline, "baseline_unlike"),
    )
    return next((why for stands, why in obstacles if stands), None)


def _side(ends: list[Fraction], official: Fraction | None, direction: str) -> int | None:
    """Return 1 where all the ends of a range ask more than the official value, -1 for less, 0 for the same.

    None where they lie on both sides.
    """
    if official is None:
        return None
    signs = {(end > official) - (end < official) for end in ends}
    if direction == "lower":
        signs = {-sign for sign in signs}
    if {-1, 1} <= signs:
        return None
    return sum(signs)


def _distance(year: int | None, aimed: int | None) -> tuple[int, int]:
    if year is None or aimed is None:
        return (1, -(year or 0))
    return (0, year - aimed) if year >= aimed else (2, aimed - year)
