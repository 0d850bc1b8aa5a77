"""Ids that follow from content alone, so that the same report or commitment has the same id everywhere."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIGITS = 16


def report_id(data: bytes) -> str:
    """Return the id of a document: the first 16 hex digits of the SHA-256 of its bytes."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def commitment_ids(report: str, texts: Iterable[str]) -> list[str]:
    """Return an id for each of the `texts` of the report with id `report`, in order.

    An id is made of the words, not of their place, so it survives a shift of offsets; where the same words
    stand twice they are numbered.
    """
    seen: dict[str, int] = {}
    ids = []
    for text in texts:
        seen[text] = number = seen.get(text, 0) + 1
        digest = hashlib.sha256(f"{report}\n{text}\n{number}".encode()).hexdigest()
        ids.append(digest[:_DIGITS])
    return ids
