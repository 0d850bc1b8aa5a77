"""What the rules that speak of a report are called, for people who check a reading."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.rules.loader import Rule

SHOWN: Mapping[str, frozenset[str]] = {
    "label_forward": frozenset(),
    "label_kind": frozenset(),
    "outcome": frozenset(),
    "deadline": frozenset(),
    "body": frozenset(),
    "meeting_date": frozenset(),
    "region_cue": frozenset(),
    "quantity": frozenset({"before", "after", "change", "baseline"}),
    "meeting": frozenset(
        {"held", "opens", "attended", "speech_at", "chaired", "then_chaired", "convened_by", "spoke"}
    ),
    "speaker": frozenset({"verb"}),
    "region_text": frozenset({"national"}),
}
"""The files of which rules are named as the reason of a value, with their kinds; all of the file where none stand."""

_BY_TABLE = {
    "measure.quantity": "数量与单位",
    "body.organ": "机构名录",
    "body.department": "部门名称",
    "body.place": "以地名代指其政府",
    "forward.lead": "承接前文的要求",
    "outlook.neighbours": "按前后文判断",
    "label.wording": "与已标注句子的用词相近",
    "measure.indicator": "数字前后所计事物的名称",
    "quantity.word": "以词表示的数量",
    "quantity.index": "没有单位的指数",
    "measure.from": "变化的起点",
    "quantity.range": "起止两个数",
    "quantity.more": "“余、多”表示的下限",
    "quantity.rank": "名次",
    "theme.other": "没有说到哪个领域的词",
}
"""Ways of reading that rest on a table or on the text around, not on one pattern."""
_MARKS = re.compile(r"[〈〉]")


@cache
def rule_names() -> Mapping[str, str]:
    """Return the Chinese name of each rule by its id."""
    return {key: rule.name for key, (_, rule) in _rules().items() if rule.name} | _BY_TABLE


def rule_file(rule_id: str) -> str | None:
    """Return the file that a rule stands in (deadline.toml), None for what is no rule of a file."""
    found = _rules().get(rule_id)
    return found[0] if found else None


def rule_example(rule_id: str) -> str | None:
    """Return the first example of a rule, the words that it finds in 【】; None for what is no rule of a file."""
    found = _rules().get(rule_id)
    return _MARKS.sub("", found[1].examples[0]) if found else None


@cache
def _rules() -> Mapping[str, tuple[str, Rule]]:
    return {rule.id: (f"{name}.toml", rule) for name in SHOWN for rule in load_rules(name)}
