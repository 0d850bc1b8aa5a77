"""The table of bodies: what each leads, answers for and supports, and how near that is to its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from dashboard.address import write_address
from dashboard.element import Markup, write_link, write_quiet, write_table
from dashboard.language import tr
from dashboard.navigation import BODIES, rows_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.workload import By, Workload, Workloads

BYS: dict[By, str] = {"name": "按报告中的名称", "organ": "按机构类别"}
FIELDS: dict[By, Literal["bodies", "organs"]] = {"name": "bodies", "organ": "organs"}
PAGE = 50


def choose_by() -> By:
    """Draw the choice of how bodies are told apart, and return it."""
    chosen: By = st.segmented_control(
        tr("单位"),
        list(BYS),
        format_func=lambda by: tr(BYS[by]),
        default="name",
        required=True,
        key="bodies-by",
        label_visibility="collapsed",
    )
    return chosen


def choose_words() -> str:
    """Draw the box that narrows the table to names with some words, and return these."""
    return st.text_input(
        tr("单位名称"),
        key="bodies-words",
        placeholder=tr("输入名称的一部分，如 水利"),
        label_visibility="collapsed",
    ).strip()


def say_whole(found: Workloads, by: By) -> str:
    """Return whose commitments are told of, so that the parts make the whole."""
    said = tr(
        "共 {bodies} 个单位；{named} 条承诺写明单位，{unnamed} 条未写明。一条承诺可有多个单位，可重复计。",
        bodies=f"{len(found.bodies):,}",
        named=f"{found.named:,}",
        unnamed=f"{found.unnamed:,}",
    )
    if by == "organ" and found.unlisted:
        said += tr("另有 {count} 条只写了目录之外的单位。", count=f"{found.unlisted:,}")
    return write_quiet(said)


def write_bodies(shown: Sequence[Workload], wanted: Filter, by: By, rule: LightRule) -> str:
    """Return the table; every number leads to its rows, every name to the sheet of the body."""
    near = tr("{days} 天内到期", days=rule.near)
    head = (tr("单位"), tr("承诺"), tr("牵头"), tr("责任"), tr("配合"), near, tr("已过期限"), tr("涉及地区"))
    return write_table(head, (_row(one, wanted, by, rule) for one in shown), "counts")


def _row(one: Workload, wanted: Filter, by: By, rule: LightRule) -> tuple[str, ...]:
    mine = wanted.narrowed(**{FIELDS[by]: (one.body,)})
    sheet = write_address(BODIES.address, wanted, sheet=one.body, by=by)
    lights = {light: mine.narrowed(lights=(light,), light_rule=rule) for light in ("near", "overdue")}
    return (
        write_link(one.body, sheet, tr("打开该单位的清单")),
        _count(one.commitments, mine),
        *(
            _count(getattr(one, role), mine.narrowed(body_roles=(role,)))
            for role in ("lead", "responsible", "support")
        ),
        _count(one.near, lights["near"]),
        _count(one.overdue, lights["overdue"]),
        f"{one.places:,}",
    )


def _count(count: int, rows: Filter) -> str | Markup:
    return write_link(f"{count:,}", rows_address(rows)) if count else "0"
