"""Step 7: words that are gone without a trace of their own, known by what stands around them (rules/missing.toml)."""

from __future__ import annotations

import re
from functools import cache

from ecoledger.restore.set_phrase import compile_words
from ecoledger.rules.loader import load_rules

_ASTERISK = "asterisk"
_PAIR = re.compile("[*＊]{2,}")


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
                if rule.kind != _ASTERISK or not _is_bold(text, match.start(), rule.pattern)
            }
        )
    )


def _is_bold(text: str, place: int, masked: re.Pattern[str]) -> bool:
    """Return whether asterisks in the line of `place` stand around words as well, as those of bold type do."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    return len(_PAIR.findall(line)) > sum(len(match.group()) > 1 for match in masked.finditer(line))


@cache
def _any_word() -> re.Pattern[str]:
    return compile_words({word for rule in load_rules("missing") for word in rule.value})
