"""Reads the text layer of a PDF with pdfminer. Run as a module it is a process of its own, within bounds of memory.

A PDF can be hostile: an endless loop or a stream without end stops this process, not the program. pdfminer takes the
places of characters from the PDF itself; a reader that draws (PDFium) loses repeated words where a Chinese font is
neither embedded nor installed, as in many older documents of governments.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from ecoledger.intake.fragment import Fragment
from ecoledger.intake.layout import read_layout
from ecoledger.intake.limit import MAX_CHARACTERS, MAX_PAGES, PDF_MEMORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.layout import LTPage

_UNKNOWN = "(cid:"  # what pdfminer gives for a glyph whose character the PDF does not tell
_TURNED = 0.2
_MOST_UNKNOWN = 0.3


def read_pages(data: bytes) -> dict[str, Any]:
    """Return {"text", "bare": numbers of pages without text}, or {"error": kind}. Raises only MemoryError."""
    try:
        return _read_pages(data)
    except PDFPasswordIncorrect:
        return {"error": "locked"}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a broken PDF makes the reader raise anything
        return {"error": "broken"}


def _read_pages(data: bytes) -> dict[str, Any]:
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[list[Fragment]] = []
    known = unknown = 0
    for number, page in enumerate(PDFPage.get_pages(BytesIO(data)), 1):
        if number > MAX_PAGES:
            return {"error": "too_many_pages"}
        interpreter.process_page(page)
        chars = list(_list_chars(device.get_result()))
        readable = [char for char in chars if not char.get_text().startswith(_UNKNOWN)]
        known += len(readable)
        unknown += len(chars) - len(readable)
        if known > MAX_CHARACTERS:
            return {"error": "too_long"}
        pages.append(list(_join_chars(readable, page.mediabox[3])))
    if not pages:
        return {"error": "broken"}
    if unknown > _MOST_UNKNOWN * (known + unknown):
        return {"error": "no_characters"}
    bare = [number for number, page in enumerate(pages, 1) if not page]
    return {"text": read_layout(pages), "bare": bare}


def _list_chars(page: LTPage) -> Iterator[LTChar]:
    """Yield the upright characters of a page, those in its figures too; watermarks run across it."""
    stack: list[Any] = [page]
    while stack:
        item = stack.pop()
        if isinstance(item, LTChar):
            a, b, c, d, _, _ = item.matrix
            if abs(b) + abs(c) < _TURNED * (abs(a) + abs(d)):
                yield item
        elif isinstance(item, LTContainer):
            stack.extend(reversed(list(item)))


def _join_chars(chars: list[LTChar], height: float) -> Iterator[Fragment]:
    """Yield the words of a page, those of one run together."""
    run: Fragment | None = None
    for char in chars:
        text = "".join(c for c in char.get_text() if c.isprintable() and not c.isspace())
        if not text or char.size <= 0:
            continue
        here = Fragment(text, char.x0, height - char.y1, char.x1, height - char.y0)
        if run is not None and _follows(run, here):
            run = Fragment(run.text + text, run.left, run.top, here.right, run.bottom)
            continue
        if run is not None:
            yield run
        run = here
    if run is not None:
        yield run


def _follows(run: Fragment, here: Fragment) -> bool:
    level = abs(run.top - here.top) < 0.1 * run.size and abs(run.bottom - here.bottom) < 0.1 * run.size
    return level and -0.3 * run.size < here.left - run.right < 0.15 * run.size


def main() -> None:
    """Read a PDF from standard input and print what was read as JSON."""
    try:
        import resource  # noqa: PLC0415 - only on POSIX; elsewhere the time alone is bounded
    except ImportError:
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (PDF_MEMORY, PDF_MEMORY))
    try:
        found = read_pages(sys.stdin.buffer.read())
    except MemoryError:
        found = {"error": "too_much"}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
