"""A filter survives the way into the address of a page and back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import NAMES, choose_place, read_filter, write_filter
from dashboard.labels import DEADLINE_KINDS, LABELS, THEMES
from ecoledger.ledger.filter import UNKNOWN, Filter
from ecoledger.ledger.light import LightRule
from ecoledger.term import LIGHTS, ROLES

RULE = LightRule(dt.date(2026, 1, 1))
ASKED = ("has_target", "has_number", "has_deadline", "has_body", "reliable", "doubtful")
names = st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple)
days = st.dates(dt.date(1978, 1, 1), dt.date(2100, 12, 31))


def some(values):
    return st.lists(st.sampled_from(sorted(values)), max_size=4).map(tuple)


@st.composite
def filters(draw):
    since, until = draw(st.none() | days), draw(st.none() | days)
    if since and until and since > until:
        since, until = until, since
    lights, due = draw(some(LIGHTS)), draw(st.none() | days)
    return Filter(
        provinces=draw(some({"310000", "340000", UNKNOWN})),
        prefectures=draw(some({"341700", "140200"})),
        counties=draw(some({"341702", "320507"})),
        since=since,
        until=until,
        undated=draw(st.sampled_from(["auto", "include", "only", "exclude"])),
        themes=draw(some(THEMES)),
        labels=draw(some(LABELS)),
        deadline_kinds=draw(some(DEADLINE_KINDS)),
        bodies=draw(names),
        words=draw(st.text(max_size=200)),
        lights=lights,
        light_rule=RULE if lights else None,
        due_since=draw(st.none() | days.filter(lambda day: due is None or day <= due)),
        due_until=due,
        added_since=draw(st.none() | days),
        body_roles=draw(some(ROLES)),
        indicators=draw(some({"BC22-01", "FYP14-05"})),
        speakers=draw(names),
        meeting_kinds=draw(names),
        commitments=draw(names),
        **{name: draw(st.sampled_from([None, True, False])) for name in ASKED},
    )


@given(filters())
def test_a_filter_survives_its_address(wanted):
    query = write_filter(wanted)
    assert set(query) <= set(NAMES)
    read, warnings = read_filter(query, RULE)
    assert warnings == ()
    assert read.without("provinces") == wanted.without("provinces")
    assert read.places == wanted.places  # a province may join the places below it


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=12), max_size=3)))
def test_any_address_gives_a_filter(query):
    wanted, _ = read_filter(query, RULE)
    assert read_filter(write_filter(wanted), RULE) == (wanted, ())


def test_nothing_filtered_leaves_the_address_bare():
    assert write_filter(Filter()) == {}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"province": ["999999"]}, "999999"),
        ({"county": ["上海"]}, "上海"),
        ({"theme": ["water", "fire"]}, "fire"),
        ({"label": ["wish"]}, "wish"),
        ({"deadline": ["soon"]}, "soon"),
        ({"from": ["2022-13-01"]}, "2022-13-01"),
        ({"from": ["2023-01-01"], "to": ["2022-01-01"]}, "早于"),
        ({"undated": ["maybe"]}, "maybe"),
        ({"has": ["luck"]}, "luck"),
        ({"q": ["长" * 201]}, "200"),
    ],
)
def test_what_means_nothing_is_said_in_one_sentence(query, said):
    _, warnings = read_filter(query, RULE)
    assert len(warnings) == 1
    assert said in warnings[0]
    assert warnings[0].endswith("。")


def test_what_is_known_beside_it_is_kept():
    wanted, _ = read_filter({"theme": ["water", "fire"]}, RULE)
    assert wanted.themes == ("water",)


@pytest.mark.parametrize(
    ("adcode", "provinces", "prefectures", "counties"),
    [
        (None, (), (), ()),
        ("340000", ("340000",), (), ()),
        ("341700", ("340000",), ("341700",), ()),
        ("341702", ("340000",), (), ("341702",)),
        ("310116", ("310000",), (), ("310116",)),
    ],
)
def test_one_place_takes_the_place_of_all_others(adcode, provinces, prefectures, counties):
    wanted = choose_place(Filter(provinces=("140000",), counties=("140202",), words="水"), adcode)
    assert wanted == Filter(provinces=provinces, prefectures=prefectures, counties=counties, words="水")


def test_a_place_brings_its_province_along():
    wanted, warnings = read_filter({"prefecture": ["341700"]}, RULE)
    assert (wanted.provinces, wanted.prefectures, warnings) == (("340000",), ("341700",), ())
