"""Reads a Word document (Office Open XML) into lines: paragraphs and tables in order, automatic numbers as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.intake.numbering import Numbering, read_numbering
from ecoledger.intake.package import Package, attribute, local, open_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

# What is not on the page: deleted and moved words, codes of fields, pinyin over characters, the copy of a text box
# for old programs.
_UNSEEN = frozenset(
    ("del", "moveFrom", "instrText", "delText", "rt", "Fallback", "sectPr", "pPr", "footnotePr")
)
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_OFF = ("0", "false", "off", "none")
_DEEPEST_STYLE = 20


def read_docx(data: bytes, name: str) -> str:
    """Return the text of the document, a paragraph or a row of a table a line. Raises UnreadableError."""
    package = open_document(data, name)
    main = _find_main(package)
    root = package.read_xml(main)
    numbers = package.find("numbering.xml", main)
    numbering = read_numbering(package.read_xml(numbers) if numbers else None)
    styles = package.find("styles.xml", main)
    numbered = _read_styles(package.read_xml(styles)) if styles else {}
    body = next((e for e in root if local(e) == "body"), root)
    return "\n".join(_read_blocks(body, numbering, numbered))


def _find_main(package: Package) -> str:
    rels = package.find("_rels/.rels")
    for element in package.read_xml(rels) if rels else ():
        if attribute(element, "Type").endswith("/officeDocument"):
            found = package.find(attribute(element, "Target"))
            if found:
                return found
    return "word/document.xml"


def _read_styles(root: etree._Element) -> dict[str, tuple[str, int]]:
    """Return the list and depth that each style of paragraph brings, its own or that of the style it is based on."""
    own: dict[str, tuple[str, int]] = {}
    bases: dict[str, str] = {}
    for style in root:
        if local(style) != "style":
            continue
        identity = attribute(style, "styleId")
        for element in style:
            if local(element) == "basedOn":
                bases[identity] = attribute(element, "val")
            elif local(element) == "pPr" and (place := _read_place(element)):
                own[identity] = place
    found: dict[str, tuple[str, int]] = {}
    for identity in {*own, *bases}:
        at = identity
        for _ in range(_DEEPEST_STYLE):
            if at in own:
                found[identity] = own[at]
            if at in own or at not in bases:
                break
            at = bases[at]
    return found


def _read_place(properties: etree._Element) -> tuple[str, int] | None:
    """Return list and depth that the properties of a paragraph state; the list "0" takes a number away."""
    for element in properties:
        if local(element) == "numPr":
            values = {local(e): attribute(e, "val") for e in element}
            depth = values.get("ilvl", "0")
            return values.get("numId", ""), int(depth) if depth.isdecimal() and len(depth) < 3 else 0
    return None


def _read_blocks(
    body: etree._Element, numbering: Numbering, numbered: dict[str, tuple[str, int]]
) -> Iterator[str]:
    """Yield the lines of `body`; a stack, for hostile files nest deeply."""
    stack = list(reversed(body))
    while stack:
        element = stack.pop()
        kind = local(element)
        if kind == "p":
            yield from _read_paragraph(element, numbering, numbered)
        elif kind == "tbl" and not _is_layout(element):
            for row in (e for e in element.iter() if local(e) == "tr"):
                yield "\t".join(_read_cells(row, numbering, numbered))
        elif kind not in _UNSEEN:
            stack.extend(reversed(element))


def _is_layout(table: etree._Element) -> bool:
    """Return whether `table` only frames text: one cell a row, or tables within its cells."""
    rows = [e for e in table if local(e) == "tr"]
    inner = any(local(e) == "tbl" for e in table.iterdescendants())
    return inner or all(sum(local(e) == "tc" for e in row) <= 1 for row in rows)


def _read_cells(
    row: etree._Element, numbering: Numbering, numbered: dict[str, tuple[str, int]]
) -> Iterator[str]:
    for cell in (e for e in row.iter() if local(e) == "tc"):
        lines = [
            line for p in cell.iter() if local(p) == "p" for line in _read_paragraph(p, numbering, numbered)
        ]
        yield " ".join(line.strip() for line in lines if line.strip())


def _read_paragraph(
    paragraph: etree._Element, numbering: Numbering, numbered: dict[str, tuple[str, int]]
) -> Iterator[str]:
    properties = next((e for e in paragraph if local(e) == "pPr"), None)
    place = _read_place(properties) if properties is not None else None
    if place is None and properties is not None:
        style = next((attribute(e, "val") for e in properties if local(e) == "pStyle"), "")
        place = numbered.get(style)
    words, boxes = _read_words(paragraph)
    if words.strip():
        yield (numbering.next(*place) if place else "") + words
    for box in boxes:
        yield from _read_blocks(box, numbering, numbered)


def _read_words(paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
    """Return the words of a paragraph and the text boxes anchored in it."""
    words: list[str] = []
    boxes: list[etree._Element] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        kind = local(element)
        if kind == "t":
            words.append(element.text or "")
        elif kind in _MARKS:
            words.append(_MARKS[kind])
        elif kind == "txbxContent":
            boxes.append(element)
        elif kind not in _UNSEEN and not (kind == "r" and _is_hidden(element)):
            stack.extend(reversed(element))
    return "".join(words), boxes


def _is_hidden(run: etree._Element) -> bool:
    for properties in (e for e in run if local(e) == "rPr"):
        for mark in (e for e in properties if local(e) == "vanish"):
            return attribute(mark, "val") not in _OFF
    return False
