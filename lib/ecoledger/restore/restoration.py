"""Damaged text into clean text, step by step; every character keeps its place in the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.mapped import MappedText
from ecoledger.model import Damage, Issue
from ecoledger.restore.character import clean_characters
from ecoledger.restore.line import join_lines, tidy_spaces
from ecoledger.restore.punctuation import drop_doubled, widen
from ecoledger.restore.reading import drop_readings
from ecoledger.restore.script import find_script, simplify

if TYPE_CHECKING:
    from ecoledger.model import Script


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
    damage: list[Damage] = []
    # 1 invisible characters, odd widths
    mapped = clean_characters(MappedText.of(original))
    script = find_script(mapped.text)
    # 3 readings behind characters
    mapped, count = drop_readings(mapped)
    if count:
        damage.append(Damage("pinyin", count, count, f"去除夹在字后的注音{count}处"))
    # 4 Traditional into Simplified
    mapped = simplify(mapped, script)
    # 5 punctuation
    mapped, count = drop_doubled(mapped)
    if count:
        damage.append(Damage("doubled_punct", count, count, f"重叠的标点{count}处，保留最后一个"))
    mapped = widen(mapped)
    # 6 lines
    mapped, count = join_lines(mapped)
    if count:
        damage.append(Damage("broken_lines", count, count, f"接回被截断的行{count}处"))
    mapped = tidy_spaces(mapped)
    return Restored(mapped, script, tuple(damage), (), True, ())
