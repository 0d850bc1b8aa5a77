"""The days that the timeline shows, as they stand in the address: 2021-01-01_2025-12-31."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both within."""

    since: dt.date
    until: dt.date


def read_span(text: str) -> Span | None:
    """Return the days that `text` names, None where it names none that can be."""
    since, mark, until = text.partition("_")
    try:
        span = Span(dt.date.fromisoformat(since), dt.date.fromisoformat(until)) if mark else None
    except ValueError:
        return None
    return span if span is not None and span.since < span.until else None


def write_span(span: Span | None) -> str:
    """Return what `read_span` reads; empty for none."""
    return f"{span.since}_{span.until}" if span else ""
