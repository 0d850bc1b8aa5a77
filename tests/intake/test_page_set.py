"""Saved pages in the manner of many sites: the report comes out whole, and next to nothing else.

The floors lie just below what `python -m tests.bench.bench_page` measured; nobody lowers them by accident.
"""

import pytest

from tests.bench.bench_page import MANNERS_OF_SITES, make_pages, mean_of, read_ours, score


@pytest.fixture(scope="module")
def scores():
    return [score(read_ours(data), article, data) for _, data, article in make_pages(MANNERS_OF_SITES, 2)]


@pytest.mark.parametrize(
    ("fact", "floor"),
    [
        ("title", 1.0),
        ("date", 1.0),
        ("source", 1.0),
        ("author", 0.8),
        ("recall", 1.0),
        ("precision", 0.995),
    ],
)
def test_a_page_gives_its_report(scores, fact, floor):
    assert len(scores) >= 70
    assert mean_of(scores, fact) >= floor
