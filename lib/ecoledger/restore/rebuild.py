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

from ecoledger.restore.gap import Gap, eaters, gap_ends, gaps, usual_gaps
from ecoledger.restore.gbk import CUTS, LOST, SELDOM_CUTS, WIDE, is_user_defined, pairs, to_bytes
from ecoledger.restore.reading import NEUTRAL, TONED, char_before
from ecoledger.restore.repertoire import by_trail, followers, in_use, with_lead
from ecoledger.restore.script import simplify_text
from ecoledger.restore.wording import score_begun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.restore.weight import State, Weight

_ANY_READING = rf"{TONED}|{NEUTRAL}"
_READING = re.compile(rf"\(({_ANY_READING})\)")
_SWALLOWED = re.compile(rf"\??({_ANY_READING})\)")
_NUMBER = re.compile(
    r"[0-9.%％]|[万亿個个年月日畝亩項项家公千百萬億天條条處处人座名户戶次件度元噸吨種种輪轮類类]"
)
_ENDS = "。！；："
_BEAM = 40
_LIKELY = 200  # states that are divided into words where there are more than the beam holds
_DIVIDED = 5  # characters weighed in the time of a division
_BEAM_OPENED = 100
_BEAM_HIDDEN = 12  # states that may go on with a pair that was not shown: each opens hundreds
_LONGEST = 60  # symbols of the page; a cut or an ASCII byte comes long before
_HIDDEN = -4.0  # a pair that was not shown
_NONSENSE = -8.0  # log probability a character, below which nothing is worth going on with
_SLACK = 8.0
_EATEN = -5.0  # an ASCII character that made a pair with the byte before it
_MOST_OF_A_KIND = 50
_MOST_STEPS = 60_000
_LEADS = frozenset(range(0x81, 0xFF))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of the place: `text` in Traditional characters stands for the page's `[start, end)`.

    A `?` in it is an ASCII character of which nothing is left.
    """

    end: int
    text: str
    score: float
    # characters with readings that the page shows at no other place
    assumed: tuple[tuple[str, str], ...] = ()
    hidden: int = 0  # pairs that left no trace of their own


def rebuild(page: str, start: int, weigh: Weight, hidden: int = 0) -> tuple[list[Candidate], int]:
    """Return what may have stood at the lost place at `page[start]`, the best of each end, and how many characters were weighed.

    Up to `hidden` pairs may have left no trace of their own: each multiplies what is possible.
    """
    found: dict[tuple[int, str], Candidate] = {}
    frontier: dict[int, list[State]] = {start: [weigh.start(char_before(page, start) or "\n")]}
    began = weigh.weighed
    for at in range(start, min(start + _LONGEST, len(page)) + 1):
        states = _best_states(frontier.pop(at, []), weigh, _BEAM)
        if hidden:
            opened = states
            for _ in range(hidden):
                opened = [state for state in opened[:_BEAM_HIDDEN] if state.hidden < hidden]
                for after in (
                    after for state in opened for after in _eaten(page, at, state, weigh, Gap.UNSEEN)
                ):
                    _keep(found, at, after, weigh)
                opened = _best_states(
                    [after for state in opened for after in _hidden(state, weigh, Gap.UNSEEN)],
                    weigh,
                    _BEAM_OPENED,
                )
                states = states + opened
        for state in states if at < len(page) else ():
            if weigh.weighed - began > _MOST_STEPS:
                break
            for end, after in _steps(page, at, state, weigh, hidden):
                if after.leads or _READING.match(page, end):
                    frontier.setdefault(end, []).append(after)
                elif end > start + 1:
                    _keep(found, end, after, weigh)
        if not frontier or weigh.weighed - began > _MOST_STEPS:
            break
    return _best_candidates(found), weigh.weighed - began


def _best_states(states: list[State], weigh: Weight, most: int = 40) -> list[State]:
    """Return the likeliest: characters tell which are worth dividing into words, words tell which go on."""
    readable = [state for state in states if state.score > _NONSENSE * len(state.text) - _SLACK]
    readable.sort(key=lambda s: -s.score)
    if len(readable) > most:
        likely = readable[:_LIKELY]
        weigh.weighed += _DIVIDED * len(likely)
        words = [state.score + score_begun(simplify_text(state.text)) for state in likely]
        readable = [likely[i] for i in sorted(range(len(likely)), key=lambda i: -words[i])]
    return readable[:most]


def _keep(found: dict[tuple[int, str], Candidate], end: int, state: State, weigh: Weight) -> None:
    new = Candidate(end, state.text[1:], weigh.finish(state), state.assumed, state.hidden)
    old = found.get((end, new.text))
    if old is None or new.score > old.score:
        found[end, new.text] = new


def _best_candidates(found: dict[tuple[int, str], Candidate]) -> list[Candidate]:
    """Return the best of each end and length: a longer one cannot be weighed against a shorter one by itself."""
    groups: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in found.values():
        groups.setdefault((candidate.end, len(candidate.text)), []).append(candidate)
    return [
        candidate
        for group in groups.values()
        for candidate in sorted(group, key=lambda c: -c.score)[:_MOST_OF_A_KIND]
    ]


def _steps(page: str, at: int, state: State, weigh: Weight, hidden: int) -> Iterator[tuple[int, State]]:
    """Yield the states after the symbol of the page at `at`, each with where it ends."""
    if reading := _READING.match(page, at):
        for after in weigh.with_reading(state, reading.group(1)):
            yield reading.end(), after
    elif swallowed := _SWALLOWED.match(page, at):
        nothing = page[at] != LOST
        for byte, after in weigh.with_swallowed(state, swallowed.group(1)):
            if is_user_defined(byte, ord("(")) == nothing:
                yield swallowed.end(), after
    elif page[at] == LOST:
        yield from _lost(page, at, state, weigh)
        if state.hidden < hidden:
            for after in _hidden(state, weigh, Gap.SHOWN):
                yield at + 1, after
            for after in _eaten(page, at + 1, state, weigh, Gap.SHOWN):
                yield at + 1, after
    else:
        for raw in _shown_as(page[at]):
            for after in _fed(state, raw, weigh):
                yield at + 1, after


def _lost(page: str, at: int, state: State, weigh: Weight) -> Iterator[tuple[int, State]]:
    """Yield the states after a byte that a cut parted from its neighbour, and after the cut's mark."""
    mark = page[at + 1 : at + 2]
    mark = WIDE.get(mark, mark)
    if at + 1 == len(page):
        for opened in _open(state, weigh):
            yield at + 1, opened
    elif mark in CUTS:
        for opened in _open(state, weigh):
            for after in _fed(opened, CUTS[mark], weigh):
                yield at + 2, after
    elif mark in SELDOM_CUTS and state.leads:
        for opened in _open(state, weigh):
            for after in _fed(opened, SELDOM_CUTS[mark], weigh):
                yield at + 2, after
    elif not state.leads:  # the lead byte went without a cut
        yield at + 1, state.behind(_LEADS)


def _open(state: State, weigh: Weight) -> Iterator[State]:
    """Yield the states after one unknown byte."""
    if not state.leads:
        yield state.behind(_LEADS)
    elif len(state.leads) == 1:
        for lead in state.leads:
            yield from weigh.with_any(state, with_lead(lead))
    else:  # both bytes are unknown: only what often follows is tried
        yield from weigh.with_any(state, followers(state.last, state.leads))


def _hidden(state: State, weigh: Weight, gap: Gap) -> Iterator[State]:
    """Yield the states after a pair of two unknown bytes; they belong to two characters."""
    if not state.leads:
        return
    if len(state.leads) == 1:
        ends = gaps(next(iter(state.leads)), gap)
    else:  # only what often follows is tried
        ends = usual_gaps(state.leads, gap) | {
            char: end for char in followers(state.last, state.leads) if (end := gap_ends(char, gap))
        }
    for after in weigh.with_any(state, tuple(ends)):
        yield after.behind(ends[after.text[-1]], _HIDDEN, 1)


def _eaten(page: str, at: int, state: State, weigh: Weight, gap: Gap) -> Iterator[State]:
    """Yield the states after an unknown byte that made a pair with an ASCII character, which ends at `at`.

    That was the end of a paragraph, or a digit of which the rest follows.
    """
    if len(state.leads) != 1:
        return
    number = _NUMBER.match(page, at)
    for after in weigh.with_any(state, eaters(next(iter(state.leads)), gap)):
        unknown = "\n" if after.last in _ENDS else LOST
        if number or unknown != LOST:
            yield after._replace(
                text=after.text + unknown, last=unknown, score=after.score + _EATEN, marked=True
            )


def _fed(state: State, raw: bytes, weigh: Weight) -> list[State]:
    """Return the states after the known bytes `raw`, none where they make no character."""
    states = [state]
    for byte in raw:
        after: list[State] = []
        for one in states:
            if one.leads:
                after += weigh.with_any(one, _joined(one.leads, byte))
            elif byte < 0x80:
                after.append(weigh.with_char(one, chr(byte)))
            else:
                after.append(one.behind(frozenset((byte,))))
        states = after
    return states


@cache
def _joined(leads: frozenset[int], trail: int) -> tuple[str, ...]:
    """Return the characters that `trail` can make with one of `leads`."""
    if len(leads) > 1:
        return tuple(char for lead, char in by_trail().get(trail, ()) if lead in leads)
    (lead,) = leads
    char = pairs().get((lead, trail))
    return (char,) if char in in_use() else ()


def _shown_as(char: str) -> Iterator[bytes]:
    """Yield the bytes that a page shows as `char`: sites narrow full-width marks."""
    for form in sorted({WIDE.get(char, char), char}):
        if raw := to_bytes(form):
            yield raw
