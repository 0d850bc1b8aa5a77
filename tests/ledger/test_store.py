"""Opening a ledger, and what is said when that fails; readers beside a writer."""

import logging
import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import text

from ecoledger.errors import LedgerError
from ecoledger.ledger.commitment import count_commitments, iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.overview import count_overview
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import delete_report, save_report
from tests.gold_reports import gold_report


def test_the_folder_is_made_and_the_settings_hold(ledger, tmp_path):
    assert (tmp_path / "var" / "ledger.sqlite").exists()
    with ledger.read() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000, "synchronous": 1}


def test_a_new_ledger_can_be_opened_by_many_at_once(tmp_path):
    opened = []
    threads = [
        threading.Thread(target=lambda: opened.append(open_ledger(f"sqlite:///{tmp_path}/a.sqlite")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [count_commitments(ledger, Filter()) for ledger in opened] == [0] * 8
    for ledger in opened:
        ledger.close()


def test_what_is_saved_is_there_when_opened_again(tmp_path):
    url = f"sqlite:///{tmp_path}/a.sqlite"
    first = open_ledger(url)
    save_report(first, gold_report("001"))
    first.close()
    second = open_ledger(url)
    assert count_commitments(second, Filter()) == 12
    second.close()


def test_a_ledger_in_memory(tmp_path):
    ledger = open_ledger("sqlite://")
    save_report(ledger, gold_report("001"))
    assert count_commitments(ledger, Filter()) == 12
    ledger.close()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "台账地址“nonsense”不对"),
        ("nosuch://host/ledger", "用不了"),
        ("sqlite://host/ledger", "用不了"),
        ("postgresql://name:secret@host:port/ledger", r"name:\*\*\*@host:port/ledger”不对"),
        ("postgresql://nobody@127.0.0.1:1/ledger", "台账数据库“127.0.0.1”"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(url, said):
    with pytest.raises(LedgerError, match=said) as caught:
        open_ledger(url)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_said(tmp_path):
    (tmp_path / "a.sqlite").write_text("这不是数据库" * 100, encoding="utf-8")
    with pytest.raises(LedgerError, match="出错（文件不是数据库）"):
        open_ledger(f"sqlite:///{tmp_path}/a.sqlite")


def test_the_file_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE album (title TEXT)")
    with pytest.raises(LedgerError, match="不是台账"):
        open_ledger(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("album",)]


def test_a_folder_in_place_of_a_file_is_said(tmp_path):
    with pytest.raises(LedgerError, match="请检查"):
        open_ledger(f"sqlite:///{tmp_path}")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(LedgerError, match="打不开（路径中有一段不是文件夹）"):
        open_ledger(f"sqlite:///{tmp_path}/file/under/a.sqlite")


def test_a_database_lost_on_the_way_is_said(ledger, tmp_path):
    with ledger.write() as connection:
        connection.execute(text("DROP TABLE commitment_words"))
    with pytest.raises(LedgerError, match="请检查它是否完好"):
        count_commitments(ledger, Filter(words="污水"))
    ledger.close()
    for path in (tmp_path / "var").iterdir():
        os.truncate(path, 100)
    with pytest.raises(LedgerError):
        count_commitments(ledger, Filter())


def test_a_report_that_cannot_be_kept_is_said_and_leaves_nothing(ledger):
    report = gold_report("001")
    with pytest.raises(LedgerError, match="无法保存的字符"):
        save_report(ledger, replace(report, original="治\ud800理"))
    twice = (report.commitments[0], report.commitments[0])
    with pytest.raises(LedgerError):
        save_report(ledger, replace(report, commitments=twice))
    assert count_overview(ledger, Filter()).reports == 0
    assert save_report(ledger, report) == "new"


def test_readers_see_whole_reports_while_one_writes(ledger):
    report = gold_report("001")
    size = len(report.commitments)
    seen, failed = set(), []
    done = threading.Event()

    def read():
        try:
            while not done.is_set():
                overview = count_overview(ledger, Filter())
                seen.add((overview.reports, overview.commitments))
        except LedgerError as error:
            failed.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(15):
        save_report(ledger, report)
        delete_report(ledger, report.id)
    done.set()
    for reader in readers:
        reader.join()
    assert not failed
    assert seen <= {(0, 0), (1, size)}


def test_two_writers_wait_for_each_other(ledger):
    failed = []

    def save(name):
        try:
            for turn in range(8):
                report = replace(gold_report("001"), id=f"{name} {turn}", commitments=())
                save_report(ledger, report, apart=True)
        except LedgerError as error:
            failed.append(error)

    writers = [threading.Thread(target=save, args=(name,)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failed
    assert count_overview(ledger, Filter()).reports == 24


def test_a_long_reading_sees_one_state(ledger):
    save_report(ledger, gold_report("001"))
    reading = iter_commitments(ledger, Filter())
    next(reading)
    save_report(ledger, gold_report("000"))
    assert sum(1 for _ in reading) == 11
    assert count_commitments(ledger, Filter()) == 32


def test_opening_leaves_the_log_of_the_program_alone(tmp_path):
    before = logging.getLogger().handlers[:], logging.getLogger().level
    open_ledger(f"sqlite:///{tmp_path}/a.sqlite").close()
    assert (logging.getLogger().handlers, logging.getLogger().level) == before
