"""`ecoledger inspect`: the page before and after, side by side in colour, and what was damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ecoledger.command.source import Source
from ecoledger.pipeline import parse
from ecoledger.term import DAMAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ecoledger.model import Report

DROPPED, REPAIRED, REMOVED = "dim", "bold green", "red strike"


@click.command("inspect", help="并排显示一份文件修复前后的文字，并列出损坏情况。")
@click.argument("path")
@click.option("--color/--no-color", default=None, help="是否用颜色；缺省时看终端。")
def command(path: str, color: bool | None) -> None:
    """Print the original beside the clean text, paragraph by paragraph, and the damage."""
    report = parse(Source(path).read(), path)
    console = Console(force_terminal=color, no_color=color is False)
    page = Table("发布时的原文", "整理后的正文", show_lines=True, expand=True)
    for column in page.columns:
        column.overflow = "fold"
        column.ratio = 1
    for before, after in _rows(report):
        page.add_row(before, after)
    console.print(page)
    console.print(
        Text.assemble(
            ("删去的字符", REMOVED), "  ", ("复原的文字", REPAIRED), "  ", ("未采用的文字", DROPPED)
        )
    )
    console.print(_damage(report))
    for issue in report.issues:
        console.print(f"存疑：{issue.message}", style="yellow", highlight=False)
    if not report.reliable:
        console.print("这份文字不可靠：有改写或未能复原之处。", style="bold red")


def _rows(report: Report) -> Iterator[tuple[Text, Text]]:
    """Give the original beside the clean text: each paragraph, and between them what was left out."""
    done = at = 0
    for paragraph in report.text.split("\n"):
        end = at + len(paragraph)
        if paragraph:
            spans = report.offsets[at:end]
            start, stop = min(s for s, _ in spans), max(e for _, e in spans)
            yield from _left_out(report.original[done:start])
            yield _before(report.original, start, stop, spans), _after(paragraph, spans)
            done = max(done, stop)
        at = end + 1
    yield from _left_out(report.original[done:])


def _left_out(words: str) -> Iterator[tuple[Text, Text]]:
    lines = "\n".join(line.strip() for line in words.splitlines() if line.strip())
    if lines:
        yield Text(lines, DROPPED), Text("")


def _before(original: str, start: int, stop: int, spans: tuple[tuple[int, int], ...]) -> Text:
    kept = {at for span in spans for at in range(*span)}
    text = Text()
    for at in range(start, stop):
        text.append(original[at], None if at in kept else REMOVED)
    return text


def _after(paragraph: str, spans: tuple[tuple[int, int], ...]) -> Text:
    text = Text()
    for character, (start, end) in zip(paragraph, spans, strict=True):
        text.append(character, REPAIRED if end - start != 1 else None)
    return text


def _damage(report: Report) -> Table:
    table = Table("损坏", "发现", "已修复", "处理")
    for damage in report.damage:
        table.add_row(
            DAMAGES.get(damage.kind, damage.kind), str(damage.count), str(damage.repaired), damage.note
        )
    return table
