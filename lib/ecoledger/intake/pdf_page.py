"""Reads the text layer of a PDF with PDFium. Run as a module it is a process of its own, within bounds of memory.

PDFium is a C library and a PDF can be hostile: a crash or an endless loop ends this process, not the program.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from ecoledger.intake.layout import Fragment, read_layout
from ecoledger.intake.limit import MAX_CHARACTERS, MAX_PAGES, PDF_MEMORY

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURNED = 0.2  # radians; watermarks run across the page
_MOST_ON_A_PAGE = 100_000


def read_pages(data: bytes) -> dict[str, Any]:
    """Return {"text", "pages", "bare": numbers of pages without text}, or {"error": kind}."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        return {"error": "locked" if locked else "broken"}
    if len(document) > MAX_PAGES:
        return {"error": "too_many_pages"}
    pages: list[list[Fragment]] = []
    bare: list[int] = []
    count = 0
    for number in range(len(document)):
        try:
            fragments = list(_read_page(document[number]))
        except pypdfium2.PdfiumError:
            fragments = []
        if not fragments:
            bare.append(number + 1)
        count += sum(len(f.text) for f in fragments)
        if count > MAX_CHARACTERS:
            return {"error": "too_long"}
        pages.append(fragments)
    return {"text": read_layout(pages), "pages": len(pages), "bare": bare}


def _read_page(page: pypdfium2.PdfPage) -> Iterator[Fragment]:
    """Yield the words of a page, those of one run together."""
    text_page = page.get_textpage()
    height = page.get_height()
    box = pdfium.FS_RECTF()
    run: Fragment | None = None
    for at in range(min(text_page.count_chars(), _MOST_ON_A_PAGE)):
        char = chr(min(pdfium.FPDFText_GetUnicode(text_page.raw, at), 0x10FFFF))
        if char.isspace() or char < " " or pdfium.FPDFText_IsGenerated(text_page.raw, at) == 1:
            continue
        if "\ud800" <= char <= "\udfff" or not _is_upright(pdfium.FPDFText_GetCharAngle(text_page.raw, at)):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page.raw, at, ctypes.byref(box)):
            continue
        here = Fragment(char, box.left, height - box.top, box.right, height - box.bottom)
        if run is not None and _follows(run, here):
            run = Fragment(run.text + char, run.left, run.top, here.right, run.bottom)
        else:
            if run is not None:
                yield run
            run = here
    if run is not None:
        yield run


def _is_upright(angle: float) -> bool:
    return angle < _TURNED or angle > 6.283 - _TURNED


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
