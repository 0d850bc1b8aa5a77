"""The map page: what it says of each place, the way down and up, and what it says when there is nothing."""

import json

import pytest

from tests.pages.visiting import visit, words


def svg(app):
    """The drawing that the browser is given."""
    parts = [element.proto for element in app.get("bidi_component")]
    return json.loads(parts[0].json)["svg"] if parts else ""


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
    assert "<td" in words(app)
    assert f">{total}</td>" in words(app)


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


def test_the_select_box_and_the_buttons_lead_down_and_up(filled):
    app = visit("map")
    box = next(box for box in app.selectbox if box.label == "进入下级地区")
    app = box.select("340000").run()
    assert "安徽省 16 个地级行政区" in words(app)
    assert "340000" in app.query_params["province"]
    app = next(button for button in app.button if button.label == "全国").click().run()
    assert "全国 34 个省级行政区" in words(app)
    assert "province" not in app.query_params


def test_another_measure_can_be_shown(filled):
    app = visit("map")
    app = next(box for box in app.selectbox if box.label == "地图显示").select("with_deadline").run()
    assert "有时限的承诺占比" in words(app)
    assert "%（" in svg(app)


def test_with_a_filter_no_match_is_not_called_no_report(filled):
    app = visit("map", q="没有这样的词")
    said = words(app)
    assert "34 个省级行政区中 34 个无符合条件的报告" in said
    assert "没有符合筛选条件的报告" in said
    assert svg(app)


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
