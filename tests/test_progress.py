"""How far an import is and how long it will take."""

import pytest

from ecoledger.ingest import Ingested
from ecoledger.progress import Progress, time_text


def progress(total, *steps):
    now = Progress(total)
    for outcome, seconds in steps:
        now = now.after(Ingested("x", outcome), seconds)
    return now


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (progress(0), 0),
        (progress(10), None),
        (progress(10, ("new", 2.0)), 18),
        (progress(10, ("new", 2.0), ("copy", 4.0)), 24),
        (progress(4, ("new", 3.0), ("changed", 2.0), ("failed", 4.0)), 3),
        # what was known already says nothing of the pace
        (progress(10, ("unchanged", 0.01), ("unchanged", 0.01)), None),
        (progress(10, ("unchanged", 0.01), ("new", 1.0)), 8),
        (progress(2, ("unchanged", 0.01), ("unchanged", 0.01)), 0),
        # nor does what was refused sooner than the others were read
        (progress(10, ("failed", 0.001), ("failed", 0.001)), None),
        (progress(10, ("failed", 0.5), ("new", 1.0), ("failed", 0.5)), 7),
    ],
)
def test_the_time_left_follows_the_documents_that_were_read(now, left):
    assert now.left == left


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(None, "正在估算"), (0, "几秒"), (4.9, "几秒"), (6, "约 5 秒"), (52, "约 50 秒"), (59, "约 60 秒"), (60, "约 1 分钟"),
     (170, "约 3 分钟"), (3599, "约 60 分钟"), (3600, "约 1 小时"), (5400, "约 1 小时 30 分钟"), (7190, "约 2 小时")],
)  # fmt: skip
def test_the_time_left_in_words(seconds, said):
    assert time_text(seconds) == said
