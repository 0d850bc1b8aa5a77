"""Step 7: words that a thesaurus put in place of the published ones, so that a copy is not recognised.

The words of lexicon/spun_word.csv stand in no official text. A distorted form of a set phrase tells only where the
phrase itself stands nowhere. One word may be a slip; two, or one long phrase, are a rewritten text; so is one form of
rules/spun.toml, which cannot stand in Chinese at all, and so are many signs of paraphrase together. They are only
noticed: what stood there cannot be known.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table
from ecoledger.lexicon.word_finder import WordFinder
from ecoledger.restore.paraphrase import SpunWord, find_signs
from ecoledger.restore.set_phrase import compile_words, distorted_forms, list_gaps
from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ecoledger.rules.loader import Rule

_ENOUGH = 2
_PHRASE = 5  # characters: a phrase so long is no slip


def find_spun(text: str) -> tuple[SpunWord, ...]:
    """Return the spun words of `text` in order, none where they are too few to tell."""
    proofs = tuple(_find_proofs(text))
    gaps = tuple(_find_gaps(text))
    inside = {
        place for word in (*proofs, *(word for word, _ in gaps)) for place in range(word.start, word.end)
    }
    words = tuple(word for word in _find_words(text) if word.start not in inside)
    listed = [word for word in words if word.text in _listed()]
    others = {word.text for word in words if word.text not in _listed()} | {word.text for word, _ in gaps}
    long = {word.meant for word in words if len(word.text) >= _PHRASE}
    alone = proofs or any(strong for _, strong in gaps) or any(meant not in text for meant in long)
    if len(listed) + len(others) < _ENOUGH and not alone:
        return find_signs(text)
    found = {word.start: word for word in (*find_signs(text), *proofs, *words, *(word for word, _ in gaps))}
    return tuple(found[start] for start in sorted(found))


def _find_proofs(text: str) -> Iterator[SpunWord]:
    if not _any_proof().search(text):
        return
    for rule in _proofs():
        if any(put in text for put in rule.value):
            for match in rule.pattern.finditer(text):
                meant = match.group()
                for put, stood in rule.value.items():
                    meant = meant.replace(put, stood)
                yield SpunWord(match.start(), match.end(), match.group(), meant)


def _find_words(text: str) -> Iterator[SpunWord]:
    listed = _listed()
    whole: dict[str, bool] = {}  # whether the phrase itself stands in the text
    for start, end, meant in _any_word().find_longest(text):
        word = text[start:end]
        if word not in listed and meant not in whole:
            whole[meant] = meant in text
        if word in listed or not whole[meant]:
            yield SpunWord(start, end, word, meant)


def _find_gaps(text: str) -> Iterator[tuple[SpunWord, bool]]:
    """Yield set phrases with a strange word in them, each with whether nothing else ever stands there."""
    for gap in list_gaps():
        if gap.before not in text or gap.phrase in text:
            continue
        for match in gap.pattern.finditer(text):
            if match.group(1) not in gap.ordinary:
                yield SpunWord(match.start(), match.end(), match.group(), gap.phrase), gap.strong


@cache
def _listed() -> dict[str, str]:
    return {row["spun"]: row["meant"] for row in load_table("spun_word", ("spun", "meant"), "spun")}


@cache
def _proofs() -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules("spun") if rule.kind == "proof")


@cache
def _any_proof() -> re.Pattern[str]:
    return compile_words({put for rule in _proofs() for put in rule.value})


@cache
def _any_word() -> WordFinder[str]:
    """Return all such words, each with what was most likely published; most begin as set phrases do, which are frequent."""
    return WordFinder({**distorted_forms(), **_listed()})
