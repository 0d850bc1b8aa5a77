"""`ecoledger list`: the commitments of the ledger as a table on the screen."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ecoledger.command.filter_option import filter_options, read_filter, read_sort
from ecoledger.config import database_url
from ecoledger.ledger.commitment import PAGE_SIZE, list_commitments
from ecoledger.ledger.store import open_ledger

MOST_ROWS = 10_000
"""Rows of one page: more is a file, which `export` writes."""


@click.command("list", help="按条件列出台账中的承诺。")
@filter_options
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="第几页。")
@click.option(
    "--size", type=click.IntRange(1, MOST_ROWS), default=PAGE_SIZE, show_default=True, help="每页条数。"
)
@click.pass_obj
def command(environ: dict[str, str], /, page: int, size: int, **chosen: Any) -> None:
    """Print one page."""
    found = list_commitments(
        open_ledger(database_url(environ)), read_filter(chosen), read_sort(chosen), page, size
    )
    console = Console()
    table = Table(show_lines=True)
    for name in ("日期", "地区", "承诺", "目标", "完成时限", "责任单位"):
        table.add_column(name, overflow="fold")  # Chinese has no spaces to break at
    for row in found.rows:
        cells = (
            row.date.isoformat() if row.date else "不详",
            row.place or "不详",
            row.text,
            "；".join(target.text for target in row.targets),
            row.due.isoformat() if row.due else "；".join(deadline.text for deadline in row.deadlines),
            "、".join(body.name for body in row.bodies),
        )
        table.add_row(*map(Text, cells))  # words of a report, never markup
    if found.rows:
        console.print(table)
    console.print(f"共 {found.total} 条，第 {found.page} / {found.pages} 页。")
