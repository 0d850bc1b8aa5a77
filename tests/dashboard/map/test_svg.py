import pytest
from lxml import etree

from dashboard.map.boundary import GEO_FOLDER, load_boundaries, load_lines
from dashboard.map.painting import paint
from dashboard.map.shape import draw_sheet
from dashboard.map.svg import NARROW_INSET_FONT, write_svg
from ecoledger.gazetteer.gazetteer import load_gazetteer
from tests.dashboard.map.surveying import made, surveyed

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(place, measures, **more):
    painting = paint(surveyed(place, measures, **more), load_gazetteer())
    boundaries = painting.view.boundaries
    sheet = draw_sheet(boundaries, load_lines(GEO_FOLDER), load_boundaries(GEO_FOLDER, "province"))
    return write_svg(
        sheet, '图<一>"', painting, lambda code: None if code == "340200" else f"/map?at={code}&x"
    )


def areas(svg):
    return {part.get("data-adcode"): part for part in etree.fromstring(svg).iter() if part.get("data-adcode")}


def test_each_area_is_a_link_that_says_its_figure():
    found = areas(svg_of("340000", {"341700": made(3), "340300": made(0)}, show="target"))
    assert len(found) == 16
    assert found["341700"].get("aria-label") == "池州市：0%（0/3 条）"
    assert found["341700"].get("href") == "/map?at=341700&x"
    assert found["340100"].get("aria-label") == "合肥市：无报告"
    kinds = {code: part.find(f"{SVG}path").get("class") for code, part in found.items()}
    assert kinds["340100"] == "a missing"
    assert kinds["341700"] == "a zero"
    assert kinds["340300"] == "a empty"


def test_an_area_that_cannot_be_gone_to_is_no_link():
    found = areas(svg_of("340000", {}))
    assert found["340200"].tag == f"{SVG}g"
    assert found["340200"].get("href") is None
    assert found["340200"].get("aria-label")


def test_the_chosen_area_is_drawn_last_and_marked():
    found = areas(svg_of("341702", {}, chosen=frozenset({"341702"})))
    assert [code for code, part in found.items() if part.get("class") == "c"] == ["341702"]
    assert list(found)[-1] == "341702"


def test_names_stand_in_the_map():
    root = etree.fromstring(svg_of("340000", {}))
    assert "池州" in {text.text for text in root.iter(f"{SVG}text")}


@pytest.mark.parametrize("place", [None, "460000"])
def test_the_name_of_the_inset_stands_within_its_frame(place):
    inset = next(
        part for part in etree.fromstring(svg_of(place, {})).iter(f"{SVG}svg") if part.get("class") == "i"
    )
    name = next(text for text in inset.iter(f"{SVG}text") if text.get("class") == "o")
    assert int(name.get("y")) + NARROW_INSET_FONT / 2 < int(inset.get("height")) - 4


@pytest.mark.parametrize(("place", "limit"), [(None, 80_000), ("340000", 20_000), ("460000", 45_000)])
def test_the_drawing_stays_small(place, limit):
    assert len(svg_of(place, {}).encode()) < limit
