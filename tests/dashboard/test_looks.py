import pytest

from dashboard.looks import Looks, parse_looks

CASES = [
    ("", Looks()),
    ("en.auto.normal.light", Looks("en")),
    ("zh.dark.large.dark", Looks("zh", "dark", "large", "dark")),
    ("en.auto.normal.dark", Looks("en", "auto", "normal", "dark")),
    ("fr.pink.huge.dim", Looks()),
    ("en", Looks("en")),
    ("en.dark.large.dark.more", Looks("en", "dark", "large", "dark")),
    ("....", Looks()),
]


@pytest.mark.parametrize(("said", "looks"), CASES)
def test_parse_looks(said, looks):
    assert parse_looks(said) == looks
