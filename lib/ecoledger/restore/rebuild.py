"""Rebuilds the bytes behind a lost place: all readings that the damage allows, the likelier first.

A page shows `?` where a byte had lost its neighbour. From there on its decoder ran one byte off, until an ASCII
byte or a cut brought it back. So the bytes after the place are known, only joined wrongly; the lost one is open,
and so are pairs that the decoder did not show at all (the user-defined area).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.restore.gbk import CUTS, LOST, WIDE, is_user_defined, pairs, to_bytes
from ecoledger.restore.reading import TONED
from ecoledger.restore.weight import State, Weight, by_lead, by_trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ecoledger.restore.weight import Table

_READING = re.compile(rf"\(({TONED})\)")
_SWALLOWED = re.compile(rf"\??({TONED})\)")
_BEAM = 200
_BEAM_HIDDEN = 12  # states that may go on with a pair that was not shown: each opens hundreds
_LONGEST = 60  # symbols of the page; a cut or an ASCII byte comes long before
_HIDDEN = -5.0  # a pair that was not shown
_MOST_OF_AN_END = 120
_MOST_OPEN = 80  # characters tried where only the lead byte is known
_MOST_STEPS = 40_000  # more is no place that can be rebuilt
_LEADS = tuple(range(0x81, 0xFF))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of the place: `text` in Traditional characters stands for the page's `[start, end)`."""

    end: int
    text: str
    score: float


def rebuild(
    page: str, start: int, table: Table, *, traditional: bool, hidden: int = 0
) -> tuple[list[Candidate], int]:
    """Return what may have stood at the `?` at `page[start]`, the best by single characters, and the steps it took.

    Up to `hidden` pairs may have left no trace of their own: each multiplies what is possible. `table` is the page's
    own table of readings; `traditional` says whether its text is Traditional.
    """
    before = page[start - 1 : start] or "\n"
    weigh = Weight(table, traditional)
    found: dict[tuple[int, str], float] = {}
    frontier: dict[int, list[State]] = {start: [State(before, 0.0)]}
    steps = 0
    for at in range(start, min(start + _LONGEST, len(page))):
        states = sorted(frontier.pop(at, ()), key=lambda s: -s.score)[:_BEAM]
        if hidden:
            open_states = [state for state in states[:_BEAM_HIDDEN] if state.hidden < hidden]
            states += [after for state in open_states for after in _gaps(state, weigh, is_user_defined)]
        for state in states:
            for end, after in _steps(page, at, state, weigh, hidden):
                steps += 1
                if after.leads or _READING.match(page, end):
                    frontier.setdefault(end, []).append(after)
                elif end > start + 1:
                    key = (end, after.text[1:])
                    found[key] = max(found.get(key, -1e9), weigh.finish(after))
        if not frontier or steps > _MOST_STEPS:
            break
    return _best(found), steps


def _best(found: dict[tuple[int, str], float]) -> list[Candidate]:
    """Return the best candidates of each end: a longer one cannot be weighed against a shorter one by itself."""
    candidates: dict[int, list[Candidate]] = {}
    for (end, text), score in found.items():
        candidates.setdefault(end, []).append(Candidate(end, text, score))
    return [
        candidate
        for of_end in candidates.values()
        for candidate in sorted(of_end, key=lambda c: -c.score)[:_MOST_OF_AN_END]
    ]


def _steps(page: str, at: int, state: State, weigh: Weight, hidden: int) -> Iterator[tuple[int, State]]:
    """Yield the states after the symbol of the page at `at`, each with where it ends."""
    if reading := _READING.match(page, at):
        for after in weigh.with_reading(state, reading.group(1)):
            yield reading.end(), after
    elif swallowed := _SWALLOWED.match(page, at):
        for after in _swallowed(state, swallowed, weigh):
            yield swallowed.end(), after
    elif page[at] == LOST:
        yield from _lost(page, at, state, weigh)
        if state.hidden < hidden:
            for after in _gaps(state, weigh, _is_unassigned):
                yield at + 1, after
    else:
        for raw in _shown_as(page[at]):
            for after in _fed(state, raw, weigh):
                yield at + 1, after


def _swallowed(state: State, match: re.Match[str], weigh: Weight) -> Iterator[State]:
    """Yield the states after one byte that made a pair with a reading's parenthesis.

    It is the last byte that the reading was put behind; the pair showed a ?, or nothing.
    """
    nothing = not match.group().startswith(LOST)
    for opened in _open(state, weigh):
        for after in weigh.with_reading(opened, match.group(1)):
            if _shows_nothing(after) == nothing:
                yield after


def _lost(page: str, at: int, state: State, weigh: Weight) -> Iterator[tuple[int, State]]:
    """Yield the states after a byte that a cut parted from its neighbour, and after the cut's mark."""
    mark = page[at + 1 : at + 2]
    mark = WIDE.get(mark, mark)
    for opened in _open(state, weigh):
        for after in _fed(opened, CUTS[mark], weigh) if mark in CUTS else ():
            yield at + 2, after
        for after in _fed(opened, CUTS["？"], weigh):  # the mark is a ? itself, and the two became one
            yield at + 1, after


def _is_unassigned(lead: int, trail: int) -> bool:
    return (lead, trail) not in pairs() and not is_user_defined(lead, trail)


def _shows_nothing(state: State) -> bool:
    byte = state.leads[0] if state.leads else (to_bytes(state.text[-1]) or b"\0")[-1]
    return is_user_defined(byte, ord("("))


def _open(state: State, weigh: Weight) -> Iterator[State]:
    """Yield the states after one unknown byte."""
    if not state.leads:
        yield state._replace(leads=_LEADS)
    elif len(state.leads) == 1:  # with both bytes unknown nothing is left to go by
        for char in by_lead().get(state.leads[0], ())[:_MOST_OPEN]:
            yield weigh.with_char(state, char)


def _gaps(state: State, weigh: Weight, is_gap: Callable[[int, int], bool]) -> Iterator[State]:
    """Yield the states after a pair of two unknown bytes, such as `is_gap` says; they belong to two characters."""
    if len(state.leads) != 1:
        return
    for char in by_lead().get(state.leads[0], ()):
        trail = (to_bytes(char) or b"\0\0")[1]
        leads = _gap_leads(trail, is_gap)
        if leads:
            after = weigh.with_char(state, char)
            yield after._replace(leads=leads, score=after.score + _HIDDEN, hidden=state.hidden + 1)


@cache
def _gap_leads(byte: int, is_gap: Callable[[int, int], bool]) -> tuple[int, ...]:
    return tuple(lead for lead in _LEADS if is_gap(byte, lead))


def _fed(state: State, raw: bytes, weigh: Weight) -> list[State]:
    """Return the states after the known bytes `raw`, none where they make no character."""
    states = [state]
    for byte in raw:
        after: list[State] = []
        for one in states:
            if one.leads:
                chars = by_trail().get(byte, {})
                after += [weigh.with_char(one, chars[lead]) for lead in one.leads if lead in chars]
            elif byte < 0x80:
                after.append(weigh.with_char(one, chr(byte)))
            else:
                after.append(one._replace(leads=(byte,)))
        states = after
    return states


def _shown_as(char: str) -> Iterator[bytes]:
    """Yield the bytes that a page shows as `char`: sites narrow full-width marks."""
    for form in {WIDE.get(char, char), char}:
        if raw := to_bytes(form):
            yield raw
