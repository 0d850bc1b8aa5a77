"""The numbers that commitments promise: lines of targets with the year they are for and the year they are counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from ecoledger.ledger.facts import Facts

NO_YEAR = 0
"""Stands for a year that is not told, or of which a commitment names several: which number is for which is not known."""


def list_promises(facts: Facts) -> pd.DataFrame:
    """Return the lines of `facts.targets` that have a number, with three columns more.

    ordinal: the place of the line among the targets of its commitment, from 0. year: that in which all dated deadlines
    of the commitment end. base: the year before its plan period begins, which a plan counts changes from.
    """
    return facts.remember("promises", lambda: _list(facts))


def _list(facts: Facts) -> pd.DataFrame:
    targets = facts.targets
    year, base = _years(facts)
    ordinal = targets.groupby("row", sort=False).cumcount()
    lines = targets.assign(ordinal=ordinal, year=year[targets["row"]], base=base[targets["row"]])
    numbered: pd.DataFrame = lines[np.isfinite(lines["value"])]
    return numbered


def _years(facts: Facts) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return for each commitment the year it is for and the one before its plan period, `NO_YEAR` where not told."""
    deadlines = facts.deadlines
    dated = deadlines[deadlines["due"].notna() & (deadlines["kind"] != "ongoing").to_numpy()]
    planned = deadlines[deadlines["begin"].notna() & (deadlines["kind"] == "plan_period").to_numpy()]
    most = len(facts.commitments)
    return (
        _only(dated["row"], dated["due"].dt.year, most),
        _only(planned["row"], planned["begin"].dt.year - 1, most),
    )


def _only(rows: pd.Series[int], years: pd.Series[Any], most: int) -> NDArray[Any]:
    """Return the one year of each commitment; of several none."""
    first = np.full(most, 9999, dtype=np.int32)
    last = np.zeros(most, dtype=np.int32)
    at, values = rows.to_numpy(), years.to_numpy().astype(np.int32)
    np.minimum.at(first, at, values)
    np.maximum.at(last, at, values)
    return np.where(first == last, last, NO_YEAR)
