"""Keeps the ids of commitments when a better copy becomes the text, or when two reports become one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from ecoledger.duplicate.pairing import pair_like, pair_same
from ecoledger.identity import commitment_ids
from ecoledger.ledger import schema
from ecoledger.ledger.reading import unpack_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, RowMapping

    from ecoledger.model import Commitment, Report


def keep_ids(connection: Connection, number: int, report: Report, *, copied: bool) -> Report:
    """Return `report`, about to be the text of the report with this number, with the ids that its commitments have there.

    The same words keep their id. Where the text is `copied` from another document than before, like words do too:
    一 in place of a lost character makes no other commitment. What is new has the id that it came with.
    """
    stored = read_ids(connection, number, aliases=False)
    ids, words = list(stored), list(stored.values())
    ours = [item.text for item in report.commitments]
    pairs = pair_like(ours, words) if copied else pair_same(ours, words)
    kept = {at: ids[other] for at, other in pairs.items()}
    return replace(report, commitments=_with_ids(report, kept))


def read_ids(connection: Connection, number: int, *, aliases: bool = True) -> dict[str, str]:
    """Return the words of the commitments of the report with this number by their ids, and by their `aliases` too."""
    table, alias = schema.commitment, schema.commitment_alias
    query = select(table.c.id, table.c.text).where(table.c.report == number).order_by(table.c.position)
    known = {row.id: row.text for row in connection.execute(query)}
    if aliases:
        of_old = select(alias.c.id, table.c.text).join(table, table.c.number == alias.c.commitment)
        known |= {row.id: row.text for row in connection.execute(of_old.where(table.c.report == number))}
    return known


def add_aliases(connection: Connection, number: int, known: Mapping[str, str]) -> None:
    """Let ids lead to the commitments of the report with this number whose words are like those `known` for them.

    Ids that commitments have, and aliases that there are, stay as they are.
    """
    table, alias = schema.commitment, schema.commitment_alias
    there = set(connection.scalars(select(table.c.id).where(table.c.id.in_(known))))
    there |= set(connection.scalars(select(alias.c.id).where(alias.c.id.in_(known))))
    query = select(table.c.number, table.c.text).where(table.c.report == number).order_by(table.c.position)
    items = connection.execute(query).all()
    ids = [one for one in known if one not in there]
    pairs = pair_like([known[one] for one in ids], [item.text for item in items])
    rows = [{"id": ids[at], "commitment": items[other].number} for at, other in pairs.items()]
    if rows:
        connection.execute(insert(alias), rows)


def alias_sources(connection: Connection, number: int, rows: Iterable[RowMapping]) -> None:
    """Let the ids that commitments have in these sources of the report with this number lead to its own.

    Where they led elsewhere before, they no longer do.
    """
    alias = schema.commitment_alias
    for row in rows:
        if row["reading"] is None:
            words = list(read_ids(connection, number, aliases=False).values())
            known = dict(zip(commitment_ids(row["id"], words), words, strict=True))
        else:
            known = unpack_words(row["reading"])
        connection.execute(delete(alias).where(alias.c.id.in_(known)))
        add_aliases(connection, number, known)


def drop_aliases(connection: Connection, number: int) -> None:
    """Forget the aliases that the report with this number has as ids: it is a report of its own again."""
    table, alias = schema.commitment, schema.commitment_alias
    ids = select(table.c.id).where(table.c.report == number)
    connection.execute(delete(alias).where(alias.c.id.in_(ids)))


def _with_ids(report: Report, kept: Mapping[int, str]) -> tuple[Commitment, ...]:
    taken = set(kept.values())
    items = []
    for at, item in enumerate(report.commitments):
        identity = kept[at] if at in kept else _free(report.id, item, taken)
        taken.add(identity)
        items.append(replace(item, id=identity))
    return tuple(items)


def _free(report: str, item: Commitment, taken: set[str]) -> str:
    """Return the item's id, or, where like words have it already, the next that its words would have."""
    if item.id not in taken:
        return item.id
    others: Sequence[str] = commitment_ids(report, [item.text] * (len(taken) + 1))
    return next(one for one in others if one not in taken)
