"""Compares ways to find the report in a saved page: `python -m tests.bench.bench_page`.

Title, date, source and author: how many pages have them right (author: of those that name one). Paragraphs: the share of the report's paragraphs that come
out whole (recall), and the share of what comes out that is of the report (precision). Ours is always measured;
trafilatura and readability where they are installed.
"""

from __future__ import annotations

import re
import time
import unicodedata
from dataclasses import dataclass
from importlib import import_module
from math import nan
from statistics import mean
from typing import TYPE_CHECKING

import click

from ecoledger.intake.document import read_document
from ecoledger.restore.restoration import restore, restore_words
from ecoledger.structure.page import read_page
from tests.page_layout import ENCODINGS, HELD_OUT, LAYOUTS
from tests.page_manner import MANNERS, to_traditional
from tests.page_medley import MEDLEY
from tests.page_plain import PLAIN
from tests.page_platform import PLATFORMS
from tests.page_text import Article, make_article
from tests.page_variety import VARIETY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ARTICLES_A_LAYOUT = 5
FACTS = ("title", "date", "source", "author", "recall", "precision")
MANNERS_OF_SITES = (*LAYOUTS, *HELD_OUT, *MANNERS, *PLATFORMS, *MEDLEY, *VARIETY, *PLAIN)


@dataclass(frozen=True, slots=True)
class Found:
    """What one way read out of a page; a date in ISO form."""

    title: str
    date: str
    source: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well one page was read: facts right or not, None where not stated; paragraphs from 0 to 1."""

    title: bool
    date: bool
    source: bool
    author: bool | None
    recall: float
    precision: float


def make_pages(
    layouts: Sequence[Callable[[Article], str]], count: int = ARTICLES_A_LAYOUT
) -> Iterator[tuple[str, bytes, Article]]:
    """Yield name, bytes and truth of each page: `count` articles in every layout."""
    for number, layout in enumerate(layouts):
        for seed in range(number * 100, number * 100 + count):
            article = make_article(seed)
            encoding = ENCODINGS.get(layout.__name__, "utf-8")
            yield (
                f"{layout.__name__} {seed}",
                layout(article).replace('charset="utf-8"', f'charset="{encoding}"').encode(encoding),
                article,
            )


def read_ours(data: bytes) -> Found:
    """Read as the pipeline does."""
    document = read_document(data, "page")
    restored = restore(document.text)
    page = read_page(restored.mapped, {key: restore_words(words) for key, words in document.meta.items()})
    return Found(
        page.title or "", str(page.published or ""), page.source or "", page.author or "", page.body.text
    )


def read_trafilatura(data: bytes) -> Found:
    """Read with trafilatura as its documentation advises for best recall of facts."""
    extract = import_module("trafilatura").bare_extraction
    found = extract(data, with_metadata=True, include_comments=False, include_tables=True)
    if found is None:
        return Found("", "", "", "", "")
    return Found(
        found.title or "", found.date or "", found.sitename or "", found.author or "", found.text or ""
    )


def read_readability(data: bytes) -> Found:
    """Read with readability-lxml; it gives title and body alone."""
    summary = import_module("readability").Document(data)
    root = import_module("lxml.html").fromstring(summary.summary())
    for line in root.iter("br", "p", "div", "td", "li"):
        line.tail = "\n" + (line.tail or "")
    return Found(summary.short_title() or "", "", "", "", root.text_content())


WAYS: dict[str, Callable[[bytes], Found]] = {
    "ours": read_ours,
    "trafilatura": read_trafilatura,
    "readability": read_readability,
}


def score(found: Found, article: Article, page: bytes) -> Score:
    """Compare what was found in `page` with the truth; blanks and the width of punctuation do not count."""
    wanted = [_plain(text) for text in article.paragraphs]
    lines = [_plain(line) for line in found.text.split("\n")]
    lines = [line for line in lines if line and line != _plain(article.title)]
    text = "".join(lines)
    got = [paragraph for paragraph in wanted if paragraph in text]
    own = sum(
        len(line) for line in lines if any(line in paragraph or paragraph in line for paragraph in wanted)
    )
    return Score(
        _plain(found.title) == _plain(article.title),
        found.date == article.iso,
        _plain(found.source) == _plain(article.source),
        _plain(found.author) == _plain(article.author) if names_author(page, article) else None,
        len(got) / len(wanted),
        own / len(text) if text else 0.0,
    )


def names_author(page: bytes, article: Article) -> bool:
    """Return whether `page` says who wrote the article, in whatever script and encoding."""
    names = (article.author, to_traditional(article.author))
    return any(name.encode(encoding) in page for name in names for encoding in ("utf-8", "gb18030"))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def main() -> None:
    """Print a row for every way, over all layouts."""
    pages = list(make_pages(MANNERS_OF_SITES))
    click.echo(f"{len(pages)} pages, {len(MANNERS_OF_SITES)} layouts")
    click.echo(f"{'':12}" + "".join(f"{fact:>11}" for fact in (*FACTS, "ms/page")))
    for name in WAYS:
        measure(name, pages)


def measure(name: str, pages: Sequence[tuple[str, bytes, Article]]) -> None:
    """Print the means of one way; for ours, also the pages that are not read whole."""
    read = WAYS[name]
    try:
        read(pages[0][1])
    except ModuleNotFoundError as error:
        click.echo(f"{name:12}not installed ({error.name})")
        return
    start = time.perf_counter()
    found = [read(data) for _, data, _ in pages]
    spent = (time.perf_counter() - start) * 1000 / len(pages)
    scores = [score(one, article, data) for one, (_, data, article) in zip(found, pages, strict=True)]
    means = "".join(f"{mean_of(scores, fact):11.3f}" for fact in FACTS)
    click.echo(f"{name:12}{means}{spent:11.1f}")
    for (page, _, _), one in zip(pages, scores, strict=True):
        if name == "ours" and any(getattr(one, fact) not in (None, 1) for fact in FACTS):
            click.echo(f"    {page}: {one}")


def mean_of(scores: Sequence[Score], fact: str) -> float:
    """Return the mean of `fact` over the pages that state it, not a number where none does."""
    stated = [float(value) for one in scores if (value := getattr(one, fact)) is not None]
    return mean(stated) if stated else nan


if __name__ == "__main__":
    main()
