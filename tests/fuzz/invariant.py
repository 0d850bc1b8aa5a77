"""What must hold of every report, whatever it was read from."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from ecoledger.contract import as_contract
from ecoledger.explanation import explain_rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ecoledger.model import Report


def find_breaches(report: Report) -> list[str]:
    """Return what does not hold, a sentence each."""
    record = as_contract(report)
    try:
        json.dumps(record, allow_nan=False)
    except ValueError as error:
        return [f"it has no form in JSON: {error}"]
    return [*_of_text(report), *_of_items(record), *_of_reasons(report)]


def _of_text(report: Report) -> Iterator[str]:
    lines = report.text.split("\n")
    if report.text and not all(line and line == line.strip() for line in lines):
        yield "a paragraph is empty or has white space at its edges"
    if any(char < " " and char != "\n" for char in report.text):
        yield "a control character stands in the text"
    if len(report.offsets) != len(report.text):
        yield "the text and its map differ in length"
    if not all(0 <= start <= end <= len(report.original) for start, end in report.offsets):
        yield "the map leads out of the original"
    kinds = [damage.kind for damage in report.damage]
    if len(kinds) != len(set(kinds)):
        yield f"a kind of damage is told twice: {kinds}"
    if not all(0 <= damage.repaired <= damage.count for damage in report.damage):
        yield "more damage is repaired than was met"


def _of_reasons(report: Report) -> Iterator[str]:
    told = [report.region, report.meeting, *report.commitments, *report.statements]
    for item in (*report.commitments, *report.statements):
        told += item.targets
    for item in report.commitments:
        told += (*item.deadlines, *item.bodies)
    for one in told:
        if one is not None and not one.reasons:
            yield f"nothing says why {one} was read"
        for reason in (one and one.reasons) or ():
            if explain_rule(reason.rule) is None:
                yield f"there is no rule {reason.rule}"
            if reason.start is not None and not report.text.startswith(reason.text, reason.start):
                yield f"{reason} is not where it says"


def _of_items(record: dict[str, Any]) -> Iterator[str]:
    text, length = record["text"], len(record["original"])
    items = sorted([*record["statements"], *record["commitments"]], key=lambda item: item["start"])
    for left, right in pairwise(items):
        if left["end"] > right["start"]:
            yield f"two segments overlap at {right['start']}"
    for item in items:
        yield from _of_span(item, 0, len(text), text)
        parts = (*item["targets"], *item.get("deadlines", ()), *item.get("bodies", ()))
        for part in parts:
            yield from _of_span(part, item["start"], item["end"], text)
    for commitment in record["commitments"]:
        if not 0 <= commitment["source_start"] < commitment["source_end"] <= length:
            yield f"{commitment['id']} points out of the original"
    ids = [commitment["id"] for commitment in record["commitments"]]
    if len(ids) != len(set(ids)):
        yield "two commitments share an id"


def _of_span(item: dict[str, Any], start: int, end: int, text: str) -> Iterator[str]:
    if not (
        start <= item["start"] < item["end"] <= end and text[item["start"] : item["end"]] == item["text"]
    ):
        yield f"“{item['text']}” does not stand at {item['start']}:{item['end']}"
