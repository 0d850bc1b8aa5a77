"""A name, alone or in a few words, leads to its division: today's, or as of a date."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.gazetteer.division import NATION, load_tables
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.lookup import resolve_place

CASES = Path(__file__).parents[1] / "cases" / "regions.csv"


def names(text: str, on: dt.date | None = None) -> list[str]:
    return [load_gazetteer().full_name(p.adcode) for p in resolve_place(text, on)]


@pytest.mark.parametrize(
    "case", list(csv.DictReader(CASES.open(encoding="utf-8"))), ids=lambda c: f"{c['id']}-{c['text'][:12]}"
)
def test_cases(case: dict[str, str]) -> None:
    expected = "".join(dict.fromkeys(filter(None, (case["province"], case["city"], case["county"]))))
    found = names(case["text"])
    if case["kind"] == "ambiguous":
        assert len(found) > 1
        assert all(name.endswith(case["county"]) for name in found)
    else:
        assert found == ([] if case["kind"] == "none" else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("恩施州", ["湖北省恩施土家族苗族自治州"]),
        ("恩施", ["湖北省恩施土家族苗族自治州恩施市"]),
        ("河北", ["河北省"]),
        ("吉林", ["吉林省"]),
        ("吉林市", ["吉林省吉林市"]),
        ("承德", ["河北省承德市"]),
        ("湖北武汉", ["湖北省武汉市"]),
        ("黄山市黄山区", ["安徽省黄山市黄山区"]),
        ("陕西、河南", ["陕西省", "河南省"]),
        ("雄安新区", ["河北省保定市"]),
        ("资源县", ["广西壮族自治区桂林市资源县"]),
        ("自然资源和规划局", []),
        ("乡村振兴工作会议召开", []),
        ("合作共建", []),
        ("朝阳", []),
        ("青海湖", []),
        ("丽江大桥", []),
        ("北京路", []),
        ("上海合作组织", []),
        ("城区", []),
        ("在朝阳市调研", ["辽宁省朝阳市"]),
        ("", []),
    ],
)
def test_names_of_today(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("临安市", 2015, ["浙江省杭州市临安区"]),
        ("襄樊市", 2008, ["湖北省襄阳市"]),
        ("闸北区", 2014, ["上海市静安区"]),
        ("盐都县", 2000, ["江苏省盐城市盐都区"]),
        ("盐城市郊区", 1990, ["江苏省盐城市盐都区"]),
        ("四平市公主岭市", 2018, ["吉林省长春市公主岭市"]),
        ("渝北区", 2023, ["重庆市两江新区"]),
        ("莱芜市", 2015, ["山东省济南市莱芜区", "山东省济南市钢城区"]),
        ("巢湖市", 2009, ["安徽省合肥市", "安徽省芜湖市", "安徽省马鞍山市"]),
        ("巢湖市", 2020, ["安徽省合肥市巢湖市"]),
        ("通州市", 2005, ["江苏省南通市通州区"]),
        ("余杭市", 2000, ["浙江省杭州市余杭区"]),
        ("杭州市临平区", 2022, ["浙江省杭州市临平区"]),
    ],
)
def test_names_as_of_a_year(text: str, year: int, expected: list[str]) -> None:
    assert names(text, dt.date(year, 6, 1)) == expected


def test_a_full_path_leads_to_its_own_division() -> None:
    divisions = load_tables().divisions
    wrong = [
        load_gazetteer().full_name(code)
        for code in divisions
        if code != NATION and [p.adcode for p in resolve_place(load_gazetteer().full_name(code))] != [code]
    ]
    assert wrong == []


@given(st.text(max_size=60))
def test_any_text_gives_divisions_or_nothing(text: str) -> None:
    for place in resolve_place(text):
        division = load_gazetteer().division(place.adcode)
        assert division is not None
        assert division.name == place.name
