"""Finds numbers that measure something, with their unit, bound, change and baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ecoledger.extract.quantity_number import NumberKind, find_numbers, list_rules, strip_words
from ecoledger.model import Change, Comparator, Span

if TYPE_CHECKING:
    from decimal import Decimal

    from ecoledger.extract.quantity_number import Number

_BEFORE_WINDOW = 16
_BASELINE_WINDOW = 40
_RANKED = ("前", "列第", "居第")
_MORE = re.compile(r"[余多]")
_LIST_GAP = re.compile(r"(?:以上|以下|以内|左右|及以上)?(?:[、，和及与]|以及)(?:不低于|不少于|超过?|约)?")
_CLAUSE = re.compile(r"[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A measured number: the span holds number and unit alone; `value` is multiplied out, `value2` ends a range.

    `op_end` is where a bound after the number (以上, 左右) ends, `op_start` where one before it begins.
    `kind` is whole for 全部 and multiple for 翻一番, which state a number without writing one.
    """

    kind: NumberKind
    value: Decimal
    value2: Decimal | None
    unit: str
    op: Comparator
    op_start: int
    op_end: int
    change: Change | None
    baseline: str | None


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities in `text` in order; dates, names of pollutants, ordinals and catchwords are none."""
    found: list[Quantity] = []
    for number in find_numbers(text):
        found.append(_resolve(text, number, found[-1] if found else None))
    return tuple(found)


def _resolve(text: str, number: Number, previous: Quantity | None) -> Quantity:
    before = text[max(0, number.start - _BEFORE_WINDOW) : number.start]
    head, op_before = strip_words(before, "before")
    op_after, op_end = next(
        ((r.value, m.end()) for r in list_rules("after") if (m := r.pattern.match(text, number.end))),
        (None, number.end),
    )
    op: str = "range" if number.value2 is not None else op_after or op_before or "="
    if op == "=" and _MORE.search(number.text):
        op = ">="
    if text.endswith(_RANKED, 0, number.start) and number.unit in ("位", "名"):
        op = "<="
    _, change = strip_words(head, "change")
    if change is None and previous is not None and _LIST_GAP.fullmatch(text[previous.end : number.start]):
        change = cast("str | None", previous.change)
    if number.kind == "multiple":
        change = "increase"
    return Quantity(
        start=number.start,
        end=number.end,
        text=number.text,
        kind=number.kind,
        value=number.value,
        value2=number.value2,
        unit=number.unit,
        op=cast("Comparator", op),
        op_start=number.start - (len(before) - len(head)),
        op_end=op_end,
        change=cast("Change | None", change),
        baseline=_baseline(text, number.start) if change else None,
    )


def _baseline(text: str, start: int) -> str | None:
    head = text[max(0, start - _BASELINE_WINDOW) : start]
    cut = max((m.end() for m in _CLAUSE.finditer(head)), default=0)
    last = None
    for rule in list_rules("baseline"):
        for match in rule.pattern.finditer(head, cut):
            last = match["words"] or match["ratio"]
    return last
