import datetime as dt
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.timeline.grid import MOST, count_grid, write_grid
from dashboard.timeline.lane import Lane

EPOCH = dt.date(1970, 1, 1)


def days(*dates: dt.date) -> np.ndarray:
    return np.array([(date - EPOCH).days for date in dates], dtype=np.int64)


UNITS = [
    ((dt.date(2025, 1, 5), dt.date(2025, 12, 31)), "month", 12),
    ((dt.date(2022, 1, 5), dt.date(2025, 12, 31)), "quarter", 16),
    ((dt.date(2012, 3, 5), dt.date(2026, 11, 1)), "year", 15),
    ((dt.date(2025, 2, 5), dt.date(2025, 2, 6)), "month", 1),
]


@pytest.mark.parametrize(("dates", "unit", "columns"), UNITS)
def test_the_finest_unit_that_fits(dates, unit, columns):
    grid = count_grid(days(*dates), np.zeros(len(dates), dtype=np.int64), 1)
    assert (grid.unit, len(grid.periods)) == (unit, columns)
    assert grid.periods[0].since <= dates[0] <= grid.periods[0].until
    assert grid.periods[-1].since <= dates[-1] <= grid.periods[-1].until


@given(
    st.lists(st.tuples(st.dates(dt.date(2000, 1, 1), dt.date(2014, 12, 31)), st.integers(0, 2)), min_size=1)
)
def test_every_meeting_is_counted_in_its_period(meetings):
    dates, lanes = zip(*meetings, strict=True)
    grid = count_grid(days(*dates), np.array(lanes), 3)
    assert grid.counts.sum() == len(meetings)
    assert len(grid.periods) <= MOST
    for column, period in enumerate(grid.periods):
        for lane in range(3):
            within = sum(1 for date, of in meetings if of == lane and period.since <= date <= period.until)
            assert grid.counts[lane, column] == within


def test_numbers_lead_to_what_they_count_and_add_up():
    grid = count_grid(
        days(dt.date(2025, 1, 5), dt.date(2025, 2, 5), dt.date(2025, 2, 6)), np.array([0, 1, 1]), 2
    )
    lanes = [Lane("340000", "安徽省"), Lane("310000", "上海市")]
    html = write_grid(
        grid, lanes, lambda lane, span: f"/{lane.code if lane else 'all'}?{span.since}&{span.until}"
    )
    found = re.findall(r'<a href="/(\w+)\?([\d-]+)&amp;([\d-]+)">(\d+)</a>', html)
    assert ("all", "2025-01-01", "2025-02-28", "3") in found
    assert ("310000", "2025-02-01", "2025-02-28", "2") in found
    assert ("340000", "2025-02-01", "2025-02-28", "0") not in found
