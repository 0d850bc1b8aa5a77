"""Finds quantitative targets: the words that state a level to reach, with number, unit and indicator."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from ecoledger.extract.measure_phrase import Phrase, clause_end, clause_start, read_phrases, says
from ecoledger.extract.quantity import find_quantities
from ecoledger.extract.quantity_number import ZERO_GROWTH
from ecoledger.indicators.catalogue import match_indicator
from ecoledger.model import Reason, Target

if TYPE_CHECKING:
    from ecoledger.extract.quantity import Quantity
    from ecoledger.indicators.catalogue import Indicator

_LONGEST_QUOTE = 80
_QUOTED = re.compile(r"“[^”]*$|‘[^’]*$|（[^）]*$|\([^)]*$|《[^》]*$")


def find_measures(text: str, start: int, end: int, *, done: bool = False) -> tuple[Target, ...]:
    """Return the quantitative targets in `text[start:end]`; offsets are in `text`.

    What a clause says is already reached is left out, unless `done` asks for it (statements of past results).
    """
    segment = text[start:end]
    quantities = [q for q in find_quantities(segment) if _aims(segment, q, done=done)]
    aims = [
        q for q, after in zip_longest(quantities, quantities[1:]) if not _counts_subject(segment, q, after)
    ]
    return tuple(_target(start, phrase) for phrase in read_phrases(segment, aims))


def _aims(segment: str, quantity: Quantity, *, done: bool) -> bool:
    """Tell a number to reach from one that only describes: 3万人以上的镇, （9个）, “五张清单”."""
    before = segment[max(0, quantity.start - _LONGEST_QUOTE) : quantity.start]
    if quantity.kind == "whole" or _QUOTED.search(before):
        return False
    head = segment[clause_start(segment, quantity.start) : quantity.start]
    if says("aside_after", segment[quantity.op_end : quantity.op_end + 8]) and not says("invested", head):
        return False
    if says("aside_before", head) or says("from", head):
        return False
    return done or not says("done", head + segment[quantity.start : clause_end(segment, quantity.end)])


def _counts_subject(segment: str, quantity: Quantity, following: Quantity | None) -> bool:
    """Tell the 14 of 14项隐患整改办结率达到95%, which counts what the share is of."""
    if following is None or following.unit != "%" or quantity.unit == "%":
        return False
    between = segment[quantity.op_end : following.op_start]
    return says("share_of", between)


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
        unit=quantity.unit,
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
