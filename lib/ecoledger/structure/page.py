"""Splits a clean page into the report and what a site put around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from ecoledger.model import Damage, Issue
from ecoledger.structure.credit import trim_credit
from ecoledger.structure.injected import drop_injected
from ecoledger.structure.line import read_lines
from ecoledger.structure.publication import Surroundings, read_publication
from ecoledger.structure.title import find_title, is_stated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from ecoledger.mapped import MappedText
    from ecoledger.structure.injected import Injected
    from ecoledger.structure.line import Line

_REPORT = ("prose", "other")
_OPENS = re.compile(
    r"^[^：:。]{0,60}(?:政府|委员会|[局厅委办]|部门|单位|同志们|代表|[）)])[：:] *$"
    r"|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。]{2,40}$"
)
"""Those addressed (各县区生态环境局：) and the heading of a first chapter stand above sentences and belong to them."""
_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[^：]{1,16}：")
_SHORTEST_REPEATED = 4  # characters; shorter lines say nothing of their own, but may head chapters
_MOST = 0.8  # of the sentences stand below title and dateline; above them only slogans
_LONGEST_NAME = 30
_NEAR = 3  # lines around a dateline in which a medium stands alone
_ENOUGH = 0.3  # of the sentences of the largest block: a notice of the site can be longer than a short report


@dataclass(frozen=True, slots=True)
class Page:
    """A report found in its page: `body` has a paragraph a line; `context` is the whole page, for hints of the place."""

    title: str | None
    published: dt.date | None
    source: str | None
    author: str | None
    url: str | None
    body: MappedText
    damage: tuple[Damage, ...]
    issues: tuple[Issue, ...]
    context: str


def read_page(mapped: MappedText, meta: Mapping[str, str]) -> Page:
    """Return the report in the clean page `mapped`; `meta` is what the head of a web page states, clean as well.

    The body runs from the first line of sentences to the last one before the first line that opens a site's own
    matter; in between, frames, captions and repetitions of the title go. A page without a sentence has its lines
    as body, and an issue.
    """
    context = mapped.text
    mapped, injected = drop_injected(mapped)
    lines = read_lines(mapped.text)
    stated = meta.get("title", "")
    first, last = _find_body(lines, stated)
    head, middle, tail = lines[:first], lines[first:last], lines[last:]
    title = find_title(head, tail, stated)
    kept = _drop_repeated([line for line in middle if line.kind in _REPORT], title)
    spans = [(line.start, line.end) for line in kept]
    if spans:
        spans[-1] = (spans[-1][0], trim_credit(mapped.text, *spans[-1]))
    end = next((number for number, line in enumerate(tail) if line.kind == "end"), len(tail))
    around = Surroundings(
        above=_states(head)[::-1],
        beside=_beside_dates(head, tail[:end], title),
        below=_states(tail[:end]),
        page=tuple(line.text for line in lines),
        opening=kept[0].text if kept else "",
    )
    publication = read_publication(around, meta)
    return Page(
        title=title,
        published=publication.published,
        source=publication.source,
        author=publication.author,
        url=publication.url,
        body=mapped.join(spans),
        damage=_describe_damage(lines, kept, title, injected),
        issues=()
        if kept
        else (Issue("no_body", "页面中没有找到报道正文：请核对原文，或只粘贴正文后再导入。"),),
        context=context,
    )


def _states(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the datelines and credits among `lines`; a label alone in its line with the name in the next one."""
    return tuple(
        line.text
        + (after.text if after and line.text.endswith("：") and len(after.text) <= _LONGEST_NAME else "")
        for line, after in zip_longest(lines, lines[1:])
        if line.kind in ("dateline", "credit")
    )


def _beside_dates(head: Sequence[Line], tail: Sequence[Line], title: str | None) -> tuple[str, ...]:
    """Return the lines around the last dateline of `head`, as far as the title, and the one before that of `tail`."""
    last = max((number for number, line in enumerate(head) if line.kind == "dateline"), default=0)
    first = next((number for number, line in enumerate(tail) if line.kind == "dateline"), 0)
    above = takewhile(lambda line: line.text != title, reversed(head[max(last - _NEAR, 0) : last]))
    below = (*head[last + 1 : last + _NEAR], *tail[max(first - 1, 0) : first])
    return tuple(line.text for line in (*above, *below))


def _find_body(lines: Sequence[Line], stated: str) -> tuple[int, int]:
    """Return the numbers of the first line of the body and of the line behind its last one."""
    first, last = max(_blocks(lines), key=lambda block: block[0])[1]
    anchors = [number for number in range(first, last) if lines[number].kind == "dateline"]
    anchors += [number for number in range(first, last) if is_stated(lines[number].text, stated)][:1]
    whole = _sentences(lines[first:last])
    above = [number for number in anchors if _sentences(lines[number + 1 : last]) >= _MOST * whole]
    first = max(above, default=first - 1) + 1
    prose = [number for number in range(first, last) if lines[number].kind == "prose"]
    if not prose:
        return last, last
    opening = prose[0]
    while opening > first and lines[opening - 1].kind == "other" and _OPENS.search(lines[opening - 1].text):
        opening -= 1
    return opening, prose[-1] + 1


def _blocks(lines: Sequence[Line]) -> list[tuple[bool, tuple[int, int]]]:
    """Return the stretches between lines that open a site's own matter, each with whether it has enough sentences.

    The first that has enough is the report.
    """
    ends = [number for number, line in enumerate(lines) if line.kind == "end"]
    blocks = list(zip([0, *(n + 1 for n in ends)], [*ends, len(lines)], strict=True))
    most = max(_sentences(lines[a:b]) for a, b in blocks)
    return [(_sentences(lines[a:b]) >= _ENOUGH * most, (a, b)) for a, b in blocks]


def _sentences(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if line.kind == "prose")


def _drop_repeated(lines: Sequence[Line], title: str | None) -> list[Line]:
    """Return `lines` without repetitions: captions that repeat the title or one another, paragraphs that stand twice.

    The chapters of a plan may have headings and labels of the same words.
    """
    times = Counter(line.text for line in lines)
    kept = []
    seen: set[str] = set()
    for line in lines:
        repeated = (
            line.text in seen
            if line.kind == "prose"
            else times[line.text] > 1 and not _LABEL.match(line.text)
        )
        if not (repeated and len(line.text) >= _SHORTEST_REPEATED) and (
            line.kind == "prose" or line.text != title
        ):
            kept.append(line)
        seen.add(line.text)
    return kept


def _describe_damage(
    lines: Sequence[Line], kept: Sequence[Line], title: str | None, injected: Injected
) -> tuple[Damage, ...]:
    own = {line.start for line in kept}
    dropped = [line for line in lines if line.start not in own and line.text != title]
    repeated = sum(line.text == title for line in lines) - 1
    spam = sum(line.kind == "spam" for line in dropped)
    frame = sum(line.kind not in ("spam", "dateline", "credit", "original_title") for line in dropped)
    frame += max(repeated, 0) if title else 0
    damage = []
    if count := spam + injected.spam:
        inside = f"（其中{injected.spam}处夹在正文段落里）" if injected.spam else ""
        damage.append(Damage("spam", count, count, f"剔除夹带的垃圾信息{count}处{inside}"))
    if count := frame + injected.notices:
        inside = f"（其中{injected.notices}处夹在正文段落里）" if injected.notices else ""
        damage.append(
            Damage("boilerplate", count, count, f"剔除导航、分享、版权、图片说明等页面文字{count}处{inside}")
        )
    return tuple(damage)
