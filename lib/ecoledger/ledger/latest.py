"""The latest commitments of each place, in few words, for the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import select

from ecoledger.ledger import schema
from ecoledger.ledger.facts import as_values
from ecoledger.ledger.placing import place_rows
from ecoledger.ledger.selection import read_selection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.placing import MapLevel, Placing
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger

_BATCH = 400
"""SQLite takes 999 values in one IN everywhere."""


@dataclass(frozen=True, slots=True)
class Latest:
    """A commitment in few words; `date` is its meeting's, else of publication."""

    text: str
    date: dt.date | None


def list_latest(
    ledger: Ledger, wanted: Filter, level: MapLevel = "province", parent: str | None = None, most: int = 3
) -> Mapping[str, tuple[Latest, ...]]:
    """Return by code of place the latest commitments that pass, at most so many of each; undated ones come last.

    Codes are those of `place_rows`. Raises LedgerError.
    """
    with ledger.read() as connection:
        found = read_selection(ledger, connection, wanted)
        placing = place_rows(found.facts, level, parent)
        rows = _latest_rows(found, placing, most)
        frame = found.facts.commitments.iloc[rows]
        texts = _read_texts(connection, frame["number"].tolist())
    latest: dict[str, tuple[Latest, ...]] = {}
    for place, number, date in zip(
        placing.rows[rows], frame["number"], as_values(frame["date"]), strict=True
    ):
        code = placing.codes[place]
        latest[code] = (*latest.get(code, ()), Latest(texts[number], date))
    return latest


def _latest_rows(found: Selection, placing: Placing, most: int) -> NDArray[np.intp]:
    """Return the rows, those of one place in their order; within a report as they stand there."""
    ranks = _ranks(found.facts)
    rows = np.flatnonzero(found.chosen & (placing.rows < len(placing.codes)))
    rows = rows[np.argsort(ranks[found.facts.commitments["report"].to_numpy()[rows]], kind="stable")]
    places = placing.rows[rows]
    first = [np.flatnonzero(places == place)[:most] for place in range(len(placing.codes))]
    return rows[np.concatenate(first)] if first else rows


def _ranks(facts: Facts) -> NDArray[np.int64]:
    """Return the place of each report in the order of dates, the latest first and the undated last."""
    dates = facts.reports["date"].to_numpy().astype("datetime64[D]")
    days = np.where(np.isnat(dates), np.iinfo(np.int64).max, -dates.astype(np.int64))
    ranks = np.empty(len(days), dtype=np.int64)
    ranks[np.argsort(days, kind="stable")] = np.arange(len(days))
    return ranks


def _read_texts(connection: Connection, numbers: list[int]) -> Mapping[int, str]:
    table = schema.commitment
    texts: dict[int, str] = {}
    for at in range(0, len(numbers), _BATCH):
        query = select(table.c.number, table.c.text).where(table.c.number.in_(numbers[at : at + _BATCH]))
        texts.update((number, text) for number, text in connection.execute(query))
    return texts
