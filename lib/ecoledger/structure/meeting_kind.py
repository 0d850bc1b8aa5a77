"""The kind of a meeting or report, in a few words for a timeline."""

from __future__ import annotations

from functools import cache

from ecoledger.lexicon.loader import load_table

PLAIN = "会议"
OTHER = "其他"


def meeting_kind(name: str | None, title: str | None) -> str:
    """Return the Chinese kind (大会, 推进会, 调研, …) that the name of a meeting tells, else its title, else 其他.

    A Chinese name has its head at the end: the word furthest to the right tells the kind, of a name joined
    with 暨 the first part. A title tells the event first and what was said behind: there the first word does.
    """
    if name and (kind := _kind(name.split("暨")[0], last=True) or _kind(name, last=True)):
        return kind
    if title and (kind := _kind(title, last=False)):
        return kind
    return PLAIN if any(words and PLAIN[0] in words for words in (name, title)) else OTHER


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((row["word"], row["kind"]) for row in load_table("meeting_kinds", ("word", "kind"), "word"))


def _kind(words: str, *, last: bool) -> str | None:
    if last:
        found = [(words.rfind(word) + len(word), len(word), kind) for word, kind in _kinds() if word in words]
    else:
        found = [(-words.find(word), len(word), kind) for word, kind in _kinds() if word in words]
    return max(found)[2] if found else None
