"""The order of the table: by several keys, of which the first counts most."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from ecoledger.ledger.sort import Sort, SortKey

if TYPE_CHECKING:
    from collections.abc import Iterable

Keys = tuple[Sort, ...]

USUAL: Keys = (Sort("date", descending=True),)
MOST = 4
"""So many keys a person may still follow."""
_LATEST_FIRST = frozenset({"date"})
"""Keys that run from high to low at the first click."""


def read_order(codes: Iterable[str]) -> Keys:
    """Return the order that codes such as `region` and `-due` say; what means nothing is left out, nothing is the usual."""
    found: dict[SortKey, Sort] = {}
    for code in codes:
        key = code.removeprefix("-")
        if key in get_args(SortKey) and key not in found:
            known = cast("SortKey", key)
            found[known] = Sort(known, descending=code.startswith("-"))
    return tuple(found.values())[:MOST] or USUAL


def write_order(order: Keys) -> list[str]:
    """Return the order as codes for an address, none where it is the usual."""
    return [] if order == USUAL else [f"{'-' if sort.descending else ''}{sort.key}" for sort in order]


def turn_key(order: Keys, key: SortKey, *, more: bool) -> Keys:
    """Return the order after a click on the head of a column.

    A key that is not there stands alone, or with `more` after the others; one that is there turns round.
    """
    held = next((sort for sort in order if sort.key == key), None)
    if held is None:
        return add_key(order if more else (), Sort(key, descending=key in _LATEST_FIRST))
    turned = Sort(key, descending=not held.descending)
    return tuple(turned if sort == held else sort for sort in order) if more else (turned,)


def add_key(order: Keys, sort: Sort) -> Keys:
    """Return the order with `sort` as its last key, in place of what it says of that key so far."""
    return (*(held for held in order if held.key != sort.key), sort)[-MOST:]


def drop_key(order: Keys, key: str) -> Keys:
    """Return the order without a key; without any it is the usual."""
    return tuple(sort for sort in order if sort.key != key) or USUAL
