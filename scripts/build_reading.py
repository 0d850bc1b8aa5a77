"""Builds lexicon/reading.csv: the readings (with tone marks) of every Chinese character of GBK.

    pip install pypinyin==0.55.0 && python scripts/build_reading.py

The readings are facts of the language; pypinyin (MIT licence) takes them from Unicode's Unihan and from dictionaries.
"""

import csv
from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

TARGET = Path(__file__).parent.parent / "lib" / "ecoledger" / "lexicon" / "reading.csv"


def main() -> None:
    """Write the table, a reading on a line with the characters that have it."""
    characters: dict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0x9FA6):
        for reading in PINYIN_DICT.get(code, "").split(","):
            if reading and chr(code) not in characters[reading]:
                characters[reading].append(chr(code))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("reading", "characters"))
        writer.writerows((reading, "".join(characters[reading])) for reading in sorted(characters))
    print(f"{len(characters)} readings in {TARGET}")


if __name__ == "__main__":
    main()
