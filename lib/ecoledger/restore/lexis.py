"""The words that Chinese reports are made of, and how likely one character follows another.

The dictionary is jieba's (MIT licence): its file is read as data, without the package's own cache in a common
temporary folder. Words of the field (lexicon/field_word.csv), organs, themes, meetings and names of divisions are
added; names of people are left out but for those that everybody writes: a name must not be made up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table, words
from ecoledger.lexicon.place_name import load_place_names

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 8
"""Characters of a word."""
_FIELD = 8_000  # frequency given to words of the field that the dictionary has more seldom or not at all
_PLACE = 60  # and to names of divisions
_FAMOUS = 500  # a name of a person that the dictionary has more seldom is nobody to be thought of
_PERSON = "nr"
_SPOKEN = "他她它你您我咱俺谁啥死笑哭吃睡吗呢吧啊呀嘛哦爹妈爸"
"""Words of speech and of stories, which the dictionary's texts are full of and reports are not."""
_BESIDE = str.maketrans("", "", "（）、")
_SPOKEN_SHARE = 0.1
_FREQUENT = 20  # a word that is met less often says little of which characters follow each other

# The dictionary's parts of speech: prepositions, conjunctions, adverbs, particles.
_NEVER_LAST = frozenset({"p", "c", "d", "uj"})
_NEVER_FIRST = frozenset({"uj", "ul", "uz", "uv", "ud", "ug", "k", "y"})


@dataclass(frozen=True, slots=True)
class Lexis:
    """Log probability of words and of single characters; the rest are shares of a character's occurrences."""

    words: dict[str, float]
    chars: dict[str, float]
    pairs: dict[str, float]  # two characters: how often the second follows the first within a word
    ends: dict[str, float]  # how often the character ends a word
    begins: dict[str, float]  # how often a word begins with the character
    never_last: frozenset[str]  # words that do not end a clause
    never_first: frozenset[str]  # words that do not begin one


@cache
def load_lexis() -> Lexis:
    """Return the dictionary with the words of the field and the names of places."""
    counts, kinds = _read_dictionary()
    for word in _field_words():
        counts[word] = max(counts.get(word, 0), _FIELD)
    for name in load_place_names():
        counts[name] = max(counts.get(name, 0), _PLACE)
    for word in _SPOKEN:
        counts[word] = int(counts[word] * _SPOKEN_SHARE)
    chars: dict[str, int] = {}
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    pairs: dict[str, int] = {}
    for word, count in counts.items():
        for char in word:
            chars[char] = chars.get(char, 0) + count + 1
        if count > _FREQUENT:
            begins[word[0]] = begins.get(word[0], 0) + count
            ends[word[-1]] = ends.get(word[-1], 0) + count
            for at in range(len(word) - 1):
                pair = word[at : at + 2]
                pairs[pair] = pairs.get(pair, 0) + count
    total = sum(counts.values())
    every = math.log(sum(chars.values()))
    return Lexis(
        words={word: math.log((count + 0.5) / total) for word, count in counts.items()},
        chars={char: math.log(count) - every for char, count in chars.items()},
        pairs={pair: count / chars[pair[0]] for pair, count in pairs.items()},
        ends={char: count / chars[char] for char, count in ends.items()},
        begins={char: count / total for char, count in begins.items()},
        never_last=frozenset(word for word, kind in kinds.items() if kind in _NEVER_LAST),
        never_first=frozenset(word for word, kind in kinds.items() if kind in _NEVER_FIRST),
    )


def _field_words() -> Iterator[str]:
    """Yield the words of the field, as long as a word may be."""
    found = [row["word"] for row in load_table("field_word", ("word",), "word")]
    for row in load_table("organ", ("organ", "names", "short", "not_in"), "organ"):
        found += words(row["names"])
    for row in load_table("theme", ("theme", "weight", "words", "not_in")):
        found += words(row["words"])
    found += [row["word"] for row in load_table("meeting_kinds", ("word", "kind"), "word")]
    found += [row["post"] for row in load_table("posts", ("post", "field"), "post")]
    yield from (word for word in found if 1 < len(word) <= LONGEST and _is_word(word))


def _is_word(word: str) -> bool:
    """Return whether `word` is Chinese: of characters, or such as name divisions side by side: 县（市、区）."""
    return word.translate(_BESIDE).isalpha() and not word.isascii()


def _read_dictionary() -> tuple[dict[str, int], dict[str, str]]:
    """Return how often each word stands in the dictionary's texts, and its part of speech."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    counts: dict[str, int] = {}
    kinds: dict[str, str] = {}
    with Path(spec.origin).with_name("dict.txt").open(encoding="utf-8") as file:
        for line in file:
            word, count, kind = line.rstrip().split(" ")
            if len(word) <= LONGEST and (kind != _PERSON or len(word) == 1 or int(count) >= _FAMOUS):
                counts[word] = int(count)
                if kind in _NEVER_LAST or kind in _NEVER_FIRST:
                    kinds[word] = kind
    return counts, kinds
