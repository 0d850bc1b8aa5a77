"""A mapped text never loses the way back to the original."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.mapped import MappedText

TEXTS = st.text(alphabet="生态环境(huán)？；，abc \n", max_size=40)


@st.composite
def edits(draw, length: int):
    """Ordered, disjoint replacements in a text of `length` characters."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
    words = st.text(alphabet="新词，。", max_size=4)
    return [(a, b, draw(words)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(TEXTS)
def test_the_map_of_an_untouched_text_is_itself(text):
    mapped = MappedText.of(text)
    for i in range(len(text)):
        assert mapped.source_span(i, i + 1) == (i, i + 1)


@given(st.data(), TEXTS)
def test_what_an_edit_leaves_alone_still_points_at_itself(data, text):
    changes = data.draw(edits(len(text)))
    mapped = MappedText.of(text).replace(changes)
    touched = {i for start, end, _ in changes for i in range(start, end)}
    for start, end, char in zip(mapped.starts, mapped.ends, mapped.text, strict=True):
        assert 0 <= start <= end <= len(text)
        if end == start + 1 and start not in touched:
            assert text[start:end] == char


@given(st.data(), TEXTS)
def test_offsets_never_run_backwards(data, text):
    mapped = MappedText.of(text).replace(data.draw(edits(len(text))))
    assert list(mapped.starts) == sorted(mapped.starts)
    assert list(mapped.ends) == sorted(mapped.ends)


@given(st.data(), TEXTS)
def test_two_edits_map_through_to_the_first_text(data, text):
    once = MappedText.of(text).replace(data.draw(edits(len(text))))
    twice = once.replace(data.draw(edits(len(once.text))))
    assert set(zip(twice.starts, twice.ends, strict=True)) <= {
        (a, b) for a in range(len(text) + 1) for b in range(a, len(text) + 1)
    }


def test_a_replacement_covers_what_it_replaced():
    mapped = MappedText.of("環(huán)保").substitute(re.compile(r"\(huán\)"), "").translate({ord("環"): "环"})
    assert mapped.text == "环保"
    assert mapped.source_span(0, 2) == (0, 8)
    repaired = MappedText.of("環?;A").replace([(1, 4, "保基")])
    assert repaired.text == "環保基"
    assert repaired.source_span(1, 2) == (1, 4)


def test_joined_pieces_keep_their_places():
    mapped = MappedText.of("一行\n导航\n二行").join([(0, 2), (6, 8)])
    assert mapped.text == "一行\n二行"
    assert mapped.source_span(3, 5) == (6, 8)
    assert mapped.source_span(0, 5) == (0, 8)


def test_wrong_use_is_refused():
    mapped = MappedText.of("生态")
    with pytest.raises(ValueError, match="overlap"):
        mapped.replace([(1, 2, ""), (0, 1, "")])
    with pytest.raises(ValueError, match="bad span"):
        mapped.source_span(1, 1)
    with pytest.raises(ValueError, match="keep the length"):
        mapped.translate({ord("生"): "两个"})
    with pytest.raises(ValueError, match="differ in length"):
        MappedText("ab", (0,), (1,))
