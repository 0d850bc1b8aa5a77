"""An import in the background: it tells how far it is, stops between documents, goes on, and is alone."""

import datetime as dt
import sys
import threading

import pytest

from dashboard.import_job import Desk, Handed
from ecoledger import ingest as ingest_module
from ecoledger.errors import LedgerError
from ecoledger.ledger.report import count_reports
from ecoledger.ledger.store import open_ledger
from tests.conftest import ROOT
from tests.import_gate import SECONDS, hold_reader
from tests.intake.maker import make_zip

BEGAN = dt.datetime(2024, 3, 5, 9, 30)  # noqa: DTZ001 - the dashboard's own clock has no zone
SEEDS = sorted((ROOT / "data" / "gold" / "seeds").glob("*.clean.txt"))
FILES = [Handed("报道.zip", make_zip({path.name: path.read_bytes() for path in SEEDS[:3]})),
         *(Handed(path.name, path.read_bytes()) for path in SEEDS[3:])]  # fmt: skip


@pytest.fixture
def ledger(tmp_path):
    opened = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def gate(monkeypatch):
    return hold_reader(monkeypatch)


def test_it_reads_all_files_and_tells_of_each(ledger):
    job = Desk().begin(ledger, [*FILES, Handed("坏.txt", b"\x00\x01" * 50)], BEGAN)
    job.wait(SECONDS)
    assert (job.phase, job.problem) == ("done", None)
    assert job.counts == {"new": 5, "failed": 1}
    assert [one.file for one in job.done] == [
        *(f"报道.zip/{path.name}" for path in SEEDS[:3]),
        *(path.name for path in SEEDS[3:]),
        "坏.txt",
    ]
    assert (job.progress.done, job.progress.total, job.progress.left) == (6, 6, 0)
    assert count_reports(ledger) == 5


def test_it_is_stopped_between_documents_and_goes_on(ledger, gate):
    desk = Desk()
    job = desk.begin(ledger, FILES, BEGAN)
    gate.wait()
    gate.open()
    gate.wait()  # it is at the second document
    assert (job.phase, job.progress.done, job.progress.total) == ("running", 1, 5)
    assert job.progress.left > 0
    assert job.current == f"报道.zip/{SEEDS[1].name}"
    job.stop()
    assert job.phase == "stopping"
    gate.open()
    job.wait(SECONDS)
    assert (job.phase, job.progress.done) == ("stopped", 2)
    assert count_reports(ledger) == 2
    assert desk.busy
    gate.open(3)
    job.start()
    job.wait(SECONDS)
    assert (job.phase, job.counts) == ("done", {"new": 5})
    assert not desk.busy


def test_pages_get_their_turn_sooner_while_it_runs(ledger, gate):
    before = sys.getswitchinterval()
    job = Desk().begin(ledger, FILES[:1], BEGAN)
    gate.wait()
    assert sys.getswitchinterval() < before / 5
    gate.open(3)
    job.wait(SECONDS)
    assert sys.getswitchinterval() == before


def test_there_is_one_import_at_a_time(ledger, gate):
    desk = Desk()
    job = desk.begin(ledger, FILES, BEGAN)
    gate.wait()
    assert desk.begin(ledger, FILES, BEGAN) is None
    job.stop()
    gate.open()
    job.wait(SECONDS)
    assert desk.begin(ledger, FILES, BEGAN) is None
    assert desk.job is job
    job.give_up()
    assert (job.phase, len(job.done)) == ("done", 1)
    gate.open(5)
    again = desk.begin(ledger, FILES, BEGAN)
    again.wait(SECONDS)
    assert again.counts == {"unchanged": 1, "new": 4}
    job.start()
    assert job.phase == "done"


def test_a_stop_while_it_counts_reads_nothing(ledger, monkeypatch):
    reached, opened = threading.Event(), threading.Event()
    from dashboard import import_job

    whole = import_job.open_documents

    def slow(data, name, columns):
        reached.set()
        assert opened.wait(SECONDS)
        return whole(data, name, columns)

    monkeypatch.setattr(import_job, "open_documents", slow)
    job = Desk().begin(ledger, FILES, BEGAN)
    assert reached.wait(SECONDS)
    assert job.phase == "counting"
    job.stop()
    opened.set()
    job.wait(SECONDS)
    assert (job.phase, job.done) == ("stopped", [])
    job.start()
    job.wait(SECONDS)
    assert job.counts == {"new": 5}


def test_a_ledger_that_fails_stops_it_and_no_document_is_lost(ledger, monkeypatch):
    save = ingest_module.save_report
    failing = [False, True]

    def fail_once(opened, report, **kind):
        if count_reports(opened) == 2 and failing.pop():
            raise LedgerError("台账数据库写不进去，请检查后再试。")
        return save(opened, report, **kind)

    monkeypatch.setattr(ingest_module, "save_report", fail_once)
    job = Desk().begin(ledger, FILES, BEGAN)
    job.wait(SECONDS)
    assert (job.phase, job.problem) == ("stopped", "台账数据库写不进去，请检查后再试。")
    assert job.counts == {"new": 2}
    job.start()
    job.wait(SECONDS)
    assert (job.phase, job.problem, job.counts) == ("done", None, {"new": 5})


def test_an_import_of_nothing_is_over_at_once(ledger):
    job = Desk().begin(ledger, [], BEGAN)
    job.wait(SECONDS)
    assert (job.phase, job.done) == ("done", [])
