"""The kinds of meetings: the commonest have a sign of their own, the rest share one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

UNNAMED = "会议"
OTHER = "其他会议"
MOST = 6
"""So many kinds have a sign; more could not be told apart."""


def number_kinds(kinds: pd.Series[Any]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Return the kinds that have a sign, the commonest first and the rest as one, and the place there of each row."""
    named = kinds.astype(object).where(kinds.notna(), UNNAMED)
    counts = named.value_counts()
    ranked = sorted(counts.index, key=lambda kind: (-counts[kind], kind))
    signs = {kind: at for at, kind in enumerate(ranked[:MOST])}
    numbers = named.map(lambda kind: signs.get(kind, MOST)).to_numpy(dtype=np.int64)
    return (*signs, *((OTHER,) if len(ranked) > MOST else ())), numbers
