"""What people save under a name for use again: views, layouts of files, rules of lights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from ecoledger.ledger import schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.store import Ledger


def list_settings(ledger: Ledger, kind: str) -> Mapping[str, Any]:
    """Return the settings of a kind by name, in the order of names. Raises LedgerError."""
    table = schema.setting
    query = select(table.c.name, table.c.value).where(table.c.kind == kind).order_by(table.c.name)
    with ledger.read() as connection:
        return {row.name: row.value for row in connection.execute(query)}


def load_setting(ledger: Ledger, kind: str, name: str) -> Any | None:
    """Return the setting, None when there is none. Raises LedgerError."""
    table = schema.setting
    with ledger.read() as connection:
        return connection.scalar(select(table.c.value).where(table.c.kind == kind, table.c.name == name))


def save_setting(ledger: Ledger, kind: str, name: str, value: Any) -> None:
    """Store `value` (JSON types, not None) under the name, in place of what stood there. Raises LedgerError."""
    table = schema.setting
    with ledger.write() as connection:
        connection.execute(delete(table).where(table.c.kind == kind, table.c.name == name))
        connection.execute(insert(table).values(kind=kind, name=name, value=value))


def drop_setting(ledger: Ledger, kind: str, name: str) -> None:
    """Forget the setting, if there is one. Raises LedgerError."""
    table = schema.setting
    with ledger.write() as connection:
        connection.execute(delete(table).where(table.c.kind == kind, table.c.name == name))
