"""An import that runs in a thread of its own: pages start, stop and look at it, and never wait for it."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Literal

from ecoledger.errors import EcoLedgerError
from ecoledger.ingest import ingest
from ecoledger.intake.container import NO_COLUMNS, Member, open_documents
from ecoledger.progress import Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from ecoledger.ingest import Ingested
    from ecoledger.ledger.store import Ledger

_LOG = logging.getLogger(__name__)

FAILED = "导入时程序出错，已导入的都已保存：请点“继续”再试；如仍出错，请告知管理员，详情在服务日志中。"
"""What is said where no error of ours explains it."""

_TURN = 0.0005
"""Seconds after which the reader makes way for a page that waits, a tenth of Python's own: the queries of a page,
which let go of the interpreter at each step, took 40 ms beside an import instead of 105, and the import no longer."""

Phase = Literal["counting", "running", "stopping", "stopped", "done"]


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as a person handed it in; `columns` says in which column of a table a field stands."""

    name: str
    data: bytes
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)


class Job:
    """One import. Every method may be called from any thread; what was stored stays, whatever becomes of the job.

    `done` grows while it runs, and `counts` with it. `current` is the name of the document that is being read.
    `problem` is the sentence for what ended it early: it can be resumed all the same.
    """

    def __init__(self, ledger: Ledger, files: Sequence[Handed], began: dt.datetime) -> None:
        self.began = began
        self.phase: Phase = "stopped"
        self.progress = Progress(0)
        self.done: list[Ingested] = []
        self.counts = Counter[str]()
        self.current = ""
        self.problem: str | None = None
        self._ledger = ledger
        self._files = list(files)
        self._documents: Iterator[Member] | None = None
        self._pending: Member | None = None
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether its thread is at work."""
        return self.phase in ("counting", "running", "stopping")

    @property
    def over(self) -> bool:
        """Whether nothing of it is to come."""
        return self.phase == "done"

    def start(self) -> None:
        """Begin, or go on after a stop with the document that was not read yet."""
        with self._lock:
            if self.phase != "stopped":
                return
            self._stop.clear()
            self.problem = None
            self.phase = "counting" if self._documents is None else "running"
            self._thread = threading.Thread(target=self._run, name="import", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Let it end after the document that is being read."""
        with self._lock:
            if self.running:
                self.phase = "stopping"
                self._stop.set()

    def give_up(self) -> None:
        """End a job that was stopped; what it has not read stays unread."""
        with self._lock:
            if self.phase == "stopped":
                self._finish()

    def wait(self, seconds: float) -> None:
        """Wait until its thread ends, at most for so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            self._work()
        finally:
            sys.setswitchinterval(before)

    def _work(self) -> None:
        problem = None
        whole = False
        try:
            if self._documents is None:
                self._count()
            whole = not self._stop.is_set() and self._read()
        except EcoLedgerError as error:
            problem = str(error)
        except Exception:  # noqa: BLE001 - a thread has nobody above it: the page says so
            _LOG.exception("an import failed")
            problem = FAILED
        with self._lock:
            self.problem = problem
            if whole:
                self._finish()
            else:
                self.phase = "stopped"

    def _count(self) -> None:
        """Count the documents first: opening takes a fraction of reading, and without it no time left is known."""
        total = 0
        for file in self._files:
            for _ in open_documents(file.data, file.name, file.columns):
                total += 1
                if self._stop.is_set():
                    return
        self.progress = Progress(total)
        self._documents = self._open()
        with self._lock:
            if not self._stop.is_set():
                self.phase = "running"

    def _open(self) -> Iterator[Member]:
        while self._files:
            file = self._files[0]
            yield from open_documents(file.data, file.name, file.columns)
            del self._files[0]  # its bytes are not needed any more

    def _read(self) -> bool:
        """Read until it is stopped; return whether all was read."""
        since = time.monotonic()
        for one in ingest(self._ledger, self._take()):
            self._pending = None
            now = time.monotonic()
            self.done.append(one)
            self.counts[one.outcome] += 1
            self.progress = self.progress.after(one, now - since)
            since = now
            if self._stop.is_set():
                return self.progress.done == self.progress.total
        return True

    def _take(self) -> Iterator[Member]:
        """Give the documents; one that was taken and not read, because the ledger failed, comes once more."""
        again = [] if self._pending is None else [self._pending]
        for document in chain(again, self._documents or ()):
            self._pending = document
            self.current = document.name
            yield document

    def _finish(self) -> None:
        self.phase = "done"
        self.current = ""
        self._documents = self._pending = None
        self._files.clear()


class Desk:
    """The place where imports into one ledger are begun: one at a time, seen by every session."""

    def __init__(self) -> None:
        self.job: Job | None = None
        self._lock = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether an import is under way, or was stopped and may go on."""
        return self.job is not None and not self.job.over

    def begin(self, ledger: Ledger, files: Sequence[Handed], began: dt.datetime) -> Job | None:
        """Begin an import; None where another one is not over."""
        with self._lock:
            if self.busy:
                return None
            self.job = Job(ledger, files, began)
            self.job.start()
            return self.job
