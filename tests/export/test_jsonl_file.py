"""The lines hold exactly the rows."""

import json
from dataclasses import fields, replace
from decimal import Decimal

import pytest

from ecoledger.export.jsonl_file import export_jsonl
from ecoledger.ledger.commitment import CommitmentRow
from ecoledger.model import Target


def test_a_line_is_a_row(rows, stamp):
    lines = [json.loads(line) for line in export_jsonl(rows, stamp).decode().splitlines()]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert set(line) == {field.name for field in fields(CommitmentRow)} | {"export"}
        assert line["text"] == row.text
        assert line["date"] == (row.date.isoformat() if row.date else None)
        assert [body["name"] for body in line["bodies"]] == [body.name for body in row.bodies]
        assert line["export"] == {"filters": list(stamp.filters), "made_at": "2026-03-01 09:30:00"}


@pytest.mark.parametrize(
    ("value", "written"), [("28", 28), ("35000", 35000), ("3.50", 3.5), ("0.02", 0.02), ("1E+4", 10000)]
)
def test_numbers_are_numbers(rows, stamp, value, written):
    target = Target(0, 2, "二八", "quantitative", "r", value=Decimal(value))
    line = json.loads(export_jsonl([replace(rows[0], targets=(target,))], stamp))
    assert line["targets"][0]["value"] == written


def test_no_row_is_no_line(stamp):
    assert export_jsonl([], stamp) == b""
