"""Reads the sheets of an Excel workbook (Office Open XML) row by row, without formulas or styles."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from ecoledger.errors import UnreadableError
from ecoledger.intake.limit import MAX_COLUMNS, MAX_SHEET, MAX_SHEET_TAGS
from ecoledger.intake.package import Package, attribute, local, open_document, refuse_entities, refuse_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = re.compile(r"([A-Z]{1,3})\d*")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_sheets(data: bytes, name: str) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]]]]:
    """Yield each sheet's name (with a blank; "" where there is but one) and its rows by number. Raises UnreadableError."""
    package = open_document(data, name)
    workbook = "xl/workbook.xml"
    root = package.read_xml(workbook)
    targets = _read_targets(package, workbook)
    strings = _read_strings(package, workbook)
    sheets = [e for e in root.iter() if local(e) == "sheet"]
    read = set()  # a part that several sheets name is read once: else a small file is read without end
    for sheet in sheets:
        part = package.find(targets.get(_relation(sheet), ""), workbook)
        if part is not None and part not in read:
            read.add(part)
            title = f"{attribute(sheet, 'name')} " if len(sheets) > 1 else ""
            yield title, _read_rows(package, part, strings)


def as_date(serial: str) -> str:
    """Return the day that a number of a spreadsheet stands for (1900 system), other words as they are."""
    match = _SERIAL.fullmatch(serial.strip())
    if not match:
        return serial
    return (dt.date(1899, 12, 30) + dt.timedelta(days=int(match.group(1)))).isoformat()


def _relation(sheet: etree._Element) -> str:
    """Return the id of the sheet's part: `r:id`, beside the plain attribute sheetId."""
    return next((str(v) for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")


def _read_targets(package: Package, workbook: str) -> dict[str, str]:
    rels = package.find("_rels/workbook.xml.rels", workbook)
    root = package.read_xml(rels) if rels else ()
    return {attribute(e, "Id"): attribute(e, "Target") for e in root}


def _read_strings(package: Package, workbook: str) -> list[str]:
    part = package.find("sharedStrings.xml", workbook)
    if part is None:
        return []
    return [_read_text(item) for item in _iterate(package, part, ("si",))]


def _read_rows(package: Package, part: str, strings: list[str]) -> Iterator[tuple[int, list[str]]]:
    at = 0
    cells: list[str] = []
    for element in _iterate(package, part, ("row", "c")):
        if local(element) == "c":
            if not len(element) and element.get("r"):
                continue  # one that is only coloured; a million of them are not rare
            column = _column(attribute(element, "r"), len(cells))
            if len(cells) <= column < MAX_COLUMNS:
                cells += [""] * (column - len(cells))
                cells.append(_read_cell(element, strings))
            continue
        number = attribute(element, "r")
        at = int(number) if number.isdecimal() and len(number) < 9 else at + 1
        yield at, cells
        cells = []


def _column(reference: str, default: int) -> int:
    match = _CELL.fullmatch(reference)
    if not match:
        return default
    number = 0
    for letter in match.group(1):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _read_cell(cell: etree._Element, strings: list[str]) -> str:
    kind = attribute(cell, "t")
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind == "s":
        return (
            strings[int(value)] if value.isdecimal() and len(value) < 9 and int(value) < len(strings) else ""
        )
    if kind == "inlineStr":
        return "".join(_read_text(e) for e in cell if local(e) == "is")
    return "" if kind == "e" else value


def _read_text(item: etree._Element) -> str:
    """Return the words of a string, without the pinyin (rPh) that may stand over it."""
    runs = [e for e in item if local(e) in ("t", "r")]
    words = "".join(t.text or "" for run in runs for t in run.iter() if local(t) == "t")
    return _ESCAPED.sub(lambda match: _unescape(match.group(1)), words)


def _unescape(digits: str) -> str:
    char = chr(int(digits, 16))
    return char if char.isprintable() or char in "\t\n" else ""


def _iterate(package: Package, part: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """Yield each element of `tags` and forget it: a table of many reports need not stand in memory twice."""
    data = package.read(part, MAX_SHEET)
    refuse_tags(data, package.name, MAX_SHEET_TAGS)
    wanted = [f"{{*}}{tag}" for tag in tags]
    asked = False
    try:
        for _, element in etree.iterparse(
            BytesIO(data),
            events=("end",),
            tag=wanted,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        ):
            if not asked:
                refuse_entities(element, package.name)
                asked = True
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(
            "broken", f"“{package.name}”已损坏，无法打开：请重新获取完整的文件后再导入。"
        ) from error
