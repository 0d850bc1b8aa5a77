"""The language of the screen: every word on it is written in Chinese in the code, and looked up for other languages."""

from __future__ import annotations

import csv
import string
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.looks import read_looks
from ecoledger.errors import EcoLedgerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.looks import Language

TEXTS = Path(__file__).with_name("texts")
HEAD = ["chinese", "english"]


class TextError(EcoLedgerError):
    """A file of texts cannot be used; the message names file and line."""


def tr(chinese: str, **values: object) -> str:
    """Return `chinese` in the language of this session, with `values` put in for the names in its braces.

    A text without an English one stands in Chinese; a test holds that there is none.
    """
    text = chinese if language() == "zh" else load_texts().get(chinese, chinese)
    return text.format(**values) if values else text


def language() -> Language:
    """Return the language of this session; Chinese outside of one."""
    return read_looks().language


@cache
def load_texts(folder: Path = TEXTS) -> Mapping[str, str]:
    """Return the English texts by the Chinese ones, from all files of `folder`.

    Raises TextError for a wrong head, an empty text, two English texts for one Chinese, or braces that differ.
    """
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, strict=True)
            if next(rows, None) != HEAD:
                raise TextError(f"{path.name}:1: the head is not {','.join(HEAD)}")
            for row in rows:
                problem = _problem(row, texts)
                if problem:
                    raise TextError(f"{path.name}:{rows.line_num}: {problem}")
                texts[row[0]] = row[1]
    return texts


def list_names(text: str) -> tuple[str, ...]:
    """Return the names in the braces of a text, in order of their letters. Raises ValueError for broken braces."""
    return tuple(sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None))


def _problem(row: list[str], texts: Mapping[str, str]) -> str | None:
    if len(row) != len(HEAD) or not all(row):
        return f"not two texts: {row}"
    chinese, english = row
    if texts.get(chinese, english) != english:
        return f"{chinese} already stands for {texts[chinese]}"
    try:
        same = list_names(chinese) == list_names(english)
    except ValueError as error:
        return f"{chinese}: {error}"
    return None if same else f"{chinese}: the names in braces differ"
