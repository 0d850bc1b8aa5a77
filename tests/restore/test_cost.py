"""What text may cost: time grows with its length, whatever stands in it, and a page of rubbish is given up."""

import time

import pytest

from ecoledger.restore.restoration import restore

LENGTH = 60_000
SECONDS = 3
"""Of the processor; far above what each takes, below what the square of the length took."""
SECONDS_OF_SEARCH = 6
"""The same for a page of lost places, each of which is searched for what may have stood there."""


@pytest.mark.parametrize(
    "unit",
    ["x", " ", "www.", "Ａ１", "(", "（汉", "1:1，", "1:1汉，，", "，\n", "\n", "\n ", "&#12345;", "<p "],
)
def test_one_thing_over_and_over(unit):
    began = time.process_time()
    restore("会议强调" + unit * (LENGTH // len(unit)) + "治理")
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("unit", ["?", "汉?;", "保護?,基礎"])
def test_a_page_of_lost_places_is_given_up_and_marked(unit):
    began = time.process_time()
    restored = restore(unit * (LENGTH // len(unit)))
    assert time.process_time() - began < SECONDS_OF_SEARCH
    assert not restored.reliable
    (damage,) = [d for d in restored.damage if d.kind == "lost_bytes"]
    assert damage.repaired < damage.count
    assert damage.count > LENGTH // 10
