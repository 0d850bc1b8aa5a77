"""A pattern is cut at its own bars, and only where its parts stand for themselves."""

import pytest

from ecoledger.rules.alternative import read_alternatives


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        ("甲", ["甲"]),
        ("甲|乙.丙|丁", ["甲|丁", "乙.丙"]),  # words cost nothing to try together
        ("(?:甲.|乙.)", ["甲.", "乙."]),
        ("(?:甲|乙)丙", ["(?:甲|乙)丙"]),
        ("(?:甲|乙)丙(?:丁)", ["(?:甲|乙)丙(?:丁)"]),
        ("(?:甲)(?:乙|丙)", ["(?:甲)(?:乙|丙)"]),
        ("(?:甲)|(?:乙|丙)", ["(?:甲)", "(?:乙|丙)"]),
        (r"[|(]甲|[^]|]乙|\|丙|\(|丁[)\]|]", ["[|(]甲", "[^]|]乙", r"\|丙", r"\(", r"丁[)\]|]"]),
        ("(?i)a|b", ["(?i)a|b"]),
        ("(甲)|乙(?(1)丙|丁)", ["(甲)|乙(?(1)丙|丁)"]),
        (r"(甲)\1|乙", [r"(甲)\1|乙"]),
        ("(?P<a>甲)(?P=a)|乙", ["(?P<a>甲)(?P=a)|乙"]),
        ("甲|$", ["甲|$"]),
    ],
)
def test_a_pattern_is_cut_at_its_own_bars(pattern, alternatives):
    assert [one.pattern for one in read_alternatives(pattern)] == alternatives


def test_each_alternative_has_literals_of_its_own():
    assert [one.literals for one in read_alternatives("按.{1,9}期|完成|做好")] == [
        (frozenset(["完成", "做好"]),),
        (frozenset(["按"]), frozenset(["期"])),
    ]
