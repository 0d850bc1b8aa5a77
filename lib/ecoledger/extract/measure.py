"""Finds quantitative targets: the words that state a level to reach, with number, unit and indicator."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from ecoledger.extract.measure_phrase import Phrase, clause_end, clause_start, find_origin, read_phrases, says
from ecoledger.extract.quantity import find_quantities
from ecoledger.extract.quantity_word import ZERO_GROWTH
from ecoledger.indicators.catalogue import match_indicator
from ecoledger.model import Reason, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecoledger.extract.quantity import Quantity
    from ecoledger.indicators.catalogue import Indicator

_LONGEST_QUOTE = 80
_SIZES = ("吨/小时", "蒸吨")  # with a bound they tell which are meant: 35蒸吨/小时及以下燃煤锅炉
_QUOTED = re.compile(r"“[^”]*$|‘[^’]*$|（[^）]*$|\([^)]*$|《[^》]*$")


def find_measures(text: str, start: int, end: int, *, done: bool = False) -> tuple[Target, ...]:
    """Return the quantitative targets in `text[start:end]`; offsets are in `text`.

    What a clause says is already reached is left out, unless `done` asks for it (statements of past results).
    """
    segment = text[start:end]
    quantities = [q for q in _tell_origins(segment, find_quantities(segment)) if _aims(segment, q, done=done)]
    aims = [
        q for q, after in zip_longest(quantities, quantities[1:]) if not _counts_subject(segment, q, after)
    ]
    return tuple(_target(start, phrase) for phrase in read_phrases(segment, aims))


def _tell_origins(segment: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield all but the 38 of 由38降至32, which is kept as the baseline of what follows."""
    origin: Quantity | None = None
    for quantity in quantities:
        left = clause_start(segment, quantity.start)
        words = find_origin(segment[left : quantity.start])
        if origin is not None and origin.start > left and quantity.baseline is None:
            start = origin.start - len(find_origin(segment[left : origin.start]) or "")
            reason = Reason("baseline", "measure.from", segment[start : origin.op_end], start)
            yield replace(quantity, baseline=reason.text, reasons=(*quantity.reasons, reason))
        elif words is None:
            yield quantity
        origin = None if words is None else quantity


def _aims(segment: str, quantity: Quantity, *, done: bool) -> bool:
    """Tell a number to reach from one that only describes: 3万人以上的镇, （9个）, “五张清单”."""
    before = segment[max(0, quantity.start - _LONGEST_QUOTE) : quantity.start]
    if quantity.kind == "whole" or _QUOTED.search(before):
        return False
    head = segment[clause_start(segment, quantity.start) : quantity.start]
    tail = segment[quantity.op_end : quantity.op_end + 8]
    bounded = quantity.op_end > quantity.end
    share = quantity.unit == "%" and tail.startswith("的")  # 八成以上的村 are as many as are to be reached
    if says("aside_after", tail) and not share and (bounded or not says("invested", head)):
        return False
    if says("aside_before", head) or (quantity.unit in _SIZES and bounded):
        return False
    clause = head + segment[quantity.start : clause_end(segment, quantity.end)]
    return done or not (says("done", clause) or says("done_since", before))


def _counts_subject(segment: str, quantity: Quantity, following: Quantity | None) -> bool:
    """Tell what a share, part or place is of: 14 of 14项隐患办结率达到95%, 36 of 36项任务完成30项, 168 of 168个城市前20位."""
    if following is None or quantity.unit in ("%", "位", "名"):
        return False
    between = segment[quantity.op_end : following.op_start]
    if following.unit in ("位", "名"):
        return clause_end(segment, quantity.end) > following.start and between.endswith("前")
    if following.unit == quantity.unit:
        return says("part_of", between)
    return following.unit == "%" and says("share_of", between)


def _growth(quantity: Quantity) -> str | None:
    """Return which change is official for what is measured; 零增长 is none itself, but no level either."""
    return "increase" if quantity.text == ZERO_GROWTH else quantity.change


def _target(shift: int, phrase: Phrase) -> Target:
    quantity = phrase.quantity
    matched = match_indicator(phrase.indicator or phrase.text, quantity.unit, _growth(quantity))
    words = phrase.text.strip()
    start = shift + phrase.start + phrase.text.index(words)
    return Target(
        start=start,
        end=start + len(words),
        text=words,
        kind="quantitative",
        rule="measure.quantity",
        indicator=phrase.indicator,
        indicator_code=matched.code if matched else None,
        value=quantity.value,
        value2=quantity.value2,
        unit=quantity.unit or None,
        op=quantity.op,
        change=quantity.change,
        baseline=quantity.baseline,
        reasons=_reasons(shift, phrase, matched),
    )


def _reasons(shift: int, phrase: Phrase, matched: Indicator | None) -> tuple[Reason, ...]:
    """Return why the values of a target are what they are; `shift` is where its segment stands in the text."""
    quantity = phrase.quantity
    reasons = [replace(r, start=None if r.start is None else r.start + shift) for r in quantity.reasons]
    name = phrase.indicator or phrase.text
    at = phrase.text.find(name)  # -1 where the words stand before those of another number
    start = shift + phrase.start + at if at >= 0 else None
    if phrase.indicator:
        reasons.append(Reason("indicator", "measure.indicator", name, start))
    if matched:
        reasons.append(Reason("indicator_code", f"indicator_match.csv:{matched.code}", name, start))
    return tuple(reasons)
