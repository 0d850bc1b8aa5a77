"""What is counted by year, by place and by body, beside the same counted in Python, row by row."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest

from ecoledger.ledger.commitment import count_commitments, iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.gap import LACKS, count_gaps, count_gaps_by_place
from ecoledger.ledger.light import LightRule, light_of
from ecoledger.ledger.trend import count_years
from ecoledger.ledger.workload import count_workloads

RULE = LightRule(dt.date(2023, 12, 1), near=60)
WANTED = [
    Filter(),
    Filter(themes=("water",)),
    Filter(provinces=("340000", "320000")),
    Filter(words="没有的话"),
]


@pytest.mark.parametrize("wanted", WANTED, ids=["all", "theme", "places", "none"])
def test_years_and_themes(seeds, wanted):
    rows = list(iter_commitments(seeds, wanted))
    trend = count_years(seeds, wanted, most=10)
    assert trend.all == Counter(row.date.year for row in rows if row.date)
    assert trend.undated == sum(row.date is None for row in rows)
    told = Counter((theme, row.date.year) for row in rows if row.date for theme in row.themes)
    counted = {(theme, year): n for theme, years in trend.themes.items() for year, n in years.items() if n}
    assert counted == told


def test_only_the_last_years_are_told(seeds):
    trend = count_years(seeds, Filter(), most=1)
    assert trend.years == (max(row.date.year for row in iter_commitments(seeds, Filter()) if row.date),)
    assert all(set(years) == set(trend.years) for years in trend.themes.values())


@pytest.mark.parametrize("wanted", WANTED, ids=["all", "theme", "places", "none"])
def test_gaps_are_the_rows_behind_them(seeds, wanted):
    gaps = count_gaps(seeds, wanted)
    assert gaps.commitments == count_commitments(seeds, wanted)
    for name in LACKS:
        assert getattr(gaps, name) == count_commitments(seeds, replace(wanted, **{name: False}))
    assert gaps.everything == count_commitments(seeds, replace(wanted, **dict.fromkeys(LACKS, False)))
    assert gaps.nothing == count_commitments(seeds, replace(wanted, **dict.fromkeys(LACKS, True)))
    places = count_gaps_by_place(seeds, wanted, "province", None)
    for name in ("commitments", *LACKS, "everything", "nothing"):
        assert sum(getattr(one, name) for one in places.values()) == getattr(gaps, name)


def test_a_share_of_nothing_is_none(seeds):
    assert count_gaps(seeds, Filter(words="没有的话")).share("has_body") == 0.0


@pytest.mark.parametrize("wanted", WANTED, ids=["all", "theme", "places", "none"])
@pytest.mark.parametrize("by", ["name", "organ"])
def test_workloads_are_the_rows_behind_them(seeds, wanted, by):
    rows = list(iter_commitments(seeds, wanted))
    found = count_workloads(seeds, wanted, RULE, by)
    assert found.named == sum(bool(row.bodies) for row in rows)
    assert found.named + found.unnamed == len(rows)
    bodies = {getattr(body, by) for row in rows for body in row.bodies} - {None}
    assert {one.body for one in found.bodies} == bodies
    assert found.unlisted == sum(bool(r.bodies) and not any(getattr(b, by) for b in r.bodies) for r in rows)
    field = "bodies" if by == "name" else "organs"
    for one in found.bodies:
        mine = [row for row in rows if any(getattr(body, by) == one.body for body in row.bodies)]
        assert one.commitments == len(mine)
        assert one.places == len({row.adcode for row in mine})
        for role in ("lead", "responsible", "support"):
            behind = replace(wanted, **{field: (one.body,)}, body_roles=(role,))
            assert getattr(one, role) == count_commitments(seeds, behind)
        lights = Counter(light_of(RULE, row.due, row.deadline_kinds) for row in mine)
        assert (one.overdue, one.near) == (lights["overdue"], lights["near"])
