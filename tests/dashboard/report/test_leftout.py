"""What published words that were left out are, by their look."""

import pytest

from dashboard.report.leftout import DOUBLED, OUT, READING, kind_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("(tài)", READING),
        ("（huán）", READING),
        (" (dāng) ", READING),
        ("(lu\u0308\u030c)", READING),
        ("(见附件)", OUT),
        ("()", OUT),
        ("，，", DOUBLED),
        ("。", DOUBLED),
        ("……", DOUBLED),
        ("首页 > 要闻", OUT),
        ("tài", OUT),
    ],
)
def test_the_look_says_what_was_left_out(words, kind):
    assert kind_of(words) == kind
