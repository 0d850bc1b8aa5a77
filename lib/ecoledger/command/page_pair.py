"""A page as published beside the report that was read from it, paragraph by paragraph, each piece with its look."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from ecoledger.restore.restoration import restore_words
from ecoledger.structure.line import find_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ecoledger.model import Report

Look = Literal["kept", "out", "likely", "doubtful", "lost", "aside"]
"""Words that stay; taken out; put back with certainty, or in doubt; lost for good; beside the report (or said of it)."""

_CALLED = {
    "frame": "网站导航", "end": "页尾", "contact": "联系方式", "credit": "署名与编辑", "caption": "图片说明", "spam": "广告与无关文字",
    "original_title": "原标题", "dateline": "发布信息", "prose": "不属正文", "other": "不属正文",
}  # fmt: skip
_SHOWN = 6  # lines beside the report that are shown at one place, unless all are asked for
_BREAK = "⏎"
_UNSEEN = "▯"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one look."""

    words: str
    look: Look


@dataclass(frozen=True, slots=True)
class Pair:
    """What was published, and what was made of it."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def pair_page(report: Report, whole: bool = False) -> Iterator[Pair]:
    """Yield the page of `report` from top to bottom; what stands beside the report is shortened unless `whole`."""
    before, after = _looks_before(report), _looks_after(report)
    done = at = 0
    for paragraph in report.text.split("\n"):
        end = at + len(paragraph)
        if paragraph:
            spans = report.offsets[at:end]
            start, stop = min(s for s, _ in spans), max(e for _, e in spans)
            yield from _list_aside(report, done, start, whole)
            kept = {place: before.get(place, "out") for place in range(start, stop)}
            yield Pair(
                _gather(report.original, kept),
                _gather(report.text, {place: after.get(place, "kept") for place in range(at, end)}),
            )
            done = max(done, stop)
        at = end + 1
    yield from _list_aside(report, done, len(report.original), whole)


def show(words: str) -> str:
    """Return `words` with a sign for each character that a screen would not show, or would obey."""
    return "".join(map(_show, words))


def _show(char: str) -> str:
    if char in "\n\r\x0b\x0c\x85\u2028\u2029":
        return _BREAK
    if char.isprintable() or char in "\t\u3000\xa0":
        return " " if char == "\t" else char
    return chr(0x2400 + ord(char)) if char < " " else _UNSEEN


def _looks_after(report: Report) -> Mapping[int, Look]:
    return {place: loss.outcome for loss in report.losses for place in range(loss.start, loss.end)}


def _looks_before(report: Report) -> Mapping[int, Look]:
    """Return how the characters of the original look that the report was made of; the others are out.

    Where a character stands for several, one of them is itself: its reading and doubled marks are out. What became
    several characters is kept whole.
    """
    looks: dict[int, Look] = {}
    shared = Counter(report.offsets)
    for char, (start, end) in zip(report.text, report.offsets, strict=True):
        if char == "\n":
            continue
        if end - start < 2 or shared[start, end] > 1:
            looks.update(dict.fromkeys(range(start, end), "kept"))
        else:
            looks[end - 1 if report.original[end - 1] == char else start] = "kept"
    for loss in report.losses:
        looks.update(dict.fromkeys(range(loss.source_start, loss.source_end), loss.outcome))
    return looks


def _gather(text: str, looks: Mapping[int, Look]) -> tuple[Piece, ...]:
    """Return the characters at the places of `looks`, those side by side of one look together."""
    groups = groupby(looks.items(), key=lambda item: item[1])
    return tuple(Piece(show("".join(text[place] for place, _ in places)), look) for look, places in groups)


def _list_aside(report: Report, start: int, end: int, whole: bool) -> Iterator[Pair]:
    """Yield the lines `[start, end)` of the original, which the report leaves out, each with what it is."""
    lines = [line.strip() for line in report.original[start:end].splitlines() if line.strip()]
    shown = lines if whole or len(lines) <= _SHOWN + 1 else lines[: _SHOWN // 2] + lines[-_SHOWN // 2 :]
    for number, line in enumerate(shown):
        if number == _SHOWN // 2 and len(shown) < len(lines):
            left = f"……另有 {len(lines) - len(shown)} 行，加 --all 可见"
            yield Pair((Piece(left, "aside"),), ())
        yield Pair((Piece(show(line), "aside"),), (Piece(_describe(line, report.title), "aside"),))


def _describe(line: str, title: str | None) -> str:
    words = restore_words(line)
    if title and words == title:
        return f"标题：{show(title)}"
    return f"未采用：{_CALLED[find_kind(words)]}"
