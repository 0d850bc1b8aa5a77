"""Shows a report: its facts, its people, its texts, its damage and its doubts."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.element import write_facts, write_quiet, write_table
from dashboard.marking import mark_clean, mark_original

if TYPE_CHECKING:
    from ecoledger.ledger.correction import Standing
    from ecoledger.model import Report

_LEGEND = (
    '<div class="legend"><span><i class="action">可核查的行动</i></span>'
    '<span><i class="principle">原则性表态</i></span><span><i class="target">目标</i></span>'
    '<span><i class="deadline">时限</i></span><span><i class="body">责任单位</i></span></div>'
)
_MEETING = "会议"
"""The speaker where a report says 会议强调 and names nobody: no person to be told of."""
_DATE_SOURCES = {"person": "人工设定", "meeting": "会议日期", "published": "发布日期", "unknown": ""}


def place_text(standing: Standing) -> str:
    """Return the place as its path: 上海市 · 金山区."""
    region = standing.region
    if region is None:
        return labels.NO_PLACE
    return " · ".join(place.name for place in region.path) or region.name


def when_text(standing: Standing, date_text: str | None) -> str:
    """Return the day a report is filed under and where that day comes from; else the words of the report."""
    if standing.date is None:
        return f"{labels.NO_DATE}（原文：{date_text}）" if date_text else labels.NO_DATE
    return f"{labels.date_text(standing.date)}（{_DATE_SOURCES[standing.date_source]}）"


def draw_facts(report: Report, standing: Standing, kind: str | None) -> None:
    """Draw the facts of the meeting and of the publication."""
    meeting = report.meeting
    facts: list[tuple[str, str | None]] = [
        ("地区", place_text(standing)),
        ("日期", when_text(standing, meeting.date_text if meeting else None)),
    ]
    if meeting:
        form = labels.name_of(labels.FORMS, meeting.form)
        facts += [
            ("会议", meeting.name),
            ("类型", "，".join(word for word in (kind, form) if word)),
            ("主持", meeting.chair),
            ("讲话", "、".join(name for name in meeting.speakers if name != _MEETING)),
        ]
    published = labels.date_text(report.published) if report.published else None
    facts += [
        ("发布", published),
        ("来源", report.source),
        ("文字", labels.name_of(labels.SCRIPTS, report.script)),
        ("文件", PurePath(report.file).name),
    ]
    st.html(write_facts(facts))


def draw_people(report: Report) -> None:
    """Draw who is named, with the posts."""
    if not report.people:
        st.html(write_quiet("文中没有读到具名的人员。"))
        return
    st.html(write_table(("姓名", "职务"), [(person.name, person.role) for person in report.people]))


def draw_texts(report: Report, here: str | None = None) -> None:
    """Draw the clean text and the text as published side by side, with the same words marked."""
    st.html(_LEGEND)
    clean, original = st.columns(2, gap="large")
    with clean:
        st.subheader("整理后的正文")
        st.html(mark_clean(report, here) if report.text else write_quiet("没有读到正文。"))
    with original:
        st.subheader("发布时的原文")
        st.html(mark_original(report, here))


def draw_damage(report: Report) -> None:
    """Draw what was damaged in the published copy and what was done about it."""
    if not report.reliable:
        st.warning(
            "这份报道的文字不可靠：有被改写或无法复原之处，读取结果须对照权威来源核对。",
            icon=":material/warning:",
        )
    if not report.damage:
        st.html(write_quiet("没有发现损坏。"))
        return
    rows = [
        (labels.name_of(labels.DAMAGES, d.kind), f"{d.count:,}", f"{d.repaired:,}", d.note)
        for d in report.damage
    ]
    st.html(write_table(("损坏", "发现", "已修复", "处理"), rows))


def draw_issues(report: Report) -> None:
    """Draw the doubts that a person should look at."""
    if not report.issues:
        st.html(write_quiet("没有存疑之处。"))
        return
    rows = [(issue.message, _words(report, issue.start, issue.end)) for issue in report.issues]
    st.html(write_table(("存疑", "原文"), rows))


def _words(report: Report, start: int | None, end: int | None) -> str:
    return report.text[start:end] if start is not None and end is not None else ""
