"""The documents that publish a report: its text is read from one of them, the others are kept beside it."""

from __future__ import annotations

import zlib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from ecoledger.duplicate.account import Account, level_title, level_words, read_account
from ecoledger.duplicate.likeness import measure_shared
from ecoledger.duplicate.sketch import find_sketch, find_whole
from ecoledger.identity import commitment_ids
from ecoledger.ledger import schema
from ecoledger.ledger.content import add_row
from ecoledger.ledger.reading import pack_report, unpack_report
from ecoledger.ledger.row import Row, as_record, digest
from ecoledger.model import Damage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, RowMapping

    from ecoledger.model import Report

COMMON = 100
"""Sources kept with one shingle: no look-up reads more of them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that publishes a report.

    `is_text` says that the report's text is read from it; `length` is that of its clean text in characters;
    `likeness` is the share of the shorter's characters that it and the text have in order, None for the text.
    """

    id: str
    file: str
    title: str | None
    source: str | None
    published: dt.date | None
    url: str | None
    reliable: bool
    damage: tuple[Damage, ...]
    is_text: bool
    length: int
    likeness: float | None
    added_at: dt.datetime


def read_sources(connection: Connection, number: int) -> tuple[Source, ...]:
    """Return the sources of the report with this number, the text's first, then as they came."""
    rows = sorted(source_rows(connection, number), key=lambda row: not row["is_text"])
    texts = [text_of(row) for row in rows]
    words = [level_words(text)[0] for text in texts]
    return tuple(
        as_record(
            Source,
            row,
            damage=tuple(Damage(**damage) for damage in row["damage"]),
            length=len(text),
            likeness=None if row["is_text"] else measure_shared(said, words[0]),
        )
        for row, text, said in zip(rows, texts, words, strict=True)
    )


def source_rows(connection: Connection, number: int) -> Sequence[RowMapping]:
    """Return the rows of the sources of the report with this number, as they came."""
    table = schema.source
    query = select(table).where(table.c.report == number).order_by(table.c.number)
    return connection.execute(query).mappings().all()


def find_source(connection: Connection, source_id: str) -> RowMapping | None:
    """Return the row of the source with this id, None when there is none."""
    query = select(schema.source).where(schema.source.c.id == source_id)
    return connection.execute(query).mappings().one_or_none()


def add_source(
    connection: Connection,
    number: int,
    report: Report,
    kind: str | None,
    *,
    is_text: bool = False,
    likeness: float | None = None,
) -> None:
    """Add the document that `report` was read from to the sources of the report with this number."""
    row = _row(report, kind, is_text=is_text) | {"report": number, "likeness": likeness}
    _save_sketch(connection, add_row(connection, insert(schema.source).values(row)), report)


def update_source(
    connection: Connection, number: int, report: Report, kind: str | None, *, is_text: bool
) -> None:
    """Put what was read anew in place of what was read of the source with this number."""
    table = schema.source
    row = _row(report, kind, is_text=is_text)
    connection.execute(update(table).where(table.c.number == number).values(row))
    connection.execute(delete(schema.shingle).where(schema.shingle.c.source == number))
    _save_sketch(connection, number, report)


def set_source(connection: Connection, number: int, **values: Any) -> None:
    """Change columns of the source with this number."""
    connection.execute(update(schema.source).where(schema.source.c.number == number).values(values))


def account_of(row: RowMapping) -> Account:
    """Return what the source is compared by."""
    return Account(
        *level_words(text_of(row)),
        places=tuple(row["places"]),
        date=row["date"],
        day=row["day"],
        people=tuple(row["people"] or ()),
        title=level_title(row["title"]),
    )


def text_of(row: RowMapping) -> str:
    """Return the clean text of the source."""
    return zlib.decompress(row["clean"]).decode(errors="surrogatepass")


def reading_of(row: RowMapping) -> Report:
    """Return all that was read from a source that is not the text of its report."""
    return unpack_report(row["reading"])


def named(report: Report, identity: str) -> Report:
    """Return `report` under another id, its commitments with the ids that follow from that."""
    if report.id == identity:
        return report
    ids = commitment_ids(identity, (item.text for item in report.commitments))
    items = zip(report.commitments, ids, strict=True)
    return replace(report, id=identity, commitments=tuple(replace(item, id=key) for item, key in items))


def _row(report: Report, kind: str | None, *, is_text: bool) -> Row:
    account = read_account(report)
    return {
        "id": report.id,
        "is_text": is_text,
        "file": report.file,
        "title": report.title,
        "source": report.source,
        "published": report.published,
        "url": report.url,
        "reliable": report.reliable,
        "damage": [asdict(damage) for damage in report.damage],
        "rules_version": report.rules_version,
        "digest": digest(report, kind),
        "kind": kind,
        "places": list(account.places),
        "date": account.date,
        "day": account.day,
        "people": list(account.people),
        "clean": zlib.compress(report.text.encode(errors="surrogatepass")),
        "reading": None if is_text else pack_report(report),
    }


def find_telling(connection: Connection, words: str) -> tuple[int, ...]:
    """Return of the sketch of `words` what tells them from others, none for too few words.

    What very many sources share tells none, and would slow each look-up.
    """
    hashes = find_sketch(words)
    if not hashes:
        return ()
    table = schema.shingle
    sharing = select(table.c.hash).where(table.c.hash.in_(hashes)).group_by(table.c.hash)
    common = set(connection.scalars(sharing.having(func.count() >= COMMON)))
    return (*(one for one in hashes if one not in common), find_whole(words))


def _save_sketch(connection: Connection, number: int, report: Report) -> None:
    """Store by what the source is looked up."""
    hashes = find_telling(connection, level_words(report.text)[0])
    rows = [{"hash": one, "source": number} for one in dict.fromkeys(hashes)]
    if rows:
        connection.execute(insert(schema.shingle), rows)
