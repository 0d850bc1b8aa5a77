"""Brings a database to the tables of `schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from ecoledger.errors import LedgerError
from ecoledger.ledger.schema import HEAD

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

_RECORD = "alembic_version"


def is_stale(connection: Connection) -> bool:
    """Return whether migrations are due. Asks the database alone, so that an open costs no load of Alembic."""
    if not inspect(connection).has_table(_RECORD):
        return True
    version: str | None = connection.scalar(text(f"SELECT version_num FROM {_RECORD}"))  # noqa: S608 - a constant
    return version != HEAD


def migrate(connection: Connection) -> None:
    """Run the migrations that are due, within the transaction of `connection`.

    Raises LedgerError when the database was made by a newer program, or when it is an SQLite file that holds
    something else: a wrong address must not put our tables among another program's.
    """
    from alembic import command  # noqa: PLC0415 - only a stale ledger pays for loading Alembic
    from alembic.util import CommandError  # noqa: PLC0415 - the same

    if connection.dialect.name == "sqlite" and _is_foreign(connection):
        raise LedgerError("这个数据库文件里是别的数据，不是台账，请换一个地址再打开。")
    try:
        command.upgrade(configure(connection), HEAD)
    except CommandError as error:
        raise LedgerError("台账数据库由更新版本的程序建立，请升级本程序后再打开。") from error


def _is_foreign(connection: Connection) -> bool:
    tables = inspect(connection).get_table_names()
    return bool(tables) and _RECORD not in tables


def configure(connection: Connection | None = None) -> Config:
    """Return Alembic's settings for our migrations, to run on `connection`."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", "ecoledger.ledger:migrations")
    config.attributes["connection"] = connection
    return config
