"""What published words that are none of the report's are, as far as their look says."""

from __future__ import annotations

import re

OUT = "out"
READING = "reading"
DOUBLED = "doubled"
NAMES = {
    READING: "夹注拼音，已去除",
    DOUBLED: "多余的标点，已去除",
    OUT: "不属于正文的文字",
}
"""What is said of each look, in the order of the legend."""

_READING = re.compile(r"\s*[(（]\s*[A-Za-zÀ-ɏḀ-ỿ\u0300-\u036f'’·\s]+[)）]\s*")
_MARKS = re.compile(r"[\s，。、；：！？,.;:!?…—“”‘’\"'·]+")


def kind_of(words: str) -> str:
    """Return the look of words that were left out: a reading beside a character, idle marks, or other words."""
    if _READING.fullmatch(words):
        return READING
    return DOUBLED if _MARKS.fullmatch(words) else OUT
