"""Finds quantitative targets: the words that state a level to reach, with number, unit and indicator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.extract.quantity import find_quantities
from ecoledger.indicators.catalogue import match_indicator
from ecoledger.model import Target

if TYPE_CHECKING:
    from ecoledger.extract.quantity import Quantity

_HARD = "，。；：！？\n"
_OPEN = re.compile(r"[“‘（(《][^”’）)》]*$")
_LEAD = re.compile(
    r"^(?:(?:到|至)?(?:20\d{2}年(?:底|末)?|“十[三四五六]五”(?:末|期间|时期)?)(?:前|内)?|今年(?:内|底)?|明年|年内|全年|本年度|其中|同时|计划|预计|预期|将|要|并|且|以及|和|及|与|每年(?!可))+"
)
_JOINED = re.compile(r"(?:[、和及与]|以及|并|，)$")
_VERBS = re.compile(
    r"^(?:全面|加快|加强|持续|积极|大力|扎实|稳步|进一步|着力|确保|力争|推动|推进|实现|完成|实施|开展|促进|使|将|要|努力|争取|做到|保持|新增|新建|新改建|改造|建设|建成|创建|打造|治理|整治|修复|发展|投入|申报|启动|提高|提升|巩固|深入)+"
)
_REACH = re.compile(
    r"(?:分别|均|都|全部|总体|稳定|力争|要|需|应|将|可|不断|逐步|年均|累计|同比|环比|较.{1,8}|比.{1,8})*(?:控制|保持|稳定|维持|达到|达|提升|提高|增加|增长|增至|升至|降至|降到|下降|降低|减少|削减|压减|上升|扩大|突破|超过|超|为|是|在|到|至|不低于|不少于|不高于|不超过|以上|约|近|左右|了)*$"
)


def find_measures(text: str, start: int, end: int) -> tuple[Target, ...]:
    """Return the quantitative targets in `text[start:end]`; offsets are in `text`."""
    segment = text[start:end]
    quantities = [q for q in find_quantities(segment) if q.kind != "whole" and not _is_aside(segment, q)]
    targets = []
    for number, quantity in enumerate(quantities):
        previous = quantities[number - 1] if number else None
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        left = _left(segment, quantity, previous)
        right = _right(segment, quantity, following)
        words = segment[left:right]
        indicator = _indicator(segment, left, right, quantity)
        matched = match_indicator(indicator or words, quantity.unit, quantity.change)
        targets.append(
            Target(
                start=start + left,
                end=start + right,
                text=words,
                kind="quantitative",
                rule="measure.quantity",
                indicator=indicator,
                indicator_code=matched.code if matched else None,
                value=quantity.value,
                value2=quantity.value2,
                unit=quantity.unit,
                op=quantity.op,
                change=quantity.change,
                baseline=quantity.baseline,
            )
        )
    return tuple(targets)


def _is_aside(segment: str, quantity: Quantity) -> bool:
    """Tell a number that only describes something else: 100万元以上的村, (22个), “千村…”."""
    if segment.startswith("的", quantity.op_end):
        return True
    return _OPEN.search(segment, 0, quantity.start) is not None


def _left(segment: str, quantity: Quantity, previous: Quantity | None) -> int:
    hard = max((segment.rfind(mark, 0, quantity.start) for mark in _HARD), default=-1) + 1
    left = hard
    if previous is not None and previous.end > hard:
        gap = segment[previous.op_end : quantity.start]
        cut = max(gap.find(mark) for mark in ("、", "和", "及"))
        left = previous.op_end + (cut + 1 if cut >= 0 else 0)
    lead = _LEAD.match(segment[left : quantity.start])
    return left + (lead.end() if lead else 0)


def _right(segment: str, quantity: Quantity, following: Quantity | None) -> int:
    stop = min((i for mark in _HARD if (i := segment.find(mark, quantity.op_end)) >= 0), default=len(segment))
    if segment[quantity.op_end : quantity.op_end + 1] in ("、", "和", "及", "与"):
        return quantity.op_end
    if following is not None and following.start < stop:
        cut = max(segment.rfind(mark, quantity.op_end, following.start) for mark in ("、", "和", "及"))
        stop = cut if cut >= quantity.op_end else following.start
    return stop


def _indicator(segment: str, left: int, right: int, quantity: Quantity) -> str | None:
    before = _VERBS.sub("", _REACH.sub("", segment[left : quantity.op_start]))
    after = segment[quantity.op_end : right]
    return (before + after).strip("、，的") or None
