"""The documents that a command was pointed at."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecoledger.command.system_error import describe_reason
from ecoledger.errors import UnreadableError
from ecoledger.intake.container import NO_COLUMNS, Member, is_beside_page, open_documents
from ecoledger.intake.limit import MAX_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file by its name as given: a path, or `-` for standard input."""

    name: str

    def read(self) -> bytes:
        """Return the bytes, one more than are taken where there are too many. Raises UnreadableError."""
        if self.name == STANDARD_INPUT:
            if sys.stdin is None:
                raise UnreadableError("access", "无法读取标准输入：它已被关闭，请改为指定文件。")
            data = sys.stdin.buffer.read(MAX_FILE + 1)
            if not data.strip():
                raise UnreadableError("empty", "标准输入中没有文字：请用管道传入报道，或改为指定文件。")
            return data
        with _told(self.name), open(self.name, "rb", opener=_open_at_once) as file:
            return file.read(MAX_FILE + 1)


@dataclass(frozen=True, slots=True)
class Closed:
    """A folder that cannot be listed; it fails when it is read."""

    name: str
    error: OSError

    def read(self) -> bytes:
        """Raise UnreadableError."""
        with _told(self.name):
            raise self.error


def list_sources(paths: Iterable[str]) -> list[Source | Closed]:
    """Return the files that `paths` name: files as they are, folders with every file in them, sorted.

    Hidden files, and what a browser puts beside a saved page, are left out of folders; links to folders are not
    followed. A path that does not exist, and a
    folder that cannot be listed, stay and fail when they are read.
    """
    sources: list[Source | Closed] = []
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on names too long
            sources.extend(_sources_below(path))
        else:
            sources.append(Source(path))
    return sources


def open_source(source: Source | Closed, columns: Mapping[str, str] = NO_COLUMNS) -> Iterator[Member]:
    """Yield the documents in a file: itself, or those of the archive or table it is. Raises nothing."""
    try:
        data = source.read()
    except UnreadableError as error:
        yield Member(source.name, error=error)
        return
    yield from open_documents(data, source.name, columns)


def _sources_below(folder: str) -> list[Source | Closed]:
    closed: list[OSError] = []
    files = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(place, name) for name in names if not name.startswith(".")]
    inner = {file: file.relative_to(folder).as_posix() for file in files}
    known = frozenset(inner.values())
    files = [file for file in files if not is_beside_page(inner[file], known)]
    found = [Source(str(file)) for file in sorted(files) if _may_be_read(file)]
    return [*found, *(Closed(str(error.filename), error) for error in closed)]


def _may_be_read(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except PermissionError:
        return True  # reading it will say so
    except OSError:  # a link to nowhere, or in a circle
        return False


def _open_at_once(name: str, flags: int) -> int:
    """Open a file without waiting: a named pipe that nobody writes to is empty, not a reason to wait for ever.

    One that somebody writes to, such as a shell's `<(…)`, is read to its end.
    """
    found = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(found, True)
    return found


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the system says of the file `name` into one sentence for people."""
    try:
        yield
    except FileNotFoundError as error:
        raise UnreadableError("missing", f"找不到文件 {name}，请检查路径。") from error
    except OSError as error:
        raise UnreadableError(
            "access", f"无法读取 {name}：{describe_reason(error)}，请检查路径与权限。"
        ) from error
