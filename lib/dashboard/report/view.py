"""Shows a report: its facts, its people, its texts, its damage and its doubts."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.element import write_facts, write_quiet, write_table
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.report.damage import HEAD, damage_rows
from dashboard.report.reader import write_reader
from dashboard.report.reason import write_reasons
from ecoledger.evidence import fact_lines
from ecoledger.ledger.correction import Correction, open_issues
from ecoledger.reliance import describe_reliance

if TYPE_CHECKING:
    from ecoledger.ledger.correction import Standing
    from ecoledger.model import Report

_NOTHING_SET = Correction()
_MOST = 36
"""Characters shown of words in doubt; all of them stand in the text."""
_FEW = 6
"""So many people are shown without being asked for."""
_MEETING = "会议"
"""The speaker where a report says 会议强调 and names nobody: no person to be told of."""
_DATE_SOURCES = {"person": "人工设定", "meeting": "会议日期", "published": "发布日期", "unknown": ""}


def place_text(standing: Standing) -> str:
    """Return the place as its path: 上海市 · 金山区."""
    region = standing.region
    if region is None:
        return tr(labels.NO_PLACE)
    return " · ".join(place.name for place in region.path) or region.name


def when_text(standing: Standing, date_text: str | None) -> str:
    """Return the day a report is filed under and where that day comes from; else the words of the report."""
    if standing.date is None:
        unknown = tr(labels.NO_DATE)
        return tr("{unknown}（原文：{words}）", unknown=unknown, words=date_text) if date_text else unknown
    source = labels.name_of(_DATE_SOURCES, standing.date_source)
    return tr("{day}（{source}）", day=labels.date_text(standing.date), source=source)


def draw_facts(report: Report, standing: Standing, kind: str | None) -> None:
    """Draw the facts of the meeting and of the publication."""
    meeting = report.meeting
    facts: list[tuple[str, str | None]] = [
        (tr("地区"), place_text(standing)),
        (tr("日期"), when_text(standing, meeting.date_text if meeting else None)),
    ]
    if meeting:
        form = labels.name_of(labels.FORMS, meeting.form)
        facts += [
            (tr("会议"), meeting.name),
            (tr("类型"), tr("，").join(word for word in (kind, form) if word)),
            (tr("主持"), meeting.chair),
            (tr("讲话"), tr("、").join(name for name in meeting.speakers if name != _MEETING)),
        ]
    published = labels.date_text(report.published) if report.published else None
    facts += [
        (tr("发布"), published),
        (tr("来源"), report.source),
        (tr("作者"), report.author),
        (tr("网址"), report.url),
        (tr("文字"), labels.name_of(labels.SCRIPTS, report.script)),
        (tr("文件"), PurePath(report.file).name),
    ]
    st.html(write_facts(facts) + write_reasons(fact_lines(report)))


def draw_people(report: Report) -> None:
    """Draw who is named, with the posts."""
    with st.expander(tr("人员（{count}）", count=len(report.people)), expanded=len(report.people) <= _FEW):
        if not report.people:
            st.html(write_quiet(tr("文中没有读到具名的人员。")))
            return
        st.html(
            write_table((tr("姓名"), tr("职务")), [(person.name, person.role) for person in report.people])
        )


def draw_texts(report: Report, here: str | None = None) -> None:
    """Draw what was found beside the clean text and the text as published, with the same words marked."""
    st.html(write_reader(report, here, current_rule()))


def draw_damage(report: Report) -> None:
    """Draw what was damaged in the published copy, what was put right, and whether the words may be relied upon."""
    said = describe_reliance(report)
    if report.reliable:
        st.html(write_quiet(said))
    else:
        st.warning(said, icon=":material/warning:")
    if report.damage:
        st.html(write_table([tr(name) for name in HEAD], damage_rows(report), "counts"))


def draw_issues(report: Report, correction: Correction = _NOTHING_SET) -> None:
    """Draw the doubts that a person should look at and that `correction` does not settle.

    Words that are likely right are marked where they stand, and counted with the damage.
    """
    likely = {(loss.start, loss.end) for loss in report.losses if loss.outcome == "likely"}
    issues = [
        issue
        for issue in open_issues(report, correction)
        if issue.kind != "reconstructed" or (issue.start, issue.end) not in likely
    ]
    if not issues:
        st.html(write_quiet(tr("没有存疑之处。")))
        return
    rows = [(issue.message, _words(report, issue.start, issue.end)) for issue in issues]
    st.html(write_table((tr("存疑"), tr("原文")), rows, "said"))


def _words(report: Report, start: int | None, end: int | None) -> str:
    words = report.text[start:end] if start is not None and end is not None else ""
    return words if len(words) <= _MOST else f"{words[: _MOST - 2]}……"
