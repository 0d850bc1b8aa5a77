"""Knows files that are not text by the bytes they begin with."""

from __future__ import annotations

# Each signature is the one the format's own specification gives.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF文档"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版Office文档（DOC、XLS、PPT或WPS）"),
    (b"{\\rtf", "RTF文档"),
    (b"\x1f\x8b", "GZIP压缩包"),
    (b"Rar!\x1a\x07", "RAR压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7Z压缩包"),
    (b"BZh", "BZIP2压缩包"),
    (b"\xfd7zXZ\x00", "XZ压缩包"),
    (b"\x89PNG\r\n\x1a\n", "PNG图片"),
    (b"\xff\xd8\xff", "JPEG图片"),
    (b"GIF87a", "GIF图片"),
    (b"GIF89a", "GIF图片"),
    (b"II*\x00", "TIFF图片"),
    (b"MM\x00*", "TIFF图片"),
    (b"SQLite format 3\x00", "SQLite数据库"),
    (b"MZ", "程序文件"),
    (b"\x7fELF", "程序文件"),
)
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
# What a zip holds tells the kind: the parts' names stand in it in plain bytes.
_ZIP_PARTS: tuple[tuple[bytes, str], ...] = (
    (b"word/document.xml", "Word文档（DOCX）"),
    (b"xl/workbook.xml", "Excel工作簿（XLSX）"),
    (b"ppt/presentation.xml", "PowerPoint演示文稿（PPTX）"),
    (b"application/vnd.oasis.opendocument", "OpenDocument文档"),
    (b"OFD.xml", "OFD版式文档"),
    (b"application/epub+zip", "EPUB电子书"),
)


def find_kind(data: bytes) -> str | None:
    """Return the Chinese name of the kind of file `data` is, None where it may be text."""
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return next((name for part, name in _ZIP_PARTS if part in data), "ZIP压缩包")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, name in _SIGNATURES:
        # Two letters open many an English sentence; a program goes on with a byte that no text holds.
        if head.startswith(signature) and (
            len(signature) > 3 or b"\x00" in head or signature[0] > 0x7E or signature[0] < 0x20
        ):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP图片"
    return None
