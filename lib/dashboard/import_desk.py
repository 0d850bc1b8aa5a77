"""Where this session meets the imports of its ledger."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.clock import now
from dashboard.connection import get_ledger
from dashboard.import_job import Desk
from ecoledger.config import database_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.import_job import Handed, Job

_MINE = "import-mine"
"""The import that this session began or has seen at work: its end is shown first."""
_BEGAN = "import-began"


def get_desk() -> Desk:
    """Return the desk of the ledger that the environment names, the same for all sessions."""
    return _desk(database_url(os.environ))


def begin(files: Sequence[Handed]) -> bool:
    """Begin an import; False where another session was first. Raises LedgerError."""
    job = get_desk().begin(get_ledger(), files, now())
    if job is None:
        return False
    watch(job)
    st.session_state[_BEGAN] = job
    return True


def watch(job: Job) -> None:
    """Note that this session has seen the import at work."""
    st.session_state[_MINE] = job


def unwatch() -> None:
    """Forget it: the result is read."""
    st.session_state.pop(_MINE, None)


def watched(job: Job) -> bool:
    """Return whether this session has seen the import at work."""
    return st.session_state.get(_MINE) is job


def began_here(job: Job) -> bool:
    """Return whether this session began the import."""
    return st.session_state.get(_BEGAN) is job


@st.cache_resource(show_spinner=False)
def _desk(url: str) -> Desk:  # noqa: ARG001  # url tells ledgers apart
    return Desk()
