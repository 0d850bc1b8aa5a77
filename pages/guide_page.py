"""使用指南 /guide: how to do what people come for, step by step, with pictures of the pages."""

import streamlit as st

from dashboard.language import tr
from dashboard.manual import read_manual, write_contents


def render() -> None:
    """Draw the guide."""
    st.title(tr("使用指南"), anchor=False)
    manual = read_manual()
    st.markdown(manual.opening)
    st.html(write_contents(manual))
    for chapter in manual.chapters:
        st.subheader(chapter.title, anchor=chapter.anchor)
        st.markdown(chapter.text)
