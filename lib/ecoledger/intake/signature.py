"""Knows the kind of a file by the bytes it begins with and, for a zip, by the parts it holds."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Literal

from ecoledger.intake.limit import MAX_MEMBERS

Kind = Literal["text", "html", "record", "docx", "pdf", "ofd", "mail", "csv", "xlsx", "jsonl", "zip"]

# Each signature is the one the format's own specification gives.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PARTS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("OFD.xml", "ofd"),
)
_MIMETYPES = {
    b"application/vnd.oasis.opendocument": "odf",
    b"application/epub+zip": "epub",
}
# The two-byte and other weak marks also open words of a text: a binary file goes on with bytes that no text holds.
_WEAK = 3

_SAVE_AS_TEXT = "请用WPS或Office打开后另存为DOCX或纯文本（TXT）再导入"
_UNPACK = "请先解压，或改用ZIP格式打包后再导入"
_RECOGNIZE = "图片里没有可读取的文字，请先做文字识别（OCR）并存为TXT或DOCX再导入"
REFUSED: dict[str, tuple[str, str]] = {
    "rtf": ("RTF文档", _SAVE_AS_TEXT),
    "pptx": ("PowerPoint演示文稿（PPTX）", "请把文字复制到DOCX或TXT后再导入"),
    "odf": ("OpenDocument文档", _SAVE_AS_TEXT),
    "epub": ("EPUB电子书", "请把报道正文复制到TXT后再导入"),
    "doc": ("旧版Word文档（DOC）", _SAVE_AS_TEXT),
    "wps": ("WPS文字文档（WPS）", _SAVE_AS_TEXT),
    "xls": ("旧版Excel表格（XLS）或WPS表格（ET）", "请用WPS或Office打开后另存为XLSX或CSV再导入"),
    "ppt": ("旧版演示文稿（PPT或DPS）", "请把文字复制到DOCX或TXT后再导入"),
    "locked": ("加了密码的Office文档", "请用WPS或Office打开、取消密码后另存再导入"),
    "ole": ("旧版Office或WPS文档（DOC、WPS、XLS、PPT等）", _SAVE_AS_TEXT),
    "rar": ("RAR压缩包", _UNPACK),
    "7z": ("7Z压缩包", _UNPACK),
    "gzip": ("GZIP压缩包", _UNPACK),
    "bzip2": ("BZIP2压缩包", _UNPACK),
    "xz": ("XZ压缩包", _UNPACK),
    "zstd": ("ZSTD压缩包", _UNPACK),
    "tar": ("TAR压缩包", _UNPACK),
    "png": ("PNG图片", _RECOGNIZE),
    "jpeg": ("JPEG图片", _RECOGNIZE),
    "gif": ("GIF图片", _RECOGNIZE),
    "tiff": ("TIFF图片", _RECOGNIZE),
    "bmp": ("BMP图片", _RECOGNIZE),
    "webp": ("WEBP图片", _RECOGNIZE),
    "heic": ("HEIC图片", _RECOGNIZE),
    "sqlite": ("SQLite数据库", "请导出为CSV或XLSX后再导入"),
    "program": ("程序文件", "请确认选对了文件"),
}
"""What is known and not read: its Chinese name, and what to do."""

# Names of streams in a compound file, as they stand in its directory (UTF-16).
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("WpsDocument", "wps"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)


def find_kind(data: bytes) -> str | None:
    """Return the kind of file `data` is: one of Kind, one of REFUSED, or None where it may be text."""
    if data.startswith(_ZIP):
        return _find_zip(data)
    # A PDF may have some bytes before its mark, a copied text blanks; ISO 32000 lets readers look for it.
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > _WEAK or _is_binary(head)):
            return _find_compound(data) if kind == "ole" else kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"):
        return "heic"
    if data[257:262] == b"ustar":
        return "tar"
    return None


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head or head[0] > 0x7E or head[0] < 0x20


def _find_zip(data: bytes) -> str:
    """Return what the parts of a zip make it; one that is broken counts as a plain archive, refused when opened."""
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        return "zip"
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {name.lstrip("/") for name in archive.namelist()[:10_000]}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, UnicodeError):
        return "zip"
    for part, kind in _PARTS:
        if part in names:
            return kind
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    return next((kind for mark, kind in _MIMETYPES.items() if mark in data[:200]), "zip")


def _find_compound(data: bytes) -> str:
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), "ole")
