"""How far an import is, on a terminal: documents done, the one being read, and the time left."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Column

from ecoledger.command.page_pair import show
from ecoledger.command.source import STANDARD_INPUT, open_source
from ecoledger.progress import Progress, time_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import TracebackType

    from rich.console import Console

    from ecoledger.command.source import Closed, Source
    from ecoledger.ingest import Ingested
    from ecoledger.intake.container import Member


class IngestScreen:
    """Shows the documents of `sources` going by. Where there is no terminal it only hands them out.

    `clock` tells the time in seconds.
    """

    def __init__(
        self,
        console: Console,
        sources: Sequence[Source | Closed],
        columns: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sources = sources
        self._columns = columns
        self._shown = console.is_terminal
        self._progress = Progress(0)
        self._clock = clock
        self._began = clock()
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[left]}", table_column=Column(no_wrap=True)),
            # The name has what room is left, however long it is.
            TextColumn(
                "{task.fields[name]}", style="dim", markup=False, table_column=Column(no_wrap=True, ratio=1)
            ),
            console=console,
            transient=True,
            expand=True,
            disable=not self._shown,
        )
        self._task = self._bar.add_task("清点", total=len(sources), left="", name="")

    def __enter__(self) -> IngestScreen:
        """Begin to show."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._bar.stop()

    def documents(self) -> Iterator[Member]:
        """Yield the documents, one at a time; on a terminal they are counted first, for the time left."""
        if self._shown:
            total = sum(map(self._count, self._sources))
            self._progress = Progress(total)
            self._bar.reset(self._task, total=total, description="读取")
        for source in self._sources:
            for document in open_source(source, self._columns):
                self._bar.update(self._task, name=show(document.name))
                self._began = self._clock()
                yield document

    def advance(self, one: Ingested) -> None:
        """Take note of what became of a document."""
        after = self._progress.after(one, self._clock() - self._began)
        self._progress = replace(after, total=max(after.total, after.done))
        left = f"还需{time_text(after.left)}" if after.left else ""
        self._bar.update(self._task, completed=after.done, total=self._progress.total, left=left)

    def _count(self, source: Source | Closed) -> int:
        """Return how many documents are in a file; standard input can be read only once."""
        count = 1 if source.name == STANDARD_INPUT else sum(1 for _ in open_source(source, self._columns))
        self._bar.advance(self._task)
        return count
