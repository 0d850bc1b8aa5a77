"""The official values of an indicator, as far as they were read in the source and are plain numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from ecoledger.errors import RuleError
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.indicators.unit import find_scale
from ecoledger.lexicon.loader import load_table

if TYPE_CHECKING:
    from ecoledger.indicators.catalogue import Indicator

Scope = Literal["nation", "province", "region", "model"]
"""For whom a value holds: all of China, one province, a region without a code, or who wants to be a model area."""

_VALUE = re.compile(
    r"(?:(?P<year>\d{4}):)?(?P<op>[<>]=?)?(?P<value>\[?\d+(?:\.\d+)?\]?)(?P<multiple>[万亿]?)(?P<about>左右)?"
    r"(?: vs (?P<baseline>\d{4}))?(?: \(\d{4}:[\d.]+\))?"
)
_YEARS_OF_PLAN = 5


@dataclass(frozen=True, slots=True)
class OfficialValue:
    """One value of one official set.

    `op` is that of a target (=, >=, <=, ~), or > or <. `year` is the last of the plan, None for a standard that does
    not end. `baseline` is the year a change is counted from. `area` names the province or region it holds for and
    `adcode` is the province's. `value` is None, and `words` alone tell it, where it is not a plain number.
    """

    code: str
    set_name: str
    name: str
    scope: Scope
    area: str
    adcode: str | None
    year: int | None
    op: str
    value: Decimal | None
    unit: str
    baseline: int | None
    words: str
    source: str

    def over(self, year: int) -> bool:
        """Return whether it had ended before `year` began."""
        return self.year is not None and self.year < year


@cache
def list_pools() -> dict[str, tuple[str, ...]]:
    """Return the codes that measure the same, under that one which targets are matched to.

    What is never matched stands for itself.
    """
    table = load_indicators()
    pools = {code: (code, *indicator.same) for code, indicator in table.items() if indicator.same}
    below = {code for pool in pools.values() for code in pool[1:]}
    return {code: pools.get(code, (code,)) for code in table if code not in below}


def pool_of(code: str) -> str | None:
    """Return the code under which `code` is pooled, None for a code that is not in the catalogue."""
    return next((head for head, pool in list_pools().items() if code in pool), None)


@cache
def list_official(head: str) -> tuple[OfficialValue, ...]:
    """Return the official values of a pool, the earliest first, those for all of China before others.

    A value that measures another dimension than the pool (a level among reductions) is left out.
    """
    table = load_indicators()
    lead = table[head]
    found = [
        value
        for code in list_pools()[head]
        if (table[code].direction == "reduction") == (lead.direction == "reduction")
        and find_scale(table[code].unit).dimension == find_scale(lead.unit).dimension
        for value in read_official(table[code])
    ]
    order = ("nation", "province", "region", "model")
    return tuple(sorted(found, key=lambda value: (value.year or 9999, order.index(value.scope))))


def read_official(indicator: Indicator) -> tuple[OfficialValue, ...]:
    """Return the values of one indicator; none where the target was not read in the source."""
    written = indicator.official_target
    if written is None:
        return ()
    name, scope = _sets()[indicator.code.split("-")[0]]
    area, adcode = _areas().get(indicator.code, ("", None))
    if area:
        scope = "province" if adcode else "region"
    found = []
    for part in written.split("; "):
        match = _VALUE.fullmatch(part)
        year = match["year"] if match else part[:4] if part[4:5] == ":" else None
        value = Decimal(match["value"].strip("[]")) if match else None
        if match and value is not None:
            value *= {"": 1, "万": 10**4, "亿": 10**8}[match["multiple"]]
        found.append(
            OfficialValue(
                code=indicator.code,
                set_name=name,
                name=indicator.name,
                scope=scope,
                area=area,
                adcode=adcode,
                year=int(year) if year else None,
                op=("~" if match["about"] else match["op"] or "=") if match else "",
                value=value,
                unit=indicator.unit,
                baseline=_baseline(match) if match else None,
                words=part[5:] if year else part,
                source=indicator.source,
            )
        )
    return tuple(found)


def _baseline(match: re.Match[str]) -> int | None:
    """Return the year a change is counted from; plans write a change over all five years as [18]."""
    if match["baseline"]:
        return int(match["baseline"])
    return int(match["year"]) - _YEARS_OF_PLAN if match["value"].startswith("[") else None


@cache
def _sets() -> dict[str, tuple[str, Scope]]:
    found: dict[str, tuple[str, Scope]] = {}
    for row in load_table("indicator_set", ("set", "name", "scope"), key="set"):
        if row["scope"] == "nation":
            found[row["set"]] = (row["name"], "nation")
        elif row["scope"] == "model":
            found[row["set"]] = (row["name"], "model")
        else:
            raise RuleError(f"indicator_set.csv: no scope {row['scope']!r}")
    return found


@cache
def _areas() -> dict[str, tuple[str, str | None]]:
    rows = load_table("indicator_area", ("code", "area", "adcode"), key="code")
    if unknown := {row["code"] for row in rows} - set(load_indicators()):
        raise RuleError(f"indicator_area.csv: no indicator {sorted(unknown)} in indicator.csv")
    return {row["code"]: (row["area"], row["adcode"] or None) for row in rows}
