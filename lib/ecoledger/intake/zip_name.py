"""The name of a member of a zip: UTF-8, or GBK or Big5 as Chinese Windows writes it without saying so."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from ecoledger.lexicon.everyday import everyday_share

if TYPE_CHECKING:
    import zipfile

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field: version, checksum of the plain name, name in UTF-8


def read_name(info: zipfile.ZipInfo) -> str:
    """Return the name of `info` in the encoding that its bytes are in."""
    if info.flag_bits & _UTF8_FLAG:
        return _plain(info.orig_filename)
    try:
        raw = info.orig_filename.encode("cp437")  # as zipfile decoded it
    except UnicodeEncodeError:
        return _plain(info.orig_filename)
    if (stated := _read_extra(info.extra, raw)) is not None:
        return _plain(stated)
    return _plain(_decode(raw) or info.orig_filename)


def _decode(raw: bytes) -> str | None:
    """Return a name as UTF-8, else as that of GBK and Big5 in which more of it is everyday Chinese; None where neither fits."""
    readings = []
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            readings.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            break
    return max(readings, default=None, key=everyday_share)


def _plain(name: str) -> str:
    """Return `name` with forward slashes and without what a screen cannot show."""
    return "".join(c for c in name.replace("\\", "/") if c.isprintable()).lstrip("/") or "无名文件"


def _read_extra(extra: bytes, raw: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        field = extra[at + 4 : at + 4 + size]
        if (
            kind == _UNICODE_PATH
            and len(field) > 5
            and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw)
        ):
            try:
                return field[5:].decode()
            except UnicodeDecodeError:
                return None
        at += 4 + size
    return None
