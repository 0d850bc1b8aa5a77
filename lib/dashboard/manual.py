"""The guide for those who use the app, docs/GUIDE.md: one text, for the screen and for the folder of documents."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

MANUAL = Path(__file__).parents[2] / "docs" / "GUIDE.md"
IMAGES = MANUAL.with_name("images")
IMAGES_ADDRESS = "/guide/images"
"""Where the server gives out the pictures of the guide."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thing that a person wants to do, and how it is done, in Markdown; `anchor` leads to it."""

    title: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Manual:
    """What stands before the chapters, and they."""

    opening: str
    chapters: tuple[Chapter, ...]


def read_manual(path: Path = MANUAL) -> Manual:
    """Return the guide; its pictures lead to where the server gives them out. Raises OSError."""
    text = path.read_text(encoding="utf-8").replace("](images/", f"]({IMAGES_ADDRESS}/")
    head, *parts = text.split("\n## ")
    chapters = []
    for number, part in enumerate(parts, 1):
        title, _, words = part.partition("\n")
        chapters.append(Chapter(title.strip(), words.strip(), f"task-{number}"))
    return Manual(head.partition("\n")[2].strip(), tuple(chapters))


def write_contents(manual: Manual) -> str:
    """Return the list of the chapters as HTML, each a link to its place on the page."""
    items = "".join(
        f'<li><a href="#{escape(one.anchor)}">{escape(one.title)}</a></li>' for one in manual.chapters
    )
    return f'<ul class="contents">{items}</ul>'
