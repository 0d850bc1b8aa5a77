"""Columns that several tables of the ledger have, and types of columns."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Text, TypeDecorator

from ecoledger.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Dialect

_parts = attrgetter(*(field.name for field in fields(Reason)))
# A report has hundreds of reasons, and astuple copies each of their words.


class Exact(TypeDecorator[Decimal]):
    """A decimal number kept as its digits: neither SQLite nor a float changes it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what the database keeps."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the number that was kept."""
        return None if value is None else Decimal(value)


class ReasonList(TypeDecorator[tuple[Reason, ...]]):
    """Why a record was read, as JSON; NULL where it was kept before reasons were."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Sequence[Reason] | None, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what the database keeps."""
        return None if value is None else [_parts(reason) for reason in value]

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[Reason, ...] | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the reasons that were kept."""
        return None if value is None else tuple(Reason(*parts) for parts in value)


def reasons() -> Column[Any]:
    """Return the column that says by which rules, and from which words, a row was read."""
    return Column("reasons", ReasonList, comment="NULL where they were not kept yet")


def as_json() -> JSON:
    """Return the type of JSON where None is NULL."""
    return JSON(none_as_null=True)


def number() -> Column[int]:
    """Return the inner key."""
    return Column("number", Integer, primary_key=True)


def owner(table: str) -> Column[int]:
    """Return the first half of a primary key: the row belongs to a row of `table` and goes with it."""
    return Column(table, ForeignKey(f"{table}.number", ondelete="CASCADE"), primary_key=True)


def position() -> Column[int]:
    """Return the second half of a primary key: the place among the rows of the same owner, from 0."""
    return Column("position", Integer, primary_key=True)


def span() -> tuple[Column[int], Column[int], Column[str]]:
    """Return the columns of a span of the clean text."""
    return (
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
    )


def target_parts() -> tuple[Column[Any], ...]:
    """Return the columns of a target."""
    return (
        *span(),
        Column("kind", String(16), nullable=False),
        Column("rule", Text, nullable=False),
        Column("indicator", Text),
        Column("indicator_code", Text),
        Column("value", Exact),
        Column("value2", Exact),
        Column("unit", Text),
        Column("op", String(8)),
        Column("change", String(16)),
        Column("baseline", Text),
        reasons(),
    )


def place_codes() -> tuple[Column[Any], ...]:
    """Return the place as codes: NULL where the path of the place has no such level."""
    return (Column("province", String(6)), Column("prefecture", String(6)), Column("county", String(6)))
