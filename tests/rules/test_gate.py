"""A gate never keeps a rule from what it would find."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.rules.gate import OF_LINES, OF_PARTS, OF_SEGMENTS, find_in_parts, possible_rules
from ecoledger.rules.loader import load_rules
from ecoledger.rules.narrowed import Narrowed
from tests.conftest import SEEDS

GATED = (*OF_SEGMENTS, *OF_LINES, *OF_PARTS)


@cache
def words_at_hand():
    """Examples and counter-examples of all gated rules, and the lines of the reports."""
    said = [words for name in GATED for rule in load_rules(name) for words in (*rule.examples, *rule.counter)]
    lines = [line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return tuple(words.replace("【", "").replace("】", "") for words in (*said, *lines))


def found(name, text):
    return {
        rule.id: spans
        for rule in load_rules(name)
        if (spans := [m.span() for m in rule.pattern.finditer(text)])
    }


def found_behind_gate(name, text):
    rules = possible_rules(name, text)
    return {rule.id: spans for rule in rules if (spans := [m.span() for m in rule.pattern.finditer(text)])}


@pytest.mark.parametrize("name", GATED)
def test_what_a_rule_finds_it_finds_behind_the_gate(name):
    spared = 0
    order = [rule.id for rule in load_rules(name)]
    for text in words_at_hand():
        let_through = [rule.id for rule in possible_rules(name, text)]
        assert found_behind_gate(name, text) == found(name, text), text
        assert let_through == sorted(let_through, key=order.index)
        spared += len(order) - len(let_through)
    assert spared > 0.5 * len(order) * len(words_at_hand())  # or else it is of no use


@st.composite
def mixtures(draw):
    """Pieces of what is at hand, cut anywhere and put together, with anything in between."""
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        words = draw(st.sampled_from(words_at_hand()))
        start = draw(st.integers(0, len(words)))
        pieces += [words[start : start + draw(st.integers(0, 30))], draw(st.text(max_size=3))]
    return "".join(pieces)


@given(mixtures())
def test_the_same_is_found_in_any_mixture_of_words(text):
    for name in GATED:
        assert found_behind_gate(name, text) == found(name, text)


@given(mixtures(), st.integers(0, 40), st.integers(0, 60))
def test_a_narrowed_pattern_reads_a_part_as_the_whole_one_does(text, start, end):
    for possible in possible_rules("outcome", text):
        whole = next(rule.pattern for rule in load_rules("outcome") if rule.id == possible.id)
        for one, other in zip(
            whole.finditer(text, start, end), possible.pattern.finditer(text, start, end), strict=True
        ):
            assert one.span() == other.span()
        assert possible.pattern.sub(lambda m: f"<{m.group()}>", text) == whole.sub(
            lambda m: f"<{m.group()}>", text
        )


def test_only_the_kinds_asked_for_are_let_through():
    assert {rule.kind for rule in possible_rules("body", "各部门要在省政府领导下", "collective")} == {
        "collective"
    }


@pytest.mark.parametrize(
    ("name", "kinds", "parts"),
    [
        ("meeting_date", (), r"[^。！？\n]+"),
        ("meeting", ("held", "opens", "attended", "speech_at"), r"[^\n]+"),
        ("region_cue", (), "[^。]+。?"),
    ],
)
@given(text=mixtures())
def test_what_is_read_part_by_part_is_what_the_whole_text_holds(name, kinds, parts, text):
    whole = {
        (rule.id, match.span())
        for rule in load_rules(name)
        if not kinds or rule.kind in kinds
        for match in rule.pattern.finditer(text)
    }
    assert {
        (rule.id, match.span()) for rule, match in find_in_parts(name, text, re.compile(parts), *kinds)
    } == whole


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        ("甲乙|乙丙丁", "甲乙丙丁", [(0, 2)]),
        (
            "甲乙|乙丙丁|甲乙丙",
            "乙丙丁甲乙丙",
            [(0, 3), (3, 5)],
        ),  # of two that begin at one place the first is meant
        ("(?<!甲)乙|丙(?=丁)|戊.己", "甲乙丙丁乙", [(2, 3), (4, 5)]),
    ],
)
def test_alternatives_find_what_the_whole_pattern_finds(pattern, text, spans):
    narrowed = Narrowed(re.compile(pattern), tuple(map(re.compile, pattern.split("|"))))
    assert [match.span() for match in narrowed.finditer(text)] == spans
    assert [match.span() for match in re.finditer(pattern, text)] == spans
