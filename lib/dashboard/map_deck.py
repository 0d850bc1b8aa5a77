"""The interactive map: deck.gl layers in the same equal-area plane as the plain one, in kilometres."""

from __future__ import annotations

import json
from math import log2
from typing import TYPE_CHECKING, Any

import pydeck as pdk

from dashboard.map_label import choose_labels
from dashboard.map_projection import CHINA
from dashboard.map_shape import Area
from dashboard.map_svg import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.map_boundary import BorderLine, Boundary, Point, Ring
    from dashboard.map_class import Legend
    from dashboard.map_painting import Painting

AREAS = "areas"
"""Id of the layer that is clicked."""
FONT = "'Noto Sans SC Variable','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
INK, LINE, WHITE, CHOSEN = [22, 33, 28], [109, 122, 115], [255, 255, 255], [138, 75, 0]
NO_REPORT = [221, 221, 214]
HEIGHT = 500
FONT_SIZE = 12
REEF = 12
"""Pixels below which an island is a reef."""


class _CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck whose JSON has no idle blanks: as pydeck writes it, every number has a line of its own."""

    def to_json(self) -> str:
        """Return the JSON that the browser gets."""
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))


def build_deck(painting: Painting, lines: tuple[BorderLine, ...], width: int) -> pdk.Deck:
    """Return the map for a frame of `width` by HEIGHT pixels.

    The whole of the areas is in sight at first, with the dashes of the South China Sea where its islands are
    among them.
    """
    boundaries = painting.view.boundaries
    rings = {b.adcode: [[_plane(ring) for ring in polygon] for polygon in b.polygons] for b in boundaries}
    box = _box(point for polygons in rings.values() for polygon in polygons for point in polygon[0])
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": rings[b.adcode]},
            "properties": {
                "adcode": b.adcode,
                "name": b.name,
                "text": painting.texts[b.adcode],
                "colour": _colour(painting.legend, painting.values[b.adcode]),
            },
        }
        for b in boundaries
    ]
    scale = min(width / (box[2] - box[0]), HEIGHT / (box[3] - box[1])) * 0.94
    zoom = log2(scale)
    view = pdk.ViewState(
        target=[(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 0], zoom=zoom, min_zoom=zoom - 1
    )
    return _CompactDeck(
        layers=[
            _fill_layer(features),
            _border_layer("borders", rings, WHITE, 1),
            _reef_layer(rings, REEF / scale),
            _border_layer(
                "chosen", {code: rings[code] for code in rings if code in painting.view.chosen}, CHOSEN, 3
            ),
            *_line_layers(lines, box),
            _name_layer(boundaries, painting.names, scale),
        ],
        views=[pdk.View(type="OrthographicView", controller=True)],
        initial_view_state=view,
        map_provider=None,
        tooltip={"text": "{name}\n{text}"},
    )


def clicked_place(selection: Mapping[str, Any]) -> str | None:
    """Return the code of the area in what the chart says was selected, if any."""
    objects = selection.get("objects", {}).get(AREAS, [])
    return str(objects[0]["properties"]["adcode"]) if objects else None


def _plane(ring: Ring) -> list[list[float]]:
    return [_kilometres(point) for point in ring]


def _kilometres(point: Point) -> list[float]:
    x, y = CHINA.project(*point)
    return [round(x / 1000, 1), round(-y / 1000, 1)]


def _box(points: Iterable[list[float]]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _colour(legend: Legend, value: float | None) -> list[int]:
    if value is None:
        return NO_REPORT
    return [int(legend.colour(value)[i : i + 2], 16) for i in (1, 3, 5)]


def _fill_layer(features: list[dict[str, Any]]) -> pdk.Layer:
    # With borders in the same layer a click takes a second where there is no graphics card.
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id=AREAS,
        stroked=False,
        pickable=True,
        auto_highlight=True,
        highlight_color=[28, 43, 36, 60],
        get_fill_color="properties.colour",
    )


def _border_layer(name: str, rings: Mapping[str, Any], colour: list[int], width: int) -> pdk.Layer:
    paths = [{"path": ring} for polygons in rings.values() for polygon in polygons for ring in polygon]
    return _path_layer(name, paths, colour, width)


def _line_layers(lines: tuple[BorderLine, ...], box: tuple[float, float, float, float]) -> list[pdk.Layer]:
    layers = []
    for dashes in (True, False):
        drawn = [_plane(part) for line in lines for part in line.lines if (line.kind == DASHES) is dashes]
        paths = [{"path": path} for path in drawn if any(_inside(point, box) for point in path)]
        if paths:
            layers.append(_path_layer("dashes" if dashes else "lines", paths, LINE, 3 if dashes else 1))
    return layers


def _inside(point: list[float], box: tuple[float, float, float, float]) -> bool:
    slack = 0.15 * max(box[2] - box[0], box[3] - box[1])
    return box[0] - slack <= point[0] <= box[2] + slack and box[1] - slack <= point[1] <= box[3] + slack


def _path_layer(name: str, paths: list[dict[str, Any]], colour: list[int], width: int) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        paths,
        id=name,
        pickable=False,
        get_path="path",
        get_color=colour,
        get_width=width,
        width_units=pdk.types.String("pixels"),
    )


def _reef_layer(rings: Mapping[str, Any], smallest: float) -> pdk.Layer:
    """Give reefs and islets a dark border: the light one of land would hide them."""
    outer = (polygon[0] for polygons in rings.values() for polygon in polygons)
    return _path_layer("reefs", [{"path": ring} for ring in outer if _extent(ring) < smallest], LINE, 1)


def _extent(ring: list[list[float]]) -> float:
    west, north, east, south = _box(ring)
    return max(east - west, south - north)


def _name_layer(boundaries: tuple[Boundary, ...], names: Mapping[str, str], scale: float) -> pdk.Layer:
    """Write the names that have room at first sight, on light plates."""
    places = {b.adcode: _kilometres(b.label) for b in boundaries}
    sizes = {b.adcode: max(_extent(_plane(polygon[0])) for polygon in b.polygons) for b in boundaries}
    areas = [
        Area(code, names[code], "", (round(x * scale), round(y * scale)), round(sizes[code]))
        for code, (x, y) in places.items()
    ]
    shown = choose_labels(areas, names, FONT_SIZE + 2)
    return pdk.Layer(
        "TextLayer",
        [{"name": names[code], "place": places[code]} for code in shown],
        id="names",
        pickable=False,
        get_text="name",
        get_position="place",
        get_size=FONT_SIZE,
        get_color=INK,
        font_family=pdk.types.String(FONT),
        character_set=pdk.types.String("".join(sorted(set("".join(names[code] for code in shown))))),
        background=True,
        get_background_color=[255, 255, 255, 205],
        background_padding=[3, 1],
    )
