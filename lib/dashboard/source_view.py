"""Shows the documents that publish a report, parts one that is of another report, and joins two that are one."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.connection import get_ledger
from dashboard.element import write_facts, write_tag
from dashboard.join_view import draw_joining
from dashboard.language import tr
from dashboard.navigation import link_report
from dashboard.report.marking import mark_original
from ecoledger.ledger.group import WHOLE, part_source
from ecoledger.ledger.report import get_reading
from ecoledger.term import likeness_text

if TYPE_CHECKING:
    from ecoledger.ledger.report import StoredReport
    from ecoledger.ledger.source import Source

_PARTED = "parted-report"
"""The id of the report that was just parted from another, to be told when the page is drawn again."""


def draw_sources(stored: StoredReport) -> None:
    """Draw the sources of a report that has several, each with what is known of it and a way to part it for good.

    Below stands what a person parted from the report, and the way to join it with another.
    """
    _tell_parted()
    sources = stored.sources
    if len(sources) > 1:
        st.subheader(tr("来源（{count}）", count=len(sources)))
        st.caption(
            tr("同一篇报道在多处发布，只按一份报告计数；正文取自其中最完好的一份，其余原样保存在这里。")
        )
        for source in sources:
            with st.container(border=True):
                _draw_source(source, sources[0])
    draw_joining(stored)


def _draw_source(source: Source, text: Source) -> None:
    st.html(_tags(source, text))
    st.html(write_facts(_facts(source)))
    with st.container(horizontal=True, vertical_alignment="center"):
        shown = not source.is_text and st.toggle(tr("查看这份原文"), key=f"original-{source.id}")
        with st.popover(tr("不是同一份报告")):
            st.write(tr("将它与其余来源分为两份报告，以后导入也不再合并。"))
            if st.button(tr("分为两份报告"), type="primary", key=f"part-{source.id}"):
                st.session_state[_PARTED] = part_source(get_ledger(), source.id)
                st.rerun()
    if shown:
        reading = get_reading(get_ledger(), source.id)
        if reading is not None:
            st.html(mark_original(reading))


def _tags(source: Source, text: Source) -> str:
    tags = [write_tag(tr("正文取自这一份"), "action")] if source.is_text else []
    if source.likeness is not None:
        tags.append(write_tag(tr("相似度 {likeness}", likeness=likeness_text(source.likeness))))
    if source.length < WHOLE * text.length:
        tags.append(write_tag(tr("不全，约为正文的 {share:.0%}", share=source.length / text.length), "late"))
    if not source.reliable:
        tags.append(write_tag(tr("文字不可靠"), "late"))
    return "".join(tags)


def _facts(source: Source) -> list[tuple[str, str | None]]:
    damage = [
        tr(
            "{kind} {count:,} 处（修复 {repaired:,} 处）",
            kind=labels.name_of(labels.DAMAGES, one.kind),
            count=one.count,
            repaired=one.repaired,
        )
        for one in source.damage
    ]
    return [
        (tr("来源"), source.source or tr("来源不详")),
        (tr("标题"), source.title),
        (tr("发布"), labels.date_text(source.published) if source.published else None),
        (tr("导入"), labels.date_text(source.added_at.date())),
        (tr("网址"), source.url),
        (tr("文件"), PurePath(source.file).name),
        (tr("损坏"), tr("；").join(damage)),
    ]


def _tell_parted() -> None:
    parted = st.session_state.pop(_PARTED, None)
    if parted is not None:
        st.success(tr("已分为两份报告。"), icon=":material/call_split:")
        link_report(parted, tr("查看分出的报告"))
