"""Opens what holds several reports (archives, tables) and gives the documents in it, one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError
from ecoledger.intake.encoding import decode
from ecoledger.intake.limit import (
    MAX_DEPTH,
    MAX_DOCUMENT,
    MAX_FILE,
    MAX_INNER,
    MAX_MEMBERS,
    MAX_UNPACKED,
    MEGABYTE,
)
from ecoledger.intake.mail import looks_like_mail, open_mail
from ecoledger.intake.package import open_package, read_member
from ecoledger.intake.record import as_record
from ecoledger.intake.signature import find_kind
from ecoledger.intake.table import (
    TABLE_NAME,
    Row,
    find_table,
    no_body_column,
    read_csv,
    read_jsonl,
    read_xlsx,
)
from ecoledger.intake.zip_name import read_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_COMPANION = re.compile(r"(.+?)(?:_files|\.files|_文件)$", re.I)
_HEAD = 256 * 1024
_PAGE_SUFFIXES = (".html", ".htm", ".mht", ".mhtml")


@dataclass(frozen=True, slots=True)
class Member:
    """One document found in what was handed in: its bytes, or why they cannot be had."""

    name: str
    data: bytes = b""
    error: UnreadableError | None = None

    def read(self) -> bytes:
        """Return the bytes. Raises UnreadableError."""
        if self.error is not None:
            raise self.error
        return self.data


@dataclass(slots=True)
class _Budget:
    """What may still be taken out of one archive, its inner archives included."""

    members: int = MAX_MEMBERS
    size: int = MAX_UNPACKED

    def take(self, size: int, name: str) -> None:
        self.members -= 1
        self.size -= size
        if self.members < 0:
            raise _SpentError(
                "too_many", f"“{name}”内的报道超过{MAX_MEMBERS}份的上限，其余未读：请分批导入。"
            )
        if self.size < 0:
            raise _SpentError(
                "too_large", f"“{name}”解压后超过{MAX_UNPACKED // MEGABYTE}MB的上限，其余未读：请分批导入。"
            )


class _SpentError(UnreadableError):
    """The budget is spent: nothing more is read."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """What holds for everything that comes out of one file handed in: `file` is its name."""

    file: str
    columns: Mapping[str, str]
    budget: _Budget = field(default_factory=_Budget)


def open_documents(data: bytes, name: str, columns: Mapping[str, str] = NO_COLUMNS) -> Iterator[Member]:
    """Yield the documents in `data`: itself where it is one, else those of the archive or the rows of the table.

    `columns` names the heading of a field (see record.FIELDS) where a table's own headings are not known.
    Never raises: what cannot be opened is a Member with its error, and the rest goes on.
    """
    if len(data) > MAX_FILE:
        yield Member(name, error=_too_large(name, len(data)))
        return
    try:
        yield from _open(data, name, _Opening(name, columns), 0)
    except _SpentError as spent:
        yield Member(name, error=spent)


def is_beside_page(name: str, names: frozenset[str]) -> bool:
    """Return whether `name` is hidden, or lies in the folder that a browser puts beside a saved page among `names`."""
    parts = PurePosixPath(name).parts
    if any(
        (part.startswith(".") and part != "..") or part in ("__MACOSX", "Thumbs.db", "desktop.ini")
        for part in parts
    ):
        return True
    for depth, part in enumerate(parts[:-1]):
        if match := _COMPANION.fullmatch(part):
            page = "/".join((*parts[:depth], match.group(1)))
            if any(page + suffix in names for suffix in _PAGE_SUFFIXES):
                return True
    return False


def _too_large(name: str, size: int) -> UnreadableError:
    return UnreadableError(
        "too_large",
        f"“{name}”有{size / MEGABYTE:.0f}MB，超过{MAX_FILE // MEGABYTE}MB的上限：请分批导入。",
    )


def _open(data: bytes, name: str, opening: _Opening, depth: int) -> Iterator[Member]:
    kind = find_kind(data)
    try:
        if kind == "zip":
            yield from _open_zip(data, name, opening, depth)
        elif kind == "xlsx":
            yield from _take_rows(read_xlsx(data, name, opening.columns), name, opening)
        elif kind is None and len(data) <= MAX_INNER and looks_like_mail(data):
            yield from _open_mail(data, name, opening, depth)
        elif kind is None and (rows := _find_rows(data, name, opening.columns)) is not None:
            yield from _take_rows(rows, name, opening)
        else:
            yield Member(name, data)
    except _SpentError:
        raise
    except UnreadableError as error:
        yield Member(name, error=error)


def _open_zip(data: bytes, name: str, opening: _Opening, depth: int) -> Iterator[Member]:
    if depth > MAX_DEPTH:
        raise UnreadableError(
            "too_deep", f"“{name}”外面已套了{MAX_DEPTH + 1}层压缩包，超过上限：请解压后再导入。"
        )
    package = open_package(data, name, MAX_MEMBERS)
    infos = [info for info in package.archive.infolist() if not read_name(info).endswith("/")]
    names = frozenset(read_name(info) for info in infos)
    wanted = [info for info in infos if not is_beside_page(read_name(info), names)]
    if not wanted:
        raise UnreadableError("empty", f"“{name}”里没有可读的文件：请确认压缩包内有报道后再导入。")
    for info in wanted:
        inner = read_name(info)
        path = f"{name}/{inner}"
        opening.budget.take(info.file_size, opening.file)
        try:
            unpacked = read_member(package.archive, info, path, MAX_INNER)
        except UnreadableError as error:
            yield Member(path, error=error)
            continue
        yield from _open(unpacked, path, opening, depth + 1)


def _open_mail(data: bytes, name: str, opening: _Opening, depth: int) -> Iterator[Member]:
    """Yield the mail where its own words are a report or all it holds, then the files attached to it."""
    mail = open_mail(data, name)
    if mail.has_report:
        yield Member(name, data)
    for file, inner in mail.attached:
        if depth > MAX_DEPTH:
            raise UnreadableError(
                "too_deep", f"“{name}”外面已套了{MAX_DEPTH + 1}层，超过上限：请把附件另存后再导入。"
            )
        opening.budget.take(len(inner), opening.file)
        yield from _open(inner, f"{name}/{file}", opening, depth + 1)


def _find_rows(data: bytes, name: str, columns: Mapping[str, str]) -> Iterator[Row] | None:
    """Return the rows where `data` is a table in text, None where it is one document."""
    if looks_like_mail(data) or (len(data) > MAX_DOCUMENT and not _begins_as_table(data, columns, name)):
        return None
    if (decoded := decode(data)) is None:
        return None
    kind = find_table(decoded.text, columns, name)
    if kind == "csv":
        return read_csv(decoded.text, columns)
    if kind == "jsonl":
        return read_jsonl(decoded.text, columns)
    if TABLE_NAME.search(name):
        raise no_body_column(name, decoded.text.split("\n", 1)[0].replace("\t", ",").split(","))
    return None


def _begins_as_table(data: bytes, columns: Mapping[str, str], name: str) -> bool:
    """Return whether the beginning may be that of a table: the bytes of a film are not tried in every encoding."""
    head = data[:_HEAD]
    decoded = decode(head.rpartition(b"\n")[0] or head)
    if decoded is None:
        return False
    return decoded.text.lstrip("\ufeff \t\r\n").startswith(("{", "[")) or bool(
        find_table(decoded.text, columns, name)
    )


def _take_rows(rows: Iterable[Row], name: str, opening: _Opening) -> Iterator[Member]:
    found = False
    for row in rows:
        found = True
        path = f"{name} {row.label}"
        if row.broken or not row.fields.get("text", "").strip():
            reason = row.broken or "没有正文"
            opening.budget.take(0, opening.file)
            yield Member(path, error=UnreadableError("empty", f"“{path}”{reason}，已跳过：请核对后再导入。"))
            continue
        record = as_record(row.fields)
        opening.budget.take(len(record), opening.file)
        yield Member(path, record)
    if not found:
        raise UnreadableError("empty", f"“{name}”的表头下面没有报道：请核对后再导入。")
