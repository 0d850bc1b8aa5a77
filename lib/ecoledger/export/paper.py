"""How wide the columns of a layout are on paper, where a page is all the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.export.column import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = {"number": 9.0, "date": 15.5, "due": 15.5, "finish": 15.5, "light": 13.0}
"""Columns, in millimetres at 7.5 points, whose words should stand in one line."""


def share_width(codes: Sequence[str], room: float) -> list[float]:
    """Return the width of each column of a page that is `room` millimetres wide: the long ones share what is left."""
    short = sum(_SHORT.get(code, 0) for code in codes)
    long = sum(BY_CODE[code].width for code in codes if code not in _SHORT)
    each = max(room - short, room / 2) / long if long else 0
    widths = [_SHORT.get(code) or BY_CODE[code].width * each for code in codes]
    return [width * room / sum(widths) for width in widths]
