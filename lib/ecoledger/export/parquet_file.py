"""Commitments as Parquet, each column of its own type, for analysis."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from ecoledger.export.column import number_lines
from ecoledger.export.stamp import Tally, record_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.column import Line
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

KEY = b"ecoledger"
"""The stamp stands in the metadata of the file under this key, as JSON."""
_BATCH = 20_000
"""Rows of a row group, and in memory at once."""

_WORD = pa.dictionary(pa.int32(), pa.string())
_TARGET = pa.struct(
    [
        ("text", pa.string()),
        ("kind", pa.string()),
        ("indicator", pa.string()),
        ("indicator_code", pa.string()),
        ("value", pa.float64()),
        ("value2", pa.float64()),
        ("unit", pa.string()),
        ("op", pa.string()),
        ("change", pa.string()),
        ("baseline", pa.string()),
    ]
)
_DEADLINE = pa.struct(
    [
        ("text", pa.string()),
        ("kind", pa.string()),
        ("certainty", pa.string()),
        ("begin", pa.date32()),
        ("due", pa.date32()),
    ]
)
_BODY = pa.struct(
    [("name", pa.string()), ("organ", pa.string()), ("role", pa.string()), ("text", pa.string())]
)
SCHEMA = pa.schema(
    [
        ("number", pa.int32()),
        ("id", pa.string()),
        ("report_id", _WORD),
        ("position", pa.int32()),
        ("text", pa.string()),
        ("label", _WORD),
        ("speaker", _WORD),
        ("themes", pa.list_(pa.string())),
        ("light", _WORD),
        ("due", pa.date32()),
        ("deadline_kinds", pa.list_(pa.string())),
        ("targets", pa.list_(_TARGET)),
        ("deadlines", pa.list_(_DEADLINE)),
        ("bodies", pa.list_(_BODY)),
        ("doubts", pa.list_(pa.string())),
        ("adcode", _WORD),
        ("place", _WORD),
        ("province", _WORD),
        ("prefecture", _WORD),
        ("county", _WORD),
        ("meeting", _WORD),
        ("date", pa.date32()),
        ("date_source", _WORD),
        ("title", _WORD),
        ("source", _WORD),
        ("sources", pa.list_(pa.string())),
        ("reliable", pa.bool_()),
        ("rules_version", _WORD),
    ]
)
"""Numbers of targets are floating: the exact words stand beside them."""

_PARTS = {"targets": _TARGET, "deadlines": _DEADLINE, "bodies": _BODY}
_PLAIN = [name for name in SCHEMA.names if name not in (*_PARTS, "number", "light")]


def write_parquet(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`: a row for each of `rows`, in their order, compressed with zstd."""
    tally = Tally()
    lines = number_lines(tally.over(rows), stamp.lights)
    with pq.ParquetWriter(stream, SCHEMA, compression="zstd") as writer:
        while batch := list(islice(lines, _BATCH)):
            writer.write_table(_table(batch))
        said = json.dumps(record_stamp(stamp, tally), ensure_ascii=False)
        writer.add_key_value_metadata({KEY: said.encode()})


def _table(lines: list[Line]) -> pa.Table:
    columns: dict[str, list[Any]] = {name: [getattr(line.row, name) for line in lines] for name in _PLAIN}
    columns |= {
        name: [_parts(getattr(line.row, name), kind) for line in lines] for name, kind in _PARTS.items()
    }
    columns |= {"number": [line.number for line in lines], "light": [line.light for line in lines]}
    arrays = [_array(columns[field.name], field.type) for field in SCHEMA]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    if pa.types.is_dictionary(kind):
        return pa.array(values, pa.string()).dictionary_encode()
    return pa.array(values, kind)


def _parts(parts: tuple[Any, ...], kind: pa.StructType) -> list[dict[str, Any]]:
    names = [kind.field(at).name for at in range(kind.num_fields)]
    return [{name: _plain(getattr(part, name)) for name in names} for part in parts]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value
