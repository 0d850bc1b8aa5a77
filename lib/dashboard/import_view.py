"""Shows the import that is under way: how far it is, how long it will take, and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import import_desk
from dashboard.connection import forget
from dashboard.element import as_text, write_quiet
from ecoledger.progress import time_text
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
            st.caption("这次导入由另一个窗口开始；同一台账同时只能有一个导入。")
        if job.running:
            _draw_running(job)
        else:
            _draw_stopped(job)


def counts_text(counts: Counter[str]) -> str:
    """Return how many documents came out how, those that are none left out."""
    return "　".join(f"{word} {counts[outcome]:,}" for outcome, word in OUTCOMES.items() if counts[outcome])


@st.fragment(run_every=EVERY)
def _draw_running(job: Job) -> None:
    # Only this part is drawn anew each second; the thread itself never touches the page.
    if not job.running:
        forget()
        st.rerun()
    now = job.progress
    if job.phase == "counting":
        st.subheader("正在清点报道……", anchor=False)
        st.progress(0.0)
        st.html(write_quiet("清点后即开始读取。"))
    else:
        left = f"还需{time_text(now.left)}" if now.left is not None else "正在估算所需时间"
        st.subheader(f"正在导入　{now.done:,} / {now.total:,} 份，{left}", anchor=False)
        st.progress(now.done / now.total if now.total else 0.0)
        st.html(
            write_quiet(f"当前：{job.current}") + write_quiet(counts_text(job.counts) or "尚无读完的报道。")
        )
    stopping = job.phase == "stopping"
    st.button(
        "正在停止，读完当前这一份……" if stopping else "停止",
        icon=":material/stop:",
        key="stop-import",
        on_click=job.stop,
        disabled=stopping,
    )
    st.caption("可以离开本页或关闭浏览器，导入会继续进行。")


def _draw_stopped(job: Job) -> None:
    now = job.progress
    st.subheader(f"已停止　{now.done:,} / {now.total:,} 份" if now.total else "已停止", anchor=False)
    st.progress(now.done / now.total if now.total else 0.0)
    if job.problem:
        st.error(as_text(job.problem), icon=":material/error:")
    st.html(write_quiet(counts_text(job.counts) or "尚无读完的报道。"))
    with st.container(horizontal=True):
        st.button(
            "继续", type="primary", icon=":material/play_arrow:", on_click=job.start, key="resume-import"
        )
        st.button("结束，其余不再导入", on_click=job.give_up, key="end-import")
    st.caption("读完的已存入台账。")
