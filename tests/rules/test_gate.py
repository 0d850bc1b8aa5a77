"""A gate never keeps a rule from what it would find."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.rules.gate import OF_LINES, OF_SEGMENTS, OF_SENTENCES, possible_rules
from ecoledger.rules.loader import load_rules
from tests.conftest import SEEDS

GATED = (*OF_SEGMENTS, *OF_LINES, *OF_SENTENCES)


@cache
def words_at_hand():
    """Examples and counter-examples of all gated rules, and the lines of the reports."""
    said = [words for name in GATED for rule in load_rules(name) for words in (*rule.examples, *rule.counter)]
    lines = [line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return tuple(words.replace("【", "").replace("】", "") for words in (*said, *lines))


def finding(name, text):
    return [rule.id for rule in load_rules(name) if rule.pattern.search(text)]


@pytest.mark.parametrize("name", GATED)
def test_every_rule_that_finds_something_is_let_through(name):
    spared = 0
    for text in words_at_hand():
        let_through = [rule.id for rule in possible_rules(name, text)]
        assert set(finding(name, text)) <= set(let_through), text
        assert let_through == [rule.id for rule in load_rules(name) if rule.id in let_through]
        spared += len(load_rules(name)) - len(let_through)
    assert spared > 0.5 * len(load_rules(name)) * len(words_at_hand())  # or else it is of no use


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
def test_no_mixture_of_words_is_kept_from_a_rule(text):
    for name in GATED:
        assert set(finding(name, text)) <= {rule.id for rule in possible_rules(name, text)}


def test_only_the_kinds_asked_for_are_let_through():
    assert {rule.kind for rule in possible_rules("body", "各部门要在省政府领导下", "collective")} == {
        "collective"
    }


@given(mixtures())
def test_a_date_stands_in_one_sentence(text):
    for rule in load_rules("meeting_date"):
        assert not any(set("。！？\n") & set(match.group()) for match in rule.pattern.finditer(text))
