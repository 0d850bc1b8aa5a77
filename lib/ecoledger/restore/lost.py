"""Step 2: places where a site lost bytes: found, rebuilt, chosen by how they read, proved by damaging them again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecoledger.restore.choice import MOST_HIDDEN, SURE, Page, choose
from ecoledger.restore.reading import HAN, NEUTRAL, TONED, find_table
from ecoledger.restore.surrounding import doubles_marks, plain
from ecoledger.restore.wording import count_strings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecoledger.mapped import MappedText
    from ecoledger.model import Script

_CUT = re.compile(r"\?(?=[,;?，；？])")
_SWALLOWED = re.compile(rf"\?(?=(?:{TONED}|{NEUTRAL})\))|(?<=[^\s(（a-z\u00a0-\u02ff]){TONED}(?=\))")
_SHIFTED = re.compile(rf"(?<=[{HAN}，。、；：“”（）])\?(?=[{HAN}]{{1,12}}[A-Za-z|~{{}}`^_@\[\]\\])")
# Some sites cut before 。 and ！ as well, so also between the bytes of 省（, which leaves ?。▍ or ?。ㄊ: no mark stands
# before such a sign, nor before a run of characters that ends at a letter or at a cut.
_SELDOM = re.compile(
    rf"\?(?=[。！](?:[ㄅ-ㄩ▀-▟─-╿﹉-﹫︰-﹏▼▽◢-◥☉⊕〒〝〞]|[{HAN}]{{1,12}}(?:[A-Za-z|~{{}}`^_@\[\]\\]|\?))"
    rf"|![{HAN}]{{1,12}}[A-Za-z|~{{}}`^_@\[\]\\])"
)
_READ = re.compile(rf"\({TONED}\)")
_INSIDE = re.compile(rf"(?<=[{HAN}0-9])\?(?=[{HAN}0-9])")
_REPLACED = re.compile("\ufffd+")
_SENTENCE_END = re.compile("[。；！？?!;\\n]")
_ASKS = re.compile("[吗呢么何谁哪几怎吧]|多少|是否|能否|可否|有无|有没有|是不是|能不能")
_LONGEST_QUESTION = 60
_ANY = (_CUT, _SWALLOWED, _SHIFTED)
_SIGNS = re.compile("[?)]")  # one of them stands at or behind each lost place
_MOST = 0.99  # what was put back is never certain
_MOST_WORK = 600_000  # characters weighed for a whole page, some two seconds
_MOST_DEEP_WORK = 450_000  # then only places that need no pairs without a trace
_PASSES = 2
_AROUND = 40  # characters on each side that decide what is put back
_SCANNED = 20  # characters of the page that are looked through in the time of a weighing


@dataclass(frozen=True, slots=True)
class Repair:
    """Words put back for the original's `[start, end)`, with a certainty between 0 and 1."""

    start: int
    end: int
    certainty: float


def repair_lost(mapped: MappedText, script: Script) -> tuple[MappedText, tuple[Repair, ...], tuple[int, ...]]:
    """Return the text with lost places put right, the repairs, and where the places stand that stay as they were.

    Those are offsets in the original. What was put right helps to read the rest, so these are tried once more.
    """
    places = _find_places(mapped.text)
    if not places and "\ufffd" not in mapped.text:
        return mapped, (), _sources(mapped, _find_holes(mapped.text))
    page = Page(
        mapped.text,
        find_table(mapped.text),
        {},
        frozenset(mapped.text),
        traditional=script != "hans",
        doubled=doubles_marks(mapped.text),
    )
    repairs: list[Repair] = []
    tried: dict[
        int, str
    ] = {}  # places that were given up, by where they stand in the original, with their words
    work = 0
    for _ in range(_PASSES):
        page = replace(page, own=count_strings(plain(mapped.text)), known={})
        given_up: set[int] = set()
        before = len(repairs)
        while work <= _MOST_WORK and (start := _next_place(mapped, given_up)) is not None:
            around = mapped.text[max(0, start - _AROUND) : start + _AROUND]
            origin = mapped.starts[start]
            if tried.get(origin) == around:
                given_up.add(origin)
                continue
            choice, steps = choose(mapped.text, start, page, MOST_HIDDEN if work < _MOST_DEEP_WORK else 0)
            work += steps + len(mapped.text) // _SCANNED
            if choice is None or choice.certainty < SURE:
                given_up.add(origin)
                tried[origin] = around
                continue
            words = choice.candidate
            repairs.append(
                Repair(*mapped.source_span(start, words.end), round(min(choice.certainty, _MOST), 3))
            )
            mapped = mapped.replace([(start, words.end, words.text)])
            page = page.knowing(words.assumed)
        if not given_up or len(repairs) == before:
            break
    left = _find_places(mapped.text) | set(_find_holes(mapped.text))
    return mapped, tuple(repairs), _sources(mapped, left)


def _sources(mapped: MappedText, places: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({mapped.starts[place] for place in places}))


def _find_holes(text: str) -> list[int]:
    """Return the places where bytes went without a trace: � and ? inside words, in a sentence that asks nothing."""
    holes = [match.start() for match in _REPLACED.finditer(text)]
    for match in _INSIDE.finditer(text) if "?" in text else ():
        sentence = _SENTENCE_END.split(text[max(0, match.start() - _LONGEST_QUESTION) : match.start()])[-1]
        if not _ASKS.search(plain(sentence)):
            holes.append(match.start())
    return holes


def _next_place(mapped: MappedText, given_up: set[int]) -> int | None:
    places = _find_places(mapped.text)
    return min((place for place in places if mapped.starts[place] not in given_up), default=None)


def _find_places(text: str) -> set[int]:
    if not _SIGNS.search(text):
        return set()
    patterns = (*_ANY, _SELDOM) if _READ.search(text) else _ANY
    return {m.start() for pattern in patterns for m in pattern.finditer(text)}
