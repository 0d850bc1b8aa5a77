"""The numbers promised of one indicator, each with its place, its year and how it stands against official values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from dashboard.indicator.ranking import promised
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.indicators.official import list_official, list_pools, pool_of
from ecoledger.indicators.standing import Aim, Standing, choose_official, compare, compare_values
from ecoledger.indicators.unit import as_decimal, convert
from ecoledger.ledger.condition import among

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.selection import Selection

Kind = Literal["promised", "achieved", "demand"]
_Judge = Callable[[Aim, int | None, str | None], tuple[Standing, Standing | None]]
"""How a number of about this year stands against the nation's value and that of its province."""

_NONE = Standing("unlike", None, "none")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_LEVELS = ("province", "prefecture", "county")
_COLUMNS = ("value", "value2", "unit", "op", "change", "baseline", "year", "base", "indicator")


@dataclass(frozen=True, slots=True)
class Line:
    """One number: `number` is the inner key of the commitment that promises it, or of the statement that states it.

    `level` and `level2` are its values in the indicator's unit, None where it has another dimension. `codes` are the
    place from the province down. `nation` and `province` say how it stands; what is stated does not stand.
    """

    number: int
    kind: Kind
    words: str
    aim: Aim
    baseline: str | None
    level: Decimal | None
    level2: Decimal | None
    codes: tuple[str | None, ...]
    place: str | None
    date: dt.date | None
    due: dt.date | None
    nation: Standing
    province: Standing | None

    def over(self, on: dt.date) -> bool:
        """Return whether the day it was promised for has passed."""
        return self.due is not None and self.due < on


def list_lines(found: Selection, head: str, *, years: bool = True) -> tuple[Line, ...]:
    """Return the numbers promised of the indicator `head` (and of those that measure the same), by report.

    Without `years` values alone are compared.
    """

    def build() -> tuple[Line, ...]:
        lines = promised(found)
        lines = lines[among(lines["indicator_code"], list_pools()[head])]
        owners = found.facts.commitments.take(lines["row"].to_numpy())
        unit = load_indicators()[head].unit
        judge = _judge(head, years=years)
        return tuple(_read(found.facts, lines, owners, [unit] * len(lines), [judge] * len(lines)))

    return found.facts.remember(("lines", found.wanted, head, years), build)


def list_latest(found: Selection) -> dict[str, tuple[Line, int]]:
    """Return by indicator the number that was promised last, with how many there are in all; values are compared."""

    def build() -> dict[str, tuple[Line, int]]:
        lines = promised(found)
        codes = lines["indicator_code"]
        of_code = np.array([*(pool_of(code) or "" for code in codes.cat.categories), ""], dtype=object)
        lines = lines.assign(head=of_code[codes.cat.codes.to_numpy()])
        lines = lines[lines["head"] != ""]
        days = found.facts.commitments["date"].take(lines["row"].to_numpy()).to_numpy()
        lines = lines.assign(day=days).sort_values(["day", "year", "row"], na_position="first", kind="stable")
        counts = lines["head"].value_counts()
        last = lines.drop_duplicates("head", keep="last")
        heads = last["head"].tolist()
        owners = found.facts.commitments.take(last["row"].to_numpy())
        judges = [_judge(head, years=False) for head in heads]
        read = _read(found.facts, last, owners, [load_indicators()[head].unit for head in heads], judges)
        return {head: (line, int(counts[head])) for head, line in zip(heads, read, strict=True)}

    return found.facts.remember(("latest numbers", found.wanted), build)


def list_unmatched(found: Selection, words: str, unit: str) -> tuple[Line, ...]:
    """Return the numbers promised that belong to no indicator, by their words and unit."""
    lines = promised(found)
    of_words = among(lines["indicator"], [words]) if words else lines["indicator"].isna().to_numpy()
    of_unit = among(lines["unit"], [unit]) if unit else lines["unit"].isna().to_numpy()
    lines = lines[lines["indicator_code"].isna().to_numpy() & of_words & of_unit]
    owners = found.facts.commitments.take(lines["row"].to_numpy())
    return tuple(_read(found.facts, lines, owners, [unit] * len(lines), [_judge_none] * len(lines)))


def list_stated_lines(facts: Facts, stated: pd.DataFrame, head: str) -> tuple[Line, ...]:
    """Return what reports state of the indicator, of `statement.list_stated`."""
    lines = stated[among(stated["indicator_code"], list_pools()[head])].assign(year=0, base=0)
    owners = facts.reports[["date", *_LEVELS]].take(lines["report"].to_numpy())
    owners = owners.assign(number=lines["number"].to_numpy(), report=lines["report"].to_numpy())
    owners["due"] = pd.Series(pd.NaT, index=owners.index)
    unit = load_indicators()[head].unit
    return tuple(_read(facts, lines, owners, [unit] * len(lines), [_judge_none] * len(lines)))


def _judge(head: str, *, years: bool) -> _Judge:
    """Return what tells how a number stands; equal ones of a province are told once."""
    direction, values = load_indicators()[head].direction, list_official(head)
    provinces = {value.adcode for value in values if value.scope == "province"}
    weigh = compare if years else compare_values

    @cache
    def judge(aim: Aim, near: int | None, at: str | None) -> tuple[Standing, Standing | None]:
        nation = weigh(aim, choose_official(values, near), direction)
        return nation, weigh(aim, choose_official(values, near, at), direction) if at else None

    return lambda aim, near, province: judge(aim, near, province if province in provinces else None)


def _judge_none(_aim: Aim, _near: int | None, _province: str | None) -> tuple[Standing, None]:
    return _NONE, None


def _read(
    facts: Facts, lines: pd.DataFrame, owners: pd.DataFrame, units: Sequence[str], judges: Sequence[_Judge]
) -> Iterator[Line]:
    """Give a line for each of `lines`, with its unit and judge.

    `owners` are in the same order, with number, report, date, due and codes.
    """
    columns = [_plain(lines[name]) for name in _COLUMNS]
    kinds = lines["kind"].tolist() if "number" in lines else ["promised"] * len(lines)
    places = zip(*(_plain(owners[level]) for level in _LEVELS), strict=True)
    names = _plain(facts.reports["place_name"].take(owners["report"].to_numpy()))
    days, dues = _days(owners["date"]), _days(owners["due"])
    told = zip(owners["number"].tolist(), kinds, places, names, days, dues, units, judges, strict=True)
    for cells, (number, kind, codes, place, date, due, unit, judge) in zip(
        zip(*columns, strict=True), told, strict=True
    ):
        cell = dict(zip(_COLUMNS, cells, strict=True))
        aim = _aim(cell)
        nation, province = judge(aim, aim.year or (date.year if date else None), codes[0])
        yield Line(
            number=number,
            kind=kind,
            words=cell["indicator"] or "",
            aim=aim,
            baseline=cell["baseline"],
            level=_level(aim.value, aim.unit, unit),
            level2=_level(aim.value2, aim.unit, unit),
            codes=codes,
            place=place,
            date=date,
            due=due,
            nation=nation,
            province=province,
        )


def _aim(cell: dict[str, Any]) -> Aim:
    named = _YEAR.search(cell["baseline"] or "")
    base = int(named[0]) if named else None if cell["baseline"] else cell["base"] or None
    return Aim(
        value=_exact(cell["value"]),
        value2=None if cell["value2"] is None else _exact(cell["value2"]),
        unit=cell["unit"],
        op=cell["op"],
        change=cell["change"],
        year=cell["year"] or None,
        baseline=base,
    )


def _exact(value: float) -> Decimal:
    """Return the decimal that was read: a float keeps fifteen digits of it, and its own words are these."""
    return Decimal(repr(value)).normalize() if value else Decimal(0)


def _level(value: Decimal | None, unit: str | None, to: str) -> Decimal | None:
    if value is None or unit is None:
        return value if not to and value is not None else None
    found = convert(value, unit, to)
    return None if found is None else as_decimal(found)


def _plain(column: pd.Series[Any]) -> list[Any]:
    return column.astype(object).where(column.notna(), None).tolist()


def _days(column: pd.Series[Any]) -> list[dt.date | None]:
    return [None if missing else day for day, missing in zip(column.dt.date, column.isna(), strict=True)]
