"""Words are found wherever they stand, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.dialect import add_words, create_words, drop_words, having_words
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.search import as_pairs, fold, split_words
from tests.ledger.strategies import CHARACTERS

TEXTS = st.lists(st.text(st.sampled_from(CHARACTERS), max_size=12), min_size=1, max_size=8)


def find(texts, words):
    with create_engine("sqlite://").connect() as connection:
        create_words(connection)
        add_words(connection, list(enumerate(texts, 1)))
        if not split_words(words):
            return None
        return {n - 1 for n in connection.scalars(having_words("sqlite", split_words(words)))}


@settings(max_examples=150, deadline=None)
@given(texts=TEXTS, words=st.text(st.sampled_from(CHARACTERS), max_size=6))
def test_what_is_found_is_what_python_finds(texts, words):
    terms = fold(words).split()
    expected = {n for n, text in enumerate(texts) if all(term in fold(text) for term in terms)}
    assert find(texts, words) == (expected if terms else None)


@settings(max_examples=100, deadline=None)
@given(texts=TEXTS, data=st.data())
def test_every_piece_of_a_text_finds_it(texts, data):
    number = data.draw(st.integers(0, len(texts) - 1))
    folded = fold(texts[number])
    start = data.draw(st.integers(0, len(folded)))
    piece = folded[start : data.draw(st.integers(start, len(folded)))]
    if piece.split() and not any(c.isspace() for c in piece):
        assert number in find(texts, piece)


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(st.characters(), max_size=5))
def test_no_character_breaks_the_search(text, words):
    find([text.encode("utf-8", "ignore").decode()], words.encode("utf-8", "ignore").decode())


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("污水", "推进城市生活污水治理", True),
        ("水", "推进城市生活污水治理", True),
        ("理", "推进城市生活污水治理", True),
        ("污水治理", "污水的治理", False),
        ("治理 污水", "污水的治理", True),
        ("污水　治理", "污水的治理", True),
        ("污水 大气", "污水的治理", False),
        ("ｐｍ２．５", "PM2.5浓度", True),
        ("pm2.5", "PM25浓度", False),
        ("28%", "降至28%", True),
        ("_", "推进", False),
        ('"', '提出"双碳"', True),
        ("AND", "污水", False),
        ("NEAR(污水", "污水", False),
    ],
)
def test_words(words, text, found):
    assert (find([text], words) == {0}) is found


def test_words_taken_out_are_not_found():
    with create_engine("sqlite://").connect() as connection:
        create_words(connection)
        add_words(connection, [(1, "推进污水治理"), (2, "污水")])
        drop_words(connection, [(1, "推进污水治理")])
        assert connection.scalars(having_words("sqlite", ("污水",))).all() == [2]


def test_pairs_of_a_text():
    assert as_pairs("") == ""
    assert [len(token) for token in as_pairs("污水治").split()] == [8, 8, 4]


def test_the_ledger_finds_what_python_finds(seeds):
    everything = list(iter_commitments(seeds, Filter()))
    for words in ("污水", "水", "“千万工程”", "生态 责任", "确保所有问题按期整改销号"):
        found = {row.id for row in iter_commitments(seeds, Filter(words=words))}
        assert found
        assert found == {row.id for row in everything if all(w in row.text for w in words.split())}
