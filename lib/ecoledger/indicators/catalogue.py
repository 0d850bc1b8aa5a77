"""The official indicators of ecological civilization, and which of them some words measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ecoledger.errors import RuleError
from ecoledger.lexicon.loader import load_table, words
from ecoledger.lexicon.word_finder import WordFinder

_COLUMNS = ("code", "name", "unit", "direction", "kind", "target", "source", "read", "verified")
_MATCH_COLUMNS = ("code", "same", "unit", "change", "all_of", "none_of", "examples", "counter")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one official set.

    `read` names the fields that were read in the source itself (name, unit, target, kind); the rest is inferred.
    `same` are codes of other sets that measure the same thing.
    """

    code: str
    name: str
    unit: str
    direction: str
    kind: str
    target: str
    source: str
    read: frozenset[str]
    same: tuple[str, ...]

    @property
    def official_target(self) -> str | None:
        """The target as read in the source, or None when it was not read there."""
        return self.target if self.target and "target" in self.read else None

    @property
    def official_kind(self) -> str | None:
        """The kind (约束性, 预期性 …) as read in the source, or None when it was not read there."""
        return self.kind if self.kind and "kind" in self.read else None


@dataclass(frozen=True, slots=True)
class _Pattern:
    code: str
    all_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...]


@cache
def load_indicators() -> dict[str, Indicator]:
    """Return the catalogue by code. Raises RuleError when a table names a code that is not in it."""
    same = {row["code"]: words(row["same"]) for row in _match_rows()}
    table = {
        row["code"]: Indicator(
            code=row["code"],
            name=row["name"],
            unit=row["unit"],
            direction=row["direction"],
            kind=row["kind"],
            target=row["target"],
            source=row["source"],
            read=frozenset(words(row["read"])),
            same=same.get(row["code"], ()),
        )
        for row in load_table("indicator", _COLUMNS, key="code")
    }
    for code, others in same.items():
        if unknown := {code, *others} - set(table):
            raise RuleError(f"indicator_match.csv: no indicator {sorted(unknown)} in indicator.csv")
    return table


def match_indicator(phrase: str, unit: str, change: str | None = None) -> Indicator | None:
    """Return the indicator that `phrase` with a number in `unit` measures, or None; never the merely similar.

    Where only a change is official (排放总量下降10%), it matches only when `change` says the same; a level
    is matched only without a change.
    """
    patterns = _patterns().get((unit, change or ""))
    if not patterns:
        return None
    said = set(_words().values_in(phrase))
    found = [p for p in patterns if said.isdisjoint(p.none_of) and not any(map(said.isdisjoint, p.all_of))]
    return load_indicators()[found[0].code] if len(found) == 1 else None


@cache
def _patterns() -> dict[tuple[str, str], list[_Pattern]]:
    """Return what tells indicators apart, by unit and change."""
    table: dict[tuple[str, str], list[_Pattern]] = {}
    for row in _match_rows():
        pattern = _Pattern(
            code=row["code"],
            all_of=tuple(tuple(choice.split("|")) for choice in words(row["all_of"])),
            none_of=tuple(w for w in row["none_of"].split("|") if w),
        )
        table.setdefault((row["unit"], row["change"]), []).append(pattern)
    return table


@cache
def _words() -> WordFinder[str]:
    """Return all words that tell indicators apart, each with itself."""
    patterns = [pattern for one in _patterns().values() for pattern in one]
    every = {word for pattern in patterns for choice in (*pattern.all_of, pattern.none_of) for word in choice}
    return WordFinder({word: word for word in sorted(every)})


def _match_rows() -> tuple[dict[str, str], ...]:
    return load_table("indicator_match", _MATCH_COLUMNS, key="code")
