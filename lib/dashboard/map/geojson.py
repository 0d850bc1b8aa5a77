"""The map as GeoJSON (RFC 7946): the areas that are shown with all their figures, for maps of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.language import tr
from dashboard.map.boundary import NATION
from dashboard.map.measure import INDICATOR, MEASURES
from ecoledger.export.stamp import Source, Tally, record_stamp
from ecoledger.ledger.facts import as_values
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.map.boundary import BorderLine, Boundary, Ring
    from dashboard.map.survey import Survey
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.store import Ledger

_SHARES = {measure.field: measure for measure in MEASURES.values() if measure.kind == "share"}
_COUNTS = {measure.field: measure for measure in MEASURES.values() if measure.kind == "count"}
_NAMES = {
    "adcode": "行政区划代码",
    "name": "地区",
    "reported": "是否有报告",
    "with_number": "有数字目标的承诺数",
    "with_target": "有目标的承诺数",
    "with_deadline": "有时限的承诺数",
    "with_body": "有责任单位的承诺数",
}
_TARGET_NAMES = {
    "median": "目标值中位数",
    "lowest": "最低目标值",
    "highest": "最高目标值",
    "unit": "计量单位",
    "commitments": "设定该目标的承诺数",
}


def write_geojson(
    survey: Survey, lines: Iterable[BorderLine], notices: tuple[str, ...], stamp: Stamp, tally: Tally
) -> bytes:
    """Return the file: a feature for each area of the view, and for each further row of the table one without a place.

    Figures are null where there is no report. The nation has the lines too that belong to no area, the dashes of the
    South China Sea among them. What the file says of itself stands beside the features.
    """
    view = survey.view
    features = [_area(survey, boundary) for boundary in view.boundaries]
    drawn = {boundary.adcode for boundary in view.boundaries}
    undrawn = {code: name for code, name in {**survey.names, **survey.others}.items() if code not in drawn}
    features += [_feature(code, name, survey, None) for code, name in undrawn.items()]
    if view.parent == NATION:
        features += [_line(line) for line in lines]
    found = {
        "type": "FeatureCollection",
        "features": features,
        "shown": {"measure": survey.choice.measure.code, "title": survey.title},
        "fields": _fields(survey),
        "notices": list(notices),
        "ecoledger": record_stamp(stamp, tally),
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def count_sources(ledger: Ledger, survey: Survey) -> Tally:
    """Return what the figures of a survey come from: commitments, reports, versions of the rules. Raises LedgerError."""
    found = select(ledger, survey.whole)
    reports = found.reports
    told = zip(
        reports["id"],
        *(as_values(reports[name]) for name in ("title", "source", "place_name", "date")),
        strict=True,
    )
    sources = {row[0]: Source(*row) for row in told}
    return Tally(len(found.rows), sources, set(list_versions(ledger, survey)))


def list_versions(ledger: Ledger, survey: Survey) -> tuple[str, ...]:
    """Return the versions of the rules by which the reports of a survey were read. Raises LedgerError."""
    return tuple(sorted(select(ledger, survey.whole).reports["rules_version"].dropna().unique()))


def _fields(survey: Survey) -> Mapping[str, str]:
    """Return what the properties of an area are called."""
    counts = {name: measure.title(survey.rule) for name, measure in _COUNTS.items()}
    shares = {f"{name}_share": measure.title(survey.rule) for name, measure in _SHARES.items()}
    named = {name: tr(title) for name, title in _NAMES.items()} | counts | shares
    if survey.choice.measure is INDICATOR:
        named |= {f"target_{name}": tr(title) for name, title in _TARGET_NAMES.items()}
    return named | {"shown": survey.title}


def _properties(code: str, name: str, survey: Survey) -> dict[str, Any]:
    measure, target = survey.measures.get(code), survey.targets.get(code)
    told: dict[str, Any] = {"adcode": code, "name": name, "reported": measure is not None}
    told["shown"] = survey.figure(code).value
    told |= {field: getattr(measure, field, None) for field in _COUNTS}
    for field, shown in _SHARES.items():
        told |= {field: getattr(measure, field, None), f"{field}_share": shown.figure(measure).value}
    if survey.choice.measure is INDICATOR:
        told |= {f"target_{name}": getattr(target, name, None) for name in _TARGET_NAMES}
    return told


def _area(survey: Survey, boundary: Boundary) -> dict[str, Any]:
    polygons = [[_closed(ring) for ring in polygon] for polygon in boundary.polygons]
    return _feature(boundary.adcode, boundary.name, survey, {"type": "MultiPolygon", "coordinates": polygons})


def _feature(code: str, name: str, survey: Survey, geometry: dict[str, Any] | None) -> dict[str, Any]:
    properties = _properties(code, name, survey)
    return {"type": "Feature", "id": code, "geometry": geometry, "properties": properties}


def _line(line: BorderLine) -> dict[str, Any]:
    coordinates = [[list(point) for point in part] for part in line.lines]
    return {
        "type": "Feature",
        "geometry": {"type": "MultiLineString", "coordinates": coordinates},
        "properties": {"kind": line.kind},
    }


def _closed(ring: Ring) -> list[list[float]]:
    """Return a ring the other way round: our files turn clockwise, the standard wants outer rings to turn against it."""
    points = [list(point) for point in reversed(ring)]
    return points if points[0] == points[-1] else [*points, points[0]]
