"""对比: places side by side; every number leads to its rows, and what only one has is told."""

import csv
import datetime as dt
import io
import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.address import read_filter
from dashboard.compare.choice import say_overlap
from dashboard.compare.figures import count_lights, count_organs, count_themes, count_whole
from dashboard.compare.numbers import set_numbers
from dashboard.compare.side import take_sides
from dashboard.compare.view import build_file, write_section
from dashboard.light_setting import current_rule
from ecoledger.ledger.commitment import count_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.number_reports import Line, number_report
from tests.pages.visiting import visit, words

Y25 = (("year_end", None, "2025-12-31"),)
AIR = Line("到2025年底空气质量优良天数比率达到90%", "空气质量优良天数比率", "BC22-03", "90", "%", dues=Y25)
WEAK = replace(AIR, text="到2025年底空气质量优良天数比率达到80%", value="80", organ="生态环境")
PM = Line(
    "PM2.5浓度降到0.03毫克/立方米",
    "PM2.5浓度",
    "BC22-01",
    "0.03",
    "毫克/立方米",
    op="<=",
    themes=("air", "climate"),
)
PONDS = [
    replace(PM, text=f"整治黑臭水体{n}处", code=None, indicator="黑臭水体", themes=("water",)) for n in "123"
]
LINK = re.compile(r'<a\b[^>]*href="(/commitments[^"]*)"[^>]*>(?:[^<\d]*)([\d,]+)</a>')
TODAY = dt.date(2026, 11, 22)
CHIZHOU, BEIJING, EMPTY = "341700", "110000", "320500"


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('places') / 'ledger.sqlite'}"
    ledger = open_ledger(url)
    for report in (
        number_report("341702", "2023-05-06", [AIR, PM, *PONDS]),
        number_report("110000", "2024-05-06", [WEAK]),
    ):
        save_report(ledger, report, meeting_kind="大会")
    ledger.close()
    return url


@pytest.fixture
def places(filled_once, monkeypatch):
    monkeypatch.setenv("ECOLEDGER_DATABASE", filled_once)
    opened = open_ledger(filled_once)
    yield opened
    opened.close()


@pytest.mark.parametrize("query", [{}, {"theme": ["air", "water"]}, {"has": "deadline"}, {"q": "-浓度"}])
def test_a_number_leads_to_just_so_many_rows(places, query):
    app = visit("compare", place=[CHIZHOU, BEIJING, EMPTY], **query)
    assert not app.exception
    links = [link for element in app.get("html") for link in LINK.findall(str(element.value))]
    assert len(links) > 12
    for href, number in links:
        rows, warnings = read_filter(parse_qs(urlsplit(unescape(href)).query), current_rule())
        assert not warnings
        assert count_commitments(places, rows) == int(number.replace(",", "")), unescape(href)


def test_places_stand_in_the_order_of_the_address_and_one_without_a_report_says_so(places):
    told = words(visit("compare", place=[EMPTY, CHIZHOU]))
    assert "无报告" in told
    assert told.index("苏州市") < told.index("池州市")


def test_units_are_made_one(places):
    sides = take_sides(places, Filter(), [CHIZHOU, BEIJING])
    rows = {row.name: [cell.text for cell in row.cells] for row in set_numbers(sides, TODAY).rows}
    assert rows["地级及以上城市细颗粒物(PM2.5)浓度"] == ["不超过 0.03 毫克/立方米（30 微克/立方米）", "—"]
    notes = {row.name: [cell.note for cell in row.cells] for row in set_numbers(sides, TODAY).rows}
    assert notes["地级及以上城市空气质量优良天数比例"] == ["2025年，强于官方值", "2025年，弱于官方值"]
    assert rows["地级及以上城市空气质量优良天数比例"] == ["90\xa0%", "80\xa0%"]


def test_lights_add_up_and_themes_may_not(places):
    sides = take_sides(places, Filter(), [CHIZHOU, BEIJING])
    lights = [row for row in count_lights(sides, LightRule(TODAY)).rows if row.cells[0].share is not None]
    assert [sum(row.cells[at].count for row in lights) for at in (0, 1)] == [5, 1]
    themes = count_themes(sides).rows
    assert sum(row.cells[0].count for row in themes) == 6
    assert count_organs(sides).rows[0].cells[1].count == 1
    assert [cell.text for cell in count_whole(sides).rows[0].cells] == ["1", "1"]


def test_what_only_one_has_is_told(places):
    told = words(visit("compare", place=[CHIZHOU, BEIJING]))
    own = told.split("筛选范围内只有这一个地区提到")[1]
    assert "水 3" in own
    assert "地级及以上城市细颗粒物(PM2.5)浓度 1" in own
    assert "生态环境 1" in own
    assert "大气" not in own
    assert "黑臭水体 3" in own


@pytest.mark.parametrize("query", [
    {}, {"place": "110000"}, {"place": ""}, {"place": ["110000", "110000"]}, {"place": ["no", "999999"]},
])  # fmt: skip
def test_fewer_than_two_places_are_asked_for_with_a_way_on(places, query):
    app = visit("compare", **query)
    assert not app.exception
    assert "请选择至少 2 个地区" in words(app)


def test_places_of_the_filter_are_taken_where_none_is_named(places):
    app = visit("compare", province=["340000", "110000"])
    assert app.multiselect(key="compare-places").value == ["110000", "340000"]
    app = visit("compare", province=["340000"], place=[BEIJING, EMPTY])
    assert app.multiselect(key="compare-places").value == [BEIJING, EMPTY]


def test_seven_places_are_six(places):
    app = visit("compare", place=["110000", "120000", "130000", "140000", "150000", "210000", "220000"])
    assert not app.exception
    assert len(app.multiselect(key="compare-places").value) == 6


def test_other_places_are_chosen(places):
    app = visit("compare", place=[BEIJING])
    app.multiselect(key="compare-places").set_value([BEIJING, "341702"]).run()
    assert "贵池区" in words(app)


def test_a_place_within_another_is_said():
    assert say_overlap(["340000", "341702"]) == "贵池区的承诺也计入安徽省。"
    assert say_overlap(["341700", "341702", "110000"]) == "贵池区的承诺也计入池州市。"
    assert say_overlap(["110000", "340000"]) == ""


def test_the_file_holds_what_is_shown(places):
    sides = take_sides(places, Filter(), [CHIZHOU, BEIJING])
    section = count_themes(sides)
    rows = list(csv.reader(io.StringIO(build_file(Filter(), [section], sides)().decode("utf-8-sig"))))
    assert rows[0] == ["部分", "对比项", "地区", "地区代码", "内容", "数", "占比", "筛选条件", "导出时间"]
    assert rows[1][:7] == ["领域", "大气", "池州市", "341700", "2", "2", "0.4"]
    assert len(rows) == 1 + 2 * len(section.rows)
    shown = write_section(section, sides)
    assert all(f">{row[5]}</a>" in shown for row in rows[1:] if row[5] != "0")


def test_an_empty_ledger_says_so(empty):
    app = visit("compare")
    assert not app.exception
    assert "台账中还没有报告" in words(app)
