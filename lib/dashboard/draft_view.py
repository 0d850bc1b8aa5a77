"""Shows a draft: what was understood, what is doubtful, place and date to be set, and to save or throw away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import draft, labels
from dashboard.element import as_text, write_tag
from dashboard.language import tr
from dashboard.navigation import link_report
from dashboard.place import find_region, list_places
from dashboard.report import view as report_view
from dashboard.report.marking import mark_clean
from ecoledger.ledger.correction import Correction, standing
from ecoledger.term import likeness_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.draft import Draft
    from ecoledger.ledger.match import Match
    from ecoledger.model import Region, Report

_OUTCOMES = {
    "new": "已存入台账。",
    "copy": "台账中已有同一篇报道，这一份已作为它的另一来源并入。",
    "changed": "台账中已有这份报告，已更新。",
    "unchanged": "台账中已有这份报告，内容未变。",
    "parted": "已撤销合并，单独存为一份报告，以后导入也不再合并。",
}


def draw_all(found: Sequence[Draft]) -> None:
    """Draw a way to save all drafts at once, where there are several to save."""
    waiting = [one for one in found if one.report is not None and one.saved is None]
    if len(waiting) > 1 and st.button(
        tr("全部存入台账（{count} 份）", count=len(waiting)), icon=":material/done_all:"
    ):
        for one in waiting:
            draft.save(one)
        st.rerun()


def draw_draft(one: Draft) -> None:
    """Draw one draft in a frame of its own."""
    with st.container(border=True):
        if one.report is None:
            st.error(as_text(one.problem or ""), icon=":material/error:")
            st.button(tr("移除"), key=f"drop-{one.key}", on_click=draft.drop, args=(one,))
            return
        st.subheader(as_text(labels.title_of(one.report)), anchor=False)
        if one.saved is not None:
            st.success(tr(_OUTCOMES[one.saved]), icon=":material/check_circle:")
            with st.container(horizontal=True, vertical_alignment="center"):
                link_report(one.key, tr("查看报告"))
                if one.saved == "copy":
                    st.button(tr("撤销合并"), key=f"part-{one.key}", on_click=draft.part, args=(one,))
                st.button(tr("移出列表"), key=f"drop-{one.key}", on_click=draft.drop, args=(one,))
            return
        copied = draft.find_report(one)
        if copied is not None:
            _draw_copied(copied)
        _draw_understood(one, one.report)
        _draw_corrections(one, one.report)
        with st.container(horizontal=True):
            word = tr("并入已有报告") if copied else tr("存入台账")
            if st.button(word, type="primary", key=f"save-{one.key}"):
                draft.save(one)
                st.rerun()
            if copied and st.button(tr("另存为单独的报告"), key=f"apart-{one.key}"):
                draft.save(one, apart=True)
                st.rerun()
            st.button(tr("丢弃"), key=f"drop-{one.key}", on_click=draft.drop, args=(one,))


def _draw_copied(copied: Match) -> None:
    """Say that the ledger has the report already, and from where it can be looked at."""
    title = tr("已有报告《{title}》", title=as_text(copied.title)) if copied.title else tr("一份已有报告")
    st.info(
        tr(
            "与{title}是同一篇报道（相似度 {likeness}），将作为另一来源并入。",
            title=title,
            likeness=likeness_text(copied.likeness),
        ),
        icon=":material/content_copy:",
    )
    link_report(copied.report_id, tr("查看已有报告"))


def _draw_understood(one: Draft, report: Report) -> None:
    st.html(_tags(report))
    facts, damage = st.columns(2, gap="large")
    with facts:
        report_view.draw_facts(report, standing(report, one.correction), draft.kind_of(report))
    with damage:
        report_view.draw_damage(report)
        report_view.draw_issues(report, one.correction)
    with st.expander(tr("正文与承诺")):
        st.html(mark_clean(report))


def _tags(report: Report) -> str:
    found = report.commitments
    tags = [
        write_tag(f"{tr(name)} {count}", label)
        for label, name in labels.SHORT_LABELS.items()
        if (count := sum(c.label == label for c in found))
    ]
    tags += [
        write_tag(f"{name} {count}")
        for name, count in (
            (tr("目标"), sum(len(c.targets) for c in found)),
            (tr("时限"), sum(len(c.deadlines) for c in found)),
            (tr("责任单位"), sum(len(c.bodies) for c in found)),
            (tr("人员"), len(report.people)),
        )
        if count
    ]
    return "".join(tags) or write_tag(tr("没有读到承诺"))


def _draw_corrections(one: Draft, report: Report) -> None:
    """Let place and date be set by hand; they are asked for at once where the reader was unsure."""
    held = standing(report, Correction())
    unsure = held.region is None or held.date_source != "meeting"
    with st.expander(tr("设定地区与日期"), expanded=unsure, icon=":material/edit:"):
        if unsure:
            st.caption(tr("读取程序对地区或会议日期没有把握，请核对；留空则按读取结果保存。"))
        region = _choose_region(one.key)
        day = st.date_input(
            tr("会议日期"),
            value=None,
            key=f"date-{one.key}",
            width=260,
            format="YYYY-MM-DD",
            min_value="1978-01-01",
            max_value="2100-12-31",
        )
        correction = Correction(region, day)
        if correction != one.correction:
            draft.correct(one, correction)
            st.rerun()


def _choose_region(key: str) -> Region | None:
    chosen: str | None = None
    for column, level, label in zip(
        st.columns(3), ("province", "prefecture", "county"), (tr("省级"), tr("地级"), tr("县级")), strict=True
    ):
        names = list_places(chosen) if chosen or level == "province" else {}
        if not names:
            break
        picked = column.selectbox(
            label,
            list(names),
            index=None,
            format_func=names.__getitem__,
            key=f"{level}-{key}-{chosen}",
            placeholder=tr("按读取结果") if level == "province" else tr("不设"),
        )
        if picked is None:
            break
        chosen = picked
    return find_region(chosen) if chosen else None
