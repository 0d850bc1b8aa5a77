"""Saved pages in the manner of many sites: the report comes out whole, and next to nothing else.

The floors lie just below what `python -m tests.bench.bench_page` measured; nobody lowers them by accident.
"""

from statistics import mean

import pytest

from tests.bench.bench_page import make_pages, read_ours, score
from tests.page_layout import LAYOUTS


@pytest.fixture(scope="module")
def scores():
    return [score(read_ours(data), article) for _, data, article in make_pages(LAYOUTS, 3)]


@pytest.mark.parametrize(
    ("fact", "floor"), [("title", 1.0), ("date", 0.9), ("source", 0.85), ("recall", 1.0), ("precision", 0.99)]
)
def test_a_page_gives_its_report(scores, fact, floor):
    assert len(scores) >= 30
    assert mean(getattr(one, fact) for one in scores) >= floor
