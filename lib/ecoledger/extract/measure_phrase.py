"""Finds the words around a number that state what reaches it, and the name of what is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ecoledger.extract.period import find_periods
from ecoledger.extract.quantity_number import strip_words
from ecoledger.model import Span
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ecoledger.extract.quantity import Quantity

_HARD = "，。；：！？\n"
_LONGEST_CLAUSE = 200  # keeps the cost of a hostile line in proportion to its length
_JOINTS = ("、", "和", "及", "与")
_GAP_JOINTS = (*_JOINTS, "或")  # 达到70%或提高5个百分点
_NOUN = "＿"  # stands in for what a verb is said of
_BY = ("赶在", "力争在", "力争到", "确保在", "确保到", "在", "到", "于", "至", "")
_PLACE = re.compile("全[国省市州县区旗镇乡村]|各[市县区地]")
_MEASURED = re.compile(
    "的?基础上|为基[准数期]|的?(?:水平|同期)"
)  # a year that is measured from bounds nothing
_ASIDE = re.compile(r"^[并且].*|\d[\d.,]{0,15}[万亿]?[^\d，。；、]{1,3}$|（[^）]*）?|\([^)]*\)?")
_HEADS = 3  # verbs and words of time take turns at most so often: 确保|10月底前|完成


@dataclass(frozen=True, slots=True)
class Phrase(Span):
    """The words of one target, with its number and the name of what is measured."""

    quantity: Quantity
    indicator: str | None


def read_phrases(segment: str, quantities: Sequence[Quantity]) -> tuple[Phrase, ...]:
    """Return a phrase for each number, and one for each further indicator that shares it (A率、B率保持100%)."""
    phrases: list[Phrase] = []
    run: list[Quantity] = []
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        run.append(quantity)
        if following is not None and _continues(segment, run, following):
            continue
        previous = quantities[number - len(run)] if number >= len(run) else None
        left = _left(segment, run[0], previous)
        right = _right(segment, quantity, following)
        read = _distribute(segment, left, run) if len(run) > 1 else _share(segment, left, right, quantity)
        if phrases and read[0].indicator is None:
            read = [replace(phrase, indicator=phrases[-1].indicator) for phrase in read]
        phrases += read
        run = []
    return tuple(phrases)


def clause_start(segment: str, at: int) -> int:
    """Return where the clause around `at` begins; a longer one than is ever written is cut."""
    least = max(0, at - _LONGEST_CLAUSE)
    return max(least, *(segment.rfind(mark, least, at) + 1 for mark in _HARD))


def clause_end(segment: str, at: int) -> int:
    """Return where the clause around `at` ends; a longer one than is ever written is cut."""
    most = min(len(segment), at + _LONGEST_CLAUSE)
    return min((i for mark in _HARD if (i := segment.find(mark, at, most)) >= 0), default=most)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(rule.pattern for rule in load_rules("quantity_target") if rule.kind == kind)


def says(kind: str, words: str) -> bool:
    """Tell whether a rule of `kind` in rules/quantity_target.toml finds anything in `words`."""
    return any(pattern.search(words) for pattern in _patterns(kind))


def find_origin(words: str) -> str | None:
    """Return what stands between 由 or 从 and a number at the end of `words` (2020年的), None without 由 or 从."""
    found = next((m for p in _patterns("from") if (m := p.search(words))), None)
    return found["base"] or "" if found else None


@lru_cache(maxsize=256)  # the same words are asked for to find where a phrase begins, and what it measures
def _strip(kind: str, words: str) -> str:
    for pattern in _patterns(kind):
        words = pattern.sub("", words)
    return words


def _continues(segment: str, run: Sequence[Quantity], following: Quantity) -> bool:
    """Tell whether the next number belongs to the same list of numbers: A、B分别达到X、Y."""
    return segment[run[-1].op_end : following.op_start] in _JOINTS


def _left(segment: str, quantity: Quantity, previous: Quantity | None) -> int:
    left = clause_start(segment, quantity.start)
    if previous is not None and previous.end > left:
        gap = segment[previous.op_end : quantity.start]
        ends = gap.startswith(_GAP_JOINTS) and not _counts_ahead(segment, previous)
        cut = 0 if ends else _cut(gap.find)
        shared = max(left, segment.rfind("、", left, previous.start) + 1)
        left = previous.op_end + cut + 1 if cut >= 0 else shared
    words = segment[left : quantity.start]
    return left + len(words) - len(_strip_head(words))


def _strip_head(words: str) -> str:
    """Leave out words of joining and of time at the head: 同时，要在9月底前完成111个 begins at 完成."""
    for _ in range(_HEADS):
        words = _strip("lead", words.lstrip())
        period = next(iter(find_periods(words, None)), None)
        if period is None or words[: period.start] not in _BY or _MEASURED.match(words, period.end):
            break
        words = words[period.end :]
    return words


def _without_times(words: str) -> str:
    for period in reversed(find_periods(words, None)):
        head = words[: period.start]
        by = next((by for by in _BY if by and head.endswith(by)), "")
        words = head.removesuffix(by) + words[period.end :]
    return words


def _right(segment: str, quantity: Quantity, following: Quantity | None) -> int:
    stop = clause_end(segment, quantity.op_end)
    near = following is not None and following.start < stop
    if segment.startswith("、", quantity.op_end):
        return quantity.op_end
    if following is None or not near:
        return stop
    gap = segment[quantity.op_end : following.start]
    if gap.startswith(_GAP_JOINTS) and not _counts_ahead(segment, quantity):
        return quantity.op_end
    cut = _cut(gap.rfind)
    if cut >= 0:
        return quantity.op_end + cut
    joint = segment.find("、", following.op_end, stop)
    return joint if joint >= 0 else stop


def _counts_ahead(segment: str, quantity: Quantity) -> bool:
    """Tell a number that stands before what it counts: 创建6个和美乡村, not 建成清洁村4个和样板村15个."""
    return strip_words(segment[max(0, quantity.start - 4) : quantity.start], "counting")[1] == "verb"


def _cut(find: Callable[[str], int]) -> int:
    """Return where a gap is cut in two; 、 goes before 和, which may be part of a name (和美乡村)."""
    return next((at for mark in _JOINTS if (at := find(mark)) >= 0), -1)


def _items(words: str) -> list[str]:
    mark = next((mark for mark in _JOINTS if mark in words), None)
    return words.split(mark) if mark else [words]


def _distribute(segment: str, left: int, run: Sequence[Quantity]) -> list[Phrase]:
    """Give each number of A、B分别达到X、Y its own indicator; where the lists differ in length, all share the words."""
    whole = _indicator(segment[left : run[0].op_start])
    items = _spread(_items(whole or ""))
    own = len(items) == len(run) and (_level(items[0]) or not _level(items[-1]))
    return [
        Phrase(left, q.op_end, segment[left : q.op_end], q, items[number] if own else whole)
        for number, q in enumerate(run)
    ]


def _spread(items: list[str]) -> list[str]:
    """Give each of 化学需氧量、氨氮排放总量 the noun that is written once, at the end."""
    things = [next((m.group() for p in _patterns("thing") if (m := p.match(item))), "") for item in items]
    if not all(things) or things[:-1] != items[:-1]:
        return items
    head = items[-1][len(things[-1]) :]
    return [thing + head for thing in things]


def _share(segment: str, left: int, right: int, quantity: Quantity) -> list[Phrase]:
    head = _strip("reach", segment[left : quantity.op_start])
    starts = [left]
    at = left
    for item in _items(head)[:-1]:
        at += len(item) + 1
        if _level(item):
            starts.append(at)
        else:
            starts = [left]
    if len(starts) == 1 or not _level(head):
        return [_phrase(segment, left, right, quantity)]
    ends = [*(s - 1 for s in starts[1:]), quantity.op_start]
    return [
        Phrase(start, right, segment[start:right], quantity, _indicator(segment[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def _phrase(segment: str, left: int, right: int, quantity: Quantity) -> Phrase:
    indicator = _indicator(segment[left : quantity.op_start], segment[quantity.op_end : right])
    return Phrase(left, right, segment[left:right], quantity, indicator)


def _level(words: str) -> bool:
    return says("share", words)


def _indicator(before: str, after: str = "") -> str | None:
    words = (_strip("reach", before) + _ASIDE.sub("", after).strip("的")).strip()
    words = _strip("reach", _without_times(words))
    for _ in range(_HEADS):
        before, words = words, _strip("lead", _strip("verb", words)).strip()
        if words == before:
            break
    if _strip("verb", words + _NOUN) == _NOUN or _PLACE.fullmatch(words):
        return None  # nothing but verbs, or where: 确保零增长, 全市建成30个
    return words.strip("、，的 ") or None
