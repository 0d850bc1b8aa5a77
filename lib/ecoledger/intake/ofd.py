"""Reads the text layer of an OFD document (GB/T 33190) in the order of its pages."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.fragment import Fragment
from ecoledger.intake.layout import read_layout
from ecoledger.intake.limit import MAX_CHARACTERS, MAX_PAGES
from ecoledger.intake.package import Package, attribute, local, open_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ASCENT = 0.88  # of the size stands above the base line in Chinese fonts
_UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_ofd(data: bytes, name: str) -> str:
    """Return the text of the document, a paragraph a line. Raises UnreadableError."""
    package = open_document(data, name)
    parts = dict.fromkeys(page for root in _find_roots(package) for page in _find_pages(package, root))
    if len(parts) > MAX_PAGES:
        raise _too_many_pages(name)
    pages: list[list[Fragment]] = []
    count = 0
    for part in parts:
        pages.append(list(_read_fragments(package.read_xml(part))))
        count += sum(len(fragment.text) for fragment in pages[-1])
        if count > MAX_CHARACTERS:
            raise UnreadableError(
                "too_long", f"“{name}”的文字超过{MAX_CHARACTERS}字的上限：请只保留报道所在的页后再导入。"
            )
    text = read_layout(pages)
    if not text.strip():
        raise UnreadableError(
            "scan", f"“{name}”只有图像、没有文字层：请先做文字识别（OCR）并存为TXT或DOCX后再导入。"
        )
    return text


def _find_roots(package: Package) -> list[str]:
    roots = [e.text or "" for e in package.read_xml("OFD.xml").iter() if local(e) == "DocRoot"]
    return list(dict.fromkeys(found for root in roots if (found := package.find(root.strip()))))


def _find_pages(package: Package, root: str) -> list[str]:
    element = package.read_xml(root)
    pages = [e for part in element if local(part) == "Pages" for e in part if local(e) == "Page"]
    if len(pages) > MAX_PAGES:
        raise _too_many_pages(package.name)
    return [found for page in pages if (found := package.find(attribute(page, "BaseLoc"), root))]


def _too_many_pages(name: str) -> UnreadableError:
    return UnreadableError(
        "too_many_pages", f"“{name}”超过{MAX_PAGES}页的上限：请只保留报道所在的页后再导入。"
    )


def _read_fragments(page: etree._Element) -> Iterator[Fragment]:
    for item in page.iter():
        if local(item) != "TextObject":
            continue
        box = _numbers(attribute(item, "Boundary"))
        origin_x, origin_y = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
        a, b, c, d, e, f = _matrix(attribute(item, "CTM"))
        if abs(b) > 0.2 * abs(a):
            continue  # a watermark across the page
        scale = math.sqrt(abs(a * d - b * c)) or 1.0
        size = (_numbers(attribute(item, "Size")) or [4.0])[0]
        x = y = 0.0
        for code in (part for part in item if local(part) == "TextCode"):
            text = "".join(map(str, code.itertext())).strip("\r\n")
            x = (_numbers(attribute(code, "X")) or [x])[0]
            y = (_numbers(attribute(code, "Y")) or [y])[0]
            width = sum(_steps(attribute(code, "DeltaX"), len(text) - 1, size)) + size
            left = origin_x + a * x + c * y + e
            base = origin_y + b * x + d * y + f
            high = size * scale
            if text and high > 0 and all(map(math.isfinite, (left, base, width, high))):
                yield Fragment(
                    text, left, base - _ASCENT * high, left + width * abs(a), base + (1 - _ASCENT) * high
                )


def _steps(deltas: str, count: int, size: float) -> list[float]:
    """Return the advance of each character; `g 5 3.2` says 3.2 five times over."""
    words = deltas.split()
    steps: list[float] = []
    at = 0
    while at < len(words) and len(steps) < count:
        if words[at] == "g" and at + 2 < len(words):
            times, step = _numbers(words[at + 1]), _numbers(words[at + 2])
            if times and step:
                steps += step * min(max(int(times[0]), 0), count)
            at += 3
        else:
            steps += _numbers(words[at])
            at += 1
    steps = steps[: max(count, 0)]
    return steps + [size] * (max(count, 0) - len(steps))


def _matrix(text: str) -> tuple[float, float, float, float, float, float]:
    numbers = _numbers(text)
    if len(numbers) != 6:
        return _UNIT
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _numbers(text: str) -> list[float]:
    try:
        return [value for word in text.split() if math.isfinite(value := float(word))]
    except ValueError:
        return []
