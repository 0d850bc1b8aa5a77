"""Whatever is done to a file of any kind, it is read or refused in one sentence; nothing else is raised, nothing hangs.

Each input follows from its kind and number alone: make_input("html", 17) makes it again. ECOLEDGER_FUZZ sets how many
inputs are tried (20,000 by default, as continuous integration does; `make fuzz` reads whole reports).
"""

import os
import random
import signal
import zipfile
from contextlib import contextmanager
from io import BytesIO

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake import document
from ecoledger.intake.container import open_documents
from ecoledger.intake.pdf_page import read_pages
from tests.conftest import ROOT
from tests.intake.maker import (
    PARAGRAPHS,
    TITLE,
    PdfPages,
    make_docx,
    make_eml,
    make_mht,
    make_ofd,
    make_page,
    make_pdf,
    make_xlsx,
    make_zip,
)

COUNT = int(os.environ.get("ECOLEDGER_FUZZ", "20000"))
PARTS = 4
"""Cases that the inputs of a kind are dealt to, so that several processes share them."""
SECONDS = 5.0
"""Of the processor, for one input of some kilobytes; the slowest takes a tenth."""


def make_plain_pdf() -> bytes:
    """A PDF whose page is not compressed, so that a mutation reaches its words."""
    pages = PdfPages(pageCompression=0)
    for number, text in enumerate(PARAGRAPHS):
        pages.write(text[:30], 80, 90 + 20 * number)
    pages.turn()
    return pages.data()


TABLE = [["标题", "发布日期", "正文"], [TITLE, "2024-03-05", PARAGRAPHS[0]], ["乙", "", PARAGRAPHS[1]]]
SAMPLES = {
    "text": "\n".join((TITLE, *PARAGRAPHS)).encode(),
    "gbk": "\n".join((TITLE, *PARAGRAPHS)).encode("gbk"),
    "utf-16": "\n".join((TITLE, *PARAGRAPHS)).encode("utf-16"),
    "html": make_page(),
    "site": (ROOT / "tests" / "cases" / "html" / "p1.html").read_bytes()[:12_000],
    "docx": make_docx(),
    "ofd": make_ofd([[(TITLE, 20.0, 20.0), (PARAGRAPHS[0][:30], 20.0, 30.0)]]),
    "xlsx": make_xlsx({"一": TABLE}),
    "csv": "\n".join(",".join(row) for row in TABLE).encode(),
    "jsonl": b'{"text": "a"}\n{"text": "b"}\n',
    "eml": make_eml(html=make_page().decode()),
    "mht": make_mht(make_page()),
    "zip": make_zip({"a.txt": PARAGRAPHS[0].encode(), "b.zip": make_zip({"c.html": make_page()})}),
    "pdf": make_pdf(),
    "pdf-page": make_plain_pdf(),
}
STARTS = (
    b"",
    b"PK\x03\x04",
    b"<html>",
    b"MIME-Version: 1.0\nFrom: a\nSubject: b\n\n",
    b"{",
    b"[{",
    b"OFD",
    b"\xff\xfe",
)
WEIGHTS = {"site": 0.15, "pdf": 0.2, "pdf-page": 0.4, "ofd": 0.6, "docx": 0.6, "zip": 0.7, "random": 0.5}
KINDS = (*SAMPLES, "random")
WEIGHT = sum(WEIGHTS.get(kind, 1.0) for kind in KINDS)
BITS = (
    b"<",
    b">",
    b"\x00",
    b"\xff",
    b'"',
    b"\n",
    b"PK\x01\x02",
    b"&x;",
    b"]]>",
    b"-1",
    b"99999999",
    b"e999",
    b"%1",
    b"/Kids",
)


def mutate(data: bytes, pick: random.Random) -> bytes:
    """Change, cut, double, insert or overwrite pieces of `data`, once to eight times."""
    changed = bytearray(data)
    for _ in range(pick.randint(1, 8)):
        at = pick.randrange(len(changed) + 1)
        end = min(len(changed), at + pick.choice((1, 1, 2, 8, 64, 1024)))
        match pick.randrange(5):
            case 0:
                changed[at:end] = pick.randbytes(end - at)
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end] * pick.randint(1, 3)
            case 3:
                changed[at:at] = pick.choice(BITS)
            case _:
                changed[at : at + 4] = pick.choice(BITS)
    return bytes(changed)


def mutate_part(data: bytes, pick: random.Random) -> bytes:
    """Mutate one part inside a zip, which the checksum of a plain mutation would hide."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = pick.choice([name for name, part in parts.items() if part])
    parts[name] = mutate(parts[name], pick)
    return make_zip(parts, zipfile.ZIP_STORED)


def make_input(kind: str, number: int) -> bytes:
    """Return the input of this kind and number."""
    pick = random.Random(f"{kind}.{number}")  # noqa: S311 - to be had again, not to be secret
    if kind == "random":
        return pick.choice(STARTS) + pick.randbytes(pick.randint(0, 400))
    sample = SAMPLES[kind]
    change = mutate_part if sample.startswith(b"PK") and number % 2 else mutate
    return change(sample, pick)


def count_inputs(kind: str) -> int:
    """Return how many inputs of a kind are tried: fewer of those that take long."""
    return int(COUNT / WEIGHT * WEIGHTS.get(kind, 1.0)) + 1


class _TooLongError(BaseException):
    """Not an Exception: no handler on the way may swallow it."""


@contextmanager
def limit_time():
    def stop(*_):
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def read_all(data: bytes) -> None:
    for member in open_documents(data, "某文件"):
        try:
            found = document.read_document(member.read(), member.name)
        except UnreadableError as error:
            message = str(error)
            assert message.startswith("“"), message
            assert message.endswith("。"), message
            assert "\n" not in message, message
        else:
            assert found.text.strip()
            found.text.encode()


@pytest.fixture
def pdf_in_process(monkeypatch):
    """Read PDFs here: thousands of processes take minutes, and the limit of time holds here as well."""

    def read(data, name):
        found = read_pages(data)
        if "error" in found or not found["text"].strip():
            raise UnreadableError("broken", f"“{name}”已损坏。")
        return found["text"], ()

    monkeypatch.setattr(document, "read_pdf", read)


def test_enough_inputs_are_tried():
    assert sum(map(count_inputs, KINDS)) >= COUNT


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_is_read_or_refused(kind, part, pdf_in_process):
    for number in range(part, count_inputs(kind), PARTS):
        try:
            with limit_time():
                read_all(make_input(kind, number))
        except (Exception, _TooLongError) as error:
            raise AssertionError(f"make_input({kind!r}, {number}): {error!r}") from error


def test_a_mutated_pdf_is_read_or_refused_by_the_process_that_reads_it():
    for number in range(1, 5):
        read_all(make_input("pdf", number))


def test_an_input_can_be_had_again():
    assert make_input("docx", 7) == make_input("docx", 7) != make_input("docx", 9)
