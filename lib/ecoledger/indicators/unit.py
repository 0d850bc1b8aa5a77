"""Units of one dimension, converted exactly; a change in 百分点 is no level in %, and of its own dimension."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ecoledger.lexicon.loader import load_table, words

_MULTIPLES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
"""What stands before a unit, the longest first; 千 and 百 alone are parts of units (千克, 百分点)."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a unit measures, and how much of the dimension's base unit one of it is."""

    dimension: str
    factor: Fraction


def find_scale(unit: str) -> Scale:
    """Return the scale of a unit, also of its other spellings (m³) and multiples (万亩).

    A unit that no table knows is a dimension of its own.
    """
    unit = _spellings().get(unit, unit)
    if unit in _scales():
        return _scales()[unit]
    for multiple, factor in _MULTIPLES.items():
        rest = unit.removeprefix(multiple)
        if rest and rest != unit:
            scale = find_scale(rest)
            return Scale(scale.dimension, scale.factor * factor)
    return Scale(unit, Fraction(1))


def convert(value: Decimal, unit: str, to: str) -> Fraction | None:
    """Return `value` in the unit `to`, exactly; None where the two do not measure the same."""
    scale, aim = find_scale(unit), find_scale(to)
    return Fraction(value) * scale.factor / aim.factor if scale.dimension == aim.dimension else None


def as_decimal(value: Fraction) -> Decimal:
    """Return a number as a decimal, rounded where it has none that ends (1/3)."""
    return Decimal(value.numerator) / Decimal(value.denominator)


@cache
def _scales() -> dict[str, Scale]:
    rows = load_table("unit_scale", ("unit", "dimension", "factor"), key="unit")
    return {row["unit"]: Scale(row["dimension"], Fraction(row["factor"])) for row in rows}


@cache
def _spellings() -> dict[str, str]:
    rows = load_table("unit", ("unit", "aliases", "kind"), key="unit")
    return {alias: row["unit"] for row in rows for alias in words(row["aliases"])}
