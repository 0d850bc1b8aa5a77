"""承诺台账."""

import streamlit as st


def render() -> None:
    """Draw the page."""
    st.title("承诺台账")
