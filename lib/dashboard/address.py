"""Filters as they stand in the address of a page, and back: by codes, so that a link means the same tomorrow."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlencode

from dashboard.condition import FLAGS, LISTED, PLACES
from dashboard.language import tr
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter, Undated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ecoledger.ledger.light import LightRule

Query = dict[str, list[str]]

_DATES = {
    "since": ("from", "起始日期"),
    "until": ("to", "截止日期"),
    "due_since": ("due_from", "最早完成时限"),
    "due_until": ("due_to", "最晚完成时限"),
    "added_since": ("added_from", "入库日期"),
}
_UNDATED, _FLAG = "日期不详选项", "要素"
_RANGES = (("since", "until"), ("due_since", "due_until"))
_MAX_CHOICES = 200

NAMES = (
    *(one.query for one in LISTED),
    *(name for name, _ in _DATES.values()),
    "undated",
    "q",
    *dict.fromkeys(flag.query for flag in FLAGS),
)
"""The names that filters take in an address."""
READ = "back"
"""What an address holds that the server is to read, as the browser adds to one it goes back to (static/app/start.js)."""
LISTING = "listing"
"""Where the session keeps the order and the page of the table, which stand in the address as well."""


def read_filter(
    query: Mapping[str, Sequence[str]], rule: LightRule | None = None
) -> tuple[Filter, tuple[str, ...]]:
    """Return the filter that an address names, and a sentence for each part of it that means nothing.

    Lights are read by `rule`; without one they are not asked for.
    """
    warnings: list[str] = []
    found: dict[str, Any] = {}
    for one in LISTED:
        found[one.field] = _known(query.get(one.query, ()), one.known, one.title, warnings)
    found["provinces"] += _provinces_of((*found["prefectures"], *found["counties"]))
    found["light_rule"] = rule if found["lights"] else None
    if rule is None:
        found["lights"] = ()
    for field, (name, what) in _DATES.items():
        found[field] = _day(_first(query, name), what, warnings)
    undated = _known(query.get("undated", ())[:1], get_args(Undated).__contains__, _UNDATED, warnings)
    found["undated"] = undated[0] if undated else "auto"
    found |= _flags(query, warnings)
    words = _first(query, "q")
    if len(words) > MAX_WORDS:
        warnings.append(tr("网址中的检索词超过 {most} 字，只取前 {most} 字。", most=MAX_WORDS))
    found["words"] = words[:MAX_WORDS]
    return build_filter(found, warnings), tuple(warnings)


def build_filter(found: dict[str, Any], warnings: list[str]) -> Filter:
    """Return the filter of these conditions; a range of dates that ends before it begins loses its end."""
    for begin, end in _RANGES:
        since, until = found.get(begin), found.get(end)
        if since and until and since > until:
            warnings.append(
                tr("截止日期 {until} 早于起始日期 {since}，未采用截止日期。", until=until, since=since)
            )
            found = found | {end: None}
    return Filter(**found)


def write_filter(wanted: Filter) -> Query:
    """Return the filter as names and codes of an address; conditions that are not set are left out."""
    query: Query = {one.query: list(getattr(wanted, one.field)) for one in LISTED}
    for field, (name, _) in _DATES.items():
        day = getattr(wanted, field)
        query[name] = [day.isoformat()] if day else []
    query["undated"] = [] if wanted.undated == "auto" else [wanted.undated]
    query["q"] = [wanted.words] if wanted.words else []
    for flag in FLAGS:
        if getattr(wanted, flag.field) is flag.value:
            query.setdefault(flag.query, []).append(flag.code)
    return {name: values for name, values in query.items() if values}


def write_address(address: str, wanted: Filter, **more: str) -> str:
    """Return the address of a page, as it stands after the host, with the filter and what else it takes.

    A plain link to it is followed within the app (static/app/link.js).
    """
    words = urlencode(write_filter(wanted) | more, doseq=True)
    return f"/{address}?{words}" if words else f"/{address}"


def choose_place(wanted: Filter, adcode: str | None) -> Filter:
    """Return the filter for one place alone, or for all of China; other conditions stay."""
    wanted = wanted.without(*PLACES)
    if adcode is None:
        return wanted
    if adcode.endswith("0000"):
        return replace(wanted, provinces=(adcode,))
    province = adcode[:2] + "0000"
    if adcode.endswith("00"):
        return replace(wanted, provinces=(province,), prefectures=(adcode,))
    return replace(wanted, provinces=(province,), counties=(adcode,))


def within_place(wanted: Filter, adcode: str, above: str | None = None) -> Filter:
    """Return the filter for one place among those of `above`; `above` itself stands for what it reports itself."""
    if adcode != above or adcode == UNKNOWN:
        return choose_place(wanted, adcode)
    field = "prefectures" if adcode.endswith("0000") else "counties"
    return wanted.without(*PLACES).narrowed(provinces=(f"{adcode[:2]}0000",), **{field: (adcode,)})


def _flags(query: Mapping[str, Sequence[str]], warnings: list[str]) -> dict[str, bool]:
    """Return the flags that an address sets; of yes and no to one question the later holds."""
    found = {}
    for name in dict.fromkeys(flag.query for flag in FLAGS):
        flags = {flag.code: flag for flag in FLAGS if flag.query == name}
        for code in _known(query.get(name, ()), flags.__contains__, _FLAG, warnings):
            found[flags[code].field] = flags[code].value
    return found


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
        elif code:
            warnings.append(tr("网址中的{what}“{code}”不存在，已忽略。", what=tr(what), code=code[:20]))
    return tuple(good)


def _day(text: str, what: str, warnings: list[str]) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        warnings.append(tr("网址中的{what}“{text}”不是日期，已忽略。", what=tr(what), text=text[:20]))
        return None


def _first(query: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(query.get(name, ())), "")
