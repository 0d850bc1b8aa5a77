"""`ecoledger parse`: prints what was read, one JSON object a line."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from ecoledger.command.source import Source, list_sources
from ecoledger.contract import as_contract
from ecoledger.errors import UnreadableError
from ecoledger.pipeline import parse


@click.command("parse", help="读取文件或文件夹，每份报道输出一行 JSON；“-”为标准输入。")
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="输出格式。")
def command(paths: tuple[str, ...], form: str) -> None:  # noqa: ARG001 - one format so far, named by the contract
    """Print a line for each document; exit 1 when one could not be read."""
    failed = False
    for source in list_sources(paths):
        record = _record(source)
        failed |= "error" in record
        line = json.dumps(record, ensure_ascii=False) + "\n"
        sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    sys.exit(1 if failed else 0)


def _record(source: Source) -> dict[str, Any]:
    try:
        return as_contract(parse(source.read(), source.name))
    except UnreadableError as error:
        return {"file": source.name, "error": {"kind": error.kind, "message": str(error)}}
