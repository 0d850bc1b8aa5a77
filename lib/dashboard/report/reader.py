"""A report to be read: what was found in it as rows, and its words as restored beside the words as published.

Choosing a row (static/app/here.js) brings its words to sight in both texts, choosing words their row; all of it is one
piece of HTML, so that a choice asks nothing of the server. static/report/note.js tells what is known of marked words.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.element import write_quiet, write_tag
from dashboard.language import tr
from dashboard.light_mark import write_light
from dashboard.report.leftout import NAMES, READING
from dashboard.report.marking import SPUN, mark_clean, mark_original
from dashboard.report.reason import Glossary, write_reasons
from ecoledger.evidence import commitment_lines, statement_lines
from ecoledger.ledger.light import light_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ecoledger.ledger.light import LightRule
    from ecoledger.model import Commitment, Issue, Report, Statement

_LOOKS = {
    "action": "可核查的行动",
    "principle": "原则性表态",
    "target": "目标",
    "deadline": "时限",
    "body": "责任单位",
}
_COMMITMENT = ("", "性质", "承诺", "目标", "时限", "责任单位")
_STATEMENT = ("", "种类", "原文", "目标")
_LEFT_OUT = re.compile(r'<s(?: class="([a-z]+)")?>')
_MOST = 60
"""Characters of a row until it is chosen: all of its words stand in the texts."""


def write_reader(report: Report, here: str | None = None, rule: LightRule | None = None) -> str:
    """Return the rows and both texts of `report` as HTML; `here` is the id of the commitment to show first.

    With a `rule` deadlines have their lights.
    """
    if not report.text:
        return write_quiet(tr("没有读到正文。")) + mark_original(report)
    items = _write_tabs(report, here, rule) if report.commitments or report.statements else ""
    repaired, published = tr("修复后"), tr("来源原样")
    original = mark_original(report, here, chosen_by=True)
    left_out = Counter(look or READING for look in _LEFT_OUT.findall(original))
    changes = left_out.total() + original.count(' tabindex="0">')
    views = (
        _write_switch("texts", (("repaired", repaired), ("published", published))),
        _write_view("repaired", repaired, mark_clean(report, here, chosen_by=True)),
        _write_view("published", published, original, _write_steps(changes)),
    )
    return f'<div class="reader">{items}{_write_legend(report, left_out)}<div class="views">{"".join(views)}</div></div>'


def _write_view(look: str, name: str, words: str, steps: str = "") -> str:
    pane = f'<div class="pane" role="region" aria-label="{escape(name)}" tabindex="0">{words}</div>'
    return f'<section class="{look}"><header><h4>{escape(name)}</h4>{steps}</header>{pane}</section>'


def _write_steps(changes: int) -> str:
    """Return the way from one damaged or left out place to the next."""
    if not changes:
        return ""
    said = escape(tr("损坏与删去 {count} 处", count=f"{changes:,}"))
    before, after = escape(tr("上一处")), escape(tr("下一处"))
    return (
        f'<div class="steps"><span aria-live="polite">{said}</span>'
        f'<button type="button" data-step="-1" aria-label="{before}" title="{before}">‹</button>'
        f'<button type="button" data-step="1" aria-label="{after}" title="{after}">›</button></div>'
    )


def _write_tabs(report: Report, here: str | None, light: LightRule | None) -> str:
    tabs = [("commitments", tr("承诺 {count}", count=len(report.commitments)))]
    rules = Glossary()
    rows = [
        _commitment_row(report, n, c, rules, here=here, rule=light)
        for n, c in enumerate(report.commitments, 1)
    ]
    tables = [_write_rows(_COMMITMENT, rows)]
    if report.statements:
        tabs.append(("statements", tr("情况与诉求 {count}", count=len(report.statements))))
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
    names = "".join(f'<th scope="col">{escape(tr(name)) if name else ""}</th>' for name in head)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _commitment_row(
    report: Report,
    number: int,
    commitment: Commitment,
    rules: Glossary,
    *,
    here: str | None,
    rule: LightRule | None,
) -> str:
    chosen = commitment.id == here
    tag = write_tag(labels.name_of(labels.SHORT_LABELS, commitment.label), commitment.label)
    who = tr("、").join(dict.fromkeys(body.name for body in commitment.bodies))
    words = _write_words(commitment.text) + _write_doubts(report.issues_in(commitment))
    cells = (tag, words, _write_targets(commitment), _write_deadlines(commitment, rule), escape(who))
    why = write_reasons(commitment_lines(commitment), rules)
    return _write_row(str(number), str(number), cells, why, identity=commitment.id, chosen=chosen)


def _statement_row(number: int, statement: Statement, rules: Glossary) -> str:
    tag = write_tag(labels.name_of(labels.STATEMENTS, statement.kind))
    cells = (tag, _write_words(statement.text), _write_targets(statement))
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
    return f'<small class="doubt">{escape(tr("存疑：{said}", said=said))}</small>' if said else ""


def _write_words(text: str) -> str:
    """Return the first words of a row; here.js puts all of them there once the row is chosen."""
    short = text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
    return f'<div class="words said">{escape(short)}</div>'


def _write_targets(item: Commitment | Statement) -> str:
    told = dict.fromkeys(labels.target_text(target) for target in item.targets)
    return f'<div class="words">{escape(tr("；").join(told))}</div>' if told else ""


def _write_deadlines(commitment: Commitment, rule: LightRule | None) -> str:
    """Return the words of the deadlines, the day they come to, and its light."""
    words = escape(tr("、").join(dict.fromkeys(deadline.text for deadline in commitment.deadlines)))
    if not words or rule is None:
        return words
    due = min((deadline.due for deadline in commitment.deadlines if deadline.due), default=None)
    light = write_light(light_of(rule, due, (deadline.kind for deadline in commitment.deadlines)))
    return " ".join((words, *([due.isoformat()] if due else []), light))


def _write_legend(report: Report, left_out: Mapping[str, int]) -> str:
    looks = [(look, tr(word)) for look, word in _LOOKS.items() if report.commitments]
    outcomes = {loss.outcome for loss in report.losses}
    looks += [(look, labels.name_of(labels.LOSSES, look)) for look in labels.LOSSES if look in outcomes]
    if any(issue.kind == SPUN and issue.start is not None for issue in report.issues):
        looks.append((SPUN, labels.name_of(labels.DAMAGES, SPUN)))
    marks = "".join(f'<span><i class="{look}">{escape(word)}</i></span>' for look, word in looks)
    out = "".join(
        f'<span><s class="{look}" data-note="{escape(tr(name))}">{escape(tr(name))}</s></span>'
        for look, name in NAMES.items()
        if look in left_out
    )
    return f'<div class="legend">{marks}{out}</div>'
