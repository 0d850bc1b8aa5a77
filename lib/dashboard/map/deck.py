"""The interactive map: deck.gl layers in the same equal-area plane as the plain one, in kilometres."""

from __future__ import annotations

import json
from itertools import chain
from math import log2
from typing import TYPE_CHECKING, Any

import pydeck as pdk

from dashboard.colour import FONT, rgb
from dashboard.looks import type_size
from dashboard.map.classification import EMPTY, MISSING, ZERO
from dashboard.map.label import choose_labels
from dashboard.map.plane import box_of, extent, project_line, read_plane
from dashboard.map.shape import DASHES, Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.colour import Scheme
    from dashboard.map.boundary import BorderLine
    from dashboard.map.classification import Key
    from dashboard.map.painting import Painting
    from dashboard.map.plane import Line, Plane

AREAS = "areas"
"""Id of the layer that is clicked."""
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


def build_deck(painting: Painting, lines: tuple[BorderLine, ...], width: int, scheme: Scheme) -> pdk.Deck:
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
    rows = _rows(painting, plane, lines, scale, scheme)
    deck = _Deck(
        layers=_layers(rows["names"], scheme),
        views=[pdk.View(type="OrthographicView", controller=True)],
        initial_view_state=pdk.ViewState(
            target=[(west + east) / 2, (north + south) / 2, 0], zoom=zoom, min_zoom=zoom - 1
        ),
        map_provider=None,
        tooltip={
            "text": "{name}\n{text}",
            "style": {
                "maxWidth": "24em",
                "whiteSpace": "pre-line",
                "fontFamily": FONT,
                "zIndex": "9",
                "color": scheme.text,
                "backgroundColor": scheme.panel,
                "border": f"1px solid {scheme.line}",
            },
        },
    )
    deck.rows = rows
    return deck


def clicked_place(selection: Mapping[str, Any]) -> str | None:
    """Return the code of the area in what the chart says was selected, if any."""
    objects = selection.get("objects", {}).get(AREAS, [])
    return str(objects[0]["properties"]["adcode"]) if objects else None


def _rows(
    painting: Painting, plane: Plane, lines: tuple[BorderLine, ...], scale: float, scheme: Scheme
) -> dict[str, Any]:
    """Return the data of each layer by its id."""
    chosen = [code for code in plane.polygons if code in painting.view.chosen]
    outer = (polygon[0] for shapes in plane.polygons.values() for polygon in shapes)
    return {
        AREAS: [_feature(b.adcode, painting, plane, scheme) for b in painting.view.boundaries],
        "borders": [ring for code in plane.polygons for ring in _rings(plane, code)],
        "reefs": [ring for ring in outer if extent(ring) < REEF / scale],
        "chosen": [ring for code in chosen for ring in _rings(plane, code)],
        "dashes": _near(plane, (line for line in lines if line.kind == DASHES)),
        "lines": _near(plane, (line for line in lines if line.kind != DASHES)),
        "names": _names(painting, plane, scale),
    }


def _feature(code: str, painting: Painting, plane: Plane, scheme: Scheme) -> dict[str, Any]:
    note = painting.notes[code]
    text = "\n".join((note.figure, *(f"{date} {words}" for date, words in note.latest)))
    return {
        "type": "Feature",
        "geometry": {"type": "MultiPolygon", "coordinates": plane.polygons[code]},
        "properties": {
            "adcode": code,
            "name": note.name,
            "text": text,
            "colour": rgb(colour_of(painting.keys[code], scheme)),
        },
    }


def colour_of(key: Key, scheme: Scheme) -> str:
    """Return the colour of a class where nothing can be hatched."""
    plain = {ZERO: scheme.zero, EMPTY: scheme.panel, MISSING: scheme.line}
    return plain[key] if key in plain else scheme.classes[int(key.removeprefix("class-")) - 1]


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
    shown = choose_labels(areas, painting.names, type_size(FONT_SIZE) + 2)
    return [{"name": painting.names[code], "place": plane.labels[code]} for code in shown]


def _layers(names: list[dict[str, Any]], scheme: Scheme) -> list[pdk.Layer]:
    """Return the layers from the ground up, without their rows."""
    return [
        # With borders in the same layer a click takes a second where there is no graphics card.
        pdk.Layer(
            "GeoJsonLayer",
            id=AREAS,
            stroked=False,
            pickable=True,
            auto_highlight=True,
            highlight_color=[*rgb(scheme.text), 60],
            get_fill_color="properties.colour",
        ),
        _path_layer("borders", rgb(scheme.ground), 1),
        _path_layer("reefs", rgb(scheme.faint), 1),  # the light border of land would hide them
        _path_layer("lines", rgb(scheme.faint), 1),
        _path_layer("dashes", rgb(scheme.quiet), 3),
        _path_layer("chosen", rgb(scheme.text), 3),
        pdk.Layer(
            "TextLayer",
            id="names",
            pickable=False,
            get_text="name",
            get_position="place",
            get_size=type_size(FONT_SIZE),
            get_color=rgb(scheme.text),
            font_family=pdk.types.String(FONT),
            character_set=pdk.types.String("".join(sorted({c for row in names for c in row["name"]}))),
            background=True,
            get_background_color=[*rgb(scheme.ground), 205],
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
