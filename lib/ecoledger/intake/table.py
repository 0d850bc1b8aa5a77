"""Reads tables with one report a row (CSV, XLSX, JSONL) into records."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.limit import MAX_COLUMNS, MAX_DOCUMENT, MAX_ROWS, MAX_VALUES
from ecoledger.intake.record import find_columns, read_fields
from ecoledger.intake.sheet import as_date, read_sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DELIMITERS = ",\t;|，"
NO_DELIMITER = "\x1f"
"""Parts the cells of a table of one column: it stands in none, as commas do."""
TABLE_NAME = re.compile(r"\.(?:csv|tsv)$", re.I)
_QUOTED_CELL = re.compile(r'\s*"(?:[^"]|"")*+"[ \t]*(?:\r?\n|$)')
_LONGEST_HEADING = 40
_HEADER_ROWS = 10  # a title and a note of the table may stand above its headings
_HEADER_LENGTH = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """One row as fields of a record; `label` says where it stands. `broken` is why it cannot be read."""

    label: str
    fields: Mapping[str, str]
    broken: str = ""


def find_table(text: str, given: Mapping[str, str], name: str = "") -> str | None:
    """Return "csv" or "jsonl" where `text` is a table of reports, else None.

    `name` decides only where the content leaves it open: below a first line 正文 stand the rows of a table of one
    column, or the paragraphs of a page.
    """
    start = text[:_HEADER_LENGTH].lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        lines = (line for line in _Lines(text, "\n") if line.strip())
        first, second = next(lines, ""), next(lines, "")
        return "jsonl" if second and _is_report(first, given) and second.lstrip().startswith("{") else None
    if start.startswith("["):
        return "jsonl" if start[1:].lstrip().startswith("{") and _load_list(text) else None
    return "csv" if _find_delimiter(text, given) or _is_column(text, given, name) else None


def read_csv(text: str, given: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows of a CSV whose headings tell where the body stands."""
    delimiter = _find_delimiter(text, given) or NO_DELIMITER
    csv.field_size_limit(MAX_DOCUMENT)  # the standard limit is shorter than a work report
    lines = _Lines(text.lstrip("\ufeff"), delimiter)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        yield from _read_rows("", lines.number(rows), given)
    except csv.Error:
        yield Row(f"第{rows.line_num}行", {}, "不是有效的CSV，或有一格过长、一行过多列，此行起未读")


class _Lines:
    """The lines of a text one by one, so that it need not stand in memory twice; stops a row of too many cells."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._at = 0
        self._cells = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._at >= len(self._text):
            raise StopIteration
        end = self._text.find("\n", self._at) + 1 or len(self._text)
        line, self._at = self._text[self._at : end], end
        self._cells += line.count(self._delimiter)
        if self._cells > MAX_VALUES:
            raise csv.Error
        return line

    def number(self, rows: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of a reader of these lines by number."""
        for number, row in enumerate(rows, 1):
            self._cells = 0
            yield number, row


def read_xlsx(data: bytes, name: str, given: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows of all sheets whose headings tell where the body stands. Raises UnreadableError."""
    found = False
    headings: list[str] = []
    for sheet, rows in read_sheets(data, name):
        for row in _read_rows(sheet, rows, given, headings):
            found = True
            fields = dict(row.fields)
            if "date" in fields:
                fields["date"] = as_date(fields["date"])
            yield Row(row.label, fields)
    if not found:
        raise no_body_column(name, headings)


def no_body_column(name: str, headings: Iterable[str]) -> UnreadableError:
    """Return the error of a table in which no column is known as the body."""
    seen = "、".join(h.strip()[:20] for h in headings if h.strip())[:120] or "没有文字"
    return UnreadableError(
        "no_column",
        f"“{name}”里认不出哪一列是正文（首行：{seen}）：请把那一列的标题改为“正文”，或用列选项指定。",
    )


def read_jsonl(text: str, given: Mapping[str, str]) -> Iterator[Row]:
    """Yield the objects of a JSONL, one a line, or of one JSON list."""
    values = _load_list(text)
    if values is not None:
        for number, value in enumerate(values, 1):
            yield _read_object(f"第{number}条", value, given)
        return
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = _load(line)
        except (ValueError, RecursionError):
            yield Row(f"第{number}行", {}, "不是有效的JSON")
            continue
        yield _read_object(f"第{number}行", value, given)


def _read_object(label: str, value: object, given: Mapping[str, str]) -> Row:
    if not isinstance(value, dict):
        return Row(label, {}, "不是JSON对象")
    return Row(label, read_fields(value, given))


def _is_report(line: str, given: Mapping[str, str]) -> bool:
    try:
        value = _load(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in find_columns(list(value), given)


def _load(text: str) -> object:
    """Return the value of a JSON. Raises ValueError where it is none, or one of too many values."""
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise ValueError("too many values")
    value: object = json.loads(text)
    return value


def _load_list(text: str) -> list[object] | None:
    if not text.lstrip("\ufeff \t\r\n").startswith("["):
        return None
    try:
        values = _load(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, list) and all(isinstance(value, dict) for value in values) else None


def _find_delimiter(text: str, given: Mapping[str, str]) -> str | None:
    """Return what parts the cells of the first row that has a heading of the body and another one.

    One heading alone may be a line of a text, unless somebody has named it.
    """
    for line in text[:_HEADER_LENGTH].lstrip("\ufeff").splitlines()[:_HEADER_ROWS]:
        for delimiter in _DELIMITERS:
            if delimiter in line:
                cells = [cell.strip().strip('"') for cell in line.split(delimiter)]
                columns = find_columns(cells, given)
                if "text" in columns and (len(columns) > 1 or "text" in given):
                    return delimiter
    return None


def _is_column(text: str, given: Mapping[str, str], name: str) -> bool:
    """Return whether `text` is a table of one column: its heading, then a cell in quotation marks, or told so."""
    start = text.lstrip("\ufeff \t\r\n")
    heading, _, below = start.partition("\n")
    if len(heading) > _LONGEST_HEADING or "text" not in find_columns([heading.strip().strip('"')], given):
        return False
    return "text" in given or TABLE_NAME.search(name) is not None or _QUOTED_CELL.match(below) is not None


def _read_rows(
    sheet: str,
    rows: Iterable[tuple[int, Sequence[str]]],
    given: Mapping[str, str],
    headings: list[str] | None = None,
) -> Iterator[Row]:
    columns: dict[str, int] = {}
    passed = 0
    for count, (number, cells) in enumerate(rows):
        if count >= MAX_ROWS:
            yield Row(f"{sheet}第{number}行", {}, f"超过{MAX_ROWS}行的上限，此行起未读")
            return
        if not any(cell.strip() for cell in cells):
            continue
        if not columns:
            found = find_columns(list(cells[:MAX_COLUMNS]), given)
            if "text" in found:
                columns = found
            elif headings is not None and not headings:
                headings.extend(cells[:MAX_COLUMNS])
            passed += 1
            if not columns and passed >= _HEADER_ROWS:
                return
            continue
        fields = {field: cells[place] for field, place in columns.items() if place < len(cells)}
        yield Row(f"{sheet}第{number}行", fields)
