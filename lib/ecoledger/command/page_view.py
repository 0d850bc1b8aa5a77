"""A report beside its published copy on a screen, with what was damaged; in colour, or with signs where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from ecoledger.command.line_break import find_breaks
from ecoledger.command.page_pair import pair_page, show
from ecoledger.reliance import describe_reliance
from ecoledger.term import DAMAGES, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from ecoledger.command.page_pair import Look, Piece
    from ecoledger.model import Report

_STYLES: dict[Look, str] = {
    "kept": "", "out": "red strike", "likely": "bold green", "doubtful": "bold yellow", "lost": "bold white on red",
    "aside": "dim",
}  # fmt: skip
_SIGNS: dict[Look, tuple[str, str]] = {
    "kept": ("", ""), "out": ("[-", "-]"), "likely": ("{+", "+}"), "doubtful": ("{?", "?}"), "lost": ("{!", "!}"),
    "aside": ("", ""),
}  # fmt: skip
_LEGEND: tuple[tuple[Look, str], ...] = (
    ("out", "删去"),
    ("likely", "补回"),
    ("doubtful", "补回而存疑"),
    ("lost", "无法复原"),
)
_FRAME = 7  # cells of a table of two columns that are not words
_NARROWEST = 8
_AROUND = 6  # characters shown to each side of words put back
_MOST = 40  # words put back, and doubts, that are listed


def print_report(console: Console, report: Report, whole: bool) -> None:
    """Print the page of `report` before and after, the damage, the words put back and the doubts."""
    console.print()
    _print_head(console, report)
    room = max((console.width - _FRAME) // 2, _NARROWEST)
    page = Table(box=box.ROUNDED, border_style="dim", header_style="bold", show_lines=True)
    for name in ("发布时的原文", "整理后的正文"):
        page.add_column(name, width=room, overflow="fold")
    seen: set[Look] = set()
    for pair in pair_page(report, whole):
        seen |= {piece.look for piece in (*pair.before, *pair.after)}
        page.add_row(*(_paint(console, side, room) for side in (pair.before, pair.after)))
    console.print(page)
    legend = [_mark(console, look, name) for look, name in _LEGEND if look in seen]
    if legend:
        console.print(Text("  ").join(legend))
    if report.damage:
        console.print(_list_damage(report))
    if report.losses:
        console.print(_list_losses(console, report))
    for issue in report.issues[:_MOST]:
        console.print(Text(f"存疑：{show(issue.message)}", "yellow"), soft_wrap=True)
    _print_more(console, len(report.issues))
    console.print(_describe_reliance(report))


def _print_head(console: Console, report: Report) -> None:
    console.rule(Text(show(report.file), "bold"), align="left", style="dim")
    facts = (
        ("标题", report.title),
        ("发布", report.published and report.published.isoformat()),
        ("来源", report.source),
        ("作者", report.author),
        ("地区", report.region and "".join(place.name for place in report.region.path)),
    )
    for name, words in facts:
        if words:
            console.print(Text.assemble((f"{name}  ", "dim"), show(words)), soft_wrap=True)


def _paint(console: Console, pieces: Iterable[Piece], room: int) -> Text:
    """Return the pieces in lines of `room` cells, broken where Chinese may be."""
    text = Text().join(_mark(console, piece.look, piece.words) for piece in pieces)
    return Text("\n").join(text.divide(find_breaks(text.plain, room)))


def _mark(console: Console, look: Look, words: str) -> Text:
    if console.color_system is not None:
        return Text(words, _STYLES[look])
    left, right = _SIGNS[look]
    return Text(f"{left}{words}{right}")


def _list_damage(report: Report) -> Table:
    table = Table("损坏", box=box.SIMPLE_HEAD, header_style="bold")
    for name in ("发现", "已修复", "存疑"):
        table.add_column(name, justify="right")
    table.add_column("处理", overflow="fold")
    doubtful = sum(loss.outcome == "doubtful" for loss in report.losses)
    for damage in report.damage:
        repaired = damage.repaired - (doubtful if damage.kind == "lost_bytes" else 0)
        counts = (damage.count, repaired, damage.count - repaired)
        table.add_row(name_of(DAMAGES, damage.kind), *(f"{count:,}" for count in counts), show(damage.note))
    return table


def _list_losses(console: Console, report: Report) -> Table:
    """Return the places that were lost: as published, as put back, how certain, and the words around."""
    more = len(report.losses) - _MOST
    table = Table("原样", "补回", box=box.SIMPLE_HEAD, header_style="bold")
    table.add_column("把握", justify="right")
    table.add_column("上下文", overflow="fold")
    for loss in report.losses[:_MOST]:
        left, right = (
            report.text[max(0, loss.start - _AROUND) : loss.start],
            report.text[loss.end :][:_AROUND],
        )
        context = Text.assemble(
            show(left.rpartition("\n")[2]),
            _mark(console, loss.outcome, show(loss.text)),
            show(right.partition("\n")[0]),
        )
        published = show(report.original[loss.source_start : loss.source_end])
        put_back = "" if loss.certainty is None else show(loss.text)
        sure = "无法复原" if loss.certainty is None else f"{loss.certainty:.0%}"
        table.add_row(Text(published), Text(put_back), Text(sure, _STYLES[loss.outcome]), context)
    table.caption = f"另有 {more:,} 处未列出" if more > 0 else None
    return table


def _print_more(console: Console, count: int) -> None:
    if count > _MOST:
        console.print(Text(f"另有 {count - _MOST:,} 条存疑未列出。", "yellow"))


def _describe_reliance(report: Report) -> Text:
    style = ("yellow" if report.losses else "green") if report.reliable else "bold red"
    return Text(describe_reliance(report), style)
