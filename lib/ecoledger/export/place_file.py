"""What each place has, as GeoJSON (RFC 7946): a point for each place, for maps of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ecoledger.export.column import number_lines
from ecoledger.export.stamp import Tally, record_stamp
from ecoledger.export.summary import COUNTS, Summary
from ecoledger.gazetteer.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from ecoledger.export.stamp import Stamp
    from ecoledger.export.summary import Figures
    from ecoledger.ledger.commitment import CommitmentRow

FIELDS = {
    "adcode": "行政区划代码",
    "name": "地区",
    "full_name": "地区全称",
    "level": "级别",
    "reports": "报告份数",
    "latest": "最近一份报告的日期",
    **COUNTS,
    "ids": "承诺编号",
}
"""The properties of a place, and what they are called."""


def write_places(rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO) -> None:
    """Write the file to `stream`: a feature for each place that has rows, with its figures, by code.

    The point is the label point of the place; a place without one, and rows whose place is not known, have no
    geometry, so that the features add up to the whole. Figures are those of reports filed under the place itself,
    not of places below it. The stamp stands beside the features under `ecoledger`, what the properties are called
    under `fields`.
    """
    tally, summary = Tally(), Summary()
    for _ in summary.over(number_lines(tally.over(rows), stamp.lights)):
        pass
    places = summary.places
    found = {
        "type": "FeatureCollection",
        "features": [
            _feature(code, places[code]) for code in sorted(places, key=lambda code: (not code, code))
        ],
        "fields": FIELDS,
        "ecoledger": record_stamp(stamp, tally),
    }
    stream.write(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())


def _feature(adcode: str, place: Figures) -> dict[str, Any]:
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
        **{name: place.counts[name] for name in COUNTS},
        "ids": place.ids,
    }
    return {"type": "Feature", "id": adcode or "unknown", "geometry": point, "properties": told}
