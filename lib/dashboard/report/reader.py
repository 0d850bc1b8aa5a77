"""A report to be read: what was found in it as rows, and its words as restored beside the words as published.

Choosing a row (static/app/here.js) brings its words to sight in both texts; all of it is one piece of HTML, so that
a choice asks nothing of the server.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.element import write_quiet, write_tag
from dashboard.report.marking import SPUN, mark_clean, mark_original
from dashboard.report.reason import Glossary, write_reasons
from ecoledger.evidence import commitment_lines, statement_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ecoledger.model import Commitment, Issue, Report, Statement

_LOOKS = (
    ("action", "可核查的行动"),
    ("principle", "原则性表态"),
    ("target", "目标"),
    ("deadline", "时限"),
    ("body", "责任单位"),
)
_COMMITMENT = ("", "性质", "承诺", "时限", "责任单位")
_STATEMENT = ("", "种类", "原文")
_MOST = 52
"""Characters of a row; all of its words stand in the texts."""


def write_reader(report: Report, here: str | None = None) -> str:
    """Return the rows and both texts of `report` as HTML; `here` is the id of the commitment to show first."""
    if not report.text:
        return write_quiet("没有读到正文。") + mark_original(report)
    items = _write_tabs(report, here) if report.commitments or report.statements else ""
    views = (
        _write_switch("texts", (("repaired", "修复后"), ("published", "来源原样"))),
        _write_view("repaired", "修复后", mark_clean(report, here)),
        _write_view("published", "来源原样", mark_original(report, here)),
    )
    return (
        f'<div class="reader">{items}{_write_legend(report)}<div class="views">{"".join(views)}</div></div>'
    )


def _write_view(look: str, name: str, words: str) -> str:
    pane = f'<div class="pane" role="region" aria-label="{name}" tabindex="0">{words}</div>'
    return f'<section class="{look}"><h4>{name}</h4>{pane}</section>'


def _write_tabs(report: Report, here: str | None) -> str:
    tabs = [("commitments", f"承诺 {len(report.commitments)}")]
    rules = Glossary()
    rows = [_commitment_row(report, n, c, here, rules) for n, c in enumerate(report.commitments, 1)]
    tables = [_write_rows(_COMMITMENT, rows)]
    if report.statements:
        tabs.append(("statements", f"情况与诉求 {len(report.statements)}"))
        rows = [_statement_row(n, s, rules) for n, s in enumerate(report.statements, 1)]
        tables.append(_write_rows(_STATEMENT, rows))
    lists = (
        f'<div class="list {name}" tabindex="0">{table}</div>'
        for (name, _), table in zip(tabs, tables, strict=True)
    )
    return f'<div class="lists">{_write_switch("items", tabs)}{"".join(lists)}{rules.write()}</div>'


def _write_switch(name: str, choices: Iterable[tuple[str, str]]) -> str:
    """Return a row of choices of which the first holds; style.css shows what is chosen."""
    buttons = "".join(
        f'<label><input type="radio" name="reader-{name}" value="{value}"{"" if number else " checked"}>'
        f"<span>{escape(word)}</span></label>"
        for number, (value, word) in enumerate(choices)
    )
    return f'<div class="switch {name}" role="radiogroup">{buttons}</div>'


def _write_rows(head: Iterable[str], rows: Iterable[str]) -> str:
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _commitment_row(
    report: Report, number: int, commitment: Commitment, here: str | None, rules: Glossary
) -> str:
    chosen = commitment.id == here
    tag = write_tag(labels.SHORT_LABELS[commitment.label], commitment.label)
    more = "、".join(dict.fromkeys(d.text for d in commitment.deadlines))
    who = "、".join(dict.fromkeys(b.name for b in commitment.bodies))
    words = escape(_shorten(commitment.text)) + _write_doubts(report.issues_in(commitment))
    cells = (tag, words, escape(more), escape(who))
    why = write_reasons(commitment_lines(commitment), rules)
    return _write_row(str(number), str(number), cells, why, identity=commitment.id, chosen=chosen)


def _statement_row(number: int, statement: Statement, rules: Glossary) -> str:
    cells = (write_tag(labels.STATEMENTS[statement.kind]), escape(_shorten(statement.text)))
    return _write_row(f"s{number}", str(number), cells, write_reasons(statement_lines(statement), rules))


def _write_row(
    item: str,
    number: str,
    cells: Sequence[str],
    why: str,
    *,
    identity: str | None = None,
    chosen: bool = False,
) -> str:
    """Return a row, and below it what it was read from, which style.css shows once the row is chosen."""
    named = "" if identity is None else f' data-id="{escape(identity)}"'
    look = ' class="here"' if chosen else ""
    pressed = ' aria-pressed="true"' if chosen else ""
    return (
        f'<tr data-item="{item}"{named}{look}><th><button type="button"{pressed}>{number}</button></th>'
        f"{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        f'<tr class="because"><td colspan="{len(cells) + 1}">{why}</td></tr>'
    )


def _write_doubts(issues: Iterable[Issue]) -> str:
    said = "".join(dict.fromkeys(issue.message for issue in issues))
    return f'<small class="doubt">存疑：{escape(said)}</small>' if said else ""


def _write_legend(report: Report) -> str:
    looks = [(look, word) for look, word in _LOOKS if report.commitments]
    outcomes = {loss.outcome for loss in report.losses}
    looks += [(look, word) for look, word in labels.LOSSES.items() if look in outcomes]
    if any(issue.kind == SPUN and issue.start is not None for issue in report.issues):
        looks.append((SPUN, labels.DAMAGES[SPUN]))
    marks = "".join(f'<span><i class="{look}">{word}</i></span>' for look, word in looks)
    return f'<div class="legend">{marks}<span><s>不属于正文的文字</s></span></div>'


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 2]}……"
