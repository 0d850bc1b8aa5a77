"""The options by which `list` and `export` filter: the same conditions as the dashboard's."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, get_args

import click

from ecoledger.export.description import describe_filter
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.lookup import resolve_place
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter, Undated
from ecoledger.ledger.light import LIGHTS, NEAR_DAYS, LightRule
from ecoledger.ledger.sort import Sort, SortKey
from ecoledger.model import Label
from ecoledger.term import DEADLINE_KINDS, ROLES, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

_LEVELS = ("province", "prefecture", "county")
_PARTS = ("target", "number", "deadline", "body")
_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option("--place", "places", multiple=True, help="地区名称或六位代码，可多次指定，如 安徽省池州市；000000 指地区不详。"),
    click.option("--since", type=_DAY, help="起始日期（会议日期，没有时为发布日期）。"),
    click.option("--until", type=_DAY, help="截止日期。"),
    click.option("--undated", type=click.Choice(get_args(Undated)), default="auto", help="日期不详的报告怎样计。"),
    click.option("--theme", "themes", multiple=True, type=click.Choice(list(THEMES)), help="领域，可多次指定。"),
    click.option("--label", "labels", multiple=True, type=click.Choice(get_args(Label)), help="性质。"),
    click.option("--deadline-kind", "kinds", multiple=True, type=click.Choice(list(DEADLINE_KINDS)), help="时限类型。"),
    click.option("--due-since", type=_DAY, help="完成时限不早于。"),
    click.option("--due-until", type=_DAY, help="完成时限不晚于。"),
    click.option("--light", "lights", multiple=True, type=click.Choice(list(LIGHTS)), help="灯色，以今天为准。"),
    click.option("--near", type=click.IntRange(0, 365), default=NEAR_DAYS, show_default=True, help="几天以内算临近。"),
    click.option("--body", "bodies", multiple=True, help="责任单位名称，可多次指定。"),
    click.option("--organ", "organs", multiple=True, help="机构类别，如 生态环境部门，可多次指定。"),
    click.option("--role", "roles", multiple=True, type=click.Choice(list(ROLES)), help="单位在其中的职责。"),
    click.option("--speaker", "speakers", multiple=True, help="发言人，可多次指定。"),
    click.option("--meeting-kind", "meetings", multiple=True, help="会议类型，如 推进会，可多次指定。"),
    click.option("--indicator", "indicators", multiple=True, help="指标代码，可多次指定。"),
    click.option("--has", "parts", multiple=True, type=click.Choice(_PARTS), help="只要写明目标、数字、时限或责任单位的。"),
    click.option("--lacks", multiple=True, type=click.Choice(_PARTS), help="只要没有写明的。"),
    click.option("--reliable/--unreliable", "reliable", default=None, help="只要文字可靠或不可靠的报告。"),
    click.option("--doubtful/--certain", "doubtful", default=None, help="只要存疑或无存疑的承诺。"),
    click.option("--added-since", type=_DAY, help="报告入库不早于。"),
    click.option("--words", default="", help="承诺文字中须全部出现的词，用空格分开；“-词”表示不含。"),
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
    since, until = _range(chosen, "since", "until")
    due_since, due_until = _range(chosen, "due_since", "due_until", "完成时限的")
    words = _valid(chosen["words"])
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
        lights=chosen["lights"],
        light_rule=LightRule(dt.datetime.now().astimezone().date(), chosen["near"]),
        due_since=due_since,
        due_until=due_until,
        added_since=_day(chosen["added_since"]),
        bodies=_words(chosen["bodies"]),
        organs=_words(chosen["organs"]),
        speakers=_words(chosen["speakers"]),
        indicators=_words(chosen["indicators"]),
        meeting_kinds=_words(chosen["meetings"]),
        body_roles=chosen["roles"],
        words=words,
        has_target=_flag("target", chosen),
        has_number=_flag("number", chosen),
        has_deadline=_flag("deadline", chosen),
        has_body=_flag("body", chosen),
        reliable=chosen["reliable"],
        doubtful=chosen["doubtful"],
    )


def read_sort(chosen: dict[str, Any]) -> Sort:
    """Return the order that the options say."""
    return Sort(chosen["key"], descending=not chosen["ascending"])


def describe(wanted: Filter) -> tuple[str, ...]:
    """Return the filter in Chinese, a condition a line."""
    gazetteer = load_gazetteer()
    codes = (*wanted.provinces, *wanted.prefectures, *wanted.counties)
    names = {code: gazetteer.full_name(code) for code in codes}
    known = load_indicators()
    return describe_filter(
        wanted, names | {code: known[code].name for code in wanted.indicators if code in known}
    )


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


def _range(
    chosen: dict[str, Any], begin: str, end: str, name: str = ""
) -> tuple[dt.date | None, dt.date | None]:
    first, last = _day(chosen[begin]), _day(chosen[end])
    if first and last and first > last:
        raise click.UsageError(f"筛选条件不成立：{name}起始日期 {first} 晚于截止日期 {last}。")
    return first, last


def _flag(part: str, chosen: dict[str, Any]) -> bool | None:
    """Return whether a part must be there, must not, or may."""
    if part in chosen["parts"] and part in chosen["lacks"]:
        raise click.UsageError(f"筛选条件不成立：--has {part} 与 --lacks {part} 不能同时使用。")
    return True if part in chosen["parts"] else False if part in chosen["lacks"] else None


def _words(chosen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_valid(word) for word in chosen if word)


def _valid(words: str) -> str:
    """Return an argument without the bytes that are no text: a shell passes any."""
    return words.encode(errors="replace").decode()


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None
