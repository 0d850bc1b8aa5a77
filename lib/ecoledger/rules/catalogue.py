"""What the rules that speak of a commitment are called, for people who check a reading."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ecoledger.rules.loader import load_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBJECTS = ("label_forward", "label_kind", "outcome", "deadline", "body")

_BY_TABLE = {
    "measure.quantity": "数量与单位",
    "body.organ": "机构名录",
    "body.department": "部门名称",
    "body.place": "以地名代指其政府",
    "forward.lead": "承接前文的要求",
    "outlook.neighbours": "按前后文判断",
}
"""Readings that rest on a table or on the text around, not on one pattern."""


@cache
def rule_names() -> Mapping[str, str]:
    """Return the Chinese name of each rule by its id."""
    written = {rule.id: rule.name for subject in SUBJECTS for rule in load_rules(subject)}
    return written | _BY_TABLE
