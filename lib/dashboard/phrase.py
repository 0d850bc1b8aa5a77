"""Says in words what is filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import labels
from ecoledger.term import UNDATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from ecoledger.ledger.filter import Filter

_SHOWN = 4


def describe_filter(wanted: Filter, place_name: Callable[[str], str]) -> str:
    """Return the conditions in words, with semicolons between them; empty where nothing is filtered."""
    parts = [
        _listed("", [place_name(code) for code in wanted.places]),
        _range(wanted),
        UNDATED.get(wanted.undated, ""),
        _listed("领域", [labels.name_of(labels.THEMES, code) for code in wanted.themes]),
        _listed("性质", [labels.name_of(labels.LABELS, code) for code in wanted.labels]),
        _listed("时限", [labels.name_of(labels.DEADLINE_KINDS, code) for code in wanted.deadline_kinds]),
        _listed("责任单位", list(wanted.bodies)),
        "有目标" if wanted.has_target else "",
        "有时限" if wanted.has_deadline else "",
        "有责任单位" if wanted.has_body else "",
        f"含“{'”“'.join(wanted.words.split())}”" if wanted.words.split() else "",
    ]
    return "；".join(part for part in parts if part)


def _listed(what: str, names: list[str]) -> str:
    if not names:
        return ""
    shown = "、".join(names[:_SHOWN]) + (f"等 {len(names)} 项" if len(names) > _SHOWN else "")
    return f"{what}：{shown}" if what else shown


def _range(wanted: Filter) -> str:
    since = labels.date_text(wanted.since) if wanted.since else ""
    until = labels.date_text(wanted.until) if wanted.until else ""
    if since and until:
        return f"{since}至{until}"
    return f"{since}以来" if since else f"{until}以前" if until else ""
