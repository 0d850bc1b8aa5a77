"""Filters as they stand in the address of a page, and back: by codes, so that a link means the same tomorrow."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from dashboard import labels
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter, Undated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Query = dict[str, list[str]]

_PLACES = {"provinces": "province", "prefectures": "prefecture", "counties": "county"}
_CODES = {
    "themes": ("theme", labels.THEMES, "领域"),
    "labels": ("label", labels.LABELS, "性质"),
    "deadline_kinds": ("deadline", labels.DEADLINE_KINDS, "时限类型"),
}
_DATES = {"since": ("from", "起始日期"), "until": ("to", "截止日期")}
_FLAGS = {"has_target": "target", "has_deadline": "deadline", "has_body": "body"}
_MAX_CHOICES = 50

NAMES = (
    *_PLACES.values(),
    *(name for name, _, _ in _CODES.values()),
    "from",
    "to",
    "undated",
    "body",
    "q",
    "has",
)
"""The names that filters take in an address."""
LISTING = "listing"
"""Where the session keeps the order and the page of the table, which stand in the address as well."""


def read_filter(
    query: Mapping[str, Sequence[str]], is_place: Callable[[str], bool]
) -> tuple[Filter, tuple[str, ...]]:
    """Return the filter that an address names, and a sentence (Chinese) for each part of it that means nothing.

    `is_place` says whether a code is that of a division.
    """
    warnings: list[str] = []
    found: dict[str, Any] = {}
    for field, name in _PLACES.items():
        found[field] = _known(
            query.get(name, ()), lambda code: code == UNKNOWN or is_place(code), "地区代码", warnings
        )
    found["provinces"] += _provinces_of((*found["prefectures"], *found["counties"]))
    for field, (name, table, what) in _CODES.items():
        found[field] = _known(query.get(name, ()), table.__contains__, what, warnings)
    found["bodies"] = tuple(body for body in query.get("body", ())[:_MAX_CHOICES] if body)
    for field, (name, what) in _DATES.items():
        found[field] = _day(_first(query, name), what, warnings)
    undated = _known(query.get("undated", ())[:1], get_args(Undated).__contains__, "日期不详选项", warnings)
    found["undated"] = undated[0] if undated else "auto"
    flags = _known(query.get("has", ()), set(_FLAGS.values()).__contains__, "要素", warnings)
    found |= {field: True for field, code in _FLAGS.items() if code in flags}
    words = _first(query, "q")
    if len(words) > MAX_WORDS:
        warnings.append(f"网址中的检索词超过 {MAX_WORDS} 字，只取前 {MAX_WORDS} 字。")
    found["words"] = words[:MAX_WORDS]
    return build_filter(found, warnings), tuple(warnings)


def build_filter(found: dict[str, Any], warnings: list[str]) -> Filter:
    """Return the filter of these conditions; a range of dates that ends before it begins loses its end."""
    since, until = found.get("since"), found.get("until")
    if since and until and since > until:
        warnings.append(f"截止日期 {until} 早于起始日期 {since}，未采用截止日期。")
        found = found | {"until": None}
    return Filter(**found)


def write_filter(wanted: Filter) -> Query:
    """Return the filter as names and codes of an address; conditions that are not set are left out."""
    query: Query = {name: list(getattr(wanted, field)) for field, name in _PLACES.items()}
    query |= {name: list(getattr(wanted, field)) for field, (name, _, _) in _CODES.items()}
    query["from"] = [wanted.since.isoformat()] if wanted.since else []
    query["to"] = [wanted.until.isoformat()] if wanted.until else []
    query["undated"] = [] if wanted.undated == "auto" else [wanted.undated]
    query["body"] = list(wanted.bodies)
    query["q"] = [wanted.words] if wanted.words else []
    query["has"] = [code for field, code in _FLAGS.items() if getattr(wanted, field)]
    return {name: values for name, values in query.items() if values}


def choose_place(wanted: Filter, adcode: str | None) -> Filter:
    """Return the filter for one place alone, or for all of China; other conditions stay."""
    wanted = replace(wanted, provinces=(), prefectures=(), counties=())
    if adcode is None:
        return wanted
    if adcode.endswith("0000"):
        return replace(wanted, provinces=(adcode,))
    province = adcode[:2] + "0000"
    if adcode.endswith("00"):
        return replace(wanted, provinces=(province,), prefectures=(adcode,))
    return replace(wanted, provinces=(province,), counties=(adcode,))


def _provinces_of(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the provinces of places below them: the boxes for these stand only under a chosen province."""
    return tuple(f"{code[:2]}0000" for code in codes if code != UNKNOWN)


def _known(
    codes: Iterable[str], known: Callable[[str], bool], what: str, warnings: list[str]
) -> tuple[str, ...]:
    good = []
    for code in list(codes)[:_MAX_CHOICES]:
        if known(code):
            good.append(code)
        else:
            warnings.append(f"网址中的{what}“{code[:20]}”不存在，已忽略。")
    return tuple(good)


def _day(text: str, what: str, warnings: list[str]) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        warnings.append(f"网址中的{what}“{text[:20]}”不是日期，已忽略。")
        return None


def _first(query: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(query.get(name, ())), "")
