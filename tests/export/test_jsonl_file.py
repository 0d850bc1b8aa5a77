"""The lines hold exactly the rows."""

import io
import json
from dataclasses import fields, replace
from decimal import Decimal

import pytest

from ecoledger.export.jsonl_file import write_jsonl
from ecoledger.ledger.commitment import CommitmentRow
from ecoledger.ledger.light import light_of
from ecoledger.model import Target


def export_jsonl(rows, stamp):
    stream = io.BytesIO()
    write_jsonl(rows, stamp, stream)
    return stream.getvalue()


def test_a_line_is_a_row(rows, stamp):
    lines = [json.loads(line) for line in export_jsonl(rows, stamp).decode().splitlines()]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert set(line) == {field.name for field in fields(CommitmentRow)} | {"light", "export"}
        assert line["text"] == row.text
        assert line["date"] == (row.date.isoformat() if row.date else None)
        assert [body["name"] for body in line["bodies"]] == [body.name for body in row.bodies]
        assert line["light"] == light_of(stamp.lights, row.due, row.deadline_kinds)
        assert line["export"] == {
            "filters": list(stamp.filters),
            "made_at": "2026-03-01 09:30:00",
            "light_rule": {"on": "2022-06-01", "near_days": 45},
        }


@pytest.mark.parametrize(
    ("value", "written"), [("28", 28), ("35000", 35000), ("3.50", 3.5), ("0.02", 0.02), ("1E+4", 10000)]
)
def test_numbers_are_numbers(rows, stamp, value, written):
    target = Target(0, 2, "二八", "quantitative", "r", value=Decimal(value))
    line = json.loads(export_jsonl([replace(rows[0], targets=(target,))], stamp))
    assert line["targets"][0]["value"] == written


def test_no_row_is_no_line(stamp):
    assert export_jsonl([], stamp) == b""
