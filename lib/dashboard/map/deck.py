"""The interactive map: deck.gl layers in the same equal-area plane as the plain one, in kilometres."""

from __future__ import annotations

import json
from itertools import chain
from math import log2
from typing import TYPE_CHECKING, Any

import pydeck as pdk

from dashboard.map.label import choose_labels
from dashboard.map.plane import box_of, extent, project_line, read_plane
from dashboard.map.shape import DASHES, Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.map.boundary import BorderLine
    from dashboard.map.painting import Painting
    from dashboard.map.plane import Line, Plane

AREAS = "areas"
"""Id of the layer that is clicked."""
FONT = "'Noto Sans SC Variable','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
INK, LINE, WHITE, CHOSEN = [22, 33, 28], [109, 122, 115], [255, 255, 255], [138, 75, 0]
NO_REPORT = [221, 221, 214]
HEIGHT = 500
FONT_SIZE = 12
REEF = 12
"""Pixels below which an island is a reef."""


class _Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck that writes the rows of its layers itself: pydeck takes a second to walk through the boundaries."""

    __slots__ = ("rows",)  # out of sight of pydeck, which writes all that stands in __dict__

    def to_json(self) -> str:
        """Return the JSON that the browser gets."""
        spec = json.loads(super().to_json())
        for layer in spec["layers"]:
            layer["data"] = self.rows[layer["id"]]
        return json.dumps(spec, ensure_ascii=False, separators=(",", ":"))


def build_deck(painting: Painting, lines: tuple[BorderLine, ...], width: int) -> pdk.Deck:
    """Return the map for a frame of `width` by HEIGHT pixels.

    The whole of the areas is in sight at first, with the dashes of the South China Sea where its islands are
    among them.
    """
    plane = read_plane(painting.view.boundaries)
    dashes = _near(plane, (line for line in lines if line.kind == DASHES))
    ends = [list(plane.box[:2]), list(plane.box[2:])]
    west, north, east, south = box_of(chain(ends, *dashes))
    scale = min(width / (east - west), HEIGHT / (south - north)) * 0.94
    zoom = log2(scale)
    rows = _rows(painting, plane, lines, scale)
    deck = _Deck(
        layers=_layers(rows["names"]),
        views=[pdk.View(type="OrthographicView", controller=True)],
        initial_view_state=pdk.ViewState(
            target=[(west + east) / 2, (north + south) / 2, 0], zoom=zoom, min_zoom=zoom - 1
        ),
        map_provider=None,
        tooltip={"text": "{name}\n{text}"},
    )
    deck.rows = rows
    return deck


def clicked_place(selection: Mapping[str, Any]) -> str | None:
    """Return the code of the area in what the chart says was selected, if any."""
    objects = selection.get("objects", {}).get(AREAS, [])
    return str(objects[0]["properties"]["adcode"]) if objects else None


def _rows(painting: Painting, plane: Plane, lines: tuple[BorderLine, ...], scale: float) -> dict[str, Any]:
    """Return the data of each layer by its id."""
    chosen = [code for code in plane.polygons if code in painting.view.chosen]
    outer = (polygon[0] for shapes in plane.polygons.values() for polygon in shapes)
    return {
        AREAS: [_feature(b.adcode, b.name, painting, plane) for b in painting.view.boundaries],
        "borders": [ring for code in plane.polygons for ring in _rings(plane, code)],
        "reefs": [ring for ring in outer if extent(ring) < REEF / scale],
        "chosen": [ring for code in chosen for ring in _rings(plane, code)],
        "dashes": _near(plane, (line for line in lines if line.kind == DASHES)),
        "lines": _near(plane, (line for line in lines if line.kind != DASHES)),
        "names": _names(painting, plane, scale),
    }


def _feature(code: str, name: str, painting: Painting, plane: Plane) -> dict[str, Any]:
    value = painting.values[code]
    colour = NO_REPORT if value is None else _rgb(painting.legend.colour(value))
    return {
        "type": "Feature",
        "geometry": {"type": "MultiPolygon", "coordinates": plane.polygons[code]},
        "properties": {"adcode": code, "name": name, "text": painting.texts[code], "colour": colour},
    }


def _rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def _rings(plane: Plane, code: str) -> list[Line]:
    return [ring for polygon in plane.polygons[code] for ring in polygon]


def _near(plane: Plane, lines: Iterable[BorderLine]) -> list[Line]:
    """Return the lines in the box of the areas or just beyond it."""
    west, north, east, south = plane.box
    slack = 0.15 * max(east - west, south - north)
    parts = (project_line(part) for line in lines for part in line.lines)
    return [
        part
        for part in parts
        if any(west - slack <= x <= east + slack and north - slack <= y <= south + slack for x, y in part)
    ]


def _names(painting: Painting, plane: Plane, scale: float) -> list[dict[str, Any]]:
    """Return the names that have room at first sight."""
    pixels = {code: (round(x * scale), round(y * scale)) for code, (x, y) in plane.labels.items()}
    sizes = {code: (round(plane.sizes[code] * scale), round(plane.spans[code] * scale)) for code in pixels}
    areas = [Area(code, painting.names[code], "", place, *sizes[code]) for code, place in pixels.items()]
    shown = choose_labels(areas, painting.names, FONT_SIZE + 2)
    return [{"name": painting.names[code], "place": plane.labels[code]} for code in shown]


def _layers(names: list[dict[str, Any]]) -> list[pdk.Layer]:
    """Return the layers from the ground up, without their rows."""
    return [
        # With borders in the same layer a click takes a second where there is no graphics card.
        pdk.Layer(
            "GeoJsonLayer",
            id=AREAS,
            stroked=False,
            pickable=True,
            auto_highlight=True,
            highlight_color=[28, 43, 36, 60],
            get_fill_color="properties.colour",
        ),
        _path_layer("borders", WHITE, 1),
        _path_layer("reefs", LINE, 1),  # the light border of land would hide them
        _path_layer("lines", LINE, 1),
        _path_layer("dashes", LINE, 3),
        _path_layer("chosen", CHOSEN, 3),
        pdk.Layer(
            "TextLayer",
            id="names",
            pickable=False,
            get_text="name",
            get_position="place",
            get_size=FONT_SIZE,
            get_color=INK,
            font_family=pdk.types.String(FONT),
            character_set=pdk.types.String("".join(sorted({c for row in names for c in row["name"]}))),
            background=True,
            get_background_color=[255, 255, 255, 205],
            background_padding=[3, 1],
        ),
    ]


def _path_layer(name: str, colour: list[int], width: int) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        id=name,
        pickable=False,
        get_path="-",  # each row is itself the path
        get_color=colour,
        get_width=width,
        width_units=pdk.types.String("pixels"),
    )
