"""Small pieces of HTML that pages are built of; every word given to them is escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def as_text(text: str) -> str:
    """Return `text` so that Streamlit's Markdown shows it as it is: for labels and messages with outside words."""
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", " ")


def write_tag(text: str, look: str = "") -> str:
    """Return a small label."""
    return f'<span class="tag {escape(look)}">{escape(text)}</span>'


def write_facts(facts: Iterable[tuple[str, str | None]]) -> str:
    """Return a list of facts with their names; facts without a value are left out."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    return f'<dl class="facts">{rows}</dl>'


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]], look: str = "") -> str:
    """Return a table of words, or one of `counts`; for many rows use st.dataframe."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="table {escape(look)}"><table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></div>'


def write_figures(figures: Iterable[tuple[str, str, str]]) -> str:
    """Return a row of figures, each (number, what it counts, a word more)."""
    cells = "".join(
        f"<div><b>{escape(number)}</b><span>{escape(name)}</span><small>{escape(more)}</small></div>"
        for number, name, more in figures
    )
    return f'<div class="figures">{cells}</div>'


def write_quiet(text: str) -> str:
    """Return a sentence of lesser weight."""
    return f'<p class="quiet">{escape(text)}</p>'
