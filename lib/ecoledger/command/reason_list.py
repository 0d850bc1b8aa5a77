"""What each value of a report was read from, on a screen: its words, and the rule that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from ecoledger.command.page_pair import show
from ecoledger.evidence import commitment_lines, fact_lines, statement_lines
from ecoledger.term import LABELS, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from ecoledger.evidence import Line
    from ecoledger.model import Report

_MOST = 40  # characters of the words of a value


def print_reasons(console: Console, report: Report) -> None:
    """Print the facts, the commitments and the statements of `report`, each with what it was read from."""
    _print(console, "报告", fact_lines(report))
    for number, commitment in enumerate(report.commitments, 1):
        title = f"{number} {LABELS[commitment.label]}：{commitment.text}"
        _print(console, title, commitment_lines(commitment))
    for number, statement in enumerate(report.statements, 1):
        title = f"{number} {STATEMENTS[statement.kind]}：{statement.text}"
        _print(console, title, statement_lines(statement))


def _print(console: Console, title: str, lines: Iterable[Line] | None) -> None:
    console.print(Text(show(title), "bold"), soft_wrap=True)
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    for name in ("项目", "读作", "原文", "规则", "例"):
        table.add_column(name, overflow="fold")
    before = ("", "")
    for line in lines or ():
        own = (line.value, line.reading)
        words = line.words if len(line.words) <= _MOST else f"{line.words[: _MOST - 2]}……"
        told = line.explanation
        name, example = (told.name, told.example) if told else ("规则已停用", "")
        cells = (*(own if own != before else ("", "")), words, f"{name} {line.rule}", example)
        table.add_row(*(Text(show(cell)) for cell in cells))
        before = own
    console.print(table)
