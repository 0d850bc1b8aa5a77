"""What a rule, a row of a table or a way of reading is, told to people who check a reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.gazetteer.evidence import load_weights
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.lexicon.loader import load_table, words
from ecoledger.rules.catalogue import rule_example, rule_file, rule_names

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLUMNS = {
    "organ.csv": ("organ", "names", "short", "not_in"),
    "unit.csv": ("unit", "aliases", "kind"),
    "theme.csv": ("theme", "weight", "words", "not_in"),
}
_SHOWN = 5
"""Words of a row that are named as its examples."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule is called, what it finds for example, and the file it stands in; "" where there is none.

    In an example the words that the rule finds stand in 【】.
    """

    name: str
    example: str
    file: str


def explain_rule(rule_id: str) -> Explanation | None:
    """Return what `rule_id` of a Reason stands for, None when there is no such rule any more."""
    file, _, key = rule_id.partition(":")
    if key:
        row = _rows(file).get(key)
        return row and Explanation(row[0], row[1], file)
    name = rule_names().get(rule_id)
    return name and Explanation(name, rule_example(rule_id) or "", rule_file(rule_id) or "")  # type: ignore[return-value]  # an empty name is none


@cache
def _rows(file: str) -> Mapping[str, tuple[str, str]]:
    """Return name and example of each row of a table, by the key that reasons call it by."""
    if file == "weight.csv":
        return {key: (f"地名的依据：{weight.label}", "") for key, weight in load_weights().items()}
    if file == "indicator_match.csv":
        return {code: (f"指标目录：{one.name}", "") for code, one in load_indicators().items()}
    if file not in _COLUMNS:
        return {}
    rows = load_table(file.removesuffix(".csv"), _COLUMNS[file])
    if file == "organ.csv":
        return {row["organ"]: (f"机构名录：{row['organ']}", _some(row["names"])) for row in rows}
    if file == "unit.csv":
        return {row["unit"]: (f"计量单位：{row['unit']}", _some(row["aliases"])) for row in rows}
    return {row["theme"]: ("领域词表", _some(row["words"])) for row in reversed(rows)}


def _some(cell: str) -> str:
    return "、".join(words(cell)[:_SHOWN])
