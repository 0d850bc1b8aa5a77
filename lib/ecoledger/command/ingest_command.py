"""`ecoledger ingest`: reads documents into the ledger, and says what became of each."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ecoledger.command.column_option import COLUMN
from ecoledger.command.source import list_sources, open_source
from ecoledger.config import database_url
from ecoledger.ingest import Ingested, ingest
from ecoledger.intake.container import NO_COLUMNS
from ecoledger.ledger.store import open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecoledger.ledger.store import Ledger

OUTCOMES = {"new": "新增", "copy": "转载", "changed": "更新", "unchanged": "未变", "failed": "失败"}


@click.command("ingest", help="读取文件、压缩包、表格或文件夹并存入台账；已按现行规则读过的不再重读。")
@click.argument("paths", nargs=-1, required=True, metavar="文件…")
@COLUMN
@click.pass_obj
def command(environ: dict[str, str], paths: tuple[str, ...], columns: tuple[tuple[str, str], ...]) -> None:
    """Store what is new or stale; exit 1 when a document could not be read."""
    console = Console(stderr=True, highlight=False)
    done = ingest_paths(open_ledger(database_url(environ)), paths, console, dict(columns))
    sys.exit(1 if any(one.outcome == "failed" for one in done) else 0)


def ingest_paths(
    ledger: Ledger, paths: Iterable[str], console: Console, columns: Mapping[str, str] = NO_COLUMNS
) -> list[Ingested]:
    """Ingest all documents of `paths` behind a progress bar, print the summary, and return what became of each."""
    sources = list_sources(paths)
    bar = (TextColumn("读取"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*bar, console=console, transient=True) as progress:
        documents = (one for source in progress.track(sources) for one in open_source(source, columns))
        done = list(ingest(ledger, documents))
    for one in done:
        if one.outcome == "failed":
            console.print(f"[red]失败[/] {escape(one.message)}", soft_wrap=True)
    counts = Counter[str](one.outcome for one in done)
    console.print("，".join(f"{word} {counts[outcome]}" for outcome, word in OUTCOMES.items()) + "。")
    return done
