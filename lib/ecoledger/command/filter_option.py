"""The options by which `list` and `export` filter: the same conditions as the dashboard's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from ecoledger.export.description import describe_filter
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.lookup import resolve_place
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter, Undated
from ecoledger.ledger.sort import Sort, SortKey
from ecoledger.model import Label
from ecoledger.term import DEADLINE_KINDS, THEMES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

_LEVELS = ("province", "prefecture", "county")
_PARTS = ("target", "deadline", "body")
_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option("--place", "places", multiple=True, help="地区名称或六位代码，可多次指定，如 安徽省池州市；000000 指地区不详。"),
    click.option("--since", type=_DAY, help="起始日期（会议日期，没有时为发布日期）。"),
    click.option("--until", type=_DAY, help="截止日期。"),
    click.option("--undated", type=click.Choice(get_args(Undated)), default="auto", help="日期不详的报告怎样计。"),
    click.option("--theme", "themes", multiple=True, type=click.Choice(list(THEMES)), help="领域，可多次指定。"),
    click.option("--label", "labels", multiple=True, type=click.Choice(get_args(Label)), help="性质。"),
    click.option("--deadline-kind", "kinds", multiple=True, type=click.Choice(list(DEADLINE_KINDS)), help="时限类型。"),
    click.option("--body", "bodies", multiple=True, help="责任单位名称，可多次指定。"),
    click.option("--has", "parts", multiple=True, type=click.Choice(_PARTS), help="只要写明目标、时限或责任单位的。"),
    click.option("--words", default="", help="承诺文字中须全部出现的词，用空格分开。"),
    click.option("--sort", "key", type=click.Choice(get_args(SortKey)), default="date", help="排序。"),
    click.option("--ascending", is_flag=True, help="从小到大、从早到晚排。"),
)  # fmt: skip


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a filter; it gets them as `**chosen` for `read_filter` and `read_sort`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def read_filter(chosen: dict[str, Any]) -> Filter:
    """Return the filter that the options say. Raises click.UsageError on what cannot be."""
    since, until, words = _day(chosen["since"]), _day(chosen["until"]), _valid(chosen["words"])
    if since and until and since > until:
        raise click.UsageError(f"筛选条件不成立：起始日期 {since} 晚于截止日期 {until}。")
    if len(words) > MAX_WORDS:
        raise click.UsageError(f"筛选条件不成立：--words 最多 {MAX_WORDS} 个字，现有 {len(words)} 个。")
    places: dict[str, list[str]] = {level: [] for level in _LEVELS}
    for place in chosen["places"]:
        level, adcode = _place(place)
        places[level].append(adcode)
    return Filter(
        provinces=tuple(places["province"]),
        prefectures=tuple(places["prefecture"]),
        counties=tuple(places["county"]),
        since=since,
        until=until,
        undated=chosen["undated"],
        themes=chosen["themes"],
        labels=chosen["labels"],
        deadline_kinds=chosen["kinds"],
        bodies=tuple(_valid(body) for body in chosen["bodies"] if body),
        words=words,
        has_target="target" in chosen["parts"] or None,
        has_deadline="deadline" in chosen["parts"] or None,
        has_body="body" in chosen["parts"] or None,
    )


def read_sort(chosen: dict[str, Any]) -> Sort:
    """Return the order that the options say."""
    return Sort(chosen["key"], descending=not chosen["ascending"])


def describe(wanted: Filter) -> tuple[str, ...]:
    """Return the filter in Chinese, a condition a line."""
    gazetteer = load_gazetteer()
    codes = (*wanted.provinces, *wanted.prefectures, *wanted.counties)
    return describe_filter(wanted, {code: gazetteer.full_name(code) for code in codes})


def _place(words: str) -> tuple[str, str]:
    if words == UNKNOWN:
        return "province", UNKNOWN
    gazetteer = load_gazetteer()
    found = [words] if gazetteer.division(words) else [place.adcode for place in resolve_place(words)]
    if not found:
        raise click.UsageError(f"没有名为“{words}”的行政区，请写全称或六位代码。")
    if len(found) > 1:
        names = "、".join(f"{gazetteer.full_name(code)}（{code}）" for code in found[:6])
        raise click.UsageError(f"“{words}”可指多个行政区：{names}，请写明上级或代码。")
    division = gazetteer.division(found[0])
    if division is None or division.level not in _LEVELS:
        raise click.UsageError(f"“{words}”不是省、市、县级行政区，请改用其所在的行政区。")
    return division.level, found[0]


def _valid(words: str) -> str:
    """Return an argument without the bytes that are no text: a shell passes any."""
    return words.encode(errors="replace").decode()


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None
