"""Shows what became of each document of an import, and gives the table as a file."""

from __future__ import annotations

import io
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard import import_desk
from dashboard.canvas import clicked_row, draw_ahead
from dashboard.connection import get_ledger
from dashboard.download import XLSX
from dashboard.element import write_figures, write_quiet
from dashboard.language import tr
from dashboard.navigation import go_report
from ecoledger.export.outcome import HEAD, outcome_row, remark, write_outcomes_csv, write_outcomes_xlsx
from ecoledger.ledger.filed import find_filed
from ecoledger.ledger.group import part_source
from ecoledger.term import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import BinaryIO

    from dashboard.import_job import Job
    from ecoledger.ingest import Ingested

SIZE = 50
"""Rows of the table on a page."""

_WIDTHS = {
    "序号": 56,
    "结果": 60,
    "文件": 270,
    "报告": 270,
    "承诺": 56,
    "文字可靠": 76,
    "损坏": 150,
    "说明": 380,
}
_CODED = ("结果", "文字可靠")
"""Columns of few words, which are those of the screen's language."""
_ALL, _DOUBTFUL = "全部", "文字不可靠"
_TOLD = 5


def draw_result(job: Job) -> None:
    """Draw counts, what could not be read, and the table with its downloads."""
    done = tuple(job.done)
    unread = job.progress.total - len(done)
    ended = tr("已结束，{unread:,} 份未读", unread=unread) if unread else tr("全部完成")
    st.html(write_quiet(tr("{began:%Y-%m-%d %H:%M} 开始的导入{ended}。", began=job.began, ended=ended)))
    st.html(write_figures(count_figures(done)))
    if not done:
        st.info(tr("这些文件里没有报道。"), icon=":material/info:")
        return
    _draw_failed([one for one in done if one.outcome == "failed"])
    choices = choose_kinds(done)
    kind = st.segmented_control(tr("只看"), list(choices), default=tr(_ALL), key=f"kind-{job.began}") or tr(
        _ALL
    )
    shown = choices.get(kind, done)
    _draw_table(job, kind, shown)
    with st.container(horizontal=True, gap="small"):
        for label, write, ending, mime in (
            (tr("下载 CSV"), write_outcomes_csv, "csv", "text/csv"),
            (tr("下载 Excel"), write_outcomes_xlsx, "xlsx", XLSX),
        ):
            st.download_button(
                label,
                build_file(shown, write),
                file_name=tr("导入结果.{ending}", ending=ending),
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
            )
        if import_desk.watched(job):
            st.button(tr("收起结果"), icon=":material/unfold_less:", on_click=import_desk.unwatch)


def count_figures(done: Sequence[Ingested]) -> list[tuple[str, str, str]]:
    """Return the counts that stand on top: all, one for each outcome."""
    counts = [(tr("处理的报道"), len(done), _commitments(done))]
    notes = {
        "copy": tr("并入已有报告"),
        "unchanged": tr("台账已有"),
        "changed": tr("按新规则重读"),
        "failed": tr("原因见下"),
    }
    for outcome, word in OUTCOMES.items():
        number = sum(one.outcome == outcome for one in done)
        counts.append((tr(word), number, notes.get(outcome, "") if number else ""))
    return [(f"{number:,}", name, more) for name, number, more in counts]


def choose_kinds(done: Sequence[Ingested]) -> dict[str, Sequence[Ingested]]:
    """Return what the table can be narrowed to, by its name with the count."""
    choices: dict[str, Sequence[Ingested]] = {tr(_ALL): done}
    for outcome, word in OUTCOMES.items():
        choices[tr(word)] = [one for one in done if one.outcome == outcome]
    choices[tr(_DOUBTFUL)] = [one for one in done if one.filed is not None and not one.filed.reliable]
    return {name: rows for name, rows in choices.items() if rows}


def build_frame(rows: Iterable[Ingested], first: int = 1) -> pd.DataFrame:
    """Return the rows as words for the screen, as in files, numbered from `first`."""
    cells = [[str(cell) for cell in outcome_row(number, one)] for number, one in enumerate(rows, first)]
    frame = pd.DataFrame(cells, columns=list(HEAD))[list(_WIDTHS)]
    for name in _CODED:
        frame[name] = frame[name].map(tr)
    return frame


def build_file(
    rows: Sequence[Ingested], write: Callable[[Iterable[Ingested], BinaryIO], None]
) -> Callable[[], bytes]:
    """Return a function that makes the file as `write` writes it."""

    def build() -> bytes:
        stream = io.BytesIO()
        write(rows, stream)
        return stream.getvalue()

    return build


def _commitments(done: Sequence[Ingested]) -> str:
    reports = {one.filed.report_id: one.filed.commitments for one in done if one.filed is not None}
    return tr(
        "{count:,} 份报告，{commitments:,} 条承诺", count=len(reports), commitments=sum(reports.values())
    )


def _draw_failed(failed: Sequence[Ingested]) -> None:
    if failed:
        more = (
            tr("另有 {more:,} 份未能读取，原因见下表。", more=len(failed) - _TOLD)
            if len(failed) > _TOLD
            else ""
        )
        items = "".join(f"<li>{escape(one.message)}</li>" for one in failed[:_TOLD])
        st.html(f'<div class="refused"><ul>{items}</ul>{write_quiet(more) if more else ""}</div>')


def _draw_table(job: Job, kind: str, rows: Sequence[Ingested]) -> None:
    pages = -(-len(rows) // SIZE)
    key = f"result-{job.began}-{kind}"
    page = min(st.session_state.get(f"page-{key}", 1), pages)
    shown = rows[(page - 1) * SIZE : page * SIZE]
    frame = build_frame(shown, (page - 1) * SIZE + 1)
    st.markdown(
        tr("共 **{count:,}** 份", count=len(rows))
        + (tr("，第 {page} / {pages} 页", page=page, pages=pages) if pages > 1 else "")
        + tr("。点一行打开报告。")
    )
    draw_ahead(frame)
    event = st.dataframe(
        frame,
        key=f"{key}-{page}",
        hide_index=True,
        height=min(len(shown), 12) * 35 + 38,
        column_config={
            name: st.column_config.Column(tr(name), width=width) for name, width in _WIDTHS.items()
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
    )
    if pages > 1:
        st.pagination(pages, key=f"page-{key}")
    _draw_copies(job, [one for one in shown if one.outcome == "copy"])
    row = clicked_row(event)
    if row is not None and row < len(shown) and (filed := shown[row].filed) is not None:
        go_report(filed.report_id)


def _draw_copies(job: Job, copies: Sequence[Ingested]) -> None:
    """Let the copies among the rows that are shown be parted from the reports that they were joined with."""
    if not copies:
        return
    with st.expander(
        tr("合并的转载（{count}）：认错的可以撤销", count=len(copies)), icon=":material/content_copy:"
    ):
        for one in copies:
            with st.container(horizontal=True, vertical_alignment="center", key=f"copy-{one.id}"):
                st.html(write_quiet(f"{one.file}　{remark(one)}。"))
                if st.button(tr("撤销合并"), key=f"part-{job.began}-{one.id}"):
                    _part(job, one)
                    st.rerun()


def _part(job: Job, one: Ingested) -> None:
    """Part the copy from its report, for good, and tell it as a report of its own. Raises LedgerError."""
    ledger = get_ledger()
    part_source(ledger, one.id)
    parted = replace(one, outcome="new", filed=find_filed(ledger, one.id))
    job.done[:] = [parted if other is one else other for other in job.done]
