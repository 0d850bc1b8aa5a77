"""What each value of a reading was read from: a line for each, with the words and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.explanation import explain_rule
from ecoledger.term import (
    CERTAINTIES,
    CHANGES,
    COMPARATORS,
    DEADLINE_KINDS,
    LABELS,
    ROLES,
    STATEMENTS,
    THEMES,
    date_text,
    name_of,
    number_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.explanation import Explanation
    from ecoledger.model import (
        Body,
        Commitment,
        Deadline,
        Meeting,
        Reason,
        Reasons,
        Report,
        Statement,
        Target,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A value: what it is (时限), what it was read as (2025年12月31日), from which words, by which rule.

    `explanation` is None where the rule of that id is no more.
    """

    value: str
    reading: str
    words: str
    rule: str
    explanation: Explanation | None


def commitment_lines(commitment: Commitment) -> tuple[Line, ...] | None:
    """Return what everything in `commitment` was read from; None where that was not kept."""
    if commitment.reasons is None:
        return None
    lines = [_own_line(commitment, reason) for reason in commitment.reasons]
    for target in commitment.targets:
        lines += _target_lines(target)
    for deadline in commitment.deadlines:
        lines += (_line("时限", _due(deadline), reason) for reason in deadline.reasons or ())
    for body in commitment.bodies:
        lines += _body_lines(body)
    return tuple(lines)


def statement_lines(statement: Statement) -> tuple[Line, ...] | None:
    """Return what a statement and its targets were read from; None where that was not kept."""
    if statement.reasons is None:
        return None
    lines = [_line("种类", STATEMENTS[statement.kind], reason) for reason in statement.reasons]
    for target in statement.targets:
        lines += _target_lines(target)
    return tuple(lines)


def fact_lines(report: Report) -> tuple[Line, ...] | None:
    """Return what place, meeting, day, chair and speakers were read from; None where that was not kept."""
    region, meeting = report.region, report.meeting
    if any(fact is not None and fact.reasons is None for fact in (region, meeting)):
        return None
    lines = [_line("地区", region.name, reason) for reason in _given(region.reasons)] if region else []
    return (*lines, *_meeting_lines(meeting)) if meeting else tuple(lines)


def _meeting_lines(meeting: Meeting) -> Iterator[Line]:
    readings = {
        "meeting": ("会议", meeting.name or ""),
        "date": ("会议日期", date_text(meeting.date) if meeting.date else "日期不详"),
        "chair": ("主持", meeting.chair or ""),
    }
    speakers = iter(meeting.speakers)
    for reason in _given(meeting.reasons):
        if reason.value == "speaker":
            yield _line("讲话", next(speakers), reason)
        else:
            yield _line(*readings[reason.value], reason)


def _own_line(commitment: Commitment, reason: Reason) -> Line:
    if reason.value == "theme":
        return _line("领域", name_of(THEMES, reason.rule.partition(":")[2] or "other"), reason)
    if reason.value == "speaker":
        return _line("讲话人", commitment.speaker or "", reason)
    return _line("性质", name_of(LABELS, commitment.label), reason)


def _target_lines(target: Target) -> Iterator[Line]:
    number = number_text(target.value) if target.value is not None else ""
    if target.value2 is not None:
        number = f"{number}—{number_text(target.value2)}"
    readings = {
        "outcome": ("定性目标", "要达到的结果"),
        "number": ("定量目标", f"{number} {target.unit or ''}".strip()),
        "op": ("界限", name_of(COMPARATORS, target.op)),
        "change": ("增减", name_of(CHANGES, target.change)),
        "baseline": ("基期", target.baseline or ""),
        "indicator": ("指标", target.indicator or ""),
        "indicator_code": ("指标代码", target.indicator_code or ""),
    }
    for reason in _given(target.reasons):
        yield _line(*readings[reason.value], reason)


def _due(deadline: Deadline) -> str:
    if deadline.due is None:
        return name_of(DEADLINE_KINDS, deadline.kind)
    due = date_text(deadline.due)
    span = f"{date_text(deadline.begin)}至{due}" if deadline.begin else due
    return f"{span}（{name_of(CERTAINTIES, deadline.certainty)}）"


def _body_lines(body: Body) -> Iterator[Line]:
    readings = {"name": ("责任单位", body.name), "role": ("角色", name_of(ROLES, body.role))}
    for reason in _given(body.reasons):
        yield _line(*readings[reason.value], reason)


def _given(reasons: Reasons) -> tuple[Reason, ...]:
    return reasons or ()


def _line(value: str, reading: str, reason: Reason) -> Line:
    return Line(value, reading, reason.text, reason.rule, explain_rule(reason.rule))
