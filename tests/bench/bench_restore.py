"""How well and how fast damaged text is restored.

    python -m tests.bench.bench_restore [FOLDER ...]

Each *.txt of the folders (the clean seeds when none is named) is damaged with tables that no site uses, restored and
compared. Speeds are ratios against the opencc library in the same run: a machine's own figures say little.
"""

from __future__ import annotations

import sys
import time
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from opencc import OpenCC

from ecoledger.restore.restoration import restore
from ecoledger.restore.script import simplify_text
from tests.conftest import SEEDS
from tests.restore.garbler import garble, random_table, to_traditional

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = 2
WIDE = str.maketrans(",;:?!()％", "，；：？！（）%")


def bare(text: str) -> str:
    """Return the characters that count: without white space and width of punctuation."""
    return "".join(text.split()).translate(WIDE)


def main(folders: list[str]) -> None:
    """Print characters and lost places restored, characters harmed on clean text, and speeds."""
    paths = [path for folder in map(Path, folders or [SEEDS]) for path in sorted(folder.glob("*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    restore(garble(texts[0], random_table(texts[0], "warm")).text)  # the dictionary is read once
    harmed = sum(bare(text) != bare(restore(text).mapped.text) for text in texts)
    same = total = places = right = characters = 0
    seconds = 0.0
    for number, text in enumerate(texts):
        for table in range(TABLES):
            garbled = garble(text, random_table(text, f"{number} {table}"))
            began = time.process_time()
            got = bare(restore(garbled.text).mapped.text)
            seconds += time.process_time() - began
            characters += len(garbled.text)
            clean = bare(text)
            blocks = SequenceMatcher(None, clean, got, autojunk=False).get_matching_blocks()
            same += 2 * sum(block.size for block in blocks)
            total += len(clean) + len(got)
            places += len(garbled.lost)
            right += sum(bare(text[max(0, a - 3) : b + 3]) in got for a, b in garbled.lost)
    traditional = "".join(to_traditional(char) for text in texts for char in text)
    ours, theirs = speed(simplify_text, traditional), speed(OpenCC("t2s").convert, traditional)
    report = (
        f"texts {len(texts)}, tables {TABLES} each",
        f"characters restored {same / total:.5f}",
        f"lost places whole   {right}/{places} = {right / max(places, 1):.3f}",
        f"clean texts harmed  {harmed}",
        f"restored            {characters / seconds:,.0f} characters/s, {characters / seconds / theirs:.3f} x opencc",
        f"into Simplified     {ours:,.0f} characters/s, {ours / theirs:.1f} x opencc",
    )
    sys.stdout.write("\n".join(report) + "\n")


def speed(convert: Callable[[str], str], text: str) -> float:
    """Return the characters a second that `convert` turns."""
    convert(text[:100])  # its tables are read once
    began = time.process_time()
    convert(text)
    return len(text) / (time.process_time() - began)


if __name__ == "__main__":
    main(sys.argv[1:])
