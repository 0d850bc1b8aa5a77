"""The figures at the head of the first page: how much there is, and what is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dashboard.element import write_figures, write_link, write_quiet
from dashboard.language import tr
from dashboard.navigation import rows_address
from ecoledger.ledger.commitment import count_commitments
from ecoledger.ledger.facet import count_facets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.ledger.overview import Overview
    from ecoledger.ledger.store import Ledger

_SPANS = (30, 90)
"""Days ahead that commitments fall due in."""
_NEW = 30
"""Days back in which a report counts as new."""


def write_whole(figures: Overview, wanted: Filter) -> str:
    """Return how much there is, and how many of it have what they need; each number leads to its rows."""
    undated = (
        tr("{count} 份报告日期不详", count=f"{figures.undated_reports:,}")
        if figures.undated_reports
        else tr("日期齐全")
    )
    doubted = (
        tr("{count} 份报告文字不可靠", count=f"{figures.unreliable:,}")
        if figures.unreliable
        else tr("文字均可靠")
    )
    cells = [
        (f"{figures.places:,}", tr("地区"), tr("{count} 份报告", count=f"{figures.reports:,}")),
        (f"{figures.meetings:,}", tr("会议"), undated),
        (write_link(f"{figures.commitments:,}", rows_address(wanted)), tr("承诺"), doubted),
    ]
    for name, title, count in (
        ("has_target", tr("有目标"), figures.with_target),
        ("has_deadline", tr("有时限"), figures.with_deadline),
        ("has_body", tr("有责任单位"), figures.with_body),
    ):
        rows = wanted.narrowed(**{name: True})
        share = tr("占 {share}", share=f"{count / figures.commitments:.0%}") if figures.commitments else "—"
        cells.append((write_link(f"{count:,}", rows_address(rows)), title, share))
    return write_figures(cells)


def write_due(ledger: Ledger, wanted: Filter, rule: LightRule) -> str:
    """Return what is past its day, what falls due soon, and what came in of late."""
    on = rule.on
    lights = {choice.value: choice.count for choice in count_facets(ledger, wanted, rule).lights}
    coming = [
        (wanted.narrowed(due_since=on, due_until=on + dt.timedelta(days)), tr("{days} 天内到期", days=days))
        for days in _SPANS
    ]
    new = wanted.narrowed(added_since=on - dt.timedelta(_NEW))
    cells = [
        _light("overdue", lights, wanted, rule, (tr("已过期限"), tr("截止日期早于今天"))),
        *(_figure(count_commitments(ledger, rows), rows, (name, tr("含今天"))) for rows, name in coming),
        _light("ongoing", lights, wanted, rule, (tr("长期坚持"), tr("不设期限，不会过期"))),
        _light("vague", lights, wanted, rule, (tr("时限含糊"), tr("写了时限，定不出日期"))),
        _figure(count_commitments(ledger, new), new, (tr("新入库承诺"), tr("近 {days} 天导入", days=_NEW))),
    ]
    note = tr("过了期限只说明日子已到，不等于没有完成：有没有进展，报告里没有写。")
    return write_figures(cells) + write_quiet(note)


def _light(
    light: Light, counts: Mapping[str, int], wanted: Filter, rule: LightRule, names: tuple[str, str]
) -> tuple[str, str, str]:
    return _figure(counts.get(light, 0), wanted.narrowed(lights=(light,), light_rule=rule), names)


def _figure(count: int, rows: Filter, names: tuple[str, str]) -> tuple[str, str, str]:
    return write_link(f"{count:,}", rows_address(rows)), *names
