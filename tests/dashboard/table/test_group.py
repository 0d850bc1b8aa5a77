"""Groups of the table: their counts are those of the filters they link to, and parts add up to the whole."""

import datetime as dt

import numpy as np
import pytest

from dashboard.table.group import GROUPS, SEVERAL, group_rows, narrow
from ecoledger.ledger.commitment import count_commitments
from ecoledger.ledger.filter import UNKNOWN, Filter
from ecoledger.ledger.light import LIGHTS, LightRule
from ecoledger.ledger.selection import select
from ecoledger.ledger.store import open_ledger
from tests.bench.made_ledger import make_ledger

RULE = LightRule(dt.date(2026, 6, 1))
FILTERS = (
    Filter(),
    Filter(provinces=("340000",)),
    Filter(provinces=("310000",)),
    Filter(provinces=("340000", "320000"), labels=("action",)),
    Filter(themes=("air", "water"), has_body=True),
    Filter(body_roles=("lead",)),
    Filter(lights=("overdue", "vague"), light_rule=RULE),
    Filter(due_since=dt.date(2025, 3, 10), due_until=dt.date(2026, 8, 20)),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("groups") / "made.sqlite"
    make_ledger(path, commitments=1500).close()
    opened = open_ledger(f"sqlite:///{path}")
    yield opened
    opened.close()


def grouped(ledger, wanted, by):
    found = select(ledger, wanted)
    return found, group_rows(found, by, RULE, np.arange(len(found.rows)))


@pytest.mark.parametrize("by", GROUPS)
@pytest.mark.parametrize("wanted", FILTERS, ids=range(len(FILTERS)))
def test_a_group_counts_the_rows_of_the_filter_it_links_to(ledger, wanted, by):
    found, grouping = grouped(ledger, wanted, by)
    assert grouping.groups
    for at, group in enumerate(grouping.groups[:12]):
        held = grouping.rows[grouping.of == at]
        assert len(held) == group.count
        assert len(set(held.tolist())) == len(held)
        alone = narrow(by, group.code, wanted, RULE)
        if alone is None:
            continue
        own = select(ledger, alone)
        assert set(own.rows["number"]) == set(found.rows["number"].to_numpy()[held])
        assert count_commitments(ledger, alone) == group.count
        lights = own.lights(RULE)
        assert (group.overdue, group.near) == ((lights == "overdue").sum(), (lights == "near").sum())
        assert group.numbered == own.rows["has_number"].sum()
        assert group.dated == own.rows["due"].notna().sum()
        assert group.owned == own.rows["has_body"].sum()


@pytest.mark.parametrize("by", GROUPS)
def test_the_groups_add_up_to_the_whole(ledger, by):
    found, grouping = grouped(ledger, Filter(), by)
    counts = sum(group.count for group in grouping.groups)
    assert counts == len(grouping.rows)
    assert set(grouping.rows.tolist()) == set(range(len(found.rows)))
    assert (counts == len(found.rows)) == (by not in SEVERAL)


@pytest.mark.parametrize("by", GROUPS)
def test_lines_stand_by_group_and_within_it_in_order(ledger, by):
    found = select(ledger, Filter())
    ranks = np.random.default_rng(3).permutation(len(found.rows))
    grouping = group_rows(found, by, RULE, ranks)
    assert (np.diff(grouping.of) >= 0).all()
    for at in range(len(grouping.groups)):
        assert (np.diff(ranks[grouping.rows[grouping.of == at]]) > 0).all()


def test_groups_stand_in_their_own_order_and_the_unknown_last(ledger):
    names = [group.name for group in grouped(ledger, Filter(), "light")[1].groups]
    assert names == [
        {
            "overdue": "已过期限",
            "near": "临近",
            "course": "未到期",
            "ongoing": "长期",
            "vague": "时限含糊",
            "none": "未提时限",
        }[light]
        for light in LIGHTS
    ]
    months = [group.name for group in grouped(ledger, Filter(), "month")[1].groups]
    assert months[-1] == "无截止日期"
    assert months[0].endswith("月")
    bodies = grouped(ledger, Filter(), "body")[1].groups
    assert bodies[-1].name == "无责任单位"
    assert [group.count for group in bodies[:-1]] == sorted((g.count for g in bodies[:-1]), reverse=True)


@pytest.mark.parametrize(
    ("wanted", "zeros"),
    [(Filter(), 4), (Filter(provinces=("340000",)), 2), (Filter(provinces=("310000",)), 0)],
)
def test_places_are_grouped_by_the_level_below_what_is_looked_for(ledger, wanted, zeros):
    filters = [
        narrow("place", group.code, wanted, RULE) for group in grouped(ledger, wanted, "place")[1].groups
    ]
    places = [alone.places for alone in filters if alone is not None]
    assert places
    for (code,) in places:
        assert code.endswith("0" * zeros)
        assert code == UNKNOWN or not code.endswith("0" * (zeros + 2))
