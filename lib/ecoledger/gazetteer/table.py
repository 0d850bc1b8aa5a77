"""Reads the gazetteer's tables: strict, so that a slip in the data stops at once and names file and line."""

from __future__ import annotations

import csv
from importlib import resources

from ecoledger.errors import RuleError


def read_table(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    """Return the rows of `gazetteer/<name>.csv` below its heading, which must be `columns`. Raises RuleError."""
    file = f"{name}.csv"
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    heading, *rows = csv.reader(text.splitlines(), strict=True)
    if tuple(heading) != columns:
        raise RuleError(f"{file}: columns are {heading}, expected {list(columns)}")
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            raise RuleError(f"{file}, line {number}: {len(columns)} cells expected")
    return rows
