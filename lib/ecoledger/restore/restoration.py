"""Damaged text into clean text, step by step; every character keeps its place in the original."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.mapped import MappedText
from ecoledger.model import Damage, Issue
from ecoledger.restore.character import clean_characters, narrow
from ecoledger.restore.line import join_lines, tidy_spaces
from ecoledger.restore.lost import repair_lost
from ecoledger.restore.punctuation import drop_doubled, widen
from ecoledger.restore.reading import drop_readings
from ecoledger.restore.script import find_script, simplify
from ecoledger.restore.spun import find_spun

if TYPE_CHECKING:
    from ecoledger.model import Script
    from ecoledger.restore.lost import Repair


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """Words of the clean text `[start, end)` that were lost and put back; `certainty` is between 0 and 1."""

    start: int
    end: int
    text: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Restored:
    """A page in clean Simplified text. `reliable` is false where lost or spun words could not be put right."""

    mapped: MappedText
    script: Script
    damage: tuple[Damage, ...]
    reconstructions: tuple[Reconstruction, ...]
    reliable: bool
    issues: tuple[Issue, ...]


def restore(original: str) -> Restored:
    """Return `original` as clean text with the damage that was found. Never raises on any text."""
    # 1 invisible characters
    mapped = clean_characters(MappedText.of(original))
    script = find_script(mapped.text)
    # 2 lost bytes, while the readings are there to help
    mapped, repairs, unsolved = repair_lost(mapped, script)
    # 3 readings behind characters, odd widths
    mapped, marked = drop_readings(narrow(mapped))
    # 4 Traditional into Simplified
    mapped = simplify(mapped, script)
    # 5 punctuation
    mapped, doubled = drop_doubled(mapped)
    mapped = widen(mapped)
    # 6 lines
    mapped, broken = join_lines(mapped)
    mapped = tidy_spaces(mapped)
    # 7 words that a thesaurus put in: noticed, not undone
    spun = find_spun(mapped.text)
    return Restored(
        mapped=mapped,
        script=script,
        damage=_describe(marked, len(repairs), unsolved, doubled, broken, len(spun)),
        reconstructions=_locate(mapped, repairs),
        reliable=not unsolved and not spun,
        issues=tuple(
            Issue("spun", f"“{word.text}”疑为“{word.meant}”的洗稿替换", word.start, word.end) for word in spun
        ),
    )


def _describe(
    marked: int, repaired: int, unsolved: int, doubled: int, broken: int, spun: int
) -> tuple[Damage, ...]:
    lost = f"按残留字节复原{repaired}处" if repaired else ""
    left = f"{unsolved}处无法复原，保留原样" if unsolved else ""
    damage = (
        Damage("pinyin", marked, marked, f"去除夹在字后的注音{marked}处"),
        Damage("lost_bytes", repaired + unsolved, repaired, "，".join(filter(None, (lost, left)))),
        Damage("doubled_punct", doubled, doubled, f"重叠的标点{doubled}处，保留最后一个"),
        Damage("broken_lines", broken, broken, f"接回被截断的行{broken}处"),
        Damage("spun", spun, 0, f"发现洗稿替换的词语{spun}处，原文已被改写，不能作为依据"),
    )
    return tuple(one for one in damage if one.count)


def _locate(mapped: MappedText, repairs: tuple[Repair, ...]) -> tuple[Reconstruction, ...]:
    """Return where the repaired words stand in the clean text."""
    found = []
    for repair in repairs:
        start, end = bisect_left(mapped.starts, repair.start), bisect_left(mapped.starts, repair.end)
        if start < end:
            found.append(Reconstruction(start, end, mapped.text[start:end], repair.certainty))
    return tuple(found)
