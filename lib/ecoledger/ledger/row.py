"""Records of the model as rows of the tables, and back."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from ecoledger.ledger.correction import levels
from ecoledger.ledger.light import ABSENT
from ecoledger.ledger.offset import pack_offsets
from ecoledger.model import Place, Reason, Region

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

    from ecoledger.ledger.correction import Standing
    from ecoledger.model import Commitment, Report

Row = dict[str, Any]
T = TypeVar("T")

SEPARATOR = ";"


def digest(report: Report, kind: str | None) -> str:
    """Return a digest of all that was read; the name of the file and the version of the rules are left out.

    Where there is no author it is what it was before authors were kept, so that the same again is known by it.
    """
    read = replace(report, file="", rules_version="")
    told = (read, kind) if report.author is None else (read, kind, report.author)
    return hashlib.sha256(repr(told).encode(errors="surrogatepass")).hexdigest()


def report_row(report: Report) -> Row:
    """Return the row of what was read of `report` itself; where it is filed is said by `standing_row`."""
    return {
        "id": report.id,
        "file": report.file,
        "title": report.title,
        "published": report.published,
        "source": report.source,
        "author": report.author,
        "url": report.url,
        "script": report.script,
        "reliable": report.reliable,
        "region": region_row(report.region),
        "rules_version": report.rules_version,
    }


def standing_row(standing: Standing) -> Row:
    """Return the columns that say where a report is filed."""
    return {
        "adcode": standing.region.adcode if standing.region else None,
        "place_name": standing.region.name if standing.region else None,
        **asdict(levels(standing.region)),
        "date": standing.date,
        "date_source": standing.date_source,
    }


def text_row(report: Report) -> Row:
    """Return the row of the texts."""
    return {
        "clean": report.text,
        "original": report.original,
        "offsets": pack_offsets(report.offsets),
    }


def meeting_row(report: Report, kind: str | None) -> Row | None:
    """Return the row of the meeting, None when the report tells of none."""
    return None if report.meeting is None else {**plain_row(report.meeting), "kind": kind}


def commitment_row(commitment: Commitment, position: int) -> Row:
    """Return the row of a commitment, with its copies of what its parts say."""
    kinds = sorted({d.kind for d in commitment.deadlines})
    dues = [d.due for d in commitment.deadlines if d.due is not None and d.kind != "ongoing"]
    return {
        "id": commitment.id,
        "position": position,
        "start": commitment.start,
        "end": commitment.end,
        "text": commitment.text,
        "source_start": commitment.source_start,
        "source_end": commitment.source_end,
        "label": commitment.label,
        "speaker": commitment.speaker,
        "rules": list(commitment.rules),
        "reasons": commitment.reasons,
        "due": min(dues, default=None),
        "themes": SEPARATOR.join(commitment.themes),
        "kinds": SEPARATOR.join(kinds) or ABSENT,
        "has_target": bool(commitment.targets),
        "has_deadline": bool(kinds),
        "has_body": bool(commitment.bodies),
    }


def plain_row(record: Any) -> Row:
    """Return the fields of a record without parts; tuples become lists, for JSON."""
    row = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


def region_row(region: Region | None) -> Row | None:
    """Return a region as JSON types."""
    return None if region is None else asdict(region)


def as_region(row: Row | None) -> Region | None:
    """Return the region that `region_row` was given."""
    if row is None:
        return None
    path = tuple(Place(**place) for place in row["path"])
    told = row.get("reasons")
    reasons = None if told is None else tuple(Reason(**reason) for reason in told)
    return Region(**{**row, "path": path, "evidence": tuple(row["evidence"]), "reasons": reasons})


def as_record(kind: type[T], row: RowMapping, **parts: Any) -> T:
    """Return the record of class `kind` whose fields stand in `row`, or in `parts`; lists become tuples."""
    names = _fields(kind)  # type: ignore[arg-type]  # mypy takes a type parameter for unhashable
    values = (parts[name] if name in parts else row[name] for name in names)
    return kind(*(tuple(value) if isinstance(value, list) else value for value in values))


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields, asked once: a file of all rows makes records by the hundred thousand."""
    return tuple(field.name for field in fields(kind))
