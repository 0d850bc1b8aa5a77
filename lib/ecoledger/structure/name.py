"""Names of people: where one may end, judged by the surname before it and by what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ecoledger.lexicon.loader import load_table

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_FIRST_PART = 6
_DOTS = "·•・‧∙．."
"""What sites write between the parts of a name."""
_DOTTED = re.compile(rf"[{_HAN}]{{1,{_FIRST_PART}}}(?:[{_DOTS}][{_HAN}]{{1,7}}){{1,3}}")
_FOREIGN_PARTS = 5
_SYLLABLES = 6
_READ = 30_000  # characters in which a name is looked for once more: a report has a few thousand
_ENOUGH_SUPPORT = 5
_STOP = frozenset("的了在与及或是各等们这那被把对说我你他她它市县省区镇乡级议员委局厅署部")
"""Characters that a given name practically never holds, but pronouns, posts, bodies and grammar do."""
_IN_DOTTED = frozenset("都也")
"""Words behind a name that are written in Uygur names as well: 阿不都."""
_NEVER_LAST = frozenset("作做就在对向并也还则从于被又再已均应")
"""Characters that a word behind a name begins with, and no given name of two ends with."""
_WORD = re.compile(rf"[{_HAN}]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Surnames (`True`: also an ordinary word), words that only look like names, what may follow a name.

    `syllables` are the characters that Mongolian, Tibetan and Uygur names are written with; `openings` are those
    that a name can begin with. `posts` are no given names (张书记).
    """

    surnames: dict[str, bool]
    words: frozenset[str]
    syllables: frozenset[str]
    openings: frozenset[str]
    posts: frozenset[str]
    follow: re.Pattern[str]


@cache
def load_names() -> Lexicon:
    """Return the lexicon of names. Raises RuleError when a table is wrong."""
    rows = load_table("name_follow", ("word", "on"), "word")
    ends = "|".join(sorted((row["word"] for row in rows if not row["on"]), key=len, reverse=True))
    runs_on = "".join(row["word"] for row in rows if row["on"])
    surnames = {
        row["surname"]: row["word"] == "1" for row in load_table("surnames", ("surname", "word"), "surname")
    }
    syllables = frozenset(
        row["character"] for row in load_table("name_syllables", ("character",), "character")
    )
    return Lexicon(
        surnames,
        frozenset(row["word"] for row in load_table("not_names", ("word",), "word")),
        syllables,
        syllables.union(surname[0] for surname in surnames),
        frozenset(row["post"] for row in load_table("posts", ("post", "field"), "post")),
        re.compile(rf"$|[^{_HAN}{_DOTS}]|{ends}|[{runs_on}](?=[{_HAN}])"),
    )


def may_open_name(text: str, at: int) -> bool:
    """Say whether a name that is written without a dot can begin at `at`: told by one character."""
    return text[at : at + 1] in load_names().openings


def is_name(word: str) -> bool:
    """Say whether `word` has the shape of a name: a surname and one or two characters, or 阿拉坦仓."""
    if not may_open_name(word, 0):
        return False
    names = load_names()
    if not _WORD.fullmatch(word) or word in names.words or word[:2] in names.words or word.endswith("会"):
        return False
    if word[1:] in names.posts:
        return False  # 张书记 is somebody's surname with a post
    if 3 <= len(word) <= _SYLLABLES and names.syllables.issuperset(word):
        return True
    return any(
        word[:size] in names.surnames and size < len(word) <= size + 2 and _STOP.isdisjoint(word[size:])
        for size in (1, 2)
    )


def find_name(text: str, at: int) -> int | None:
    """Return where the name that begins at `at` ends, or None.

    王娟强调研究 may be 王娟 or 王娟强: of the ends that are followed by what may follow a name, a clear one
    wins (张伟 before 一同, not 张伟一 before 同), then what the rest of the text bears out, then the longer.
    """
    if may_be_dotted(text, at) and (dotted := _DOTTED.match(text, at)):
        return _end_of_dotted(text, at, dotted.end())
    follow = load_names().follow
    ends = [end for end in possible_ends(text, at) if is_name(text[at:end]) and follow.match(text, end)]
    if len(ends) < 2:
        return ends[0] if ends else _known_elsewhere(text, at)
    ends = [end for end in ends if end == ends[0] or text[end - 1] not in _NEVER_LAST]
    return max(ends, key=lambda end: (_is_clear(text, end), _support(text, text[at:end]), end))


def possible_ends(text: str, at: int) -> range:
    """Return where a name without a dot that begins at `at` can end, told by its first characters alone."""
    names = load_names()
    longest = 0
    if text[at : at + 1] in names.openings:
        if text[at : at + 2] in names.surnames:
            longest = 4
        elif text[at] in names.surnames:
            longest = 3
        if names.syllables.issuperset(text[at : at + 3]):
            longest = _SYLLABLES
    return range(at + 2, min(at + longest, len(text)) + 1)


def _known_elsewhere(text: str, at: int) -> int | None:
    """Return where a name ends that stands before an unknown word here, and before a known one elsewhere."""
    ends = (end for end in possible_ends(text, at)[:2] if is_name(text[at:end]))
    known = [(support, end) for end in ends if (support := _support(text, text[at:end]))]
    return max(known)[1] if known else None


def may_be_dotted(text: str, at: int) -> bool:
    """Say whether a dot stands where it can part the first name from the second, if a name begins at `at`."""
    return any(dot in text[at : at + _FIRST_PART + 1] for dot in _DOTS)


def _end_of_dotted(text: str, at: int, end: int) -> int:
    """Stop at the first word that may follow a name: the last part of a dotted name runs into what comes next."""
    follow = load_names().follow
    last = max(text.rfind(dot, at, end) for dot in _DOTS)
    for stop in range(last + 2, end):
        word = follow.match(text, stop)
        if word and word.group() not in _IN_DOTTED:
            return stop
    return min(end, last + 1 + _FOREIGN_PARTS)


def _is_clear(text: str, end: int) -> bool:
    """Say whether a mark or a whole word follows, not a single character that a word may begin with."""
    follow = load_names().follow.match(text, end)
    return bool(follow and (len(follow.group()) > 1 or not re.match(f"[{_HAN}]", follow.group())))


def _support(text: str, name: str) -> int:
    follow = load_names().follow
    count = 0
    at = text.find(name, 0, _READ)
    while at >= 0 and count < _ENOUGH_SUPPORT:
        count += bool(follow.match(text, at + len(name)))
        at = text.find(name, at + 1, _READ)
    return count


def is_ordinary(name: str) -> bool:
    """Say whether the surname of `name` is an ordinary word as well (和, 于, 向): then a name needs more proof."""
    return load_names().surnames.get(name[0], False) and name[:2] not in load_names().surnames
