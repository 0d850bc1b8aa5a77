"""Step 3: readings in parentheses that a copying site put behind characters: 環(huán)境 → 環境."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TONED = "[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-z]{0,4}"
NEUTRAL = (
    "chang|guang|huang|liang|shang|zhang|beng|bian|chen|dang|fang|gong|huai|jian|jiao|jing|lang|ling|"
    "meng|ming|nang|qian|qing|quan|rong|shou|shui|tiao|xian|xiao|xing|yang|zhao|zhuo|zong|ban|bei|"
    "bin|chi|chu|cui|dai|dou|guo|hai|han|hui|huo|jia|jie|jiu|kun|lei|lie|lou|luo|men|mie|min|nin|san|"
    "sha|shi|suo|tai|tou|wei|wen|xin|yin|you|yun|zan|zen|zha|zhe|zhi|zui|zuo|ba|bo|da|de|er|fu|ge|gu|"
    "ju|ke|la|le|li|lo|lu|ma|me|mo|na|ne|ou|po|pu|qi|qu|ru|si|ta|te|tu|wa|wu|xu|ya|ye|yo|yu|ze|zi"
)
"""Readings without a tone, of particles and of second syllables."""
_TONED = re.compile(rf"([{HAN}])[(（]({TONED})[)）]")
# A text that breaks off, or a teaser of one, may end amid a reading: 建設(shè
_BROKEN_OFF = re.compile(rf"([{HAN}])[(（](?:{TONED})?(?=(…|\.{{3}})|\s*\Z)")
_SPACED = re.compile(rf"(?<=[{HAN}][(（]) {{0,2}}({TONED}) {{0,2}}(?=[)）])")
_READ_BEFORE = re.compile(rf"([{HAN}])[(（](?:{TONED}|{NEUTRAL})[)）]$")
_LONGEST_READ = 14
_BARE = re.compile(rf"([{HAN}])[(（]([a-zü]{{1,6}})[)）]")
_ANY = re.compile(rf"[(（](?:{TONED}|[a-zü]{{1,6}})[)）]")


@cache
def readings() -> dict[str, frozenset[str]]:
    """Return the readings of each character, with tone marks (lexicon/reading.csv)."""
    found: dict[str, set[str]] = {}
    for row in load_table("reading", ("reading", "characters"), "reading"):
        for char in row["characters"]:
            found.setdefault(char, set()).add(row["reading"])
    return {char: frozenset(own) for char, own in found.items()}


def find_table(text: str) -> dict[str, frozenset[str]]:
    """Return, for each reading that stands in `text`, the characters that it stands behind."""
    table: dict[str, set[str]] = {}
    for match in _TONED.finditer(text):
        table.setdefault(match.group(2), set()).add(match.group(1))
    return {reading: frozenset(chars) for reading, chars in table.items()}


def char_before(text: str, start: int) -> str:
    """Return the character that stands before `text[start]`, not its reading; "" at the beginning."""
    read = _READ_BEFORE.search(text, max(0, start - _LONGEST_READ), start)
    return read.group(1) if read else text[max(0, start - 1) : start]


def close_readings(mapped: MappedText) -> MappedText:
    """Return the text without the spaces that some sites leave in readings: 會(huì ) → 會(huì)."""
    return mapped.substitute(_SPACED, lambda match: match.group(1)) if " )" in mapped.text else mapped


def drop_readings(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text without readings, and how many there were; a character keeps its reading's place in the map.

    With a tone mark it is a reading whatever stands before it; without, only where it is a reading of that
    character: 万(wan)亩, but 用户(he).
    """
    count = 0
    if not _ANY.search(mapped.text):
        return mapped, count

    def keep_character(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return match.group(1)

    def keep_own(match: re.Match[str]) -> str:
        return keep_character(match) if match.group(2) in _toneless(match.group(1)) else match.group()

    mapped = mapped.substitute(_TONED, keep_character)
    if count:
        mapped = mapped.substitute(
            _BROKEN_OFF, lambda match: match.group(1) + ("" if match.group(2) else "…")
        )
    return mapped.substitute(_BARE, keep_own), count


def _toneless(char: str) -> set[str]:
    return {_drop_tone(reading) for reading in readings().get(char, ())} | {
        _drop_tone(reading).replace("ü", "v") for reading in readings().get(char, ())
    }


def _drop_tone(reading: str) -> str:
    plain = "".join(
        c for c in unicodedata.normalize("NFD", reading) if c == "\u0308" or not unicodedata.combining(c)
    )
    return unicodedata.normalize("NFC", plain)
