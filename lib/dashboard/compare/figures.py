"""What is counted of each place: the whole, themes, deadlines and bodies."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.compare.side import Cell, Row, Section, count_cell, rank, rows_of
from dashboard.labels import DEADLINE_KINDS, NO_DATE, THEMES, name_of
from dashboard.language import tr
from dashboard.light_setting import light_name
from dashboard.navigation import rows_address
from ecoledger.ledger.condition import light_codes
from ecoledger.ledger.light import ABSENT, LIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.compare.side import Side
    from ecoledger.ledger.light import LightRule

_ORGANS = 15
_FLAGS = {
    "has_target": "有目标",
    "has_number": "有数字目标",
    "has_deadline": "有时限",
    "has_body": "有责任单位",
    "doubtful": "存疑",
}


def count_whole(sides: Sequence[Side]) -> Section:
    """Return how much there is of each place, and how much of it has which part."""
    rows = [
        Row(tr("报告"), tuple(Cell(f"{len(side.found.reports):,}", len(side.found.reports)) for side in sides)),
        Row(tr("最早与最近"), tuple(Cell(_span(side)) for side in sides)),
        Row(tr("承诺"), tuple(Cell(f"{side.total:,}", side.total, None, rows_address(side.wanted)) for side in sides)),
        *(
            Row(tr(title), tuple(_flag(side, flag) for side in sides))
            for flag, title in _FLAGS.items()
        ),
    ]  # fmt: skip
    note = tr("占比的分母是该地区筛选范围内的承诺数。报告数为 0 的地区是无报告。")
    return Section(tr("报告与承诺"), note, tuple(rows), barred=True)


def count_themes(sides: Sequence[Side]) -> Section:
    """Return the themes."""
    counts = [side.lists("themes") for side in sides]
    rows = _counted(
        sides, counts, rank(counts), lambda theme: name_of(THEMES, theme), lambda theme: {"themes": (theme,)}
    )
    return Section(
        tr("领域"),
        tr("一条承诺可属于多个领域（可多选），各行之和可大于承诺数；占比的分母是该地区的承诺数。"),
        rows,
        barred=True,
    )


def count_lights(sides: Sequence[Side], rule: LightRule) -> Section:
    """Return the lights, which add up, and the days between promise and deadline."""
    counts = [
        Counter(dict(enumerate(np.bincount(light_codes(side.found.facts, rule)[side.found.chosen], minlength=len(LIGHTS)).tolist())))
        for side in sides
    ]  # fmt: skip
    rows = _counted(
        sides,
        counts,
        list(range(len(LIGHTS))),
        lambda at: light_name(LIGHTS[at]),
        lambda at: {"lights": (LIGHTS[at],), "light_rule": rule},
    )
    days = Row(tr("从承诺到期限（中位数）"), tuple(_median(side) for side in sides))
    return Section(
        tr("时限"),
        tr("按最早的确定期限，各行相加等于承诺数；“已过期限”只说日期已过，不说是否完成。"),
        (*rows, days),
        barred=True,
    )


def count_kinds(sides: Sequence[Side]) -> Section:
    """Return the kinds of deadline."""
    counts = [side.lists("kinds") for side in sides]
    order = [kind for kind in DEADLINE_KINDS if any(count[kind] for count in counts)]
    rows = _counted(
        sides,
        counts,
        order,
        lambda kind: name_of(DEADLINE_KINDS, kind),
        lambda kind: {"has_deadline": False} if kind == ABSENT else {"deadline_kinds": (kind,)},
    )
    return Section(
        tr("时限类型"), tr("一条承诺可有多个时限（可多选）；占比的分母是该地区的承诺数。"), rows, barred=True
    )


def count_organs(sides: Sequence[Side]) -> Section:
    """Return the organs that are named most."""
    counts = [side.organs() for side in sides]
    rows = _counted(sides, counts, rank(counts, _ORGANS), str, lambda organ: {"organs": (organ,)})
    return Section(
        tr("责任单位"),
        tr(
            "按机构归并各地的单位名称，列出合计最多的 {most} 个；一条承诺可有多个单位（可多选），占比的分母是该地区的承诺数。机构目录之外的单位不列。",
            most=len(rows),
        ),
        rows,
        barred=True,
    )


def _counted(
    sides: Sequence[Side],
    counts: Sequence[Counter[Any]],
    order: Sequence[Any],
    name: Callable[[Any], str],
    narrow: Callable[[Any], dict[str, Any]],
) -> tuple[Row, ...]:
    return tuple(
        Row(
            name(value),
            tuple(
                count_cell(count[value], side.total, rows_of(side.wanted, narrow(value)))
                for side, count in zip(sides, counts, strict=True)
            ),
        )
        for value in order
    )


def _flag(side: Side, flag: str) -> Cell:
    count = int(side.found.rows[flag].sum())
    return count_cell(count, side.total, rows_of(side.wanted, {flag: True}))


def _span(side: Side) -> str:
    days = side.found.reports["date"].dropna()
    if days.empty:
        return tr(NO_DATE) if len(side.found.reports) else tr("无报告")
    return tr("{since} 至 {until}", since=days.min().date().isoformat(), until=days.max().date().isoformat())


def _median(side: Side) -> Cell:
    rows = side.found.rows
    days = (rows["due"] - rows["date"]).dt.days
    days = days[days >= 0]
    if days.empty:
        return Cell("—")
    middle = float(days.median())
    return Cell(
        tr("{days} 天", days=f"{middle:,.0f}"), middle, note=tr("{count} 条有会议日期和期限", count=f"{len(days):,}")
    )  # fmt: skip
