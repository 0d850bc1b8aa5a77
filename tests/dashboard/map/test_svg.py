import pytest
from lxml import etree

from dashboard.map.boundary import GEO_FOLDER, load_boundaries, load_lines
from dashboard.map.classification import classify
from dashboard.map.drill import find_view
from dashboard.map.painting import Painting
from dashboard.map.shape import draw_sheet
from dashboard.map.svg import NARROW_INSET_FONT, write_svg

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(place, values, chosen=frozenset()):
    view = find_view(GEO_FOLDER, place, chosen)
    sheet = draw_sheet(view.boundaries, load_lines(GEO_FOLDER), load_boundaries(GEO_FOLDER, "province"))
    values = {b.adcode: values.get(b.adcode) for b in view.boundaries}
    texts = {code: "无报告" if value is None else f"{value} 条" for code, value in values.items()}
    names = {b.adcode: b.name for b in view.boundaries}
    return write_svg(sheet, '图<一>"', Painting(view, classify(values, "count"), values, texts, names))


def test_each_area_is_a_link_that_says_its_figure():
    root = etree.fromstring(svg_of("340000", {"341700": 3}))
    links = {a.get("data-adcode"): a for a in root.iter(f"{SVG}a")}
    assert len(links) == 16
    assert links["341700"].get("aria-label") == "池州市：3 条"
    assert links["340100"].get("aria-label") == "合肥市：无报告"
    assert links["340100"].find(f"{SVG}path").get("fill") == "url(#none)"
    assert links["341700"].find(f"{SVG}path").get("fill").startswith("#")


def test_the_chosen_area_is_drawn_last_and_marked():
    root = etree.fromstring(svg_of("341702", {}, chosen=frozenset({"341702"})))
    links = list(root.iter(f"{SVG}a"))
    assert [a.get("data-adcode") for a in links if a.get("class") == "c"] == ["341702"]
    assert links[-1].get("data-adcode") == "341702"


def test_names_stand_in_the_map():
    root = etree.fromstring(svg_of("340000", {}))
    assert "池州市" in {text.text for text in root.iter(f"{SVG}text")}


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
