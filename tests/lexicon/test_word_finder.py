"""Words are found where they stand, whatever characters stand around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.lexicon.word_finder import WordFinder

WORDS = {"上海": 1, "上海市": 2, "海": 3, "A市": 4, "𠀀": 5, "\ud800": 6}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("到上海市。", [(1, 3, 1), (2, 3, 3), (1, 4, 2)]),
        ("𠀀A市a海", [(0, 1, 5), (1, 3, 4), (4, 5, 3)]),
        ("é\ud800海", [(1, 2, 6), (2, 3, 3)]),
    ],
)
def test_every_word_is_found_in_order_of_its_end(text, found):
    assert list(WordFinder(WORDS).find(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("到上海市。", [(1, 4, 2)]), ("上海海", [(0, 2, 1), (2, 3, 3)]), ("上海A市", [(0, 2, 1), (2, 4, 4)])],
)
def test_of_words_that_overlap_the_first_and_longest_is_taken(text, found):
    assert list(WordFinder(WORDS).find_longest(text)) == found


def test_only_whole_words_are_in_it():
    finder = WordFinder(WORDS)
    assert "上海" in finder
    assert "上" not in finder


@given(st.text(st.sampled_from("上海市A𠀀é\ud800丈"), max_size=20))
def test_what_is_found_is_what_a_plain_search_finds(text):
    plain = {
        (at, at + len(word), value)
        for word, value in WORDS.items()
        for at in range(len(text))
        if text.startswith(word, at)
    }
    assert set(WordFinder(WORDS).find(text)) == plain
