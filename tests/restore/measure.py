"""Measures what restoration makes of damaged text, against the clean text that it was made from."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ecoledger.restore.restoration import restore
from tests.restore.garbler import Garbled, garble, random_table

_WIDE = str.maketrans(",;:?!()％", "，；：？！（）%")
_AROUND = 3  # characters on each side that must be right as well
_BANDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


@dataclass(slots=True)
class Measure:
    """Counts over all texts that were added; `seconds` are the processor's, spent on restoring alone."""

    same: int = 0
    total: int = 0
    places: int = 0
    right: int = 0
    numbers: int = 0  # places where a digit is gone without a trace: it must not be made up
    made_up: int = 0  # digits that the clean text does not have there
    published: int = 0
    seconds: float = 0.0
    put_back: Counter[float] = field(default_factory=Counter)
    put_back_right: Counter[float] = field(default_factory=Counter)

    @property
    def characters(self) -> float:
        """Return the share of characters that are right."""
        return self.same / self.total

    @property
    def lost(self) -> float:
        """Return the share of lost places that are right to the character."""
        return self.right / max(self.places, 1)

    def add(self, clean: str, seed: str) -> None:
        """Damage `clean` with a table of readings drawn by `seed`, restore it, and count."""
        garbled = garble(clean, random_table(clean, seed))
        began = time.process_time()
        restored = restore(garbled.text)
        self.seconds += time.process_time() - began
        self.published += len(garbled.text)
        want, got = bare(clean), bare(restored.mapped.text)
        blocks = SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks()
        self.same += 2 * sum(block.size for block in blocks)
        self.total += len(want) + len(got)
        self._count_places(clean, got, garbled)
        self.made_up += sum((Counter(re.findall(r"\d", got)) - Counter(re.findall(r"\d", want))).values())
        for words in restored.reconstructions:
            band = max(band for band in _BANDS if band <= words.certainty)
            near = restored.mapped.text[max(0, words.start - 2) : words.end + 2]
            pattern = re.escape(bare(near)).replace("？", r"[\d？]")  # an unknown digit stays a question mark
            self.put_back[band] += 1
            self.put_back_right[band] += bool(re.search(pattern, want))

    def _count_places(self, clean: str, got: str, garbled: Garbled) -> None:
        for start, end in garbled.lost:
            near = bare(clean[max(0, start - _AROUND) : end + _AROUND])
            self.places += 1
            self.right += near in got
            self.numbers += any(char.isdigit() for char in clean[start:end])

    def calibration(self) -> list[str]:
        """Return a line for each band of certainty: how many were put back, and the share that was right."""
        ends = (*_BANDS[1:], 1.0)
        return [
            f"  {band:.2f}-{end:.2f}  {self.put_back_right[band]}/{self.put_back[band]}"
            f" = {self.put_back_right[band] / self.put_back[band]:.2f}"
            for band, end in zip(_BANDS, ends, strict=True)
            if self.put_back[band]
        ]


def bare(text: str) -> str:
    """Return the characters that count: without white space and width of punctuation."""
    return "".join(text.split()).translate(_WIDE)
