"""Marks by the length of the stretches beside them."""

import pytest

from ecoledger.restore.mark import score_marks


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        ("，抓好治水、治气、治土，", "，抓好治水。治气、治土，"),  # short items
        (
            "，加快建设沿河污水收集管网。全面推进乡镇污水处理设施改造，",
            "，加快建设沿河污水收集管网、全面推进乡镇污水处理设施改造，",
        ),  # long clauses
        ("，不断改善环境。\n", "，不断改善环境、\n"),  # the end of a line
    ],
)
def test_a_mark_suits_the_stretches_beside_it(likelier, other):
    assert score_marks(likelier) > score_marks(other)


@pytest.mark.parametrize("text", ["治水、治气", "？治水、治气?，", "，治水、治（huì）气"])
def test_a_stretch_without_a_known_end_says_nothing(text):
    assert score_marks(text) == 0
