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


class Markup(str):
    """HTML to be taken as it stands; any other word is escaped."""

    __slots__ = ()


def _cell(text: str) -> str:
    return text if isinstance(text, Markup) else escape(text)


def write_link(text: str, address: str, hint: str = "") -> Markup:
    """Return a link to an address of ours; a page of ours opens within the app (static/app/link.js)."""
    title = f' title="{escape(hint)}"' if hint else ""
    return Markup(f'<a href="{escape(address)}"{title}>{escape(text)}</a>')


def write_tag(text: str, look: str = "") -> str:
    """Return a small label."""
    return f'<span class="tag {escape(look)}">{escape(text)}</span>'


def write_facts(facts: Iterable[tuple[str, str | None]]) -> str:
    """Return a list of facts with their names; facts without a value are left out."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    return f'<dl class="facts">{rows}</dl>'


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]], look: str = "") -> str:
    """Return a table of words and links, or one of `counts`."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="table {escape(look)}"><table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></div>'


def write_paper(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the rows of a table for paper, to stand just before an st.dataframe, which is a canvas.

    A canvas shows as many rows as fit, and measures its words once: the pieces of the font that hold them should be
    there by then. So the words stand on the page unseen on the screen, and on paper in place of the canvas.
    """
    return f'<div class="print-only" aria-hidden="true">{write_table(head, rows)}</div>'


def write_figures(figures: Iterable[tuple[str, str, str]]) -> str:
    """Return a row of figures, each (number, what it counts, a word more); a number may be a link."""
    cells = "".join(
        f"<div><b>{_cell(number)}</b><span>{escape(name)}</span><small>{_cell(more)}</small></div>"
        for number, name, more in figures
    )
    return f'<div class="figures">{cells}</div>'


def write_items(items: Iterable[tuple[str, str]]) -> str:
    """Return a list, each line with a word more below it; either may be a link."""
    lines = "".join(f"<li>{_cell(text)}<small>{_cell(more)}</small></li>" for text, more in items)
    return f'<ul class="items">{lines}</ul>'


def write_quiet(text: str) -> str:
    """Return a sentence of lesser weight."""
    return f'<p class="quiet">{escape(text)}</p>'
