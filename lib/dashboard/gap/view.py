"""The parts of the page of gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import labels
from dashboard.address import within_place
from dashboard.element import write_figures, write_link, write_table
from dashboard.language import tr
from dashboard.navigation import link_rows, report_address, rows_address
from ecoledger.ledger.commitment import list_commitments
from ecoledger.ledger.gap import LACKS
from ecoledger.ledger.sort import Sort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.area import Area
    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.gap import Gaps
    from ecoledger.ledger.store import Ledger

_NAMES = {"has_number": "无数字目标", "has_deadline": "无时限", "has_body": "无责任单位"}
_SHOWN = 20
_ONLY = "gaps-actions"


def choose_rows(wanted: Filter) -> Filter:
    """Return the rows to look at: a statement of principle is not expected to have a number or a day."""
    if wanted.labels:
        return wanted
    only = st.toggle(
        tr("只看可核查的行动"),
        value=True,
        key=_ONLY,
        help=tr("原则性表态本来就不带数字和日期，默认不计入缺项。"),
    )
    return wanted.narrowed(labels=("action",)) if only else wanted


def write_gaps(gaps: Gaps, wanted: Filter) -> str:
    """Return the figures of all that is missing; one row may lack several."""
    figures = [(write_link(f"{gaps.commitments:,}", rows_address(wanted)), tr("承诺"), tr("可同时缺几项"))]
    for name in LACKS:
        address = rows_address(wanted.narrowed(**{name: False}))
        figures.append(
            (write_link(f"{getattr(gaps, name):,}", address), tr(_NAMES[name]), _share(gaps, name))
        )
    lacking, whole = (wanted.narrowed(**dict.fromkeys(LACKS, flag)) for flag in (False, True))
    figures.append(
        (
            write_link(f"{gaps.everything:,}", rows_address(lacking)),
            tr("三项皆无"),
            _share(gaps, "everything"),
        )
    )
    figures.append(
        (write_link(f"{gaps.nothing:,}", rows_address(whole)), tr("三项齐全"), _share(gaps, "nothing"))
    )
    return write_figures(figures)


def say_area(area: Area, places: Mapping[str, Gaps]) -> str:
    """Return whose places are told of, and how many of them have none that pass."""
    silent = sum(code not in places for code in area.places)
    return tr(
        "{name}共 {count} 个地区，其中 {silent} 个没有符合条件的承诺。占比为占该地区承诺的比例。",
        name=area.name,
        count=f"{len(area.places):,}",
        silent=f"{silent:,}",
    )


def write_places(area: Area, places: Mapping[str, Gaps], wanted: Filter) -> str:
    """Return the table by place, that with the largest share of gaps first; places without commitments last."""
    head = (tr("地区"), tr("承诺"), *(tr(_NAMES[name]) for name in LACKS), tr("三项皆无"))
    ranked = sorted(places.items(), key=lambda item: (-item[1].share("everything"), -item[1].commitments))
    rows = [
        _place_row(area.name_of(code), gaps, within_place(wanted, code, area.parent)) for code, gaps in ranked
    ]
    rows += [
        (name, tr("无报告或无符合条件的承诺"), *[""] * (len(head) - 2))
        for code, name in area.places.items()
        if code not in places
    ]
    return write_table(head, rows, "counts tall")


def _place_row(name: str, gaps: Gaps, here: Filter) -> tuple[str, ...]:
    cells = [name, write_link(f"{gaps.commitments:,}", rows_address(here))]
    for lack in LACKS:
        count = getattr(gaps, lack)
        address = rows_address(here.narrowed(**{lack: False}))
        cells.append(write_link(f"{count:,}（{gaps.share(lack):.0%}）", address) if count else "0")
    nothing = here.narrowed(**dict.fromkeys(LACKS, False))
    text = f"{gaps.everything:,}（{gaps.share('everything'):.0%}）"
    cells.append(write_link(text, rows_address(nothing)) if gaps.everything else "0")
    return tuple(cells)


def worst(wanted: Filter, gaps: Gaps) -> Filter:
    """Return the rows to begin with: those that lack all three, else those that lack what is missing most."""
    if gaps.everything:
        return wanted.narrowed(**dict.fromkeys(LACKS, False))
    name = max(LACKS, key=lambda lack: getattr(gaps, lack))
    return wanted.narrowed(**{name: False})


def draw_work(ledger: Ledger, work: Filter) -> None:
    """Draw the first of these rows, and the way to all of them."""
    page = list_commitments(ledger, work, Sort("date"), size=_SHOWN)
    rows = (
        (
            write_link(row.text, report_address(row.report_id, item=row.id)),
            row.place or tr(labels.NO_PLACE),
            labels.date_text(row.date),
            tr("、").join(tr(name) for name in _lacks(row)),
        )
        for row in page.rows
    )
    st.html(write_table((tr("承诺"), tr("地区"), tr("日期"), tr("缺")), rows, "said"))
    link_rows(tr("全部 {count} 条", count=f"{page.total:,}"), work, icon=":material/arrow_forward:")


def _lacks(row: CommitmentRow) -> list[str]:
    counted = any(target.kind == "quantitative" for target in row.targets)
    held = {"has_number": counted, "has_deadline": bool(row.deadlines), "has_body": bool(row.bodies)}
    return [_NAMES[name] for name in LACKS if not held[name]]


def _share(gaps: Gaps, name: str) -> str:
    return tr("占 {share}", share=f"{gaps.share(name):.0%}")
