"""A layout while it is being set: columns are chosen, moved and renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecoledger.export.column import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Columns = tuple[tuple[str, str], ...]
"""Codes and titles in their order."""

ORDER, TITLE = "order", "title"


def choose_columns(columns: Columns, codes: Sequence[str]) -> Columns:
    """Return the columns of `codes`: those that were there keep order and title, new ones follow as they were chosen."""
    kept = tuple((code, title) for code, title in columns if code in codes)
    held = {code for code, _ in kept}
    return kept + tuple((code, BY_CODE[code].name) for code in codes if code not in held)


def edit_columns(columns: Columns, edited: Mapping[int, Mapping[str, Any]]) -> Columns:
    """Return the columns after what was edited in the rows of their table: a title, or the place to move to."""
    titled = [
        (code, (edited.get(at, {}).get(TITLE, title) or "").strip())
        for at, (code, title) in enumerate(columns)
    ]
    moved = {columns[at][0]: change[ORDER] for at, change in edited.items() if change.get(ORDER)}
    found = [column for column in titled if column[0] not in moved]
    for code, place in sorted(moved.items(), key=lambda move: move[1]):
        title = next(title for other, title in titled if other == code)
        found.insert(max(int(place) - 1, 0), (code, title))
    return tuple(found)
