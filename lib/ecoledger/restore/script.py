"""Step 4: Traditional characters into Simplified ones, one for one, so that the map to the original stays exact.

The table of characters is OpenCC's (package opencc-python-reimplemented, Apache-2.0); the words in which a
character goes another way are in lexicon/script_word.csv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table, words
from ecoledger.mapped import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from ecoledger.lexicon.loader import Row
    from ecoledger.model import Script

_MOSTLY = 0.85  # sites that convert leave some characters Simplified, and their frame often is
_HARDLY = 0.05  # Traditional characters in a Simplified text are names and quotations
_PROSE = re.compile("[。；！？，,;]")
_SHORTEST_PROSE = 30
_RARER = "\U00010000"
_RARE = re.compile(f"[{_RARER}-\U0010ffff]")

# A name stands behind a post, or before what its bearer does: 书记沈默, 孙乾主持.
_POSTS = "书记|市长|县长|区长|镇长|省长|州长|主席|主任|局长|厅长|部长|委员|常委|同志|代表|记者|编辑|总理"
_ACTS = "主持|强调|指出|出席|同志|带队|率队|陪同|参加会议|作讲话|讲话|致辞|调研"
_NO_NAME_BEFORE = "".join(
    f"(?<!{'|'.join(post + '.' * behind for post in _POSTS.split('|'))})" for behind in range(3)
)
_NO_NAME_BEHIND = f"(?!.?(?:{_ACTS}))"


@dataclass(frozen=True, slots=True)
class _Tables:
    simplified: dict[int, str]
    only_traditional: frozenset[str]
    only_simplified: frozenset[str]


def find_script(text: str) -> Script:
    """Return the script of the sentences in `text`, of all of it where there is none."""
    if not _may_be_traditional(text):
        return "hans"
    prose = [line for line in text.split("\n") if _PROSE.search(line) and len(line) >= _SHORTEST_PROSE]
    traditional, simplified = _count("".join(prose) or text)
    if traditional <= _HARDLY * (traditional + simplified):
        return "hans"
    return "hant" if traditional >= _MOSTLY * (traditional + simplified) else "mixed"


def simplify(mapped: MappedText, script: Script) -> MappedText:
    """Return the text with its Traditional lines in Simplified characters; Simplified lines stay as they are.

    In a Traditional text every line counts as Traditional, so that its ambiguous characters are read rightly.
    """
    if not (script == "hant" or _may_be_traditional(mapped.text)):
        return mapped
    lines = []
    for line in mapped.text.split("\n"):
        traditional, simplified = _count(line)
        lines.append(simplify_text(line) if script == "hant" or traditional > simplified else line)
    return MappedText("\n".join(lines), mapped.starts, mapped.ends)


def simplify_text(text: str) -> str:
    """Return a Traditional `text` in Simplified characters, of the same length."""
    text = text.translate(_tables().simplified)
    for character, pattern, simplified in _word_rules():
        if character in text:
            text = _replace(text, character, pattern, simplified)
    return text


def _replace(text: str, character: str, pattern: re.Pattern[str], simplified: str) -> str:
    """Return `text` with `simplified` for `character` where `pattern` holds: tried only where the character stands."""
    pieces = []
    done = 0
    at = text.find(character)
    while at >= 0:
        if pattern.match(text, at):
            pieces += [text[done:at], simplified]
            done = at + 1
        at = text.find(character, at + 1)
    return "".join((*pieces, text[done:]))


def simplify_char(char: str) -> str:
    """Return the Simplified form of one character, without a look at its neighbours."""
    return _tables().simplified.get(ord(char), char)


def is_only_simplified(char: str) -> bool:
    """Return whether a Traditional text would write `char` otherwise."""
    return char in _tables().only_simplified


def _count(text: str) -> tuple[int, int]:
    tables = _tables()
    return sum(map(tables.only_traditional.__contains__, text)), sum(
        map(tables.only_simplified.__contains__, text)
    )


@lru_cache(maxsize=2)  # asked before and after the steps between, which most texts leave as they are
def _may_be_traditional(text: str) -> bool:
    """Return whether `text` may hold a Traditional character: most texts hold none, and need not be counted."""
    return _any_traditional().search(text) is not None or _RARE.search(text) is not None


@cache
def _any_traditional() -> re.Pattern[str]:
    # Characters of the first plane only: with others the pattern would be tried one character after another.
    return re.compile(f"[{''.join(char for char in sorted(_tables().only_traditional) if char < _RARER)}]")


@cache
def _tables() -> _Tables:
    folder = resources.files("opencc").joinpath("dictionary")
    special = {row["character"] for row in _word_rows()}
    simplified = {
        ord(char): forms[0]
        for char, forms in _read(folder.joinpath("TSCharacters.txt"))
        if char not in special and forms[0] != char and len(forms[0]) == 1
    }
    only_traditional = {chr(code) for code in simplified if not _in_gb2312(chr(code))}
    only_simplified = {
        char
        for char, forms in _read(folder.joinpath("STCharacters.txt"))
        if char not in forms and char not in special and ord(char) not in simplified
    }
    return _Tables(simplified, frozenset(only_traditional), frozenset(only_simplified))


def _read(file: Traversable) -> Iterator[tuple[str, list[str]]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        char, _, forms = line.partition("\t")
        if len(char) == 1 and forms:
            yield char, forms.split(" ")


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _word_rows() -> tuple[Row, ...]:
    return load_table("script_word", ("character", "simplified", "only", "but", "name", "note"), "character")


@cache
def _word_rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rules = []
    for row in _word_rows():
        character = row["character"]
        within = "|".join(_within(word, character) for word in words(row["only"] or row["but"]))
        elsewhere = f"(?!{within}){character}" if within else character
        pattern = f"(?:{within})" if row["only"] else elsewhere
        if row["name"]:
            pattern = f"{_NO_NAME_BEFORE}{pattern}{_NO_NAME_BEHIND}"
        rules.append((character, re.compile(pattern), row["simplified"]))
    return tuple(rules)


def _within(word: str, character: str) -> str:
    """Return a pattern for `character` where it stands in `word`."""
    before, _, after = word.partition(character)
    return (f"(?<={before})" if before else "") + character + (f"(?={after})" if after else "")
