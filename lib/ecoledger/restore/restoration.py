"""Damaged text into clean text, step by step; every character keeps its place in the original."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.mapped import MappedText
from ecoledger.model import Damage, Issue
from ecoledger.restore.character import clean_characters, find_torn, narrow
from ecoledger.restore.keyword import drop_inserted, drop_keywords
from ecoledger.restore.line import join_lines, tidy_spaces
from ecoledger.restore.lost import Repair, repair_lost
from ecoledger.restore.misread import find_rubbish, put_right
from ecoledger.restore.missing import find_missing
from ecoledger.restore.punctuation import drop_doubled, drop_hidden, drop_quotes, drop_signs, widen
from ecoledger.restore.reading import close_readings, drop_readings
from ecoledger.restore.script import find_script, simplify
from ecoledger.restore.spun import find_spun
from ecoledger.restore.swapped import read_swapped
from ecoledger.restore.variant import standardise

if TYPE_CHECKING:
    from ecoledger.model import Script
    from ecoledger.restore.paraphrase import SpunWord

_FULL_STOP = 0.95  # certainty of a full stop that lost its last byte at the end of a line
_AROUND = 8  # characters that an issue shows on each side


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """Words of the clean text `[start, end)` that were lost and put back; `certainty` is between 0 and 1."""

    start: int
    end: int
    text: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Restored:
    """A page in clean Simplified text. `reliable` is false where lost or spun words could not be put right.

    `lost` are the places that stay as they were, or at which words are missing, in the clean text; so are the spans of
    the issues.
    """

    mapped: MappedText
    script: Script
    damage: tuple[Damage, ...]
    reconstructions: tuple[Reconstruction, ...]
    reliable: bool
    issues: tuple[Issue, ...]
    lost: tuple[int, ...] = ()

    def is_reliable_in(self, part: MappedText) -> bool:
        """Return whether the words of `part`, a part of the page, are what was published, as far as can be told."""
        if any(damage.kind == "spun" for damage in self.damage):
            return False
        if not self.lost:
            return True
        own = set(part.starts)
        return not any(self.mapped.starts[place] in own for place in self.lost)


def restore_words(words: str) -> str:
    """Return the clean text of a few words, such as the title in a page's head."""
    return restore(words).mapped.text.replace("\n", " ")


def restore(original: str) -> Restored:
    """Return `original` as clean text with the damage that was found. Never raises on any text."""
    # 1 stretches read with the wrong table, invisible characters
    mapped, swapped = read_swapped(MappedText.of(original))
    mapped, misread, assumed, gaps = put_right(mapped)
    misread += swapped
    rubbish = find_rubbish(mapped.text)
    broken_off = (*gaps, *(mapped.starts[place] for place in (*rubbish, *find_torn(mapped.text))))
    mapped = close_readings(clean_characters(mapped))
    script = find_script(mapped.text)
    # 2 lost bytes, while the readings are there to help
    mapped, repairs, left = repair_lost(mapped, script)
    repairs += tuple(Repair(start, end, _FULL_STOP) for start, end in assumed)
    left = tuple(sorted({*left, *broken_off}))
    unsolved = len(left) - len(rubbish)
    # 3 variants of old, readings behind characters, odd widths
    mapped = standardise(mapped)
    mapped, marked = drop_readings(narrow(mapped))
    # 4 Traditional into Simplified
    mapped = simplify(mapped, script)
    # 5 punctuation
    mapped, signs = drop_signs(mapped)
    mapped, hidden = drop_hidden(mapped)
    mapped, inserted = drop_inserted(mapped)
    mapped, doubled = drop_doubled(mapped)
    mapped = widen(mapped, frozenset(left))
    mapped, quotes = drop_quotes(mapped)
    mapped, planted = drop_keywords(mapped)
    # 6 lines
    mapped, broken = join_lines(mapped)
    mapped = tidy_spaces(mapped)
    # 7 words that a thesaurus put in, and such as are gone: noticed, not undone
    spun = find_spun(mapped.text)
    missing = find_missing(mapped.text)
    reconstructions = _locate(mapped, repairs)
    found = (bisect_left(mapped.starts, place) for place in (*left, *planted))
    lost = tuple(sorted({*(place for place in found if place < len(mapped.text)), *missing}))
    unsolved += len(planted) + len(missing)
    damage = (
        Damage("encoding", misread + len(rubbish), misread, _describe_misread(misread, len(rubbish))),
        Damage("pinyin", marked, marked, f"去除夹在字后的注音{marked}处"),
        Damage("lost_bytes", len(repairs) + unsolved, len(repairs), _describe_lost(len(repairs), unsolved)),
        Damage("doubled_punct", doubled, doubled, f"重叠的标点{doubled}处，保留最后一个"),
        Damage("broken_lines", broken, broken, f"接回被截断的行{broken}处"),
        Damage("spam", len(planted), len(planted), f"剔除顶替正文词语的推广词{len(planted)}处"),
        Damage("spam", inserted, inserted, f"剔除夹在句中的推广词{inserted}处"),
        Damage("doubled_punct", hidden, hidden, f"剔除夹在句中的乱符{hidden}处"),
        Damage("doubled_punct", signs + quotes, signs + quotes, f"剔除夹在句中的符号{signs + quotes}处"),
        Damage("spun", len(spun), 0, f"发现洗稿替换的词语{len(spun)}处，原文已被改写，不能作为依据"),
    )
    return Restored(
        mapped=mapped,
        script=script,
        damage=tuple(one for one in damage if one.count),
        reconstructions=reconstructions,
        reliable=not (left or planted or missing or spun),
        issues=(
            *map(_doubt_word, reconstructions),
            *(_doubt_lost(mapped.text, place) for place in lost),
            *map(_doubt_spun, spun),
        ),
        lost=lost,
    )


def _describe_misread(repaired: int, unsolved: int) -> str:
    put_back = f"{repaired}段文字曾按错误的编码解读，已还原" if repaired else ""
    left = f"{unsolved}段乱码无法还原，保留原样" if unsolved else ""
    return "，".join(filter(None, (put_back, left)))


def _describe_lost(repaired: int, unsolved: int) -> str:
    put_back = f"按残留字节复原{repaired}处" if repaired else ""
    left = f"{unsolved}处无法复原，保留原样" if unsolved else ""
    return "，".join(filter(None, (put_back, left)))


def _doubt_word(words: Reconstruction) -> Issue:
    said = f"“{words.text}”在来源页面上已损坏，系按残留字节补回（把握{words.certainty:.0%}），请与原文核对。"
    return Issue("reconstructed", said, words.start, words.end)


def _doubt_lost(text: str, place: int) -> Issue:
    words = text[max(0, place - _AROUND) : place + _AROUND].replace("\n", " ")
    said = f"“{words}”中有字在来源页面上已损坏或缺失，无法复原，保留原样，请查对原文。"
    return Issue("lost", said, place, place + 1)


def _doubt_spun(word: SpunWord) -> Issue:
    if word.meant:
        said = f"“{word.text}”疑为“{word.meant}”的洗稿替换，原文无法复原。"
    else:
        said = f"“{word.text}”不成文句，疑为改写或翻译所致，原文无法复原。"
    return Issue("spun", said, word.start, word.end)


def _locate(mapped: MappedText, repairs: tuple[Repair, ...]) -> tuple[Reconstruction, ...]:
    """Return where the repaired words stand in the clean text."""
    found = []
    for repair in repairs:
        start, end = bisect_left(mapped.starts, repair.start), bisect_left(mapped.starts, repair.end)
        if start < end:
            found.append(Reconstruction(start, end, mapped.text[start:end], repair.certainty))
    return tuple(found)
