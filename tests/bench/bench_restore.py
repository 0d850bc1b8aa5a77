"""How well and how fast damaged text is restored.

    python -m tests.bench.bench_restore [FOLDER ...]

Each *.txt of the folders (the clean seeds and news on other topics when none is named) is damaged with tables that no
site uses, restored and compared. Speeds are ratios against the opencc library in the same run: a machine's own figures
say little.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from opencc import OpenCC

from ecoledger.restore.restoration import restore
from ecoledger.restore.script import simplify_text
from tests.conftest import SEEDS
from tests.restore.garbler import garble, random_table, to_traditional
from tests.restore.measure import Measure, bare

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = 4
OTHER_TOPICS = Path(__file__).parents[1] / "restore"


def main(folders: list[str]) -> None:
    """Print characters and lost places restored, characters harmed on clean text, certainty, and speeds."""
    chosen = [Path(folder) for folder in folders] or [SEEDS, OTHER_TOPICS]
    paths = [path for folder in chosen for path in sorted(folder.glob("*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    restore(garble(texts[0], random_table(texts[0], "warm")).text)  # the dictionary is read once
    harmed = sum(bare(text) != bare(restore(text).mapped.text) for text in texts)
    measure = Measure()
    for number, text in enumerate(texts):
        for table in range(TABLES):
            measure.add(text, f"{number} {table}")
    traditional = "".join(to_traditional(char) for text in texts for char in text)
    ours, theirs = speed(simplify_text, traditional), speed(OpenCC("t2s").convert, traditional)
    restored = measure.published / measure.seconds
    report = (
        f"texts {len(texts)}, tables {TABLES} each",
        f"characters restored {measure.characters:.5f}",
        f"lost places whole   {measure.right}/{measure.places} = {measure.lost:.3f}; "
        f"of the others {measure.numbers} hold a digit that is gone",
        f"digits made up      {measure.made_up}",
        f"clean texts harmed  {harmed}",
        f"restored            {restored:,.0f} characters/s, {restored / theirs:.3f} x opencc",
        f"into Simplified     {ours:,.0f} characters/s, {ours / theirs:.1f} x opencc",
        "certainty, and the share of what was put back that is right",
        *measure.calibration(),
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
