"""The migrations lead to the tables of the schema, on either database, and no further."""

import hashlib
import io
import zlib
from dataclasses import fields, replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import column, create_engine, func, inspect, select, table
from sqlalchemy.dialects import postgresql, sqlite

from ecoledger.errors import LedgerError
from ecoledger.ledger import schema
from ecoledger.ledger.dialect import SHADOWS, having_words
from ecoledger.ledger.match import find_copied
from ecoledger.ledger.migration import configure, is_stale
from ecoledger.ledger.offset import pack_offsets
from ecoledger.ledger.reading import pack_report
from ecoledger.ledger.report import get_report, read_report
from ecoledger.ledger.source import read_sources, source_rows
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from ecoledger.model import Damage
from tests.gold_reports import gold_report


def ours(name, kind, _parents):
    return not (kind == "table" and name.startswith(SHADOWS))


def test_the_migrated_tables_are_those_of_the_schema(ledger):
    with ledger.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "include_name": ours}
        )
        assert compare_metadata(context, schema.metadata) == []


def test_the_schema_names_the_last_migration():
    script = ScriptDirectory.from_config(configure())
    assert script.get_heads() == [schema.HEAD]


def test_an_open_ledger_is_up_to_date(ledger):
    with ledger.read() as connection:
        assert not is_stale(connection)


EARLIER = {
    "report": {
        "number": 7,
        "id": "x",
        "file": "x.txt",
        "script": "hans",
        "reliable": True,
        "rules_version": "1",
    }
    | {"digest": "d", "date_source": "unknown", "title": "题", "added_at": "2024-01-02 03:04:05"}
    | {"region": '{"path": [{"adcode": "340000"}, {"adcode": "341700"}]}'},
    "source_text": {"report": 7, "clean": gold_report("001").text, "original": "", "offsets": b""},
    "damage": {"report": 7, "position": 0, "kind": "pinyin", "count": 2, "repaired": 1, "note": ""},
}


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_a_ledger_of_an_earlier_version_is_brought_up(tmp_path, version):
    from alembic import command

    url = f"sqlite:///{tmp_path}/a.sqlite"
    with create_engine(url).begin() as connection:
        command.upgrade(configure(connection), version)
        for name, row in EARLIER.items():
            connection.execute(table(name, *map(column, row)).insert().values(row))
    ledger = open_ledger(url)
    with ledger.read() as connection:
        assert connection.execute(select(schema.commitment)).all() == []
        (source,) = read_sources(connection, 7)
    assert (source.id, source.title, source.is_text, source.likeness) == ("x", "题", True, None)
    assert source.damage == (Damage("pinyin", 2, 1, ""),)
    assert source.added_at.year == 2024
    report = gold_report("001")
    assert find_copied(ledger, report).report_id == "x"
    elsewhere = replace(report, region=gold_report("002").region, text=report.text[:-9])
    assert find_copied(ledger, elsewhere) is None
    ledger.close()


def test_reports_that_knew_no_losses_have_none(tmp_path):
    from alembic import command

    url = f"sqlite:///{tmp_path}/a.sqlite"
    report = {name: value for name, value in EARLIER["report"].items() if name not in ("digest", "region")}
    text = EARLIER["source_text"] | {"offsets": pack_offsets(())}
    with create_engine(url).begin() as connection:
        command.upgrade(configure(connection), "0003")
        for name, row in {"report": report, "source_text": text}.items():
            connection.execute(table(name, *map(column, row)).insert().values(row))
    ledger = open_ledger(url)
    with ledger.read() as connection:
        stored = read_report(connection, 7)
    assert (stored.title, stored.losses) == ("题", ())
    ledger.close()


def test_sources_known_so_far_are_found_by_their_shingles(tmp_path):
    from alembic import command

    url = f"sqlite:///{tmp_path}/a.sqlite"
    report = gold_report("001")
    shown = {name: value for name, value in EARLIER["report"].items() if name not in ("digest", "region")}
    source = {"report": 7, "file": "x.txt", "reliable": True, "rules_version": "1", "digest": "d"}
    source |= {"damage": "[]", "places": "[]", "clean": zlib.compress(report.text.encode())}
    rows = [
        ("report", shown),
        ("person", {"report": 7, "position": 0, "name": "马胜利", "role": "区委书记"}),
        ("meeting", {"report": 7, "date_text": "9月16日", "speakers": "[]"}),
        ("source", source | {"number": 1, "id": "x", "is_text": True}),
        ("source", source | {"number": 2, "id": "y", "is_text": False, "reading": pack_report(report)}),
    ]
    with create_engine(url).begin() as connection:
        command.upgrade(configure(connection), "0004")
        for name, row in rows:
            connection.execute(table(name, *map(column, row)).insert().values(row))
    ledger = open_ledger(url)
    with ledger.read() as connection:
        one, other = source_rows(connection, 7)
        number = select(func.count(schema.shingle.c.hash)).group_by(schema.shingle.c.source)
        assert len(set(connection.scalars(number))) == 1
    assert (one["people"], one["day"]) == (["马胜利"], "09-16")
    assert (other["people"], other["day"]) == ([person.name for person in report.people], "09-16")
    assert find_copied(ledger, report).report_id == "x"
    ledger.close()


def test_commitments_known_so_far_do_not_say_their_reasons(tmp_path):
    from alembic import command

    url = f"sqlite:///{tmp_path}/a.sqlite"
    report = {name: value for name, value in EARLIER["report"].items() if name not in ("digest", "region")}
    item = {"number": 3, "id": "c", "report": 7, "position": 0, "start": 0, "end": 2, "text": "治水"}
    item |= {"source_start": 0, "source_end": 2, "label": "action", "rules": "[]", "themes": "water"}
    item |= {"kinds": "absent", "has_target": False, "has_deadline": False, "has_body": False}
    text = EARLIER["source_text"] | {"offsets": pack_offsets(())}
    with create_engine(url).begin() as connection:
        command.upgrade(configure(connection), "0005")
        for name, row in {"report": report, "source_text": text, "commitment": item}.items():
            connection.execute(table(name, *map(column, row)).insert().values(row))
    ledger = open_ledger(url)
    with ledger.read() as connection:
        (stored,) = read_report(connection, 7).commitments
    assert (stored.text, stored.reasons) == ("治水", None)
    ledger.close()


BACK_TO_0006 = (
    "ALTER TABLE report DROP COLUMN author",
    "DROP TABLE revision",
    "DROP TABLE setting",
    *(f"ALTER TABLE commitment ADD {name} TEXT" for name in ("province", "prefecture", "county", "date")),
    *(f"CREATE INDEX ix_commitment_{name} ON commitment (date)" for name in ("date", "due", "place")),
)


def test_reports_known_so_far_have_no_author_and_are_known_again(tmp_path):
    from alembic import command

    url = f"sqlite:///{tmp_path}/a.sqlite"
    report = gold_report("001")
    ledger = open_ledger(url)
    save_report(ledger, report)
    with create_engine(url).begin() as connection:
        for step in BACK_TO_0006:
            connection.exec_driver_sql(step)
        command.stamp(configure(connection), "0006")
    ledger.close()
    ledger = open_ledger(url)
    assert get_report(ledger, report.id).report.author is None
    # As it was reckoned before there were authors: from a record without that field.
    read = {f.name: getattr(report, f.name) for f in fields(report) if f.name != "author"}
    read |= {"file": "", "rules_version": ""}
    said = f"Report({', '.join(f'{name}={value!r}' for name, value in read.items())})"
    before = hashlib.sha256(f"({said}, None)".encode(errors="surrogatepass")).hexdigest()
    with ledger.write() as connection:
        connection.execute(schema.source.update().values(digest=before))
    assert save_report(ledger, replace(report, rules_version="next")) == "unchanged"
    ledger.close()


def test_a_ledger_of_a_later_version_is_refused(tmp_path):
    url = f"sqlite:///{tmp_path}/a.sqlite"
    ledger = open_ledger(url)
    with ledger.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    ledger.close()
    with pytest.raises(LedgerError, match="请升级本程序"):
        open_ledger(url)


def test_the_migrations_can_be_said_to_postgresql():
    out = io.StringIO()
    options = {"as_sql": True, "output_buffer": out}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    script = ScriptDirectory.from_config(configure())
    for name in ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008"):
        with Operations.context(context):
            script.get_revision(name).module.upgrade()
    said = out.getvalue()
    assert "CREATE TABLE report" in said
    assert "CREATE TABLE commitment_words" in said
    assert "CREATE TABLE shingle" in said
    assert "fts5" not in said


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"])
def test_words_can_be_asked_of_either_database(dialect):
    said = str(having_words(dialect.name, ("污水", "100%_")).compile(dialect=dialect))
    assert ("MATCH" in said) is (dialect.name == "sqlite")


def test_copies_of_place_and_date_go(tmp_path):
    from alembic import command

    url = f"sqlite:///{tmp_path}/a.sqlite"
    with create_engine(url).begin() as connection:
        command.upgrade(configure(connection), "0007")
    ledger = open_ledger(url)
    with ledger.read() as connection:
        names = {column["name"] for column in inspect(connection).get_columns("commitment")}
        assert connection.scalar(select(schema.revision.c.count)) == 1
    assert not names & {"province", "prefecture", "county", "date"}
    ledger.close()
