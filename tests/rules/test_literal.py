"""The literals of a pattern stand in whatever it matches."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.rules.literal import required_literals


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        ("完成", ["完成"]),
        ("完成|做好", ["完成 做好"]),
        ("(?:加快|推进)建设", ["加快建设 推进建设"]),
        ("全[省市]上下", ["全省上下 全市上下"]),
        (r"[^，]+万亩", ["万亩"]),
        ("力争?在.{1,9}完成", ["完成", "力在 力争在"]),
        ("按.{1,9}前|在.{1,9}完成", ["按 完成", "前 在"]),
        ("按期|在.{1,9}完成", ["按期 完成", "按期 在"]),
        ("企业(?:主体)?", ["企业"]),  # whoever looks for 企业 finds 企业主体
        ("(?:按期)+", ["按期"]),
        ("(?<=于)二季度(?!末)", ["二季度"]),  # what stands beside the match is none of it
        ("(?P<a>甲)(?P=a)", ["甲"]),
        ("再[^，]又[^，]再", ["再", "又"]),
        ("(?>一二)三", ["一二三"]),
    ],
)
def test_the_words_that_a_pattern_requires(pattern, sets):
    assert set(required_literals(pattern)) == {frozenset(words.split()) for words in sets}


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "完成|",
        "(?:完成)?",
        ".",
        "[^，]+",
        "(?i)pm",
        "(?i:pm)",
        "^",
        "完成|.",
        "(甲)?(?(1)乙|.)",
    ],
)
def test_a_pattern_that_requires_no_word(pattern):
    assert required_literals(pattern) == ()


def test_a_digit_of_any_script_is_a_digit():
    assert {char for words in required_literals(r"\d{4}") for char in words} == {
        char for char in map(chr, range(sys.maxunicode + 1)) if re.fullmatch(r"\d", char)
    }


def test_words_that_stand_everywhere_spare_nothing():
    assert required_literals("，|。|、|的") == ()


PIECES = st.recursive(
    st.sampled_from(["甲", "乙", "丙", "[甲乙]", "[^甲]", ".", r"\d", "^", "$", "(?=甲)", "(?<!乙)", "甲乙"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,3}?"])).map(
            lambda p: f"(?:{p[0]}){p[1]}"
        ),
    ),
    max_leaves=8,
)


@given(PIECES, st.text("甲乙丙1", max_size=12))
def test_a_match_holds_a_word_of_each_set(pattern, text):
    sets = required_literals(pattern)
    for match in re.finditer(pattern, text):
        assert all(any(word in match.group() for word in words) for words in sets)
