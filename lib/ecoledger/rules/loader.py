r"""Reads rule files: strict, so that a slip in the data stops at once and names file and id.

A file holds an optional table `[parts]` of named sub-patterns and a list of `[[rule]]`:

    [parts]
    year = '(?:20\d{2})'

    [[rule]]
    id = "deadline.year_end"
    name = "年底"
    kind = "year_end"
    pattern = '(?P<year>{year})年底前?'
    note = "why the rule is true of the language"
    examples = ["在【2025年底前】完成"]
    counter = ["2025年底数"]

【】 in an example marks what must be found; without it, that anything is found. In a counter-example nothing
may be found. `{name}` in a pattern stands for a part.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

from ecoledger.errors import RuleError
from ecoledger.rules.literal import parse_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYS = {"id", "name", "kind", "pattern", "note", "examples", "counter", "value"}
_REFERENCE = re.compile(r"\{([a-z_]+)\}")
_PARTS_DEEP = 8


@dataclass(frozen=True)  # without slots: the pattern is kept once it is compiled
class Rule:
    """One rule: `pattern` finds words of `kind`; `value` is free data for the resolver.

    `name` is what the rule is called on the screen, in Chinese; empty where it is never shown.
    """

    id: str
    name: str
    kind: str
    source: str
    note: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    value: Any

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled `source`: that takes far longer than to read it, and most rules wait for their words."""
        try:
            return re.compile(self.source)
        except re.error as error:
            raise RuleError(f"{self.id}: {error}") from error


@cache
def load_rules(name: str) -> tuple[Rule, ...]:
    """Return the rules of `rules/<name>.toml` in order. Raises RuleError naming file and id."""
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return parse_rules(text, f"{name}.toml")


def parse_rules(text: str, file: str) -> tuple[Rule, ...]:
    """Return the rules written in `text`; `file` is named in errors."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: {error}") from error
    if unknown := set(data) - {"parts", "rule"}:
        raise RuleError(f"{file}: unknown tables {sorted(unknown)}")
    parts = data.get("parts", {})
    rules: dict[str, Rule] = {}
    for record in data.get("rule", []):
        rule = _read_rule(record, parts, file)
        if rule.id in rules:
            raise RuleError(f"{file}: rule id {rule.id} stands twice")
        rules[rule.id] = rule
    return tuple(rules.values())


def expand(pattern: str, parts: Mapping[str, str], where: str) -> str:
    """Return `pattern` with every `{part}` written out; `where` is named in errors."""
    for _ in range(_PARTS_DEEP):
        names = set(_REFERENCE.findall(pattern))
        if not names:
            return pattern
        if unknown := names - set(parts):
            raise RuleError(f"{where}: no part named {sorted(unknown)}")
        pattern = _REFERENCE.sub(lambda m: f"(?:{parts[m.group(1)]})", pattern)
    raise RuleError(f"{where}: parts refer to each other in a circle")


def _read_rule(record: Mapping[str, Any], parts: Mapping[str, str], file: str) -> Rule:
    where = f"{file}: {record.get('id', 'a rule without id')}"
    if unknown := set(record) - _KEYS:
        raise RuleError(f"{where}: unknown keys {sorted(unknown)}")
    if missing := {"id", "kind", "pattern", "examples"} - set(record):
        raise RuleError(f"{where}: missing {sorted(missing)}")
    pattern = expand(record["pattern"], parts, where)
    if re.search(r"\(\||\|\||\|\)", pattern):
        raise RuleError(f"{where}: an empty alternative")
    try:
        parse_pattern(pattern)
    except re.error as error:
        raise RuleError(f"{where}: {error}") from error
    return Rule(
        id=record["id"],
        name=record.get("name", ""),
        kind=record["kind"],
        source=pattern,
        note=record.get("note", ""),
        examples=tuple(record["examples"]),
        counter=tuple(record.get("counter", ())),
        value=record.get("value"),
    )
