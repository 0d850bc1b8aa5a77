"""The tables are complete and agree with each other; names are found in a text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.errors import RuleError
from ecoledger.gazetteer.division import NATION, load_ordinary, load_tables
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.table import read_table

TABLES = load_tables()
DIVISIONS, NAMES = TABLES.divisions, TABLES.names
TODAY = [d for d in DIVISIONS.values() if d.adcode != NATION]
ABOVE = {"province": {"nation"}, "prefecture": {"province"}, "county": {"prefecture", "province"}}


def test_every_division_of_today_is_there() -> None:
    assert Counter(d.level for d in TODAY) == {"province": 34, "prefecture": 333, "county": 2847}


def test_the_tree_holds_together() -> None:
    gazetteer = load_gazetteer()
    for division in TODAY:
        parent = gazetteer.division(division.parent)
        assert parent is not None
        assert parent.level in ABOVE[division.level]
        assert division in gazetteer.children(division.parent)
        assert gazetteer.path(division.adcode)[-1] == division
        assert len(gazetteer.path(division.adcode)) == len({d.level for d in gazetteer.path(division.adcode)})
    assert gazetteer.children() == gazetteer.children(NATION)
    assert sum(len(gazetteer.children(d.adcode)) for d in (DIVISIONS[NATION], *TODAY)) == len(TODAY)


@pytest.mark.parametrize(
    ("adcode", "path"),
    [
        ("341702", "安徽省池州市贵池区"),
        ("310116", "上海市金山区"),
        ("500157", "重庆市两江新区"),
        ("429004", "湖北省仙桃市"),
        ("632500", "青海省海南藏族自治州"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("441900", "广东省东莞市"),
        ("710000", "台湾省"),
    ],
)
def test_paths_have_no_step_that_is_no_division(adcode: str, path: str) -> None:
    assert load_gazetteer().full_name(adcode) == path


@pytest.mark.parametrize(
    ("adcode", "short"),
    [
        ("341702", "贵池"),
        ("632500", "海南州"),
        ("341225", "阜南"),
        ("150000", "内蒙古"),
        ("810000", "香港"),
        ("310115", "浦东"),
        ("622927", "积石山"),
        ("622926", "东乡县"),
        ("150724", "鄂温克旗"),
        ("150221", "土默特右旗"),
        ("130531", "广宗"),
        ("130133", "赵县"),
        ("532900", "大理州"),
        ("429021", "神农架"),
        ("232700", "大兴安岭"),
    ],
)
def test_short_names_are_those_people_write(adcode: str, short: str) -> None:
    division = load_gazetteer().division(adcode)
    assert division is not None
    assert division.short == short


def test_label_points_are_in_the_country_and_missing_only_without_polygon() -> None:
    assert {d.name for d in TODAY if d.lon is None} == {"岑岭县", "和康县", "和安县", "草湖市"}
    assert all(73 < d.lon < 136 and 3 < d.lat < 54 for d in TODAY if d.lon and d.lat)


def test_every_sense_leads_to_divisions_of_today() -> None:
    senses = [s for senses in NAMES.values() for s in senses]
    assert all(s.adcodes and all(code in DIVISIONS for code in s.adcodes) for s in senses)
    assert all(s.until is None or s.since <= s.until for s in senses)
    assert all(code in DIVISIONS for codes in TABLES.former.values() for code in codes)
    assert all(adcode in DIVISIONS for _, adcode in read_table("host", ("label", "adcode")))


@pytest.mark.parametrize(
    ("adcode", "now"),
    [
        ("341702", ("341702",)),
        ("330185", ("330112",)),
        ("371200", ("370116", "370117")),
        ("310108", ("310106",)),
        ("220381", ("220184",)),
        ("999999", ()),
    ],
)
def test_codes_of_before_lead_to_codes_of_today(adcode: str, now: tuple[str, ...]) -> None:
    assert load_gazetteer().successors(adcode) == now


def test_every_ordinary_word_is_a_name_that_would_else_be_taken_for_a_place() -> None:
    assert load_ordinary() - set(NAMES) == set()


def test_an_unknown_code_is_no_division() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.division("999999") is None
    assert gazetteer.path("999999") == ()
    assert gazetteer.children("999999") == ()


def test_mentions_are_the_longest_names() -> None:
    text = "安徽省池州市贵池区和鼓楼区"
    found = load_gazetteer().find_mentions(text)
    assert [m.text for m in found] == ["安徽省", "池州市", "贵池区", "鼓楼区"]
    assert len(found[-1].senses) == 4


@given(st.text(alphabet="上海市金山区池州贵内蒙古自治鼓楼，a", max_size=40))
def test_mentions_stand_in_the_text_and_do_not_overlap(text: str) -> None:
    at = 0
    for mention in load_gazetteer().find_mentions(text):
        assert mention.start >= at
        assert text[mention.start : mention.end] == mention.text
        at = mention.end


def test_a_broken_table_stops_with_its_name() -> None:
    with pytest.raises(RuleError, match=r"host\.csv: columns are"):
        read_table("host", ("name", "adcode"))
