"""Where lines of Chinese may break on a screen of cells: no stop begins a line, no opening mark ends one."""

from __future__ import annotations

from rich.cells import get_character_cell_size

_NEVER_FIRST = frozenset("，。、；：？！”’）》】〉」』〕…—·,.;:?!)]}%％")
_NEVER_LAST = frozenset("“‘（《【〈「『〔([{")
_FARTHEST = 24  # characters that a break moves back; a longer word is split


def find_breaks(text: str, width: int) -> list[int]:
    """Return the places in `text`, a single line, at which a new line of at most `width` cells begins."""
    breaks: list[int] = []
    start = cells = 0
    at = 0
    while at < len(text):
        cells += get_character_cell_size(text[at])
        if cells > width and at > start:
            start = at = _step_back(text, start, at)
            breaks.append(start)
            cells = 0
            continue
        at += 1
    return breaks


def wrap(text: str, width: int) -> list[str]:
    """Return `text`, a single line, in lines of at most `width` cells, without blanks at the breaks."""
    breaks = find_breaks(text, width)
    return [text[start:end].strip() for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True)]


def _step_back(text: str, start: int, at: int) -> int:
    for place in range(at, max(start, at - _FARTHEST), -1):
        if _may_break(text[place - 1], text[place]):
            return place
    return at


def _may_break(left: str, right: str) -> bool:
    if right in _NEVER_FIRST or left in _NEVER_LAST:
        return False
    return not (_is_latin(left) and _is_latin(right))


def _is_latin(char: str) -> bool:
    return "!" <= char < "\u2000"
