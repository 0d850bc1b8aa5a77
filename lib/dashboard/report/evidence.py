"""Shows what a commitment was read from: its words, its parts, and the rules that spoke."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.connection import get_ledger
from dashboard.element import write_facts, write_table, write_tag
from dashboard.language import tr
from dashboard.navigation import REPORT, link
from dashboard.report.marking import mark_commitment
from dashboard.report.reason import write_reasons
from dashboard.report.view import place_text, when_text
from ecoledger.evidence import commitment_lines
from ecoledger.ledger.report import get_report

if TYPE_CHECKING:
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.model import Body, Commitment, Deadline, Report, Target

_SENTENCE_END = "。！？\n"
_PARTS = {
    "目标": ("原文", "种类", "读作", "指标代码"),
    "时限": ("原文", "种类", "截止", "把握"),
    "责任单位": ("原文", "读作", "机构类别", "角色"),
}
"""The heads of the tables of parts, by their titles."""


def draw_evidence(commitment: Commitment, report: Report) -> None:
    """Draw the exact words of `commitment` in their sentence, and everything that was read from them."""
    before, after = sentence_around(report.text, commitment.start, commitment.end)
    st.html(_tags(commitment))
    st.html(
        f'<div class="quote"><span>{escape(before)}</span>{mark_commitment(commitment, report)}<span>{escape(after)}</span></div>'
    )
    doubts = "".join(dict.fromkeys(issue.message for issue in report.issues_in(commitment)))
    st.html(write_facts([(tr("讲话人"), commitment.speaker), (tr("存疑"), doubts)]))
    parts = (
        [_target(target) for target in commitment.targets],
        [_deadline(deadline) for deadline in commitment.deadlines],
        [_body(body) for body in commitment.bodies],
    )
    for (title, head), rows in zip(_PARTS.items(), parts, strict=True):
        if rows:
            st.html(f"<h4>{escape(tr(title))}</h4>{write_table([tr(name) for name in head], rows)}")


def draw_evidence_of(row: CommitmentRow) -> None:
    """Draw the evidence of a row of the table, with where it was said and the way to its report."""
    stored = get_report(get_ledger(), row.report_id)
    commitment = next((c for c in stored.report.commitments if c.id == row.id), None) if stored else None
    if stored is None or commitment is None:
        st.warning(tr("这条承诺刚刚被删除或改动，请刷新页面。"), icon=":material/info:")
        return
    draw_evidence(commitment, stored.report)
    day = when_text(stored.standing, None)
    st.html(
        write_facts(
            [
                (tr("地区"), place_text(stored.standing)),
                (tr("会议"), row.meeting),
                (tr("日期"), day),
                (tr("来源"), row.source),
            ]
        )
        + write_reasons(commitment_lines(commitment))
    )
    link(REPORT, tr("在报告中查看"), icon=":material/description:", id=row.report_id, item=row.id)


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands in the same sentence before `start` and after `end`."""
    left = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END) + 1
    ends = [at for mark in _SENTENCE_END if (at := text.find(mark, end)) >= 0]
    right = min(ends, default=len(text))
    if right < len(text) and text[right] != "\n":
        right += 1
    return text[left:start], text[end:right]


def deadline_text(deadline: Deadline) -> str:
    """Return the days a deadline bounds: 2022年1月1日至2025年12月31日, a last day, or that none is known."""
    if deadline.due is None:
        return labels.name_of(labels.DEADLINE_KINDS, deadline.kind)
    due = labels.date_text(deadline.due)
    if deadline.begin is None:
        return due
    return tr("{begin}至{end}", begin=labels.date_text(deadline.begin), end=due)


def _tags(commitment: Commitment) -> str:
    tags = [write_tag(labels.name_of(labels.LABELS, commitment.label), commitment.label)]
    tags += [write_tag(labels.name_of(labels.THEMES, theme)) for theme in commitment.themes]
    return "".join(tags)


def _target(target: Target) -> tuple[str, ...]:
    kind = labels.name_of(labels.TARGET_KINDS, target.kind)
    return (
        target.text,
        kind,
        labels.target_text(target) if target.value is not None else "—",
        target.indicator_code or "—",
    )


def _deadline(deadline: Deadline) -> tuple[str, ...]:
    kind = labels.name_of(labels.DEADLINE_KINDS, deadline.kind)
    return (
        deadline.text,
        kind,
        deadline_text(deadline),
        labels.name_of(labels.CERTAINTIES, deadline.certainty),
    )


def _body(body: Body) -> tuple[str, ...]:
    return (body.text, body.name, body.organ or "—", labels.name_of(labels.ROLES, body.role))
