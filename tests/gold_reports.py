"""Reports made from the annotated seeds, for tests of what stands behind the reader: ledger, exports, pages."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

from ecoledger.identity import commitment_ids, report_id
from ecoledger.model import (
    Body,
    Commitment,
    Damage,
    Deadline,
    Issue,
    Meeting,
    Person,
    Place,
    Region,
    Report,
    Target,
)
from ecoledger.version import rules_version

SEEDS = Path(__file__).parent.parent / "data" / "gold" / "seeds"
KINDS = ("大会", "推进会", "动员会议")
RULE = "gold"
ABOVE = {
    "310116": [("310000", "上海市")],
    "341702": [("340000", "安徽省"), ("341700", "池州市")],
    "140200": [("140000", "山西省")],
    "320900": [("320000", "江苏省")],
    "320507": [("320000", "江苏省"), ("320500", "苏州市")],
}
"""Divisions above those of the seeds, by GB/T 2260."""


def gold_reports() -> tuple[Report, ...]:
    """Return the five seeds in the order of their files."""
    return tuple(gold_report(path.stem) for path in sorted(SEEDS.glob("*.json")))


def gold_kind(report: Report) -> str | None:
    """Return the kind of its meeting, as the words of its name tell."""
    name = report.meeting.name if report.meeting else None
    return next((kind for kind in KINDS if name and kind in name), None)


def gold_report(stem: str) -> Report:
    """Return one seed; its published copy is the clean text with its title."""
    gold = json.loads((SEEDS / f"{stem}.json").read_text(encoding="utf-8"))
    original = (SEEDS / f"{stem}.clean.txt").read_text(encoding="utf-8").rstrip("\n")
    title = gold["title"]
    shift = len(title) + 1 if title else 0
    text = original[shift:]
    identity = report_id(original.encode())
    ids = commitment_ids(identity, [c["text"] for c in gold["commitments"]])
    meeting = gold["meeting"]
    return Report(
        file=f"{stem}.txt",
        id=identity,
        title=title,
        published=_date(gold["published"]),
        source=gold["source"],
        script=gold["script"],
        damage=tuple(Damage(kind, 1, 1, "") for kind in gold["damage"]),
        reliable=True,
        text=text,
        region=_region(gold["region"]),
        meeting=Meeting(
            name=meeting["name"],
            date=_date(meeting["date"]),
            date_text=text[: text.index("，")],
            form=meeting["form"],
            chair=meeting["chair"],
            speakers=tuple(meeting["speakers"]),
        ),
        people=tuple(Person(p["name"], p["role"]) for p in gold["people"]),
        original=original,
        offsets=tuple((at, at + 1) for at in range(shift, len(original))),
        statements=(),
        commitments=tuple(
            _commitment(key, item, shift) for key, item in zip(ids, gold["commitments"], strict=True)
        ),
        issues=() if meeting["date"] else (Issue("date", "会议日期不明", 0, 2),),
        rules_version=rules_version(),
    )


def _commitment(identity: str, item: dict, shift: int) -> Commitment:
    start = item["start"] - shift
    return Commitment(
        start=start,
        end=item["end"] - shift,
        text=item["text"],
        id=identity,
        source_start=item["start"],
        source_end=item["end"],
        label=item["label"],
        speaker=item["speaker"],
        themes=tuple(item["themes"]),
        targets=tuple(_target(t, item["text"], start) for t in item["targets"]),
        deadlines=tuple(_deadline(d, item["text"], start) for d in item["deadlines"]),
        bodies=tuple(
            Body(*_span(b, item["text"], start), b["text"], None, b["role"], RULE) for b in item["bodies"]
        ),
        rules=(RULE,),
    )


def _target(item: dict, text: str, start: int) -> Target:
    return Target(
        *_span(item, text, start),
        kind=item["kind"],
        rule=RULE,
        indicator=item.get("indicator"),
        value=_decimal(item.get("value")),
        value2=_decimal(item.get("value2")),
        unit=item.get("unit"),
        op=item.get("op"),
        change=item.get("change"),
    )


def _deadline(item: dict, text: str, start: int) -> Deadline:
    due = _date(item["end"])
    return Deadline(
        *_span(item, text, start),
        kind="none" if due is None else "period",
        certainty=item["certainty"],
        rule=RULE,
        begin=_date(item["start"]),
        due=due,
    )


def _span(item: dict, text: str, start: int) -> tuple[int, int, str]:
    at = start + text.index(item["text"])
    return at, at + len(item["text"]), item["text"]


def _region(item: dict | None) -> Region | None:
    if item is None:
        return None
    above = tuple(Place(*place) for place in ABOVE[item["adcode"]])
    path = (*above, Place(item["adcode"], item["name"]))
    return Region(item["adcode"], item["name"], item["level"], path, (item["name"],))


def _date(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
