"""One page of the table: its rows in order, and the groups they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.table.group import group_rows
from ecoledger.ledger.commitment import read_rows
from ecoledger.ledger.selection import read_selection
from ecoledger.ledger.sort import sort_rows

if TYPE_CHECKING:
    from dashboard.table.group import Group, Grouping
    from dashboard.table.listing import Listing
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its number from 1, its row, and the number of its group, None where there are no groups."""

    number: int
    row: CommitmentRow
    group: int | None


@dataclass(frozen=True, slots=True)
class TablePage:
    """The lines of page `page` out of `pages`; `total` counts the rows, `lines_total` the lines of all pages.

    These differ where a row stands in several groups.
    """

    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    total: int
    lines_total: int
    page: int
    pages: int


def read_page(ledger: Ledger, listing: Listing, rule: LightRule) -> TablePage:
    """Return the page of a listing; one beyond the ends is the nearest there is. Raises LedgerError."""
    with ledger.read() as connection:
        found = read_selection(ledger, connection, listing.wanted)
        order = _order(found, listing)
        grouping = _group(found, listing, rule, order) if listing.group else None
        lines = order if grouping is None else grouping.rows
        pages = max(1, -(-len(lines) // listing.size))
        page = min(listing.page, pages)
        begin = (page - 1) * listing.size
        shown = lines[begin : begin + listing.size]
        numbers = found.rows["number"].to_numpy()[shown].tolist()
        distinct = list(dict.fromkeys(numbers))  # a row may stand in several groups of a page
        rows = dict(zip(distinct, read_rows(connection, distinct), strict=True))
        groups = () if grouping is None else tuple(grouping.of[begin : begin + listing.size].tolist())
        return TablePage(
            tuple(
                Line(begin + at + 1, rows[number], groups[at] if groups else None)
                for at, number in enumerate(numbers)
            ),
            () if grouping is None else grouping.groups,
            int(found.chosen.sum()),
            len(lines),
            page,
            pages,
        )


def _order(found: Selection, listing: Listing) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return the places of the rows in order; a page is turned to more often than an order is changed."""
    return found.facts.remember(
        ("table-order", listing.wanted, listing.sort), lambda: sort_rows(found.rows, listing.sort)
    )


def _group(
    found: Selection, listing: Listing, rule: LightRule, order: np.ndarray[tuple[int], np.dtype[np.intp]]
) -> Grouping:
    def work_out() -> Grouping:
        ranks = np.empty(len(order), dtype=np.intp)
        ranks[order] = np.arange(len(order))
        return group_rows(found, listing.group, rule, ranks)

    return found.facts.remember(("table-groups", listing.wanted, listing.sort, listing.group, rule), work_out)
