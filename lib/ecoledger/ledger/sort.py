"""In which order rows come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

SortKey = Literal["date", "due", "region", "theme", "label", "speaker", "report"]

_COLUMNS: dict[SortKey, tuple[str, ...]] = {
    "date": ("date",),
    "due": ("due",),
    "region": ("province", "prefecture", "county"),
    "theme": ("themes",),
    "label": ("label",),
    "speaker": ("speaker",),
    "report": ("report",),
}
_LAST = np.iinfo(np.int64).max


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


Order = Sort | tuple[Sort, ...]
"""One key, or several of which the first counts most."""


def sort_rows(rows: pd.DataFrame, order: Order) -> NDArray[np.intp]:
    """Return the places of `rows` (in the order of reports) in the wanted order."""
    sorts = (order,) if isinstance(order, Sort) else order
    keys = [_ranks(rows[name], sort) for sort in sorts for name in _COLUMNS[sort.key]]
    return np.lexsort(keys[::-1]) if keys else np.arange(len(rows))


def _ranks(column: pd.Series[Any], sort: Sort) -> NDArray[np.int64]:
    """Return numbers that stand in the wanted order, the highest for what is missing."""
    values = column.cat.codes if column.dtype == "category" else column
    ranks = values.to_numpy().astype(np.int64)
    return np.where(column.isna().to_numpy(), _LAST, -ranks if sort.descending else ranks)
