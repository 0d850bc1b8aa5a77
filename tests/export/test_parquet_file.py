"""The columns hold exactly the rows, each value of its own type."""

import io
import json
from dataclasses import replace
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from ecoledger.export import parquet_file
from ecoledger.export.parquet_file import KEY, SCHEMA, write_parquet
from ecoledger.ledger.light import light_of
from ecoledger.model import Target


def made(rows, stamp):
    stream = io.BytesIO()
    write_parquet(rows, stamp, stream)
    return stream


def read(rows, stamp):
    return pq.read_table(made(rows, stamp))


def stamped(rows, stamp):
    return json.loads(pq.ParquetFile(made(rows, stamp)).metadata.metadata[KEY])


@pytest.fixture(params=[20_000, 7])
def batch(request, monkeypatch):
    monkeypatch.setattr(parquet_file, "_BATCH", request.param)


@pytest.mark.usefixtures("batch")
def test_the_file_holds_the_rows(rows, stamp):
    table = read(rows, stamp)
    assert table.schema.remove_metadata() == SCHEMA
    for number, (kept, row) in enumerate(zip(table.to_pylist(), rows, strict=True), 1):
        assert kept["number"] == number
        for name in ("id", "report_id", "text", "due", "date", "speaker", "adcode", "reliable", "position"):
            assert kept[name] == getattr(row, name)
        assert kept["themes"] == list(row.themes)
        assert kept["light"] == light_of(stamp.lights, row.due, row.deadline_kinds)
        assert [body["name"] for body in kept["bodies"]] == [body.name for body in row.bodies]
        assert [deadline["due"] for deadline in kept["deadlines"]] == [d.due for d in row.deadlines]
        assert [target["unit"] for target in kept["targets"]] == [target.unit for target in row.targets]


@pytest.mark.parametrize(("value", "kept"), [("28", 28.0), ("3.50", 3.5), ("1E+4", 10000.0)])
def test_numbers_are_numbers(rows, stamp, value, kept):
    target = Target(0, 2, "二八", "quantitative", "r", value=Decimal(value))
    (row,) = read([replace(rows[0], targets=(target,))], stamp).to_pylist()
    assert row["targets"][0]["value"] == kept


def test_the_stamp_stands_in_the_metadata(rows, stamp):
    said = stamped(rows, stamp)
    assert said["filters"] == list(stamp.filters)
    assert said["light_rule"] == {"on": "2022-06-01", "near_days": 45}
    assert {report["id"] for report in said["reports"]} == {row.report_id for row in rows}


def test_no_rows_leave_the_columns_and_the_stamp(stamp):
    table = read([], stamp)
    assert table.num_rows == 0
    assert table.schema.names == SCHEMA.names
    assert stamped([], stamp)["commitments"] == 0
