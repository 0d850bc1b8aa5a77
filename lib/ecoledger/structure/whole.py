"""Whether a body is the report as it was published: whole, and in the order in which it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ecoledger.model import Damage, Issue
from ecoledger.rules.loader import load_rules
from ecoledger.structure.strewn import find_strewn

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText

CUT = "cut"
REMNANT = "remnant"
_BROKEN_OFF = re.compile(r"(?:[，、“‘（《]|\.{3,}|(?<!…)…)$")
"""No report ends so; a list shortens itself to …… with two signs, a digest to one or to dots."""
_CLOSED = re.compile(r"[。！？；：…”’）》】」』.!?)\]]$")
_SENTENCE = re.compile("[。！？；，]")
_LONG = 30  # characters of a last line: a shorter one is a signature, a name
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
_TAIL = 12  # characters shown


class Whole(NamedTuple):
    """What speaks against the body: `whole` is false where something does for sure."""

    whole: bool
    damage: tuple[Damage, ...]
    issues: tuple[Issue, ...]


def is_preview(line: str) -> bool:
    """Return whether `line` says that the site shows but the beginning of the text."""
    rule = next(rule for rule in load_rules("page") if rule.id == "page.preview")
    return rule.pattern.search(line) is not None


def find_doubts(title: str | None, body: str, *, preview: bool = False) -> Whole:
    """Return the doubts whether `body` is the report below `title` as it was published; a `preview` is not whole."""
    strewn = find_strewn(title, body)
    issues = [
        Issue("spun", f"“{body[start:end]}”是标题里的词拼起来插进正文的，原来的句子已被打乱。", start, end)
        for start, end in strewn
    ]
    last = body.rpartition("\n")[2]
    cut = preview or _is_broken_off(last)
    if cut or _is_open(last):
        said = f"正文在“{last[-_TAIL:]}”处中断" if cut else f"正文末尾“{last[-_TAIL:]}”没有句号"
        issues.append(
            Issue(CUT, f"{said}，后文{'缺失' if cut else '可能缺失'}，请查对原文。", len(body) - 1, len(body))
        )
    damage = (
        (
            Damage(
                "spun", len(strewn), 0, f"标题的词被打散插进正文{len(strewn)}处，句子已被打乱，不能作为依据"
            ),
        )
        if strewn
        else ()
    )
    return Whole(not strewn and not cut, damage, tuple(issues))


def find_remnant(page: MappedText, body: MappedText, lost: tuple[int, ...]) -> Issue | None:
    """Return the doubt that `body` is but what was left of its page: more of it has `lost` places and cannot be read."""
    if not lost:
        return None
    own = set(body.starts)
    damaged = 0
    for match in re.finditer(r"[^\n]+", page.text):
        if any(match.start() <= place < match.end() and page.starts[place] not in own for place in lost):
            damaged += len(match.group())
    if damaged <= len(body.text):
        return None
    said = (
        f"页面上有{damaged:,}字损坏而无法读出，正文只剩{len(body.text):,}字，多半不是报道全文，请查对原文。"
    )
    return Issue(REMNANT, said, None, None)


def _is_broken_off(line: str) -> bool:
    if _BROKEN_OFF.search(line):
        return True
    return not _CLOSED.search(line) and any(line.rfind(left) > line.rfind(right) for left, right in _PAIRS)


def _is_open(line: str) -> bool:
    """Return whether the line is of sentences and its last one has no end."""
    return len(line) > _LONG and _SENTENCE.search(line) is not None and not _CLOSED.search(line)
