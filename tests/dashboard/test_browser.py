import pytest

from dashboard.browser import Browser, parse_browser

CASES = [
    ("", Browser()),
    ("fast.1440", Browser("fast", 1440)),
    ("none.360", Browser("none", 360)),
    ("slow.9999", Browser("slow", 4096)),
    ("fast.12", Browser("fast", 240)),
    ("fast", Browser()),
    ("quick.540", Browser()),
    ("fast.-540", Browser()),
    ("fast.５４０", Browser()),
]


@pytest.mark.parametrize(("said", "browser"), CASES)
def test_parse_browser(said, browser):
    assert parse_browser(said) == browser


@pytest.mark.parametrize(("width", "half"), [(1440, 489), (1920, 729), (390, 360), (100, 240)])
def test_half_of_the_page(width, half):
    assert Browser("fast", width).half == half
