"""总览."""

import streamlit as st


def render() -> None:
    """Draw the page."""
    st.title("总览")
