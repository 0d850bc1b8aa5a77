"""Commitments as JSON, one object a line, for programs."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow


def export_jsonl(rows: Iterable[CommitmentRow], stamp: Stamp) -> bytes:
    """Return the whole file."""
    stream = io.BytesIO()
    write_jsonl(rows, stamp, stream)
    return stream.getvalue()


def write_jsonl(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`, UTF-8: the fields of CommitmentRow, and under `export` the stamp.

    Dates are ISO 8601, numbers JSON numbers.
    """
    said = {"filters": list(stamp.filters), "made_at": stamp.time}
    for row in rows:
        line = json.dumps({**asdict(row), "export": said}, ensure_ascii=False, default=_plain)
        stream.write(line.encode() + b"\n")


def _plain(value: object) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
