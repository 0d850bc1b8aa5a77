"""`ecoledger inspect`: each page before and after, side by side in colour, and what was damaged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console

from ecoledger.command.column_option import COLUMN
from ecoledger.command.page_pair import show
from ecoledger.command.page_view import print_report
from ecoledger.command.reason_list import print_reasons
from ecoledger.command.source import list_sources, open_source
from ecoledger.errors import UnreadableError
from ecoledger.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command(
    "inspect", help="并排显示每份报道修复前后的文字，标出删去、补回与无法复原之处，并列出损坏情况。"
)
@click.argument("paths", nargs=-1, required=True, metavar="文件…")
@click.option("--color/--no-color", default=None, help="是否用颜色；缺省时看终端与环境变量 NO_COLOR。")
@click.option("--all", "whole", is_flag=True, help="网页上正文以外的文字也全部列出。")
@click.option("--explain", is_flag=True, help="再逐条列出读到的每个值出自哪几个字、由哪条规则读出。")
@COLUMN
@click.pass_obj
def command(  # noqa: PLR0917  # what the command line says
    environ: Mapping[str, str],
    paths: tuple[str, ...],
    color: bool | None,
    whole: bool,
    explain: bool,
    columns: tuple[tuple[str, str], ...],
) -> None:
    """Print each document; exit 1 when one could not be read."""
    console = _open_console(color, environ)
    sources = list_sources(paths)
    if not sources:
        console.print("所给的文件夹中没有文件，请检查路径。")
    failed = False
    for document in (member for source in sources for member in open_source(source, dict(columns))):
        try:
            report = parse(document.read(), document.name)
        except UnreadableError as error:
            failed = True
            console.print(show(str(error)), style="red", markup=False, highlight=False, soft_wrap=True)
            continue
        print_report(console, report, whole)
        if explain:
            print_reasons(console, report)
    sys.exit(1 if failed else 0)


def _open_console(color: bool | None, environ: Mapping[str, str]) -> Console:
    """Return the screen; without colour nothing but text is written to it."""
    if color is False or (color is None and environ.get("NO_COLOR")):
        return Console(color_system=None, highlight=False)
    return Console(
        force_terminal=color, color_system="auto" if color is None else "standard", highlight=False
    )
