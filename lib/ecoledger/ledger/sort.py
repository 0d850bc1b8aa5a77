"""In which order rows come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from ecoledger.ledger import schema

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

SortKey = Literal["date", "due", "region", "theme", "label", "report"]


@dataclass(frozen=True, slots=True)
class Sort:
    """The key of an order and its direction; rows without a value come last either way.

    Rows of equal key follow by report and place within it, so that an order is the same each time.
    """

    key: SortKey = "date"
    descending: bool = True

    def __post_init__(self) -> None:
        if self.key not in get_args(SortKey):
            raise ValueError(f"cannot sort by {self.key!r}")


def order(sort: Sort) -> list[ColumnElement[Any]]:
    """Return the order of `sort` for the table of commitments."""
    table = schema.commitment
    columns: dict[SortKey, list[ColumnElement[Any]]] = {
        "date": [table.c.date],
        "due": [table.c.due],
        "region": [table.c.province, table.c.prefecture, table.c.county],
        "theme": [table.c.themes],
        "label": [table.c.label],
        "report": [table.c.report],
    }
    keys = [(column.desc() if sort.descending else column.asc()).nulls_last() for column in columns[sort.key]]
    return [*keys, table.c.report, table.c.position]
