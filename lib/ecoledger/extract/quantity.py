"""Finds numbers that measure something, with their unit, bound, change and baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from ecoledger.extract.quantity_number import find_ending, find_numbers, list_rules
from ecoledger.model import Change, Comparator, Reason, Span

if TYPE_CHECKING:
    from decimal import Decimal

    from ecoledger.extract.quantity_number import Number
    from ecoledger.extract.quantity_word import NumberKind
    from ecoledger.rules.loader import Rule

_BEFORE_WINDOW = 16
_BASELINE_WINDOW = 40
_RANKED = ("前", "列第", "居第")
_MORE = re.compile(r"[余多]")
_LIST_GAP = re.compile(r"(?:以上|以下|以内|左右|及以上)?(?:[、，和及与]|以及)(?:不低于|不少于|超过?|约)?")
_NEXT_THING = re.compile(r"[、和及](?!新增|增加|提高|完成|建成|实现)[^，。；、\d]{1,10}")
_GOVERNS = "quantity.change.decrease_of"  # 减少甲1200吨、乙150吨: the verb goes for both
_JOINTS = ("、", "和", "及", "与")
_APART = re.compile(r"分别[^，。；：！？\n]*$")
_CLAUSE = re.compile(r"[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A measured number: the span holds number and unit alone; `value` is multiplied out, `value2` ends a range.

    `op_end` is where a bound after the number (以上, 左右) ends, `op_start` where one before it begins.
    `kind` is whole for 全部 and multiple for 翻一番, which state a number without writing one. `reasons` say of
    each value which rule read it, and from which words.
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
    reasons: tuple[Reason, ...]


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities in `text` in order; dates, names of pollutants, ordinals and catchwords are none."""
    found: list[Quantity] = []
    for number in find_numbers(text):
        found.append(_resolve(text, number, found[-1] if found else None))
    return tuple(_share_bound(text, found))


def _share_bound(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the bound that is said once behind a list to all of it: 分别增长5%、6%左右."""
    shared: list[Quantity] = []
    bound: Reason | None = None
    for quantity in reversed(found):
        head = text[max(0, quantity.start - _BASELINE_WINDOW) : quantity.start]
        joined = bool(shared) and text[quantity.op_end : shared[-1].op_start] in _JOINTS
        if (
            bound
            and joined
            and quantity.op == "="
            and quantity.unit == shared[-1].unit
            and _APART.search(head)
        ):
            shared.append(replace(quantity, op=shared[-1].op, reasons=(*quantity.reasons, bound)))
            continue
        bound = next((r for r in quantity.reasons if r.value == "op" and r.start == quantity.end), None)
        shared.append(quantity)
    return shared[::-1]


def _resolve(text: str, number: Number, previous: Quantity | None) -> Quantity:
    reasons = [Reason("number", number.rule, number.text, number.start)]
    window = max(0, number.start - _BEFORE_WINDOW)
    before = text[window : number.start]
    op_start, op_before = find_ending(before, "before")
    op_after, op_end = next(
        ((r, m.end()) for r in list_rules("after") if (m := r.pattern.match(text, number.end))),
        (None, number.end),
    )
    op, bound = _op(text, number, op_before, op_after)
    if op_before and bound == op_before.id:
        reasons.append(Reason("op", bound, before[op_start:], window + op_start))
    elif op_after and bound == op_after.id:
        reasons.append(Reason("op", bound, text[number.end : op_end], number.end))
    elif bound:
        reasons.append(Reason("op", bound, number.text, number.start))
    head = before[:op_start]
    change_start, changed = find_ending(head, "change")
    change = changed.value if changed else None
    if changed:
        reasons.append(Reason("change", changed.id, head[change_start:], window + change_start))
    elif previous is not None and _shares(previous, text[previous.end : number.start]):
        change = cast("str | None", previous.change)
        reasons += [reason for reason in previous.reasons if reason.value == "change"]
    if number.kind == "multiple":
        change = "increase"
        reasons = [*(r for r in reasons if r.value != "change"), replace(reasons[0], value="change")]
    baseline = _baseline(text, number.start) if change else None
    if baseline:
        reasons.append(baseline)
    return Quantity(
        start=number.start,
        end=number.end,
        text=number.text,
        kind=number.kind,
        value=number.value,
        value2=number.value2,
        unit=number.unit,
        op=cast("Comparator", op),
        op_start=window + op_start,
        op_end=op_end,
        change=cast("Change | None", change),
        baseline=baseline.text if baseline else None,
        reasons=tuple(reasons),
    )


def _shares(previous: Quantity, gap: str) -> bool:
    """Tell whether a number goes on the list of the one before, and so shares its change."""
    governed = any(r.value == "change" and r.rule == _GOVERNS for r in previous.reasons)
    return bool(_LIST_GAP.fullmatch(gap) or (governed and _NEXT_THING.fullmatch(gap)))


def _op(text: str, number: Number, before: Rule | None, after: Rule | None) -> tuple[str, str]:
    """Return how the number bounds what is measured, and what says so; "" where it is just the number."""
    if text.endswith(_RANKED, 0, number.start) and number.unit in ("位", "名"):
        return "<=", "quantity.rank"
    if number.value2 is not None:
        return "range", "quantity.range"
    rule = after or before
    if rule is not None:
        return str(rule.value), rule.id
    return (">=", "quantity.more") if _MORE.search(number.text) else ("=", "")


def _baseline(text: str, start: int) -> Reason | None:
    """Return the words of the state that a change is measured from, with the rule that reads them."""
    window = max(0, start - _BASELINE_WINDOW)
    head = text[window:start]
    cut = max((m.end() for m in _CLAUSE.finditer(head)), default=0)
    last = None
    for rule in list_rules("baseline"):
        for match in rule.pattern.finditer(head, cut):
            group = next(name for name, words in match.groupdict().items() if words)
            last = Reason("baseline", rule.id, match[group], window + match.start(group))
    return last
