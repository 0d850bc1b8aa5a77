"""Step 7: words that are gone without a trace of their own, known by what stands around them (rules/missing.toml)."""

from __future__ import annotations

from ecoledger.rules.loader import load_rules


def find_missing(text: str) -> tuple[int, ...]:
    """Return the places of the clean `text` at which words are missing, in order."""
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
