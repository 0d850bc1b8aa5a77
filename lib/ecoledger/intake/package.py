"""A zip of parts (DOCX, XLSX, OFD, a plain archive), opened within bounds, and its XML read without traps."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from ecoledger.errors import UnreadableError
from ecoledger.intake.limit import (
    MAX_DOCUMENT,
    MAX_PACKAGE,
    MAX_PARTS,
    MAX_RATIO,
    MAX_XML_TAGS,
    MEGABYTE,
    RATIO_COUNTS_FROM,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# All that a hostile zip makes the standard library raise.
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, KeyError, OverflowError)
_ENCRYPTED = 0x1
_ENTRY = b"PK\x01\x02"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a zip by name; `name` is that of the file, for messages."""

    name: str
    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]

    def read(self, part: str, most: int = MAX_DOCUMENT) -> bytes:
        """Return the bytes of `part`, at most `most`. Raises UnreadableError where it is missing, locked, broken, or a bomb."""
        info = self.parts.get(part)
        if info is None:
            raise UnreadableError("broken", f"“{self.name}”缺少部件{part}，文件不完整：请重新获取后再导入。")
        return read_member(self.archive, info, self.name, most)

    def read_xml(self, part: str) -> etree._Element:
        """Return the root of the XML `part`. Raises UnreadableError."""
        return read_xml(self.read(part), self.name)

    def find(self, part: str, base: str = "") -> str | None:
        """Return the name of `part` as it stands in the zip, relative to the folder of `base`; None where missing."""
        path = part if part.startswith("/") else posixpath.join(posixpath.dirname(base), part)
        path = posixpath.normpath(path).lstrip("/")
        return path if path in self.parts else None


def open_document(data: bytes, name: str) -> Package:
    """Return the parts of one DOCX, XLSX or OFD. Raises UnreadableError where they are broken, too many or too large."""
    package = open_package(data, name, MAX_PARTS)
    size = sum(info.file_size for info in package.parts.values())
    if size > MAX_PACKAGE:
        raise _too_large(name, size, MAX_PACKAGE)
    return package


def open_package(data: bytes, name: str, most_parts: int) -> Package:
    """Return the zip `data` opened. Raises UnreadableError where it is broken or has more than `most_parts`."""
    if data.count(_ENTRY) > most_parts:  # before the directory is read: a record of it takes memory
        raise _too_many(name, most_parts)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        infos = archive.infolist()
    except NotImplementedError as error:
        raise _unsupported(name) from error
    except _BROKEN as error:
        raise _broken(name) from error
    if _overlap(infos):
        raise UnreadableError("bomb", f"“{name}”里的文件共用同一段数据，疑似压缩炸弹，已拒绝：请核实来源。")
    return Package(name, archive, {info.filename.lstrip("/"): info for info in infos})


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Return whether members share bytes: so a small file unpacks into as much as its writer likes."""
    spans = sorted((info.header_offset, info.header_offset + info.compress_size) for info in infos)
    return any(left == right or left_end > right for (left, left_end), (right, _) in pairwise(spans))


def read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, most: int = MAX_DOCUMENT
) -> bytes:
    """Return the bytes of one member, at most `most`; `name` is for messages. Raises UnreadableError.

    The size that the zip states is checked first; zipfile never unpacks more than that.
    """
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("locked", f"“{name}”加了密码：请用密码解压后再导入。")
    if info.file_size > most:
        raise _too_large(name, info.file_size, most)
    if info.file_size > RATIO_COUNTS_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise UnreadableError(
            "bomb", f"“{name}”的压缩比超过{MAX_RATIO}倍，疑似压缩炸弹，已拒绝：请核实来源。"
        )
    try:
        return archive.read(info)
    except (NotImplementedError, RuntimeError) as error:
        raise _unsupported(name) from error
    except _BROKEN as error:
        raise _broken(name) from error


def read_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of the XML `data`: nothing is fetched, no entity of a DTD expanded. Raises UnreadableError."""
    refuse_tags(data, name, MAX_XML_TAGS)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(name) from error
    refuse_entities(root, name)
    return root


def refuse_tags(data: bytes, name: str, most: int) -> None:
    """Raise UnreadableError where the XML `data` has more than `most` tags, in whatever encoding."""
    if data.count(b"<") > most:
        raise UnreadableError(
            "too_large", f"“{name}”的内部结构超过{most}个标签的上限：请只保留报道后再导入。"
        )


def refuse_entities(element: etree._Element, name: str) -> None:
    """Raise UnreadableError where the XML of `element` has a document type: what defines entities is an attack."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(
            "bomb", f"“{name}”内的XML含有实体定义（DTD），可能是恶意文件，已拒绝：请核实来源。"
        )


def local(element: etree._Element) -> str:
    """Return the name of `element` without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str, default: str = "") -> str:
    """Return the attribute `name` of `element` in whatever namespace: strict and transitional files differ in it."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return default


def _too_many(name: str, most: int) -> UnreadableError:
    return UnreadableError("too_many", f"“{name}”内的文件超过{most}个的上限：请分批打包后再导入。")


def _too_large(name: str, size: int, most: int) -> UnreadableError:
    return UnreadableError(
        "too_large",
        f"“{name}”解压后有{size / MEGABYTE:.0f}MB，超过{most // MEGABYTE}MB的上限：请只保留报道后再导入。",
    )


def _broken(name: str) -> UnreadableError:
    return UnreadableError("broken", f"“{name}”已损坏，无法打开：请重新获取完整的文件后再导入。")


def _unsupported(name: str) -> UnreadableError:
    return UnreadableError("unsupported", f"“{name}”用了不支持的压缩方法：请用普通ZIP方法重新打包后再导入。")
