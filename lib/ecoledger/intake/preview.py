"""Shows a table before it is read: its headings, how they are understood, and its first rows."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from ecoledger.intake.encoding import decode
from ecoledger.intake.limit import MAX_COLUMNS, MAX_FILE
from ecoledger.intake.mail import looks_like_mail
from ecoledger.intake.record import find_columns
from ecoledger.intake.sheet import read_sheets
from ecoledger.intake.signature import find_kind
from ecoledger.intake.table import NO_DELIMITER, find_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_TABLE_NAME = re.compile(r"\.(?:csv|tsv|jsonl|ndjson)$", re.I)
_DELIMITERS = (NO_DELIMITER, *",\t;|，")
_HEADER_ROWS = 10
_FIRST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Preview:
    """A table as it would be read: `columns` gives the heading of each field (record.FIELDS) that is understood."""

    headings: tuple[str, ...]
    columns: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]
    """The first rows, by heading."""


def preview_table(data: bytes, name: str) -> Preview | None:
    """Return what a table looks like, also one whose headings are not known; None for what is no table.

    What is a table is told by content as for reading it, or else by an ending such as .csv. Raises UnreadableError
    for a workbook that cannot be opened.
    """
    kind = find_kind(data)
    if kind == "xlsx":
        sheets = (islice(rows, _HEADER_ROWS + _FIRST_ROWS) for _, rows in read_sheets(data, name))
        found = [preview for rows in sheets if (preview := _preview([cells for _, cells in rows]))]
        return next((one for one in found if "text" in one.columns), found[0] if found else None)
    if kind is not None or looks_like_mail(data) or (decoded := decode(data)) is None:
        return None
    text = decoded.text.lstrip("\ufeff")
    if find_table(text, {}, name) is None and not _TABLE_NAME.search(name):
        return None
    if text.lstrip().startswith(("{", "[")):
        return _preview_objects(text)
    return _preview(_first_rows(text))


def _preview(rows: Sequence[Sequence[str]]) -> Preview | None:
    """Take for the headings the row in which the body is known, else the first with several cells."""
    table = [[cell.strip() for cell in row[:MAX_COLUMNS]] for row in rows]
    table = [row for row in table if any(row)]
    if not table:
        return None
    known = (at for at, row in enumerate(table[:_HEADER_ROWS]) if "text" in find_columns(row, {}))
    wide = (at for at, row in enumerate(table) if sum(map(bool, row)) > 1)
    head = next(known, next(wide, 0))
    names = table[head]
    below = (dict(reversed(list(zip(names, row, strict=False)))) for row in table[head + 1 :])
    return _build(names, below)


def _preview_objects(text: str) -> Preview | None:
    """Take for the headings the keys of the first objects."""
    try:
        values = json.loads(text) if text.lstrip().startswith("[") else _load_lines(text)
    except (ValueError, RecursionError):
        return None
    objects = [value for value in values[:_FIRST_ROWS] if isinstance(value, dict)]
    names = dict.fromkeys(name for value in objects for name in value)
    rows = ({name: str(word) for name, word in value.items()} for value in objects)
    return _build(list(names), rows) if names else None


def _load_lines(text: str) -> list[object]:
    lines = (line for line in io.StringIO(text) if line.strip())
    return [json.loads(line) for line in islice(lines, _FIRST_ROWS)]


def _build(names: list[str], rows: Iterable[Mapping[str, str]]) -> Preview:
    columns = {field: names[place] for field, place in find_columns(names, {}).items()}
    headings = tuple(dict.fromkeys(name for name in names if name.strip()))
    return Preview(headings, MappingProxyType(columns), tuple(islice(rows, _FIRST_ROWS)))


def _first_rows(text: str) -> list[list[str]]:
    """Return the first rows of a CSV, parted by what parts a line in which the body is known, else the first line."""
    lines = [line for line in islice(io.StringIO(text), _HEADER_ROWS) if line.strip()]
    known = (mark for line in lines for mark in _DELIMITERS if "text" in find_columns(_cells(line, mark), {}))
    first = max(_DELIMITERS, key=lambda mark: len(_cells(lines[0], mark)) if lines else 0)
    csv.field_size_limit(MAX_FILE)  # the standard limit is shorter than a work report
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=next(known, first))
    try:
        return list(islice(rows, _HEADER_ROWS + _FIRST_ROWS))
    except csv.Error:
        return []


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.split(delimiter)]
