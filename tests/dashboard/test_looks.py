import pytest

from dashboard.looks import Looks, parse_looks, type_size

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


@pytest.mark.parametrize(("size", "pixels"), [("normal", 13), ("large", 16)])
def test_drawn_words_grow_with_large_type(monkeypatch, size, pixels):
    monkeypatch.setattr("dashboard.looks.read_looks", lambda: Looks(size=size))
    assert type_size(13) == pixels
