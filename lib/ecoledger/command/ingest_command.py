"""`ecoledger ingest`: reads documents into the ledger, and says what became of each."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from ecoledger.command.column_option import COLUMN
from ecoledger.command.ingest_screen import IngestScreen
from ecoledger.command.page_pair import show
from ecoledger.command.source import list_sources
from ecoledger.command.system_error import describe_reason
from ecoledger.command.usage import SaidError, StoppedError
from ecoledger.config import database_url
from ecoledger.export.outcome import remark, write_outcomes_csv, write_outcomes_xlsx
from ecoledger.ingest import ingest
from ecoledger.intake.container import NO_COLUMNS
from ecoledger.ledger.store import open_ledger
from ecoledger.term import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ecoledger.ingest import Ingested
    from ecoledger.ledger.store import Ledger

WRITERS = {".csv": write_outcomes_csv, ".xlsx": write_outcomes_xlsx}
_STYLES = {"failed": "red", "copy": "cyan"}
_MOST = 200  # lines on the screen; the table of --outcomes has all


def _check_outcomes(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Refuse a file that could not be written at the end, before hours of reading."""
    if path is None:
        return None
    if path.suffix.lower() not in WRITERS:
        raise click.BadParameter(f"“{path}”应以 .csv 或 .xlsx 结尾。")
    if path.is_dir() or not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise click.BadParameter(f"“{path}”不能写入，请换一个位置。")
    return path


@click.command(
    "ingest",
    help="读取文件、压缩包、表格或文件夹并存入台账；已按现行规则读过的不再重读，中途按 Ctrl-C 停下后再次运行即可续读。",
)
@click.argument("paths", nargs=-1, required=True, metavar="文件…")
@click.option(
    "--outcomes",
    type=click.Path(path_type=Path),
    callback=_check_outcomes,
    help="把每份报道的导入结果另存为表格（.csv 或 .xlsx）。",
)
@COLUMN
@click.pass_obj
def command(
    environ: dict[str, str],
    paths: tuple[str, ...],
    outcomes: Path | None,
    columns: tuple[tuple[str, str], ...],
) -> None:
    """Store what is new or stale; exit 1 when a document could not be read."""
    console = Console(stderr=True, highlight=False)
    done = ingest_paths(open_ledger(database_url(environ)), paths, console, dict(columns), outcomes)
    sys.exit(1 if any(one.outcome == "failed" for one in done) else 0)


def ingest_paths(
    ledger: Ledger,
    paths: Iterable[str],
    console: Console,
    columns: Mapping[str, str] = NO_COLUMNS,
    outcomes: Path | None = None,
) -> list[Ingested]:
    """Ingest all documents of `paths` behind a progress bar, say what became of them, and return it.

    The table of what happened goes to `outcomes`, also where it was stopped. Raises StoppedError on Ctrl-C, and
    LedgerError; what was read until then is stored.
    """
    done: list[Ingested] = []
    try:
        with IngestScreen(console, list_sources(paths), columns) as screen:
            for one in ingest(ledger, screen.documents()):
                done.append(one)
                screen.advance(one)
    except KeyboardInterrupt as error:
        raise StoppedError("已停止：以上各份已存入台账；再次运行同一命令，会跳过它们接着读。") from error
    finally:
        _tell(console, done)
        if outcomes is not None:
            _save(done, outcomes)
    return done


def _tell(console: Console, done: list[Ingested]) -> None:
    """Print a line for each document that somebody should look at, and how many there were of each outcome."""
    notable = [one for one in done if one.outcome == "failed" or remark(one)]
    for one in notable[:_MOST]:
        said = remark(one) if one.outcome == "failed" else f"{one.file}：{remark(one)}"
        line = Text.assemble((OUTCOMES[one.outcome], _STYLES.get(one.outcome, "")), " ", show(said))
        console.print(line, soft_wrap=True)
    if len(notable) > _MOST:
        console.print(f"……另有 {len(notable) - _MOST:,} 份未列出，加 --outcomes 可存成表格。")
    counts = Counter[str](one.outcome for one in done)
    console.print("，".join(f"{word} {counts[outcome]}" for outcome, word in OUTCOMES.items()) + "。")


def _save(done: list[Ingested], path: Path) -> None:
    # Whole before the first byte is written: what a file held is not lost half way.
    whole = io.BytesIO()
    WRITERS[path.suffix.lower()](done, whole)
    try:
        path.write_bytes(whole.getbuffer())
    except OSError as error:
        raise SaidError(f"无法写入 {path}：{describe_reason(error)}，请换一个位置。") from error
