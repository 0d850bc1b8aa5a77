import datetime as dt

import pytest

from dashboard.timeline.span import Span, read_span, write_span

SPAN = Span(dt.date(2021, 1, 1), dt.date(2025, 12, 31))


def test_a_span_comes_back_from_the_address():
    assert read_span(write_span(SPAN)) == SPAN
    assert write_span(None) == ""


@pytest.mark.parametrize(
    "text",
    ["", "2021-01-01", "2021-01-01_", "_", "2025-01-01_2021-01-01", "2021-01-01_2021-01-01", "昨天_今天"],
)
def test_what_is_no_span(text):
    assert read_span(text) is None
