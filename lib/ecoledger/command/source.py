"""The documents that a command was pointed at."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecoledger.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One document by its name as given: a path, or `-` for standard input."""

    name: str

    def read(self) -> bytes:
        """Return the bytes. Raises UnreadableError naming the file."""
        if self.name == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        try:
            return Path(self.name).read_bytes()
        except FileNotFoundError as error:
            raise UnreadableError("missing", f"找不到文件 {self.name}，请检查路径。") from error
        except OSError as error:
            raise UnreadableError(
                "access", f"无法读取 {self.name}：{error.strerror}，请检查权限。"
            ) from error


def list_sources(paths: Iterable[str]) -> list[Source]:
    """Return the documents that `paths` name: files as they are, folders with every file in them, sorted.

    Hidden files are left out of folders; a path that does not exist stays and fails when it is read.
    """
    sources: list[Source] = []
    for path in paths:
        if path != STANDARD_INPUT and Path(path).is_dir():
            sources.extend(Source(str(file)) for file in _files(Path(path)))
        else:
            sources.append(Source(path))
    return sources


def _files(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
