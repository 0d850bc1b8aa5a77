"""`ecoledger parse`: prints what was read, one JSON object a line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from ecoledger.command.column_option import COLUMN
from ecoledger.command.output import write_output
from ecoledger.command.source import list_sources, open_source
from ecoledger.contract import as_contract
from ecoledger.errors import UnreadableError
from ecoledger.pipeline import parse

if TYPE_CHECKING:
    from ecoledger.ingest import Document


@click.command("parse", help="读取文件、压缩包、表格或文件夹，每份报道输出一行 JSON；“-”为标准输入。")
@click.argument("paths", nargs=-1, required=True, metavar="文件…")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="输出格式。")
@COLUMN
def command(
    paths: tuple[str, ...],
    form: str,  # noqa: ARG001 - one format so far, named by the contract
    columns: tuple[tuple[str, str], ...],
) -> None:
    """Print a line for each document; exit 1 when one could not be read."""
    failed = False
    sources = list_sources(paths)
    if not sources:
        click.echo("所给的文件夹中没有文件，请检查路径。", err=True)
    for document in (member for source in sources for member in open_source(source, dict(columns))):
        record = _record(document)
        failed |= "error" in record
        line = json.dumps(record, ensure_ascii=False) + "\n"
        write_output(line.encode("utf-8", "backslashreplace"))
    sys.exit(1 if failed else 0)


def _record(document: Document) -> dict[str, Any]:
    try:
        return as_contract(parse(document.read(), document.name))
    except UnreadableError as error:
        return {"file": document.name, "error": {"kind": error.kind, "message": str(error)}}
