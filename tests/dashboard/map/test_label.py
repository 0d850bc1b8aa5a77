import pytest

from dashboard.map.boundary import GEO_FOLDER, load_boundaries, load_lines
from dashboard.map.drill import find_view
from dashboard.map.label import choose_labels
from dashboard.map.shape import Area, draw_sheet

CASES = [
    # (code, x, y, size) of areas, the codes whose two-letter names stand in letters of 10 units
    ([("a", 50, 50, 40), ("b", 90, 50, 40)], ("a", "b")),
    ([("a", 50, 50, 40), ("b", 60, 50, 80)], ("b",)),
    ([("a", 50, 50, 40), ("b", 60, 63, 80)], ("b", "a")),
    ([("a", 5, 50, 40)], ()),
    ([("a", 50, 98, 40)], ()),
    ([("a", 50, 50, 3)], ()),
]


@pytest.mark.parametrize(("areas", "chosen"), CASES)
def test_choose_labels(areas, chosen):
    shapes = [Area(code, code, "", (x, y), size, size) for code, x, y, size in areas]
    assert choose_labels(shapes, {code: "名称" for code, *_ in areas}, 10, (100, 100)) == chosen


@pytest.mark.parametrize(("place", "names"), [("460300", 2), ("341700", 4), ("310000", 12), (None, 28)])
def test_most_areas_of_a_view_are_named(place, names):
    view = find_view(GEO_FOLDER, place)
    sheet = draw_sheet(view.boundaries, load_lines(GEO_FOLDER), load_boundaries(GEO_FOLDER, "province"))
    texts = {b.adcode: b.name[:3] for b in view.boundaries}
    assert len(choose_labels(sheet.main.areas, texts, 40, (sheet.main.width, sheet.main.height))) >= names
