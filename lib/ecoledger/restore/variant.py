"""Step 3: variant characters that a site put for the standard ones: 辳邨 for 农村.

lexicon/variant.csv has variants of old that no one writes today (Unihan: semantic and z-variants). One of them may be a
name or a quotation: only where a page has several different ones it is the site's doing. A character that stands in
listed words (陜西 for 陝西) is wrong wherever these stand.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table, words

if TYPE_CHECKING:
    from ecoledger.lexicon.loader import Row
    from ecoledger.mapped import MappedText

_SEVERAL = 3


def standardise(mapped: MappedText) -> MappedText:
    """Return the text with standard characters for a site's variants, one for one."""
    any_variant, standard, in_words = _variants()
    found = set(any_variant.findall(mapped.text))
    if not found:
        return mapped
    for character, (pattern, to) in in_words.items():
        if character in found:
            mapped = mapped.substitute(pattern, to)
    several = len(found - in_words.keys()) >= _SEVERAL
    return mapped.translate(standard) if several else mapped


@cache
def _variants() -> tuple[re.Pattern[str], dict[int, str], dict[str, tuple[re.Pattern[str], str]]]:
    """Return a pattern for all variants, what stands for each, and a pattern for those that stand in listed words."""
    rows = load_table("variant", ("character", "standard", "only", "note"), "character")
    return (
        re.compile(f"[{''.join(row['character'] for row in rows)}]"),
        {ord(row["character"]): row["standard"] for row in rows if not row["only"]},
        {row["character"]: (re.compile(_within(row)), row["standard"]) for row in rows if row["only"]},
    )


def _within(row: Row) -> str:
    patterns = []
    for word in words(row["only"]):
        before, character, after = word.partition(row["character"])
        patterns.append((f"(?<={before})" if before else "") + character + (f"(?={after})" if after else ""))
    return "|".join(patterns)
