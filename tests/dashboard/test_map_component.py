import pytest

from dashboard.map_component import Browser, parse_browser

CASES = [
    ("", Browser()),
    ("fast 540", Browser("fast", 540)),
    ("none 360", Browser("none", 360)),
    ("slow 9999", Browser("slow", 2400)),
    ("fast 12", Browser("fast", 240)),
    ("fast", Browser()),
    ("quick 540", Browser()),
    ("fast -540", Browser()),
    ("fast ５４０", Browser()),
]


@pytest.mark.parametrize(("said", "browser"), CASES)
def test_parse_browser(said, browser):
    assert parse_browser(said) == browser
