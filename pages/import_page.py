"""导入."""

import streamlit as st


def render() -> None:
    """Draw the page."""
    st.title("导入")
