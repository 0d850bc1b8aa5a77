"""The plain form of a report: what `ecoledger parse` prints, ready for json.dumps."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecoledger.model import Commitment, Deadline, Report, Statement, Target

_DIGITS = 30
"""No target has more before or behind its point; what has is no value, and JSON could not hold it as it is."""


def as_contract(report: Report) -> dict[str, Any]:
    """Return `report` as JSON types, keys in the published order. Offsets are code points, half open."""
    return {
        "file": report.file,
        "id": report.id,
        "title": report.title,
        "published": _plain(report.published),
        "source": report.source,
        "script": report.script,
        "damage": [_record(d) for d in report.damage],
        "reliable": report.reliable,
        "text": report.text,
        "region": _without(_record(report.region), "reasons"),
        "meeting": _without(_record(report.meeting), "reasons"),
        "people": [_record(p) for p in report.people],
        "original": report.original,
        "statements": [_statement(s) for s in report.statements],
        "commitments": [_commitment(c) for c in report.commitments],
        "issues": [_record(i) for i in report.issues],
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "id": commitment.id,
        "start": commitment.start,
        "end": commitment.end,
        "text": commitment.text,
        "source_start": commitment.source_start,
        "source_end": commitment.source_end,
        "label": commitment.label,
        "speaker": commitment.speaker,
        "themes": list(commitment.themes),
        "targets": [_target(t) for t in commitment.targets],
        "deadlines": [_deadline(d) for d in commitment.deadlines],
        "bodies": [_without(_record(b), "rule", "reasons") for b in commitment.bodies],
        "rules": list(commitment.rules),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "kind": statement.kind,
        "targets": [_target(t) for t in statement.targets],
    }


def _target(target: Target) -> Any:
    return _without(_record(target), "rule", "reasons")


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "start": deadline.start,
        "end": deadline.end,
        "text": deadline.text,
        "from": _plain(deadline.begin),
        "to": _plain(deadline.due),
        "certainty": deadline.certainty,
        "kind": deadline.kind,
    }


def _record(record: Any) -> Any:
    if record is None:
        return None
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _without(record: Any, *keys: str) -> Any:
    return record and {key: value for key, value in record.items() if key not in keys}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if hasattr(value, "__dataclass_fields__"):
        return _record(value)
    return value


def _number(value: Decimal) -> int | float | None:
    """Return `value` as JSON writes it, None for what is no number that anybody set (Infinity, 1E+5000)."""
    if not value.is_finite() or (value and abs(value.adjusted()) >= _DIGITS):
        return None
    return int(value) if value == value.to_integral_value() else float(value)
