"""Makes a large ledger that nobody's reports stand in, to try pages with: the same each time for the same seed.

    python -m tests.bench.made_ledger PATH [--commitments N] [--seed S]

Its reports come from all provinces, many from some places and none from a third of them, some without date or place,
and tell of what reports tell, in phrases of our own. All goes straight into the tables, through the rows that the
ledger itself would write.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
import zlib
from dataclasses import asdict
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from sqlalchemy import insert

from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger import schema
from ecoledger.ledger.content import _OF_COMMITMENT, _owned
from ecoledger.ledger.correction import Correction, standing
from ecoledger.ledger.dialect import add_words
from ecoledger.ledger.offset import pack_offsets
from ecoledger.ledger.reading import pack_report
from ecoledger.ledger.row import (
    commitment_row,
    digest,
    meeting_row,
    plain_row,
    report_row,
    standing_row,
)
from ecoledger.ledger.store import open_ledger
from ecoledger.model import Region
from ecoledger.version import rules_version
from tests.bench.made_report import make_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from ecoledger.ledger.store import Ledger
    from tests.bench.made_report import Made

COMMITMENTS = 100_000
PER_REPORT = 12.5
FIRST, LAST = dt.date(2012, 1, 1), dt.date(2026, 11, 15)
_AWAY = ("71", "81", "82")
"""Provinces whose places take no part."""
_BATCH = 500
_COPIED = 0.05
_PARTS = ("person", "damage", "issue", "loss")


def make_ledger(path: Path, commitments: int = COMMITMENTS, seed: int = 1) -> Ledger:
    """Return a new ledger at `path` with as many commitments, open."""
    for old in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        old.unlink(missing_ok=True)
    ledger = open_ledger(f"sqlite:///{path}")
    reports = enumerate(make_reports(commitments, seed), 1)
    writer = _Writer(Random(seed))  # noqa: S311 - the same rows each time is the aim
    with ledger.write() as connection:
        while batch := list(islice(reports, _BATCH)):
            writer.write(connection, batch)
    return ledger


def make_reports(commitments: int, seed: int) -> Iterator[Made]:
    """Give reports with so many commitments in all."""
    chance = Random(seed)  # noqa: S311 - the same rows each time is the aim
    places = _places(chance)
    codes, weights = list(places), list(accumulate(places.values()))
    version = rules_version()
    number, left = 0, commitments
    while left > 0:
        number += 1
        count = min(left, max(1, round(chance.gammavariate(2.2, PER_REPORT / 2.2))))
        left -= count
        code = codes[number - 1] if number <= 31 else chance.choices(codes, cum_weights=weights)[0]
        region = _region(code) if number <= 31 or chance.random() > 0.06 else None
        yield make_report(
            chance, f"made/{seed}/{number:06}", region, day=_day(chance), count=count, version=version
        )


def _places(chance: Random) -> dict[str, float]:
    """Return how much each place has to say: the provinces first, then two thirds of the others, by Zipf's law."""
    gazetteer = load_gazetteer()
    provinces = [d for d in gazetteer.children(None) if d.adcode[:2] not in _AWAY]
    below = [d for p in provinces for d in gazetteer.children(p.adcode)]
    chance.shuffle(below)
    found = {d.adcode: 2.0 for d in provinces}
    for rank, city in enumerate(below[: len(below) * 2 // 3], 1):
        weight = 30 / (rank + 6) ** 0.8
        found[city.adcode] = weight
        counties = list(gazetteer.children(city.adcode))
        chance.shuffle(counties)
        for place, county in enumerate(counties[: len(counties) * 2 // 3], 1):
            found[county.adcode] = weight / (place + 1)
    return found


@cache
def _region(code: str) -> Region:
    gazetteer = load_gazetteer()
    division = gazetteer.division(code)
    return Region(code, division.name, division.level, gazetteer.places(code), (division.name,))


def _day(chance: Random) -> dt.date | None:
    """Return a day, more often a late one; None for one report in sixteen."""
    if chance.random() < 0.06:
        return None
    return FIRST + dt.timedelta(int((LAST - FIRST).days * max(chance.random(), chance.random())))


class _Writer:
    """Turns reports into rows of all tables, with keys that go up."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.commitments = self.statements = 0

    def write(self, connection: Connection, reports: list[tuple[int, Made]]) -> None:
        """Put the reports into the tables."""
        rows: dict[Table, list] = {}
        words = []
        for number, made in reports:
            self._add_report(rows, number, made)
            words += self._add_items(rows, number, made.report)
        for table in schema.metadata.sorted_tables:
            if rows.get(table):
                connection.execute(insert(table), rows[table])
        add_words(connection, words)

    def _add_report(self, rows, number: int, made: Made) -> None:
        report = made.report
        held = standing(report, Correction())
        added = _added(self.chance, held.date)
        rows.setdefault(schema.report, []).append(
            {
                "number": number,
                **report_row(report),
                **standing_row(held),
                "added_at": added,
                "changed_at": added,
            }
        )
        rows.setdefault(schema.source_text, []).append(
            {"report": number, "clean": report.text, "original": report.original, "offsets": _packed(report)}
        )
        rows.setdefault(schema.meeting, []).append({"report": number, **meeting_row(report, made.kind)})
        for name, records in zip(
            _PARTS, (report.people, report.damage, report.issues, report.losses), strict=True
        ):
            table = schema.metadata.tables[name]
            rows.setdefault(table, []).extend(_owned(table, number, [plain_row(one) for one in records]))
        for position, statement in enumerate(report.statements):
            self.statements += 1
            row = plain_row(statement)
            targets = [plain_row(target) for target in row.pop("targets")]
            rows.setdefault(schema.statement, []).append(
                {"number": self.statements, "report": number, "position": position, **row}
            )
            part = schema.statement_target
            rows.setdefault(part, []).extend(_owned(part, self.statements, targets))
        sources = rows.setdefault(schema.source, [])
        sources.append(_source(made, number, added))
        if self.chance.random() < _COPIED:
            sources.append(_copy(made, number, added))

    def _add_items(self, rows, number: int, report) -> list[tuple[int, str]]:
        words = []
        for position, item in enumerate(report.commitments):
            self.commitments += 1
            key = self.commitments
            rows.setdefault(schema.commitment, []).append(
                {"number": key, "report": number, **commitment_row(item, position)}
            )
            for part, parts in _OF_COMMITMENT.items():
                rows.setdefault(part, []).extend(_owned(part, key, parts(item)))
            words.append((key, item.text))
        return words


def _added(chance: Random, date: dt.date | None) -> dt.datetime:
    """Return when a report was put in: old ones on one of a few days of import, new ones soon after their date."""
    first = dt.date(2025, 6, 1)
    day = first + dt.timedelta(30 * chance.randrange(16))
    if date is not None and date > day:
        day = min(date + dt.timedelta(chance.randint(0, 6)), LAST)
    return dt.datetime.combine(day, dt.time(chance.randint(8, 17), chance.randrange(60)))


def _packed(report) -> bytes:
    if report.original == report.text:
        return _identity(len(report.text))
    return pack_offsets(report.offsets)


@cache
def _identity(length: int) -> bytes:
    return pack_offsets(tuple((at, at + 1) for at in range(length)))


def _source(made: Made, number: int, added: dt.datetime) -> dict:
    report = made.report
    meeting = report.meeting
    return {
        "id": report.id,
        "report": number,
        "is_text": True,
        "file": report.file,
        "title": report.title,
        "source": report.source,
        "published": report.published,
        "url": report.url,
        "reliable": report.reliable,
        "damage": [asdict(damage) for damage in report.damage],
        "rules_version": report.rules_version,
        "digest": digest(report, made.kind),
        "kind": made.kind,
        "added_at": added,
        "places": [place.adcode for place in report.region.path] if report.region else [],
        "date": meeting.date,
        "day": f"{meeting.date:%m-%d}" if meeting.date else None,
        "people": [person.name for person in report.people],
        "clean": zlib.compress(report.text.encode(), 1),
        "reading": None,
        "likeness": None,
    }


def _copy(made: Made, number: int, added: dt.datetime) -> dict:
    """Return the row of another document with the same report."""
    report = made.report
    return _source(made, number, added) | {
        "id": f"{report.id[:15]}x",
        "is_text": False,
        "file": report.file.replace(".txt", "b.txt"),
        "source": "转载网站",
        "reading": pack_report(report),
        "likeness": 1.0,
    }


def run(arguments: list[str]) -> None:
    """Make a ledger as the command line says and print what it took."""
    parser = argparse.ArgumentParser(prog="made_ledger", description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--commitments", type=int, default=COMMITMENTS)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    began = time.perf_counter()
    make_ledger(chosen.path, chosen.commitments, chosen.seed).close()
    size = chosen.path.stat().st_size / 1e6
    sys.stdout.write(
        f"{chosen.commitments:,} commitments, {size:.0f} MB, {time.perf_counter() - began:.1f} s\n"
    )


if __name__ == "__main__":
    run(sys.argv[1:])
