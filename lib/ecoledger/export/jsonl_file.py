"""Commitments as JSON, one object a line, for programs."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from ecoledger.export.column import number_lines
from ecoledger.export.stamp import record_lights

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow


def write_jsonl(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`, UTF-8: the fields of CommitmentRow, its light, and under `export` the stamp.

    Dates are ISO 8601, numbers JSON numbers.
    """
    said = {"filters": list(stamp.filters), "made_at": stamp.time, "light_rule": record_lights(stamp)}
    for line in number_lines(rows, stamp.lights):
        record = {**_record(line.row), "light": line.light, "export": said}
        stream.write(json.dumps(record, ensure_ascii=False, default=plain).encode() + b"\n")


def _record(part: Any) -> dict[str, Any]:
    """Return the fields of a record; its parts are taken in turn by `plain`, which asdict would copy first."""
    return {name: getattr(part, name) for name in _names(type(part))}  # type: ignore[arg-type]  # mypy takes a type for unhashable


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def plain(value: object) -> Any:
    """Return a record, a day or an exact number as JSON has it."""
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
