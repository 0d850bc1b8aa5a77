"""Opens the ledger, by its address, and hands out its transactions."""

from __future__ import annotations

import json
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, make_url, update
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from ecoledger.errors import LedgerError
from ecoledger.ledger import schema
from ecoledger.ledger.dialect import WRITE, tune
from ecoledger.ledger.migration import is_stale, migrate
from ecoledger.ledger.reason import database_reason, system_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger. Safe to share between threads; `close` lets go of its connections.

    `remembered` is what was read of it and may be used again while its revision stays; `lock` guards the reading.
    """

    engine: Engine
    remembered: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the ledger throughout. Raises LedgerError."""
        with _told(self.engine.url), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept together at the end, or none of them. Raises LedgerError."""
        writer = self.engine.execution_options(**{WRITE: True})
        with _told(self.engine.url), writer.begin() as connection:
            yield connection
            connection.execute(update(schema.revision).values(count=schema.revision.c.count + 1))

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_ledger(url: str) -> Ledger:
    """Return the ledger at `url`, such as sqlite:///data/var/ecoledger.sqlite, made or brought up to date.

    The folder of an SQLite file is made as needed. Raises LedgerError when it cannot be reached.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:  # ValueError: a port that is no number
        raise LedgerError(
            f"台账地址“{_without_password(url)}”不对，应形如 sqlite:///data/var/ecoledger.sqlite，请改正后再试。"
        ) from error
    with _told(address):
        _make_folder(address)
        engine = create_engine(address, json_serializer=partial(json.dumps, ensure_ascii=False))
        tune(engine)
    ledger = Ledger(engine)
    with ledger.read() as connection:
        stale = is_stale(connection)
    if stale:
        with ledger.write() as connection:
            migrate(connection)
    return ledger


def _make_folder(address: URL) -> None:
    if address.get_backend_name() == "sqlite" and address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)


def _without_password(url: str) -> str:
    return re.sub(r"(?<=:)[^:@/]+(?=@)", "***", url)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


@contextmanager
def _told(address: URL) -> Iterator[None]:
    """Turn what a database or its driver may raise into one sentence for people."""
    place = address.database if address.get_backend_name() == "sqlite" else address.host
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(
            f"台账数据库“{place}”出错（{database_reason(error.orig)}），请检查它是否完好、可写后再试。"
        ) from error
    except (SQLAlchemyError, ImportError) as error:
        raise LedgerError(
            f"台账数据库“{place}”用不了（{_first_line(error)}），请检查地址与驱动后再试。"
        ) from error
    except OSError as error:
        raise LedgerError(
            f"台账数据库“{place}”打不开（{system_reason(error)}），请检查路径与权限后再试。"
        ) from error
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"内容中有无法保存的字符（第{error.start + 1}个），请换用完好的原文再试。"
        ) from error
