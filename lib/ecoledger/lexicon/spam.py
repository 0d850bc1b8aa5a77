"""Search-engine spam: known by how densely its words stand, not by whole sentences.

lexicon/spam_word.csv has words that stand in no report (strong) and such as stand in many (weak). Spam is a run of them
with next to nothing between: a report about gambling or about a film has sentences around its words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ecoledger.lexicon.any_word import any_word
from ecoledger.lexicon.loader import load_table, words

_BETWEEN = 3  # characters between two words of a run
_FEWEST = 2
_FEWEST_INSIDE = 3  # inside a sentence, which may speak of such things
_SHARE = 0.6  # of a line that its spam covers
_SHARE_ALONE = 0.9  # the same where it is one word
_SHARE_INSIDE = 0.75  # the same of a run inside a paragraph
_SHORTEST = 4
_BARE = re.compile(r"[\W\d_]")
_OPENS = "【[（(《“—-~★☆|｜ "
_CLOSES = "】])）》”—-~★☆|｜ "
_STOP = "。！？；，、"


class Run(NamedTuple):
    """Words of spam `[start, end)`; `known` characters of `bare` are in the lexicon."""

    start: int
    end: int
    words: int
    strong: int
    known: int
    bare: int


def is_spam(line: str) -> bool:
    """Return whether most of `line` is words of spam."""
    runs = [run for run in _find_runs(line) if run.strong]
    if not runs:
        return False
    known = sum(run.known for run in runs)
    bare = len(_BARE.sub("", line))
    alone = sum(run.words for run in runs) < _FEWEST
    return known >= _SHORTEST and known >= (_SHARE_ALONE if alone else _SHARE) * bare


def find_injected(line: str) -> list[tuple[int, int]]:
    """Return the runs of spam inside a paragraph that is otherwise a report, with the brackets and gaps around them.

    A run begins and ends where a clause could: what a sentence lists (打击赌博、代开发票) is its own.
    """
    found = []
    for run in _find_runs(line):
        if run.strong and run.words >= _FEWEST_INSIDE and run.known >= _SHARE_INSIDE * run.bare:
            start, end = _widen(line, run.start, run.end)
            apart = start < run.start or not start or line[start - 1] in _STOP
            if apart and "、" not in line[run.start : run.end]:
                found.append((start, end))
    return found


def may_hold_spam(text: str) -> bool:
    """Return whether any word stands in `text` that no report has: a quick look."""
    return _lexicon()[1].search(text) is not None


def _widen(line: str, start: int, end: int) -> tuple[int, int]:
    while start and line[start - 1] in _OPENS:
        start -= 1
    while end < len(line) and line[end] in _CLOSES:
        end += 1
    # Of the marks on both sides one is left: that of the report, which stood first.
    if end < len(line) and line[end] in _STOP and (not start or line[start - 1] in _STOP):
        end += 1
    return start, end


def _find_runs(line: str) -> list[Run]:
    strong, marker, pattern = _lexicon()
    if not marker.search(line):
        return []
    runs: list[Run] = []
    matches: list[re.Match[str]] = []
    for match in pattern.finditer(line):
        if matches and _parts(line[matches[-1].end() : match.start()]):
            runs.append(_run(matches, strong))
            matches = []
        matches.append(match)
    return [*runs, _run(matches, strong)] if matches else runs


def _parts(between: str) -> bool:
    """Return whether two words of spam with `between` between them belong to two runs."""
    return len(between.strip()) > _BETWEEN or "。" in between or "\n" in between


def _run(matches: list[re.Match[str]], strong: frozenset[str]) -> Run:
    start, end = matches[0].start(), matches[-1].end()
    known = sum(len(match.group()) for match in matches)
    bare = len(_BARE.sub("", matches[0].string[start:end]))
    return Run(start, end, len(matches), sum(m.group() in strong for m in matches), known, bare)


@cache
def _lexicon() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Return the strong words, a pattern for them, and one for all words."""
    rows = load_table("spam_word", ("kind", "strong", "weak"), "kind")
    strong = frozenset(word for row in rows for word in words(row["strong"]))
    every = strong | {word for row in rows for word in words(row["weak"])}
    return (
        strong,
        re.compile(any_word(strong)),
        re.compile(rf"(?<!体育)(?<!福利)(?:{any_word(every)})(?!所)"),
    )  # 体育彩票, 娱乐场所
