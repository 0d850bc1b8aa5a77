"""Scores lists of words with their right reading: words of time, names of places, quantities."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from ecoledger.errors import GoldError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LISTS = ("time", "regions", "quantities")
Row = dict[str, str]


class Period(Protocol):
    """Words of time as read: from the day `begin` to the day `due`."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def begin(self) -> dt.date | None:
        """The first day, None where there is none."""

    @property
    def due(self) -> dt.date | None:
        """The last day, None where it is open."""


class Quantity(Protocol):
    """A quantity as read; see extract.quantity."""

    @property
    def text(self) -> str:
        """Number and unit."""

    @property
    def value(self) -> Decimal:
        """The number, multiplied out."""

    @property
    def unit(self) -> str:
        """The unit in its usual form."""

    @property
    def op(self) -> str:
        """How it bounds what is measured."""


@dataclass(frozen=True, slots=True)
class Readers:
    """How each list is read: words of time against a day, the full names of places, quantities."""

    periods: Callable[[str, dt.date], Sequence[Period]]
    places: Callable[[str], Sequence[str]]
    quantities: Callable[[str], Sequence[Quantity]]


@dataclass(frozen=True, slots=True)
class CaseScore:
    """How many rows of the list `name` there are, and the words of those that are read wrongly."""

    name: str
    rows: int
    wrong: tuple[str, ...]


def has_cases(folder: Path) -> bool:
    """Tell whether `folder` holds one of LISTS."""
    return any((folder / f"{name}.csv").is_file() for name in LISTS)


def score_cases(folder: Path, readers: Readers) -> tuple[CaseScore, ...]:
    """Return how the lists in `folder` are read. Raises GoldError naming a list that cannot be used.

    Of a time, any day in alt_end counts as its end; of a place several names stand for an ambiguous one. Kind and
    certainty do not count.
    """
    right = {"time": _is_time, "regions": _is_place, "quantities": _is_quantity}
    scores = []
    for name in LISTS:
        path = folder / f"{name}.csv"
        if path.is_file():
            rows = _rows(path)
            scores.append(CaseScore(name, len(rows), _wrong(path, rows, right[name], readers)))
    return tuple(scores)


def _rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GoldError(f"用例表 {path} 无法读取：{error}。") from error


def _wrong(
    path: Path, rows: list[Row], is_right: Callable[[Row, Readers], bool], readers: Readers
) -> tuple[str, ...]:
    try:
        return tuple(row["text"] for row in rows if not is_right(row, readers))
    except (KeyError, ValueError, TypeError, ArithmeticError) as error:
        raise GoldError(f"用例表 {path} 的列或取值不对：{error}，请对照 time.csv 等表的格式改正。") from error


def _is_time(row: Row, readers: Readers) -> bool:
    day = dt.date.fromisoformat(row["reference_date"])
    found = [p for p in readers.periods(row["context"], day) if p.text in row["text"]]
    if not found:
        return not row["start"] and not row["end"]
    ends = {row["end"], *filter(None, row["alt_end"].split(";"))}
    one = found[0]
    return len(found) == 1 and str(one.due or "") in ends and str(one.begin or "") == row["start"]


def _is_place(row: Row, readers: Readers) -> bool:
    found = readers.places(row["text"])
    if row["kind"] == "ambiguous":
        return len(found) > 1 and all(name.endswith(row["county"]) for name in found)
    named = "".join(dict.fromkeys(filter(None, (row["province"], row["city"], row["county"]))))
    return list(found) == ([named] if named else [])


def _is_quantity(row: Row, readers: Readers) -> bool:
    found = readers.quantities(row["text"])
    low, high = (Decimal(row[key]) if row[key] else None for key in ("low", "high"))
    if [q.text for q in found] != row["surface"].split(";") or {q.unit for q in found} != {row["unit"]}:
        return False
    if row["comparator"] == "list":
        return [q.value for q in found] == [low, high]
    value = high if row["comparator"] == "<=" else low
    return found[0].op == row["comparator"] and found[0].value == value
