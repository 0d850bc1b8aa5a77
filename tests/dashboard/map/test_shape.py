import re

import pytest

from dashboard.map.boundary import GEO_FOLDER, load_boundaries, load_lines
from dashboard.map.drill import find_view
from dashboard.map.shape import draw_sheet, ring_path

RINGS = [
    ([(0, 0), (0, 5), (5, 5), (5, 0), (0, 0)], "M0 0l0 5 5 0 0-5z"),
    ([(3, 4), (3, 4), (3, 9), (8, 9), (9, 4), (3, 4)], "M3 4l0 5 5 0 1-5z"),
    ([(7, 7), (7, 7), (8, 7), (7, 7)], "M7 7h3v3h-3z"),
    ([(-2, -3), (-2, 3), (3, 3), (3, -3)], "M-2 -3l0 6 5 0 0-6z"),
]


@pytest.mark.parametrize(("points", "path"), RINGS)
def test_ring_path(points, path):
    assert ring_path(points) == path


def sheet_of(place):
    return draw_sheet(
        find_view(GEO_FOLDER, place).boundaries,
        load_lines(GEO_FOLDER),
        load_boundaries(GEO_FOLDER, "province"),
    )


def starts(path):
    return [(int(x), int(y)) for x, y in re.findall(r"M(-?\d+)[ ]?(-?\d+)", path)]


@pytest.mark.parametrize("place", [None, "460000"])
def test_the_inset_shows_all_ten_dashes_and_the_southernmost_shoal(place):
    inset = sheet_of(place).inset
    dashes = dict(inset.lines)["南海断续线"]
    assert len(starts(dashes)) == 10
    assert all(0 < x < inset.width and 0 < y < inset.height for x, y in starts(dashes))
    reefs = [point for area in inset.areas for point in starts(area.path)]
    assert max(y for _, y in reefs if y <= inset.height) > inset.height * 0.85


def test_the_inset_covers_no_area_of_the_main_frame():
    sheet = sheet_of(None)
    right = max(x for area in sheet.main.areas for x, y in starts(area.path) if y > sheet.inset.top)
    assert right < sheet.inset.left


def test_the_islands_alone_are_drawn_to_their_full_extent():
    sheet = sheet_of("460300")
    assert sheet.inset is None
    assert [area.adcode for area in sheet.main.areas] == ["460302", "460303"]
    dashes = starts(dict(sheet.main.lines)["南海断续线"])
    assert len(dashes) == 10
    assert all(0 < x < sheet.main.width and 0 < y < sheet.main.height for x, y in dashes)


@pytest.mark.parametrize("place", [None, "340000", "110000", "460000", "650000"])
def test_every_area_is_drawn_somewhere(place):
    sheet = sheet_of(place)
    drawn = {area.adcode for frame in (sheet.main, sheet.inset) if frame for area in frame.areas}
    assert drawn == {boundary.adcode for boundary in find_view(GEO_FOLDER, place).boundaries}


def test_a_view_fits_a_screen():
    sheet = sheet_of("340000")
    assert sheet.height <= sheet.width
