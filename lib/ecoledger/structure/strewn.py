"""Pieces of a title strewn into the sentences below it, so that a copy looks unlike what it was copied from.

Two pieces that stand apart in the title, or the other way round, stand side by side in the sentences, time and again
and in several pairs. A report repeats words of its title too, but not words of two of its parts run together.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile("[\u3400-\u9fff]+")
_PIECE = 2  # characters
_FEWEST_PAIRS = 2  # that stand more than once
_FEWEST = 5  # places
_SPARSEST = 150  # characters of the body for each place


def find_strewn(title: str | None, body: str) -> tuple[tuple[int, int], ...]:
    """Return the places in `body` where pieces of `title` stand run together, none where it may be chance."""
    if not title:
        return ()
    pieces = _list_pieces(title)
    stand = {at for piece in pieces for at in _find_all(piece, body)}
    found = [
        (at - _PIECE, at + _PIECE)
        for at in sorted(stand)
        if at - _PIECE in stand
        and body[at - 1 : at + 1] not in title
        and _stand_apart(pieces[body[at - _PIECE : at]], pieces[body[at : at + _PIECE]])
    ]
    times = Counter(body[start:end] for start, end in found)
    repeated = sum(count > 1 for count in times.values())
    enough = max(_FEWEST, len(body) / _SPARSEST)
    return _merge(found) if repeated >= _FEWEST_PAIRS and len(found) >= enough else ()


def _find_all(piece: str, body: str) -> Iterator[int]:
    at = body.find(piece)
    while at >= 0:
        yield at
        at = body.find(piece, at + 1)


def _merge(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged = found[:1]
    for start, end in found[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _list_pieces(title: str) -> dict[str, list[tuple[int, int]]]:
    """Return every two characters of the title that stand together, with the number of its part and their place."""
    pieces: dict[str, list[tuple[int, int]]] = {}
    for number, run in enumerate(_RUN.finditer(title)):
        words = run.group()
        for at in range(len(words) - _PIECE + 1):
            pieces.setdefault(words[at : at + _PIECE], []).append((number, at))
    return pieces


def _stand_apart(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> bool:
    """Return whether no place of `left` leads to one of `right` in the same part of the title."""
    return all(part != other or after < at for part, at in left for other, after in right)
