"""One of the places that are compared, with its rows; and the parts of a page: rows of figures, a cell for each place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.address import choose_place
from dashboard.navigation import rows_address
from dashboard.place import place_name
from ecoledger.ledger.condition import body_lines
from ecoledger.ledger.row import SEPARATOR
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Side:
    """A place and what of it passes the filter."""

    code: str
    name: str
    found: Selection

    @property
    def wanted(self) -> Filter:
        """The filter for this place alone."""
        return self.found.wanted

    @property
    def total(self) -> int:
        """How many commitments pass: the denominator of shares."""
        return int(self.found.chosen.sum())

    def lists(self, column: str) -> Counter[str]:
        """Count the values of a column of lists (themes, kinds of deadline); a commitment may have several."""
        counts: Counter[str] = Counter()
        for listed, count in self.found.rows[column].value_counts().items():
            for value in filter(None, str(listed).split(SEPARATOR)):
                counts[value] += int(count)
        return counts

    def organs(self) -> Counter[str]:
        """Count the commitments that name each organ of the catalogue, as far as the filter asks for bodies."""
        bodies = self.found.facts.bodies
        lines = self.found.lines(bodies[body_lines(bodies, self.wanted)])
        once = lines[lines["organ"].notna()].drop_duplicates(["row", "organ"])
        counts = once["organ"].value_counts()
        return Counter({str(organ): int(count) for organ, count in counts.items() if count})


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place has: a number, or words; `share` is of `base` commitments, `address` leads to the rows."""

    text: str
    count: float | None = None
    share: float | None = None
    address: str | None = None
    note: str = ""
    items: tuple[tuple[str, str | None], ...] = ()
    """Words with addresses, in place of a number."""
    look: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its name, and a cell for each place."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: a table of rows, and a sentence on how they are counted."""

    title: str
    note: str
    rows: tuple[Row, ...]
    barred: bool = False
    """Whether shares are shown as bars."""


def take_sides(ledger: Ledger, wanted: Filter, codes: Sequence[str]) -> tuple[Side, ...]:
    """Return the places with their rows. Raises LedgerError."""
    return tuple(Side(code, place_name(code), select(ledger, choose_place(wanted, code))) for code in codes)


def count_cell(count: int, base: int, address: str | None) -> Cell:
    """Return a count with its share of `base`."""
    share = count / base if base else None
    return Cell(f"{count:,}", count, share, address if count else None)


def rank(counts: Sequence[Counter[Any]], most: int | None = None) -> list[Any]:
    """Return what is counted, most in all first."""
    whole: Counter[Any] = sum(counts, Counter())
    return [value for value, _ in sorted(whole.items(), key=lambda item: (-item[1], str(item[0])))][:most]


def rows_of(wanted: Filter, more: dict[str, Any]) -> str | None:
    """Return the address of the rows; none where the filter asks for other choices of the same condition.

    The rows that have one of these and this one too cannot be asked for.
    """
    for field, value in more.items():
        held = getattr(wanted, field)
        if isinstance(held, tuple) and held and not set(value) <= set(held):
            return None
    return rows_address(replace(wanted, **more))
