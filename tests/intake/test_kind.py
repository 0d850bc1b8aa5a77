"""The kind of a file is found in what it holds: whatever it is called, it is read, or refused, alike."""

import re

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.container import open_documents
from ecoledger.intake.document import read_document
from ecoledger.intake.signature import REFUSED, find_kind
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

NAMES = ("报道", "报道.doc", "报道.txt", "报道.rar", "报道.html", "报道.PDF", "报道.jpg", "报道.xlsx", "")
TEXT = "\n".join((TITLE, *PARAGRAPHS))
ROWS = [["标题", "正文"], ["甲", PARAGRAPHS[0]], ["乙", PARAGRAPHS[1]]]
READ = {
    "text": (TEXT.encode(), 1),
    "html": (make_page(), 1),
    "docx": (make_docx(), 1),
    "pdf": (make_pdf(), 1),
    "ofd": (make_ofd([[(TITLE, 20.0, 20.0), (PARAGRAPHS[0], 20.0, 30.0)]]), 1),
    "mail": (make_eml(), 1),
    "mht": (make_mht(make_page()), 1),
    "csv": ("\n".join(",".join(row) for row in ROWS).encode("gbk"), 2),
    "xlsx": (make_xlsx({"一": ROWS}), 2),
    "jsonl": ('{"正文": "甲。"}\n{"正文": "乙。"}'.encode(), 2),
    "zip": (make_zip({"甲": TEXT.encode(), "乙": make_page()}), 2),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BEGINNINGS = {
    "rtf": b"{\\rtf1\\ansi",
    "pptx": make_zip({"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"}),
    "odf": make_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}, 0),
    "epub": make_zip({"mimetype": b"application/epub+zip"}, 0),
    "doc": _OLE + "WordDocument".encode("utf-16-le"),
    "wps": _OLE + "WpsDocument".encode("utf-16-le"),
    "xls": _OLE + "Workbook".encode("utf-16-le"),
    "ppt": _OLE + "PowerPoint Document".encode("utf-16-le"),
    "locked": _OLE + "EncryptedPackage".encode("utf-16-le"),
    "ole": _OLE,
    "rar": b"Rar!\x1a\x07\x01\x00",
    "7z": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "gzip": b"\x1f\x8b\x08\x00",
    "bzip2": b"BZh91AY&SY\x00",
    "xz": b"\xfd7zXZ\x00\x00",
    "zstd": b"\x28\xb5\x2f\xfd\x00",
    "tar": b"a.txt" + bytes(252) + b"ustar\x0000",
    "png": b"\x89PNG\r\n\x1a\n\x00",
    "jpeg": b"\xff\xd8\xff\xe0\x00",
    "gif": b"GIF89a\x01\x00",
    "tiff": b"II*\x00\x08",
    "bmp": b"BM\x00\x00\x00",
    "webp": b"RIFF\x00\x00\x00\x00WEBP",
    "heic": b"\x00\x00\x00\x18ftypheic",
    "sqlite": b"SQLite format 3\x00",
    "program": b"MZ\x90\x00",
}


@pytest.mark.parametrize("kind", READ)
def test_a_file_is_read_whatever_it_is_called(kind):
    data, count = READ[kind]
    names = NAMES[:2] if kind == "pdf" else NAMES  # each reading is a process of its own
    found = {
        name: [
            (d.kind, d.text) for m in open_documents(data, name) for d in [read_document(m.read(), m.name)]
        ]
        for name in names
    }
    first = found[names[0]]
    assert len(first) == count
    assert all(one == first for one in found.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_read_is_refused_with_what_to_do_whatever_it_is_called(kind, name):
    data = BEGINNINGS[kind]
    assert find_kind(data) == kind
    (member,) = open_documents(data, name)
    with pytest.raises(UnreadableError) as caught:
        read_document(member.read(), member.name)
    called, advice = REFUSED[kind]
    assert str(caught.value) == f"“{name}”是{called}，不能直接读取：{advice}。"
    assert re.search("^请|，请", advice)


def test_words_that_begin_as_a_signature_does_are_text():
    for words in (
        "BM公司与本市签约，推进治理。",
        "MZ县召开大会，部署工作。",
        "BZh是一个代号。",
        "GIF图片已删。",
        "PK赛开始。",
    ):
        assert read_document(words.encode(), "x").kind == "text"
