"""What is filtered, a chip for each condition; a click on a chip takes its condition away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.condition import FLAGS, LISTED, PLACES, Listed, listed
from dashboard.date_range import find_range
from dashboard.language import tr
from ecoledger.ledger.filter import NOT
from ecoledger.term import UNDATED

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.ledger.filter import Filter

_APART = 3
"""So many values of one condition have chips of their own; more share one."""
_MOST = 18
"""Characters of a name on a chip."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition in words, and the filter without it."""

    text: str
    rest: Filter


def list_chips(wanted: Filter, on: dt.date) -> tuple[Chip, ...]:
    """Return the chips of a filter; `on` is today, by which a range of dates has a name."""
    chips = _places(wanted) + _dates(wanted, on)
    for one in LISTED:
        if one.field not in PLACES:
            chips += _values(wanted, one)
    if wanted.due_since or wanted.due_until:
        text = _range(tr("完成时限"), wanted.due_since, wanted.due_until)
        chips.append(Chip(text, wanted.without("due_since", "due_until")))
    if wanted.added_since:
        text = tr("{what}：{since}以来", what=tr("入库日期"), since=labels.date_text(wanted.added_since))
        chips.append(Chip(text, wanted.without("added_since")))
    chips += [
        Chip(tr(flag.title), wanted.without(flag.field))
        for flag in FLAGS
        if getattr(wanted, flag.field) is flag.value
    ]
    return tuple(chips + _words(wanted))


def describe_filter(wanted: Filter, on: dt.date) -> str:
    """Return the conditions in one line; empty where nothing is filtered."""
    return tr("；").join(chip.text for chip in list_chips(wanted, on))


def _places(wanted: Filter) -> list[Chip]:
    """Give a chip for each place that counts; with it go the places above that hold nothing else."""
    found = [
        Chip(listed(field).name(code), _without_place(wanted, field, code))
        for field in PLACES
        for code in getattr(wanted, field)
        if code in wanted.places
    ]
    return found if len(found) <= _APART * 2 else [_joined(tr("地区"), found, wanted.without(*PLACES))]


def _without_place(wanted: Filter, field: str, code: str) -> Filter:
    """Return the filter without a place; a province goes with the last place chosen below it."""
    rest = wanted.less(field, code)
    if field != "provinces" and not any(low[:2] == code[:2] for low in (*rest.prefectures, *rest.counties)):
        rest = rest.less("provinces", f"{code[:2]}0000")
    return rest


def _values(wanted: Filter, one: Listed) -> list[Chip]:
    chosen = getattr(wanted, one.field)
    if not chosen:
        return []
    if one.field == "commitments":
        return [Chip(tr("选定的 {count} 条承诺", count=len(chosen)), wanted.without(one.field))]
    chips = [Chip(_short(one.name(value)), wanted.less(one.field, value)) for value in chosen]
    if len(chips) > _APART:
        return [_joined(tr(one.title), chips, wanted.without(one.field))]
    return [Chip(f"{tr(one.title)}{tr('：')}{chip.text}", chip.rest) for chip in chips]


def _joined(title: str, chips: list[Chip], rest: Filter) -> Chip:
    names = tr("、").join(chip.text for chip in chips[:_APART])
    return Chip(tr("{title}：{names}等 {count} 项", title=title, names=names, count=len(chips)), rest)


def _dates(wanted: Filter, on: dt.date) -> list[Chip]:
    found = []
    if wanted.ranged:
        name = find_range(wanted, on)
        text = tr(name) if name else _range(tr("日期"), wanted.since, wanted.until)
        found.append(Chip(text, wanted.without("since", "until")))
    if wanted.undated != "auto":
        found.append(Chip(tr(UNDATED[wanted.undated]), wanted.without("undated")))
    return found


def _range(what: str, since: dt.date | None, until: dt.date | None) -> str:
    begin, end = labels.date_text(since), labels.date_text(until)
    if since and until:
        return tr("{what}：{since}至{until}", what=what, since=begin, until=end)
    if since:
        return tr("{what}：{since}以来", what=what, since=begin)
    return tr("{what}：{until}以前", what=what, until=end)


def _words(wanted: Filter) -> list[Chip]:
    found = []
    words = wanted.words.split()
    for at, word in enumerate(words):
        barred = word.startswith(NOT) and len(word) > 1
        text = tr("不含“{word}”", word=_short(word[1:])) if barred else tr("含“{word}”", word=_short(word))
        found.append(Chip(text, replace(wanted, words=" ".join(words[:at] + words[at + 1 :]))))
    return found


def _short(name: str) -> str:
    return name if len(name) <= _MOST else f"{name[: _MOST - 1]}…"
