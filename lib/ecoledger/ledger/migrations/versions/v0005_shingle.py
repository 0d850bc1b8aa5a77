"""Tables of shingles, by which cut copies are found too, and of the other ids of commitments."""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from typing import Any

import sqlalchemy as sa
from alembic import op

from ecoledger.duplicate.account import level_words
from ecoledger.duplicate.sketch import find_sketch

revision = "0005"
down_revision = "0004"

_COMMON = 100
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


def upgrade() -> None:
    """Take the step."""
    op.add_column(
        "source",
        sa.Column(
            "day",
            sa.String(length=5),
            nullable=True,
            comment="month and day of the meeting, as read, such as 09-16",
        ),
    )
    op.add_column(
        "source", sa.Column("people", sa.JSON(none_as_null=True), nullable=True, comment="names, as read")
    )
    op.create_table(
        "shingle",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source"], ["source.number"], name=op.f("fk_shingle_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", "source", name=op.f("pk_shingle")),
        comment="what like sources share, to look them up by; of one that many share only the first are kept",
    )
    op.create_index(op.f("ix_shingle_source"), "shingle", ["source"], unique=False)
    op.create_table(
        "commitment_alias",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("commitment", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment"],
            ["commitment.number"],
            name=op.f("fk_commitment_alias_commitment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment_alias")),
        comment="other ids of commitments: those they have in the other sources of their report",
    )
    op.create_index(op.f("ix_commitment_alias_commitment"), "commitment_alias", ["commitment"], unique=False)
    if not op.get_context().as_sql:
        _fill(op.get_bind())
    op.drop_table("band")


def _fill(connection: sa.Connection) -> None:
    tables = sa.MetaData()
    tables.reflect(connection, only=["source", "shingle", "meeting", "person"])
    source, shingle = tables.tables["source"], tables.tables["shingle"]
    known: Counter[int] = Counter()
    for number in connection.scalars(sa.select(source.c.number).order_by(source.c.number)).all():
        row = connection.execute(sa.select(source).where(source.c.number == number)).mappings().one()
        people, day = _read(row) if row["reading"] else _look_up(connection, tables, row["report"])
        connection.execute(sa.update(source).where(source.c.number == number).values(people=people, day=day))
        text = zlib.decompress(row["clean"]).decode(errors="surrogatepass")
        hashes = [one for one in find_sketch(level_words(text)[0]) if known[one] < _COMMON]
        known.update(hashes)
        if hashes:
            connection.execute(sa.insert(shingle), [{"hash": one, "source": number} for one in hashes])


def _read(row: sa.RowMapping) -> tuple[list[str], str | None]:
    reading = json.loads(zlib.decompress(row["reading"]))
    met = reading["meeting"] or {}
    date = met.get("date")
    return [person["name"] for person in reading["people"]], _day(date and date[5:], met.get("date_text"))


def _look_up(connection: sa.Connection, tables: sa.MetaData, report: Any) -> tuple[list[str], str | None]:
    person, meeting = tables.tables["person"], tables.tables["meeting"]
    names = connection.scalars(sa.select(person.c.name).where(person.c.report == report)).all()
    met = connection.execute(sa.select(meeting).where(meeting.c.report == report)).mappings().first()
    date = met["date"] if met else None
    return list(names), _day(f"{date:%m-%d}" if date else None, met["date_text"] if met else None)


def _day(known: str | None, words: str | None) -> str | None:
    said = _DAY.search(words or "")
    return known or (f"{int(said[1]):02}-{int(said[2]):02}" if said else None)
