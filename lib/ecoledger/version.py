"""The version of the package, and of the rules by which reports are read."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

VERSION = "0.1.0"

_READING = ("intake", "restore", "structure", "extract", "gazetteer", "indicators", "rules", "lexicon")
_KINDS = {".py", ".toml", ".csv"}


@cache
def rules_version() -> str:
    """Return the version that is stored with each parse, such as 0.1.0-3f9a1c07.

    The digits are a hash over the code and the tables that read a report, so that nobody has to remember to
    raise a number: a parse made under another version is stale, and is redone on the next ingest.
    """
    digest = hashlib.sha256()
    for file in _files():
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return f"{VERSION}-{digest.hexdigest()[:8]}"


def _files() -> list[Path]:
    here = Path(__file__).parent
    found = [file for room in _READING for file in (here / room).rglob("*")]
    return sorted(file for file in (*found, here / "pipeline.py") if file.suffix in _KINDS)
