"""Words as they are searched: any substring is found, of one character or more, whatever its width or case."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import zip_longest

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WIDTH = 4
"""36 ** 4 is more than there are code points."""


def fold(text: str) -> str:
    """Return `text` with width and case of its letters levelled: ＰＭ２．５ and pm2.5 are the same words."""
    return unicodedata.normalize("NFKC", text).casefold()


def split_words(words: str) -> tuple[str, ...]:
    """Return the words to look for, folded, in order and each once; white space parts them."""
    return tuple(dict.fromkeys(fold(words).split()))


def as_pairs(text: str) -> str:
    """Return `text` as tokens for a full-text index: a token for each character with the one after it.

    A run of n characters is then a phrase of n - 1 tokens, and a single character the beginning of a token, so
    that what the index finds is exactly what stands in the text. Tokens are letters and digits alone: no mark
    of the text can be mistaken for an operator of the index.
    """
    codes = [_code(character) for character in fold(text)]
    return " ".join(first + second for first, second in zip_longest(codes, codes[1:], fillvalue=""))


def as_match(words: tuple[str, ...]) -> str:
    """Return the expression of SQLite's FTS5 that finds texts holding all of `words` (folded, not empty)."""
    return " AND ".join(_phrase(word) for word in words)


def _phrase(word: str) -> str:
    if len(word) == 1:
        return f'"{_code(word)}" *'
    return f'"{as_pairs(word).rpartition(" ")[0]}"'


@cache
def _code(character: str) -> str:
    number = ord(character)
    digits = ""
    for _ in range(_WIDTH):
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
