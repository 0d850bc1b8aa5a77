"""A report as bytes: all that was read from a document that is kept beside the one whose text stands."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from dataclasses import asdict, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ecoledger.model import Report

_NAMES = {"dt": dt, "Decimal": Decimal}
"""What the model imports for its annotations alone."""


def pack_report(report: Report) -> bytes:
    """Return `report` as compressed JSON."""
    return zlib.compress(json.dumps(asdict(report), default=str, separators=(",", ":")).encode())


def unpack_report(data: bytes) -> Report:
    """Return the report that `pack_report` was given; fields that came later have their defaults."""
    report: Report = _build(Report, json.loads(zlib.decompress(data)))
    return report


def unpack_words(data: bytes) -> dict[str, str]:
    """Return the words of the commitments of the report that `pack_report` was given, by their ids."""
    return {item["id"]: item["text"] for item in json.loads(zlib.decompress(data))["commitments"]}


def _build(kind: Any, value: Any) -> Any:
    """Return the JSON `value` as the type `kind` of a field of the model."""
    if value is None:
        return None
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _build(next(part for part in parts if part is not type(None)), value)
    if origin is tuple:
        kinds = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_build(one, item) for one, item in zip(kinds, value, strict=True))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], item) for name, item in value.items()})
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return Decimal(value) if kind is Decimal else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, localns=_NAMES)
