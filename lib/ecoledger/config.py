"""Settings from the environment, read once where a process starts and passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATABASE_VARIABLE = "ECOLEDGER_DATABASE"
DEFAULT_DATABASE = "sqlite:///data/var/ecoledger.sqlite"


def database_url(environ: Mapping[str, str]) -> str:
    """Return the address of the ledger: ECOLEDGER_DATABASE, else a file under data/var of the working folder."""
    return environ.get(DATABASE_VARIABLE) or DEFAULT_DATABASE
