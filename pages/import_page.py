"""导入 /import: reports are handed in, read with progress, and what became of each is told."""

import streamlit as st

from dashboard import draft, import_choice, import_desk, import_result, import_view
from dashboard.connection import tell_out_of_reach
from dashboard.draft_view import draw_all, draw_draft
from dashboard.language import tr

_TURN = "import-turn"


def render() -> None:
    """Draw the import that is under way, or the ways in and below them what waits and what was read."""
    st.title(tr("导入报告"), anchor=False)
    tell_out_of_reach()  # reading works without the ledger, saving does not
    desk = import_desk.get_desk()
    job = desk.job
    if job is not None and not job.over:
        import_view.draw_job(job)
    elif job is not None and import_desk.watched(job):
        import_result.draw_result(job)
        st.divider()
        st.subheader(tr("导入其他报道"), anchor=False)
    if not desk.busy:
        _draw_ways()
    found = draft.drafts()
    draw_all(found)
    for one in found:
        draw_draft(one)
    if job is not None and job.over and not import_desk.watched(job):
        with st.expander(
            tr("上次导入的结果（{began:%m月%d日 %H:%M}，{count:,} 份）", began=job.began, count=len(job.done))
        ):
            import_result.draw_result(job)


def _draw_ways() -> None:
    """Draw the ways in, or what came by them and waits."""
    waiting = import_choice.chosen_files()
    if waiting:
        import_choice.draw_chosen(waiting)
        return
    turn = st.session_state.setdefault(_TURN, 0)
    upload, folder, paste = st.tabs([tr("上传文件"), tr("上传文件夹"), tr("粘贴文字")])
    with upload:
        files = st.file_uploader(
            tr("会议报道：文本、网页、DOCX、PDF、OFD、邮件、表格（CSV、Excel、JSONL）或 ZIP，可一次多选"),
            accept_multiple_files=True,
            key=f"upload-{turn}",
        )
    with folder:
        files += st.file_uploader(
            tr("选择一个文件夹，其中各级文件夹里的报道都会导入"),
            accept_multiple_files="directory",
            key=f"folder-{turn}",
        )
    with paste:
        text = st.text_area(
            tr("报道全文"),
            key=f"paste-{turn}",
            height=220,
            placeholder=tr("把报道连同标题、日期、来源一起粘贴到这里"),
        )
        pasted = st.button(tr("读取"), type="primary", key="read-pasted")
    if files or (pasted and text.strip()):
        import_desk.unwatch()  # what was imported before makes room for what is new
    if files:
        with st.spinner(tr("正在读取……")):
            import_choice.take((file.name, file.getvalue()) for file in files)
        _clear()
    if pasted and text.strip():
        draft.take(text.encode(), tr("粘贴的文字"))
        _clear()
    elif pasted:
        st.warning(tr("还没有粘贴文字。"), icon=":material/info:")
    if not draft.drafts():
        st.caption(
            tr(
                "不超过 {few} 份的先在这里核对，存入之前不会改动台账；更多的、压缩包和表格整体导入，可随时停止。",
                few=import_choice.FEW,
            )
        )


def _clear() -> None:
    """Empty the ways in: what they held has been read."""
    st.session_state[_TURN] += 1
    st.rerun()
