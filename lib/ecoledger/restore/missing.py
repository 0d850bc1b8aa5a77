"""Step 7: words that are gone without a trace of their own, known by what stands around them (rules/missing.toml)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ecoledger.restore.set_phrase import compile_words
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    import re


def find_missing(text: str) -> tuple[int, ...]:
    """Return the places of the clean `text` at which words are missing, in order."""
    if not _any_word().search(text):
        return ()
    return tuple(
        sorted(
            {
                match.start()
                for rule in load_rules("missing")
                if any(word in text for word in rule.value)
                for match in rule.pattern.finditer(text)
            }
        )
    )


@cache
def _any_word() -> re.Pattern[str]:
    return compile_words({word for rule in load_rules("missing") for word in rule.value})
