"""Whatever is done to a file of any kind, it is read or refused in one sentence; nothing else is ever raised.

ECOLEDGER_FUZZ sets how many inputs are tried.
"""

import os
import random
import zipfile
from io import BytesIO

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake import document
from ecoledger.intake.container import open_documents
from ecoledger.intake.pdf_page import read_pages
from tests.intake.maker import (
    PARAGRAPHS,
    TITLE,
    make_docx,
    make_eml,
    make_mht,
    make_ofd,
    make_page,
    make_pdf,
    make_xlsx,
    make_zip,
)

COUNT = int(os.environ.get("ECOLEDGER_FUZZ", "6000"))
TABLE = [["标题", "发布日期", "正文"], [TITLE, "2024-03-05", PARAGRAPHS[0]], ["乙", "", PARAGRAPHS[1]]]
SAMPLES = {
    "text": "\n".join((TITLE, *PARAGRAPHS)).encode(),
    "gbk": "\n".join((TITLE, *PARAGRAPHS)).encode("gbk"),
    "utf-16": "\n".join((TITLE, *PARAGRAPHS)).encode("utf-16"),
    "html": make_page(),
    "docx": make_docx(),
    "ofd": make_ofd([[(TITLE, 20.0, 20.0), (PARAGRAPHS[0][:30], 20.0, 30.0)]]),
    "xlsx": make_xlsx({"一": TABLE}),
    "csv": "\n".join(",".join(row) for row in TABLE).encode(),
    "jsonl": b'{"text": "a"}\n{"text": "b"}\n',
    "eml": make_eml(html=make_page().decode()),
    "mht": make_mht(make_page()),
    "zip": make_zip({"a.txt": PARAGRAPHS[0].encode(), "b.zip": make_zip({"c.html": make_page()})}),
    "pdf": make_pdf(),
}
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


def read_all(data: bytes) -> None:
    for member in open_documents(data, "某文件"):
        try:
            found = document.read_document(member.read(), member.name)
        except UnreadableError as error:
            message = str(error)
            assert message.startswith("“"), message
            assert message.endswith("。"), message
        else:
            assert found.text.strip()
            found.text.encode()


@pytest.fixture
def pdf_in_process(monkeypatch):
    """Read PDFs here: thousands of processes take minutes, and what kills one would kill this test too."""

    def read(data, name):
        found = read_pages(data)
        if "error" in found or not found["text"].strip():
            raise UnreadableError("broken", f"“{name}”已损坏。")
        return found["text"], ()

    monkeypatch.setattr(document, "read_pdf", read)


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_mutated_file_is_read_or_refused(kind, pdf_in_process):
    pick = random.Random(kind)  # noqa: S311 - the same inputs every time
    zipped = SAMPLES[kind].startswith(b"PK")
    for number in range(COUNT // len(SAMPLES) // (6 if kind == "pdf" else 1)):
        change = mutate_part if zipped and number % 2 else mutate
        data = change(SAMPLES[kind], pick)
        try:
            read_all(data)
        except Exception as error:
            raise AssertionError(f"{kind} {number}: {error!r}") from error


def test_random_bytes_are_read_or_refused():
    pick = random.Random(7)  # noqa: S311 - the same inputs every time
    starts = (
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7\n",
        b"<html>",
        b"MIME-Version: 1.0\nFrom: a\nSubject: b\n\n",
        b"{",
        b"[{",
    )
    for _ in range(COUNT // 10):
        start = pick.choice(starts)
        if not start.startswith(b"%PDF"):
            read_all(start + pick.randbytes(pick.randint(0, 400)))
