"""Report text is shown as text, with marks at the right words."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.marking import Mark, mark_text

CASES = [
    ("确保年底前完成", [Mark(2, 5, "deadline")], '确保<mark class="deadline">年底前</mark>完成'),
    ("年底前", [Mark(0, 3, "action", 1)], '<sup>1\u2060</sup><mark class="action">年底前</mark>'),
    (
        "一二三四",
        [Mark(0, 3, "action", 7), Mark(1, 4, "target")],
        '<sup>7\u2060</sup><mark class="action">一</mark><mark class="action target">二三</mark><mark class="target">四</mark>',
    ),
    ("<b>&\"'", [], "&lt;b&gt;&amp;&quot;&#x27;"),
    ("<i>", [Mark(0, 3, "target")], '<mark class="target">&lt;i&gt;</mark>'),
    ("短", [Mark(0, 2, "target")], "短"),
    ("", [], ""),
]


@pytest.mark.parametrize(("text", "marks", "expected"), CASES)
def test_marks_stand_at_their_words(text, marks, expected):
    assert mark_text(text, marks) == expected


marks = st.lists(
    st.builds(Mark, st.integers(0, 12), st.integers(0, 12), st.sampled_from(["action", "target", "body"]))
)


@given(st.text(max_size=12), marks)
def test_no_word_is_lost_or_becomes_markup(text, marks):
    html = mark_text(text, marks)
    bare = re.sub(r'<mark class="[a-z ]+">|</mark>', "", html)
    assert "<" not in bare
    assert ">" not in bare
    assert unescape(bare) == text


@given(st.text(alphabet="甲乙<&>\"'", max_size=12), marks)
def test_what_is_shown_is_the_text(text, marks):
    assert unescape(re.sub(r"<[^>]+>", "", mark_text(text, marks))) == text
