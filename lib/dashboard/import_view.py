"""Shows the import that is under way: how far it is, how long it will take, and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import import_desk
from dashboard.element import as_text, write_quiet
from dashboard.labels import wait_text
from dashboard.language import tr
from ecoledger.term import OUTCOMES

if TYPE_CHECKING:
    from collections import Counter

    from dashboard.import_job import Job

EVERY = 1.0
"""Seconds between two looks at an import."""


def draw_job(job: Job) -> None:
    """Draw an import that runs or was stopped."""
    import_desk.watch(job)
    with st.container(border=True):
        if not import_desk.began_here(job):
            st.caption(tr("这次导入由另一个窗口开始；同一台账同时只能有一个导入。"))
        if job.running:
            _draw_running(job)
        else:
            _draw_stopped(job)


def counts_text(counts: Counter[str]) -> str:
    """Return how many documents came out how, those that are none left out."""
    return "　".join(
        f"{tr(word)} {counts[outcome]:,}" for outcome, word in OUTCOMES.items() if counts[outcome]
    )


@st.fragment(run_every=EVERY)
def _draw_running(job: Job) -> None:
    # Only this part is drawn anew each second; the thread itself never touches the page.
    if not job.running:
        st.rerun()
    now = job.progress
    if job.phase == "counting":
        st.subheader(tr("正在清点报道……"), anchor=False)
        st.progress(0.0)
        st.html(write_quiet(tr("清点后即开始读取。")))
    else:
        left = tr("还需{left}", left=wait_text(now.left)) if now.left is not None else tr("正在估算所需时间")
        st.subheader(
            tr("正在导入　{done:,} / {total:,} 份，{left}", done=now.done, total=now.total, left=left),
            anchor=False,
        )
        st.progress(now.done / now.total if now.total else 0.0)
        st.html(
            write_quiet(tr("当前：{current}", current=job.current))
            + write_quiet(counts_text(job.counts) or tr("尚无读完的报道。"))
        )
    stopping = job.phase == "stopping"
    st.button(
        tr("正在停止，读完当前这一份……") if stopping else tr("停止"),
        icon=":material/stop:",
        key="stop-import",
        on_click=job.stop,
        disabled=stopping,
    )
    st.caption(tr("可以离开本页或关闭浏览器，导入会继续进行。"))


def _draw_stopped(job: Job) -> None:
    now = job.progress
    st.subheader(
        tr("已停止　{done:,} / {total:,} 份", done=now.done, total=now.total) if now.total else tr("已停止"),
        anchor=False,
    )
    st.progress(now.done / now.total if now.total else 0.0)
    if job.problem:
        st.error(as_text(tr(job.problem)), icon=":material/error:")
    st.html(write_quiet(counts_text(job.counts) or tr("尚无读完的报道。")))
    with st.container(horizontal=True):
        st.button(
            tr("继续"), type="primary", icon=":material/play_arrow:", on_click=job.start, key="resume-import"
        )
        st.button(tr("结束，其余不再导入"), on_click=job.give_up, key="end-import")
    st.caption(tr("读完的已存入台账。"))
