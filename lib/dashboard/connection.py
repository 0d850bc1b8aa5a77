"""The open ledger, and what people are told when it cannot be reached."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.element import as_text
from dashboard.language import tr
from ecoledger.config import database_url
from ecoledger.errors import LedgerError
from ecoledger.ledger.overview import count_undated
from ecoledger.ledger.store import Ledger, open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.ledger.filter import Filter


def get_ledger() -> Ledger:
    """Return the ledger that the environment names, opened once for all sessions. Raises LedgerError."""
    return _open(database_url(os.environ))


@contextmanager
def told() -> Iterator[None]:
    """Turn a ledger that fails within into one sentence on the page and a button to try again."""
    try:
        yield
    except LedgerError as error:
        st.error(as_text(str(error)), icon=":material/error:")
        st.button(tr("重试"), icon=":material/refresh:")


def tell_out_of_reach() -> None:
    """Say that the ledger cannot be reached, if so, on a page that is of use without it."""
    try:
        get_ledger()
    except LedgerError as error:
        st.error(as_text(str(error)), icon=":material/error:")


@st.cache_resource(show_spinner=False)
def _open(url: str) -> Ledger:
    return open_ledger(url)


def count_left_out(ledger: Ledger, wanted: Filter) -> int:
    """Return how many reports without a date `wanted` leaves out. Raises LedgerError."""
    return 0 if wanted.with_undated else count_undated(ledger, wanted)
