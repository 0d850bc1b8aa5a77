"""The parts of the page of indicators: one indicator, and the numbers that belong to none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from dashboard.clock import now
from dashboard.element import write_figures, write_link, write_quiet, write_table
from dashboard.indicator.choice import draw_manner, draw_order, indicator_title, say_manner
from dashboard.indicator.file import build_file
from dashboard.indicator.line import list_lines, list_stated_lines, list_unmatched
from dashboard.indicator.official_view import write_official
from dashboard.indicator.plot import CONFIG, draw_places, draw_years, write_legend
from dashboard.indicator.state import UNMATCHED, State, state_address
from dashboard.indicator.table_view import SIZE, sort_lines, write_lines, write_stated
from dashboard.indicator.wording import BETTER, VERDICTS
from dashboard.labels import name_of
from dashboard.language import tr
from dashboard.navigation import rows_address
from ecoledger.export.form import FORMS
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.indicators.official import list_official, list_pools
from ecoledger.indicators.standing import VERDICTS as ORDER
from ecoledger.ledger.statement import list_stated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from dashboard.indicator.line import Line
    from dashboard.indicator.ranking import Ranking, Unmatched
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.selection import Selection
    from ecoledger.ledger.store import Ledger

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Visit:
    """What the page is drawn for: the rows that pass, what of them is looked at, and today."""

    ledger: Ledger
    found: Selection
    at: State
    on: dt.date

    @property
    def wanted(self) -> Filter:
        """The filter."""
        return self.found.wanted


def draw_indicator(visit: Visit, head: str) -> None:
    """Draw one indicator: official values, how its numbers stand, the chart, the table, and what reports state."""
    found, at, on = visit.found, visit.at, visit.on
    indicator, official = load_indicators()[head], list_official(head)
    lines = list_lines(found, head, years=at.years)
    stated = list_stated_lines(found.facts, list_stated(visit.ledger, found.wanted), head)
    st.html(write_quiet(tr(
        "单位：{unit}　方向：{better}　合并计算的目录指标 {count} 项",
        unit=indicator.unit or tr("无"), better=name_of(BETTER, indicator.direction), count=len(list_pools()[head]),
    )))  # fmt: skip
    if official:
        st.html(write_official(official, on.year))
    else:
        st.html(write_quiet(tr("目录中没有这项指标的官方值。")))
    st.html(write_standings(found.wanted, head, lines, at))
    draw_manner(at)
    st.html(write_quiet(say_manner(at)))
    if lines or stated:
        _draw_plot(visit, head, [*lines, *stated])
    st.subheader(tr("承诺的目标"), anchor=False)
    shown = [line for line in lines if at.standing in (None, line.nation.verdict)]
    name = indicator_title(head)
    _draw_promised(visit, shown, name)
    st.subheader(tr("报告中已有的情况与诉求"), anchor=False)
    st.html(write_quiet(tr(
        "这些数值不是承诺，单独列出；只按地区、日期和会议等报告的条件筛选。共 {count} 个。",
        count=f"{len(stated):,}",
    )))  # fmt: skip
    if stated:
        ordered = sort_lines(stated, at.order, indicator.direction)
        _draw_paged(visit, "stated", ordered, lambda part: write_stated(visit.ledger, part))
        _draw_file(visit, ordered, name, "stated")


def draw_unmatched(visit: Visit, ranking: Ranking) -> None:
    """Draw the numbers that belong to no indicator: by their words, or those of some words."""
    wanted, at = visit.wanted, visit.at
    if at.words or at.unit:
        st.html(write_link(tr("全部未匹配的数值"), state_address(wanted, State(show=UNMATCHED))))
        title = tr("“{words}”（{unit}）", words=at.words or tr("未写明"), unit=at.unit or tr("无单位"))
        st.subheader(title, anchor=False)
        lines = list_unmatched(visit.found, at.words, at.unit)
        _draw_promised(visit, lines, at.words, standing=False)
        return
    said = tr(
        "这些数值的名称和单位与目录中的任何指标都不完全相符，不作归并，按原文列出，共 {count} 种。",
        count=f"{len(ranking.unmatched):,}",
    )
    st.html(write_quiet(said))
    _draw_paged(visit, "unmatched", ranking.unmatched, lambda part: write_unmatched(wanted, part))


def write_unmatched(wanted: Filter, listed: Sequence[Unmatched]) -> str:
    """Return the table of some numbers of no indicator; each count leads to its numbers."""
    rows = [
        [
            one.words or tr("未写明"),
            one.unit or tr("无单位"),
            write_link(
                f"{one.count:,}",
                state_address(wanted, State(show=UNMATCHED, words=one.words, unit=one.unit)),
            ),
        ]
        for one in listed
    ]
    return write_table([tr("原文名称"), tr("计量单位"), tr("目标数")], rows, "counts unmatched")


def write_standings(wanted: Filter, head: str, lines: Sequence[Line], at: State) -> str:
    """Return how many stand how; each number narrows the table below, and all together lead to their rows."""
    counts = Counter(line.nation.verdict for line in lines)
    every = rows_address(replace(wanted, indicators=list_pools()[head]))
    places = len({line.codes for line in lines if any(line.codes)})
    numbers = len({line.number for line in lines})
    figures = [
        (
            write_link(f"{len(lines):,}", state_address(wanted, replace(at, show=head, standing=None))),
            tr("个目标"),
            write_link(tr("见于 {count} 条承诺", count=f"{numbers:,}"), every),
        ),
        (f"{places:,}", tr("个地区"), tr("有承诺的地区")),
    ]
    for verdict in ORDER:
        count = counts[verdict]
        address = state_address(wanted, replace(at, show=head, standing=verdict))
        share = f"{count / len(lines):.0%}" if lines else "—"
        figures.append((write_link(f"{count:,}", address) if count else "0", tr(VERDICTS[verdict]), share))
    return write_figures(figures)


def _draw_plot(visit: Visit, head: str, lines: Sequence[Line]) -> None:
    at, on = visit.at, visit.on
    unit, official = load_indicators()[head].unit, list_official(head)
    if at.by == "year":
        figure, without = draw_years(lines, official, unit, on.year), 0
    else:
        figure, without = draw_places(lines, official, unit, _depth(visit.wanted), on.year)
    st.html(write_legend(lines, official))
    st.plotly_chart(figure, config=CONFIG, theme=None, key=f"indicator-plot-{at.by}")
    said = [tr("点越大，数值相同的目标越多；横线是区间。各点的原文见下表。")]
    other = sum(line.level is None for line in lines)
    if other:
        said.append(tr("{count} 个数值的单位与指标不同类，图中不画。", count=f"{other:,}"))
    if without:
        said.append(tr("另有 {count} 个地区未画出，可用筛选缩小范围。", count=f"{without:,}"))
    st.html(write_quiet("".join(said)))


def _depth(wanted: Filter) -> int:
    """Return the level on which places stand: below the one place that is filtered by."""
    places = wanted.places
    if len(places) != 1 or places[0].startswith("0"):
        return 0
    return 1 if places[0].endswith("0000") else 2


def _draw_promised(visit: Visit, lines: Sequence[Line], name: str, *, standing: bool = True) -> None:
    wanted, at = visit.wanted, visit.at
    if at.standing and standing:
        said, order = st.columns([3, 1], vertical_alignment="center")
        every = state_address(wanted, replace(at, standing=None))
        said.html(
            write_quiet(
                tr("只列“{name}”的 {count} 个。", name=tr(VERDICTS[at.standing]), count=f"{len(lines):,}")
            )
            + write_link(tr("列出全部"), every)
        )
    else:
        said, order = st.columns([3, 1], vertical_alignment="center")
        said.html(write_quiet(tr("共 {count} 个，一条承诺可有几个。", count=f"{len(lines):,}")))
    with order:
        draw_order(at)
    head = at.show if at.show and at.show != UNMATCHED else None
    direction = load_indicators()[head].direction if head else "higher"
    ordered = sort_lines(lines, at.order, direction)
    _draw_paged(
        visit, "promised", ordered, lambda part: write_lines(visit.ledger, part, visit.on, standing=standing)
    )
    if ordered:
        _draw_file(visit, ordered, name, "promised")


def _draw_paged(visit: Visit, key: str, rows: Sequence[_T], write: Callable[[Sequence[_T]], str]) -> None:
    """Draw some rows and the way to the others; another filter or choice begins at the first."""
    pages = -(-len(rows) // SIZE)
    of_these = f"{key}-page-{hash((visit.wanted, visit.at))}"
    page = min(st.session_state.get(of_these, 1), max(pages, 1))
    st.html(write(rows[(page - 1) * SIZE : page * SIZE]))
    if pages > 1:
        st.pagination(pages, key=of_these)


def _draw_file(visit: Visit, lines: Sequence[Line], name: str, key: str) -> None:
    st.download_button(
        tr("下载这 {count} 行（CSV）", count=f"{len(lines):,}"),
        build_file(visit.ledger, visit.wanted, name, lines, visit.on),
        file_name=f"{name}_{now():%Y%m%d}.csv",
        mime=FORMS["csv"].mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"{key}-file",
    )
