"""Splits a clean page into the report and what a site put around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from ecoledger.model import Damage, Issue
from ecoledger.structure.credit import find_credits
from ecoledger.structure.extent import CLOSING, find_extent
from ecoledger.structure.injected import drop_injected
from ecoledger.structure.line import read_lines
from ecoledger.structure.publication import Surroundings, read_publication
from ecoledger.structure.title import find_title, is_of_title
from ecoledger.structure.whole import find_doubts, is_preview

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from ecoledger.mapped import MappedText
    from ecoledger.structure.injected import Injected
    from ecoledger.structure.line import Line

_REPORT = ("prose", "other")
_STATES = ("dateline", "credit")
_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[^：]{1,16}：")
_SHORTEST_REPEATED = 4  # characters; shorter lines say nothing of their own, but may head chapters
_LONGEST_NAME = 30
_NEAR = 3  # lines around a dateline in which a medium stands alone


@dataclass(frozen=True, slots=True)
class Page:
    """A report found in its page: `body` has a paragraph a line; `context` is the whole page, for hints of the place.

    `whole` is false where the body breaks off or its sentences were put out of order.
    """

    title: str | None
    published: dt.date | None
    source: str | None
    author: str | None
    url: str | None
    body: MappedText
    damage: tuple[Damage, ...]
    issues: tuple[Issue, ...]
    context: str
    whole: bool


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
    first, last = find_extent(lines, stated)
    head, middle, tail = lines[:first], lines[first:last], lines[last:]
    report = [line for line in middle if line.kind in _REPORT]
    signed = find_credits(report[-1]) if report else ()
    tail = (*signed, *tail)
    title = find_title(head, report, tail, stated)
    kept = _drop_repeated(report, title)
    spans = [(line.start, line.end) for line in kept]
    if signed and kept and kept[-1] is report[-1]:
        spans[-1] = (spans[-1][0], signed[0].start)
    end = next((number for number, line in enumerate(tail) if line.kind in CLOSING), len(tail))
    around = Surroundings(
        above=_states(head)[::-1],
        beside=_beside_dates(head, tail[:end], title),
        below=_states(tail[:end]),
        page=tuple(line.text for line in lines),
        opening=kept[0].text if kept else "",
    )
    publication = read_publication(around, meta)
    body = mapped.join(spans)
    if title and f"【{title}】" in body.text:  # a title put before a sentence of its report
        body = body.substitute(re.compile(re.escape(f"【{title}】")), "")
    doubts = find_doubts(title, body.text, preview=any(is_preview(line.text) for line in tail[:_NEAR]))
    return Page(
        title=title,
        published=publication.published,
        source=publication.source,
        author=publication.author,
        url=publication.url,
        body=body,
        damage=(*_describe_damage(lines, kept, title, injected), *doubts.damage),
        issues=doubts.issues
        if kept
        else (Issue("no_body", "页面中没有找到报道正文：请核对原文，或只粘贴正文后再导入。"),),
        context=context,
        whole=doubts.whole,
    )


def _states(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the datelines and credits among `lines`; a label alone in its line with the name in the next one."""
    return tuple(
        line.text + (after.text if after and line.text.endswith("：") and _may_be_name(after) else "")
        for line, after in zip_longest(lines, lines[1:])
        if line.kind in _STATES
    )


def _may_be_name(line: Line) -> bool:
    return line.kind not in _STATES and len(line.text) <= _LONGEST_NAME


def _beside_dates(head: Sequence[Line], tail: Sequence[Line], title: str | None) -> tuple[str, ...]:
    """Return the lines around the last dateline of `head`, as far as the title, and the one before that of `tail`."""
    last = max((number for number, line in enumerate(head) if line.kind == "dateline"), default=0)
    first = next((number for number, line in enumerate(tail) if line.kind == "dateline"), 0)
    above = takewhile(
        lambda line: not is_of_title(line.text, title), reversed(head[max(last - _NEAR, 0) : last])
    )
    below = (*head[last + 1 : last + _NEAR], *tail[max(first - 1, 0) : first])
    return tuple(line.text for line in (*above, *below))


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
            line.kind == "prose" or not is_of_title(line.text, title)
        ):
            kept.append(line)
        seen.add(line.text)
    return kept


def _describe_damage(
    lines: Sequence[Line], kept: Sequence[Line], title: str | None, injected: Injected
) -> tuple[Damage, ...]:
    own = {line.start for line in kept}
    titles = [line for line in lines if is_of_title(line.text, title)]
    dropped = [line for line in lines if line.start not in own and line not in titles]
    repeated = len(titles) - len({line.text for line in titles})
    spam = sum(line.kind == "spam" for line in dropped)
    frame = sum(line.kind not in ("spam", "dateline", "credit", "original_title") for line in dropped)
    frame += repeated
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
