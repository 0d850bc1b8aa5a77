"""What each place has, as GeoJSON (RFC 7946): a point for each place, for maps of one's own."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ecoledger.export.column import number_lines
from ecoledger.export.stamp import Tally, record_stamp
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.light import LIGHTS
from ecoledger.term import LIGHTS as LIGHT_NAMES
from ecoledger.term import THEMES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.column import Line
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

_COUNTS = {
    "commitments": "承诺条数",
    "actions": "可核查的行动",
    "principles": "原则性表态",
    "with_target": "有目标",
    "with_number": "有数字目标",
    "with_deadline": "有时限",
    "with_body": "有责任单位",
    **{f"light_{light}": LIGHT_NAMES[light] for light in LIGHTS},
    **{f"theme_{theme}": f"领域：{name}（可重复计）" for theme, name in THEMES.items()},
}
FIELDS = {
    "adcode": "行政区划代码",
    "name": "地区",
    "full_name": "地区全称",
    "level": "级别",
    "reports": "报告份数",
    "latest": "最近一份报告的日期",
    **_COUNTS,
    "ids": "承诺编号",
}
"""The properties of a place, and what they are called."""
UNKNOWN_PLACE = "地区不详"


@dataclass(slots=True)
class _Place:
    name: str
    ids: list[str] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    latest: dt.date | None = None


def write_places(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`: a feature for each place that has rows, with its figures, by code.

    The point is the label point of the place; a place without one, and rows whose place is not known, have no
    geometry, so that the features add up to the whole. Figures are those of reports filed under the place itself,
    not of places below it. The stamp stands beside the features under `ecoledger`, what the properties are called
    under `fields`.
    """
    tally = Tally()
    places: dict[str, _Place] = {}
    for line in number_lines(tally.over(rows), stamp.lights):
        row = line.row
        place = places.setdefault(row.adcode or "", _Place(row.place or UNKNOWN_PLACE))
        _count(place, line)
    found = {
        "type": "FeatureCollection",
        "features": [_feature(adcode, places[adcode]) for adcode in sorted(places, key=lambda a: (not a, a))],
        "fields": FIELDS,
        "ecoledger": record_stamp(stamp, tally),
    }
    stream.write(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())


def _count(place: _Place, line: Line) -> None:
    row = line.row
    place.ids.append(row.id)
    place.reports.add(row.report_id)
    if row.date and (place.latest is None or row.date > place.latest):
        place.latest = row.date
    flags = {
        "commitments": True,
        "actions": row.label == "action",
        "principles": row.label == "principle",
        "with_target": bool(row.targets),
        "with_number": any(target.value is not None for target in row.targets),
        "with_deadline": bool(row.deadlines),
        "with_body": bool(row.bodies),
        f"light_{line.light}": True,
    }
    place.counts.update(name for name, holds in flags.items() if holds)
    place.counts.update(f"theme_{theme}" for theme in row.themes)


def _feature(adcode: str, place: _Place) -> dict[str, Any]:
    gazetteer = load_gazetteer()
    division = gazetteer.division(adcode)
    point = (
        {"type": "Point", "coordinates": [division.lon, division.lat]}
        if division is not None and division.lon is not None
        else None
    )
    told = {
        "adcode": adcode or None,
        "name": place.name,
        "full_name": gazetteer.full_name(adcode) or place.name,
        "level": division.level if division else None,
        "reports": len(place.reports),
        "latest": place.latest.isoformat() if place.latest else None,
        **{name: place.counts[name] for name in _COUNTS},
        "ids": place.ids,
    }
    return {"type": "Feature", "id": adcode or "unknown", "geometry": point, "properties": told}
