"""The map page: what it says of each place, the way down and up, and what it says when there is nothing."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.gold_reports import gold_report
from tests.pages.visiting import visit, words


def drawn(app):
    """What the browser is given to draw."""
    parts = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    return next((part for part in parts if "notes" in part), {"svg": "", "notes": {}})


def svg(app):
    return drawn(app)["svg"]


def test_the_nation_names_places_with_and_without_a_report(filled):
    app = visit("map")
    said = words(app)
    assert not app.exception
    assert "全国 34 个省级行政区中 30 个无报告" in said
    assert "示意图" in said
    assert "天地图" in said
    assert "审图" in said
    assert 'data-adcode="340000"' in svg(app)
    assert "南海诸岛" in svg(app)
    assert 'aria-label="北京市：无报告"' in svg(app)


def test_the_table_gives_the_same_figures_as_the_map(filled):
    total = sum(len(report.commitments) for report in filled if report.region.adcode[:2] == "32")
    app = visit("map")
    assert f'aria-label="江苏省：{total} 条"' in svg(app)
    assert f'aria-label="{total} 条">{total}</a>' in words(app)


WAY_DOWN = [
    ({"province": "710000"}, "台湾省 20 个地区中 20 个无报告", "710001"),
    ({"province": "340000"}, "安徽省 16 个地级行政区中 15 个无报告", "341700"),
    ({"province": "340000", "prefecture": "341700"}, "池州市 4 个县级行政区中 3 个无报告", "341702"),
    ({"province": "310000"}, "上海市 16 个县级行政区中 15 个无报告", "310116"),
]


@pytest.mark.parametrize(("query", "sentence", "area"), WAY_DOWN)
def test_the_address_leads_down(filled, query, sentence, area):
    app = visit("map", **query)
    assert sentence in words(app)
    assert f'data-adcode="{area}"' in svg(app)


def test_a_county_is_marked_among_its_neighbours(filled):
    drawn = svg(visit("map", province="340000", county="341702"))
    assert 'aria-label="贵池区' in drawn
    assert drawn.count('class="c"') == 1
    assert 'data-adcode="341723"' in drawn


def box(app, label):
    return next(box for box in app.selectbox if box.label == label)


def test_the_select_box_leads_down_and_the_trail_up(filled):
    app = box(visit("map", theme="water"), "进入下级地区").select("340000").run()
    assert "安徽省 16 个地级行政区" in words(app)
    assert "340000" in app.query_params["province"]
    assert '<a href="/map?theme=water" target="_self">全国</a>' in words(app)
    assert '<li aria-current="page">安徽省</li>' in words(app)


def test_another_measure_can_be_shown_and_stands_in_the_address(filled):
    app = box(visit("map"), "地图显示").select("deadline").run()
    assert "有时限的承诺占比" in words(app)
    assert "%（" in svg(app)
    assert "deadline" in app.query_params["show"]
    assert "有时限的承诺占比" in words(visit("map", show="deadline", province="340000"))
    app = box(app, "地图显示").select("commitments").run()
    assert "show" not in app.query_params


def test_a_filter_does_not_take_places_out(filled):
    app = visit("map", q="没有这样的词")
    said = words(app)
    assert "34 个省级行政区中 30 个无报告" in said
    assert "没有符合筛选条件的报告" in said
    assert 'aria-label="安徽省：0 条"' in svg(app)
    assert 'aria-label="北京市：无报告"' in svg(app)


def test_each_area_has_its_latest_commitments_beside_it(filled):
    report = next(report for report in filled if report.region.adcode == "341702")
    name, figure, latest = drawn(visit("map"))["notes"]["340000"]
    assert name == "安徽省"
    assert figure == f"{len(report.commitments)} 条"
    assert [words[:20] for _, words in latest] == [c.text[:20] for c in report.commitments[:3]]


def numbered(report):
    """The report with a number in each of its targets: the seeds have none."""
    told = {"kind": "quantitative", "indicator_code": "BC22-12", "value": Decimal(40), "unit": "%"}
    commitments = (
        replace(c, targets=tuple(replace(t, **told) for t in c.targets)) for c in report.commitments
    )
    return replace(report, commitments=tuple(commitments))


def test_targets_of_an_indicator_are_shown_where_there_are_any(empty):
    ledger = open_ledger(empty)
    bare, report = gold_report("000"), numbered(gold_report("001"))
    save_report(ledger, bare)
    assert "指标目标值" not in box(visit("map"), "地图显示").options
    save_report(ledger, report)
    ledger.close()
    count = sum(bool(commitment.targets) for commitment in report.commitments)
    app = box(visit("map"), "地图显示").select("indicator").run()
    assert "BC22-12" in app.query_params["of"]
    assert "森林覆盖率（%）：目标值中位数" in words(app)
    assert f"40 %（{count} 条）" in svg(app)
    assert "有报告，无此指标" in svg(app)
    assert (
        f'href="/commitments?province=340000&amp;indicator=BC22-12" target="_self" title="40 %（{count} 条）"'
        in words(app)
    )


def test_every_number_of_the_table_leads_to_as_many_rows(filled):
    table = html.fromstring(next(e.value for e in visit("map").get("html") if "map-table" in e.value))
    checked = 0
    for link in table.xpath(".//td/a"):
        count = re.fullmatch(r"(?:\d+%（)?(\d+)(?:/\d+)? ?条）?", link.get("aria-label"))
        if count:
            app = visit("commitments", **parse_qs(urlsplit(link.get("href")).query))
            assert f"共 {count[1]} 条" in words(app), link.get("href")
            checked += 1
        if checked == 6:
            return


def test_the_map_speaks_english(filled, monkeypatch):
    monkeypatch.setattr("dashboard.language.language", lambda: "en")
    app = visit("map", show="near")
    assert not app.exception
    assert "All of China: 30 of 34 provinces have no report" in words(app)
    assert "Due within 30 days" in words(app)


def test_areas_that_are_no_divisions_of_the_gazetteer_cannot_be_chosen(filled):
    app = visit("map", province="710000")
    assert not [box for box in app.selectbox if box.label == "进入下级地区"]


def test_a_place_without_reports_is_no_empty_ledger(filled):
    said = words(visit("map", province="460000", prefecture="460300"))
    assert "三沙市 2 个县级行政区中 2 个无报告" in said
    assert "台账中还没有" not in said


def test_an_empty_ledger_is_said_and_the_map_still_stands(empty):
    app = visit("map")
    assert not app.exception
    assert "台账中还没有报告" in words(app)
    assert "全国 34 个省级行政区中 34 个无报告" in words(app)
    assert 'data-adcode="340000"' in svg(app)


def test_a_ledger_out_of_reach_is_said_in_one_sentence(unreachable):
    app = visit("map")
    assert not app.exception
    assert len(app.error) == 1


def test_boundary_files_that_are_missing_are_named(filled, tmp_path, monkeypatch):
    monkeypatch.setenv("ECOLEDGER_GEO_DIR", str(tmp_path))
    app = visit("map")
    assert not app.exception
    assert "ECOLEDGER\\_GEO\\_DIR" in app.error[0].value


def test_boundaries_of_ones_own_are_named_as_such(filled, tmp_path, monkeypatch):
    from dashboard.map.boundary import GEO_FOLDER

    for path in GEO_FOLDER.glob("*.geojson"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setenv("ECOLEDGER_GEO_DIR", str(tmp_path))
    said = words(visit("map"))
    assert "使用单位自备" in said
    assert "天地图" not in said
