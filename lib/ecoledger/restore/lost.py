"""Step 2: places where a site lost bytes: found, rebuilt, chosen by how they read, proved by damaging them again."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.restore.gbk import LOST, WIDE, damage
from ecoledger.restore.reading import HAN, TONED, find_table
from ecoledger.restore.rebuild import rebuild
from ecoledger.restore.script import simplify_text
from ecoledger.restore.wording import count_strings, find_strange, score

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText
    from ecoledger.model import Script
    from ecoledger.restore.rebuild import Candidate
    from ecoledger.restore.weight import Table

_CUT = re.compile(r"\?(?=[,;?，；？])")
_SWALLOWED = re.compile(rf"\?(?={TONED}\))|(?<=[{HAN}，。、；：？！“”‘’《》（）|~A-Z]){TONED}(?=\))")
_SHIFTED = re.compile(rf"(?<=[{HAN}，。、；：“”（）])\?(?=[{HAN}]{{1,12}}[A-Za-z|~{{}}`^_@\[\]\\])")
_INSIDE = re.compile(rf"(?<=[{HAN}0-9])\?(?=[{HAN}0-9])")
_REPLACED = re.compile("\ufffd+")
_SENTENCE_END = re.compile("[。；！？?!;\\n]")
_ASKS = re.compile("[吗呢么何谁哪几怎吧]|多少|是否|能否|可否|有无|有没有|是不是|能不能")
_LONGEST_QUESTION = 60
_ANY = (_CUT, _SWALLOWED, _SHIFTED)
_READING = re.compile(rf"\({TONED}\)")
_NARROW = {ord(wide): narrow for narrow, wide in WIDE.items()}
_AROUND = 10  # characters of context on each side
_PROVED = 40  # candidates that are damaged again
_UNPROVED = -6.0
_SURE = 0.8
_MOST = 0.99  # what was put back is never certain
_MOST_HIDDEN = 2
_MOST_WORK = 500_000  # steps for a whole page, some seconds: the worst of damaged reports took two thirds
_SCANNED = 50  # characters that are looked through in the time of a step
_WEIGHED = 10  # steps in whose time a candidate is weighed
_NONSENSE = -5.2  # log probability a character, below which even the best candidate is no Chinese
_SLACK = 6.0  # short words weigh more


@dataclass(frozen=True, slots=True)
class Repair:
    """Words put back for the original's `[start, end)`, with a certainty between 0 and 1."""

    start: int
    end: int
    certainty: float


def repair_lost(mapped: MappedText, script: Script) -> tuple[MappedText, tuple[Repair, ...], int]:
    """Return the text with lost places put right, the repairs, and how many places stay as they were."""
    repairs: list[Repair] = []
    given_up: set[int] = set()  # source offsets
    own: dict[str, int] | None = None
    work = 0
    while (start := _next_place(mapped, given_up)) is not None:
        if work > _MOST_WORK:
            given_up |= {mapped.starts[place] for place in _find_places(mapped.text)}
            break
        if own is None:
            own = count_strings(simplify_text(_READING.sub("", mapped.text)))
        table = find_table(mapped.text)
        chosen, steps = _choose(mapped.text, start, table, own, traditional=script != "hans")
        work += steps + len(mapped.text) // _SCANNED
        if chosen is None or chosen[1] < _SURE:
            given_up.add(mapped.starts[start])
            continue
        candidate, certainty = chosen
        repairs.append(Repair(*mapped.source_span(start, candidate.end), round(min(certainty, _MOST), 3)))
        mapped = mapped.replace([(start, candidate.end, candidate.text)])
    given_up |= {mapped.starts[place] for place in _find_holes(mapped.text)}
    return mapped, tuple(repairs), len(given_up)


def _find_holes(text: str) -> list[int]:
    """Return the places where bytes went without a trace: � and ? inside words, in a sentence that asks nothing."""
    holes = [match.start() for match in _REPLACED.finditer(text)]
    for match in _INSIDE.finditer(text):
        sentence = _SENTENCE_END.split(text[max(0, match.start() - _LONGEST_QUESTION) : match.start()])[-1]
        if not _ASKS.search(_plain(sentence)):
            holes.append(match.start())
    return holes


def _next_place(mapped: MappedText, given_up: set[int]) -> int | None:
    places = _find_places(mapped.text)
    return min((place for place in places if mapped.starts[place] not in given_up), default=None)


def _find_places(text: str) -> set[int]:
    return {m.start() for pattern in _ANY for m in pattern.finditer(text)}


def _choose(
    page: str, start: int, table: Table, own: dict[str, int], *, traditional: bool
) -> tuple[tuple[Candidate, float] | None, int]:
    """Return the candidate that reads best in its context with its share among all, and the steps of the search."""
    steps = 0
    for hidden in range(_MOST_HIDDEN + 1):
        candidates, taken = rebuild(page, start, table, traditional=traditional, hidden=hidden)
        steps += taken + _WEIGHED * len(candidates)
        chosen = _weigh(page, start, candidates, table, own)
        if chosen and chosen[1] >= _SURE:
            return chosen, steps
    return None, steps


def _weigh(
    page: str, start: int, candidates: list[Candidate], table: Table, own: dict[str, int]
) -> tuple[Candidate, float] | None:
    if not candidates:
        return None
    left = _plain(page[max(0, start - 3 * _AROUND) : start])[-_AROUND:]
    reach = max(c.end for c in candidates) + _AROUND
    readings = {char: reading for reading, chars in table.items() for char in chars}
    weighed = []
    for candidate in candidates:
        right = _plain(page[candidate.end : reach])
        weighed.append((score(left + simplify_text(candidate.text) + right, own), candidate))
    weighed.sort(key=lambda w: -w[0])
    proved = [
        (value + (0.0 if _is_proved(page, start, candidate, readings) else _UNPROVED), candidate)
        for value, candidate in weighed[:_PROVED]
    ]
    shares: dict[str, float] = {}
    best = max(value for value, _ in proved)
    for value, candidate in proved:
        key = simplify_text(candidate.text) + _plain(page[candidate.end : reach])
        shares[key] = max(shares.get(key, 0.0), math.exp(value - best))
    value, winner = max(proved, key=lambda p: p[0])
    text = simplify_text(winner.text)
    right = _plain(page[winner.end : reach])
    sense = value - score(left, own) - score(right, own) >= _NONSENSE * len(text) - _SLACK
    only = len(candidates) == 1  # every byte is known: nothing was chosen
    strange = find_strange(left + text + right, len(left), len(left + text))
    if not sense or page.startswith(LOST, winner.end) or (strange and not only):
        return winner, 0.0
    return winner, 1 / sum(shares.values())


def _is_proved(page: str, start: int, candidate: Candidate, readings: dict[str, str]) -> bool:
    """Return whether the candidate, damaged again, is what the page shows."""
    before = page[start - 1 : start]
    again = damage(before + candidate.text, readings)
    shown = before + page[start : candidate.end]
    first = _READING.sub("", again, count=1) if before in readings else again
    return shown.translate(_NARROW) in (again.translate(_NARROW), first.translate(_NARROW))


def _plain(text: str) -> str:
    return simplify_text(_READING.sub("", text))
