"""The open ledger, and what people are told when it cannot be reached."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.element import as_text
from ecoledger.config import database_url
from ecoledger.errors import LedgerError
from ecoledger.ledger.facet import Facets, count_facets
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
        st.button("重试", icon=":material/refresh:")


def tell_out_of_reach() -> None:
    """Say that the ledger cannot be reached, if so, on a page that is of use without it."""
    try:
        get_ledger()
    except LedgerError as error:
        st.error(as_text(str(error)), icon=":material/error:")


@st.cache_resource(show_spinner=False)
def _open(url: str) -> Ledger:
    return open_ledger(url)


def count_choices(ledger: Ledger, wanted: Filter) -> Facets:
    """Return the counts beside the choices of the filters, remembered for a moment. Raises LedgerError."""
    return _facets(ledger, str(ledger.engine.url), wanted)


def count_left_out(ledger: Ledger, wanted: Filter) -> int:
    """Return how many reports without a date `wanted` leaves out. Raises LedgerError."""
    return 0 if wanted.with_undated else count_undated(ledger, wanted)


def forget() -> None:
    """Forget what was remembered; called after every change that this app makes to the ledger."""
    _facets.clear()


@st.cache_data(ttl=5, max_entries=64, show_spinner=False)
def _facets(_ledger: Ledger, url: str, wanted: Filter) -> Facets:  # noqa: ARG001  # url tells ledgers apart
    return count_facets(_ledger, wanted)
