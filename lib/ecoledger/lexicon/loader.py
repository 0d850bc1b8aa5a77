"""Reads lexicon tables: strict, so that a slip in the data stops at once and names file and line."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from ecoledger.errors import RuleError

Row = dict[str, str]


@cache
def load_table(name: str, columns: tuple[str, ...], key: str | None = None) -> tuple[Row, ...]:
    """Return the rows of `lexicon/<name>.csv`, which must have exactly `columns`; `key` must be unique.

    Raises RuleError naming file and line.
    """
    file = f"{name}.csv"
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines(), strict=True)
    if tuple(reader.fieldnames or ()) != columns:
        raise RuleError(f"{file}: columns are {reader.fieldnames}, expected {list(columns)}")
    rows: list[Row] = []
    seen: set[str] = set()
    for row in reader:
        if None in row or None in row.values():
            raise RuleError(f"{file}, line {reader.line_num}: {len(columns)} cells expected")
        if key is not None:
            if not row[key] or row[key] in seen:
                raise RuleError(
                    f"{file}, line {reader.line_num}: {key} {row[key]!r} is empty or stands twice"
                )
            seen.add(row[key])
        rows.append(row)
    return tuple(rows)


def words(cell: str) -> tuple[str, ...]:
    """Return the alternatives in a cell, written with ; between them."""
    return tuple(w for w in cell.split(";") if w)
