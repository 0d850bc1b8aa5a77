"""导入 /import: documents are read, looked at, and then saved or thrown away."""

import streamlit as st

from dashboard import draft
from dashboard.connection import tell_out_of_reach
from dashboard.draft_view import draw_all, draw_draft

_TURN = "import-turn"


def render() -> None:
    """Draw the ways in, and below them what was read so far."""
    st.title("导入报告", anchor=False)
    tell_out_of_reach()  # reading works without the ledger, saving does not
    turn = st.session_state.setdefault(_TURN, 0)
    upload, paste = st.tabs(["上传文件", "粘贴文字"])
    with upload:
        files = st.file_uploader(
            "会议报道（文本、网页、DOCX、PDF、OFD、邮件、表格或 ZIP，每个不超过 32 MB，可一次多选）",
            accept_multiple_files=True,
            key=f"upload-{turn}",
        )
    with paste:
        text = st.text_area(
            "报道全文",
            key=f"paste-{turn}",
            height=220,
            placeholder="把报道连同标题、日期、来源一起粘贴到这里",
        )
        pasted = st.button("读取", type="primary", key="read-pasted", disabled=False)
    if files:
        with st.spinner("正在读取……"):
            for file in files:
                draft.take(file.getvalue(), file.name)
        _clear()
    if pasted and text.strip():
        draft.take(text.encode(), "粘贴的文字")
        _clear()
    elif pasted:
        st.warning("还没有粘贴文字。", icon=":material/info:")
    found = draft.drafts()
    if not found:
        st.caption("读取后先在这里核对，存入之前不会改动台账。")
    draw_all(found)
    for one in found:
        draw_draft(one)


def _clear() -> None:
    """Empty the ways in: what they held has been read."""
    st.session_state[_TURN] += 1
    st.rerun()
