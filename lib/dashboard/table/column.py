"""The columns of the table of commitments: what they are called, how wide they are, and what stands in their cells."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.element import write_tag
from dashboard.language import tr
from dashboard.light_mark import write_light
from ecoledger.ledger.light import light_of
from ecoledger.term import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.light import LightRule
    from ecoledger.ledger.sort import SortKey
    from ecoledger.model import Role


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its code in addresses, its name, its width in em, its cell as HTML, and what it is sorted by."""

    code: str
    name: str
    width: float
    cell: Callable[[CommitmentRow, LightRule], str]
    sort: SortKey | None = None


def due_text(row: CommitmentRow) -> str:
    """Return the day a commitment falls due, else the words of its deadlines; empty where it has none."""
    if row.due is not None:
        return row.due.isoformat()
    return tr("；").join(dict.fromkeys(deadline.text for deadline in row.deadlines))


def _text(row: CommitmentRow, _rule: LightRule) -> str:
    doubt = write_tag(tr("存疑"), "late") if row.doubts else ""
    return f"{escape(row.text)}{doubt}"


def _label(row: CommitmentRow, _rule: LightRule) -> str:
    return write_tag(labels.name_of(labels.SHORT_LABELS, row.label), row.label)


def _due(row: CommitmentRow, rule: LightRule) -> str:
    light = write_light(light_of(rule, row.due, row.deadline_kinds))
    words = due_text(row)
    return f"{escape(words)} {light}" if words else light


def _bodies(row: CommitmentRow, _rule: LightRule) -> str:
    """Name all bodies, those that lead or support as such."""
    said = dict.fromkeys((body.role, body.name) for body in row.bodies)
    return "<br>".join(
        escape(name if role == "responsible" else f"{labels.name_of(ROLES, role)}{tr('：')}{name}")
        for role, name in said
    )


def _body(role: Role) -> Callable[[CommitmentRow, LightRule], str]:
    return lambda row, _rule: _lines(body.name for body in row.bodies if body.role == role)


def _reliable(row: CommitmentRow, _rule: LightRule) -> str:
    return "" if row.reliable else write_tag(tr("文字不可靠"), "late")


def _lines(words: Iterable[str | None]) -> str:
    return "<br>".join(escape(word) for word in dict.fromkeys(words) if word)


COLUMNS = (
    Column("text", "承诺", 22, _text),
    Column("label", "性质", 4.2, _label, "label"),
    Column(
        "theme",
        "领域",
        5.8,
        lambda row, _: _lines(labels.name_of(labels.THEMES, theme) for theme in row.themes),
        "theme",
    ),
    Column("target", "目标", 9, lambda row, _: _lines(map(labels.target_text, row.targets))),
    Column("due", "完成时限", 7, _due, "due"),
    Column("body", "责任单位", 8.4, _bodies),
    Column("place", "地区", 5.4, lambda row, _: escape(row.place or tr(labels.NO_PLACE)), "region"),
    Column(
        "date",
        "日期",
        6.6,
        lambda row, _: escape(row.date.isoformat() if row.date else tr(labels.NO_DATE)),
        "date",
    ),
    Column("meeting", "会议", 11, lambda row, _: escape(row.meeting or "")),
    Column("speaker", "讲话人", 5.4, lambda row, _: escape(row.speaker or ""), "speaker"),
    Column("lead", "牵头单位", 9, _body("lead")),
    Column("responsible", "仅责任单位", 9, _body("responsible")),
    Column("support", "配合单位", 9, _body("support")),
    Column("indicator", "指标", 7.5, lambda row, _: _lines(target.indicator for target in row.targets)),
    Column("deadline", "时限原文", 7.5, lambda row, _: _lines(deadline.text for deadline in row.deadlines)),
    Column(
        "kind",
        "时限类型",
        6.2,
        lambda row, _: escape(labels.names_of(labels.DEADLINE_KINDS, row.deadline_kinds)),
    ),
    Column("path", "所属地区", 8, lambda row, _: _lines((row.province, row.prefecture, row.county))),
    Column("title", "来源报告", 13, lambda row, _: escape(row.title or ""), "report"),
    Column("source", "来源", 9, lambda row, _: _lines(row.sources)),
    Column("doubt", "存疑之处", 13, lambda row, _: _lines(row.doubts)),
    Column("reliable", "文字", 5.4, _reliable),
)
BY_CODE = {column.code: column for column in COLUMNS}
USUAL = ("text", "theme", "target", "due", "body", "place", "date")
"""The columns where a person has chosen none."""
SORTED_BY = {column.sort: column for column in COLUMNS if column.sort}
"""The column that shows what is sorted by a key."""


def read_columns(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that `codes` name, each once and in their order; the usual where they name none."""
    return tuple(dict.fromkeys(code for code in codes if code in BY_CODE)) or USUAL


def shift_column(codes: tuple[str, ...], code: str, by: int) -> tuple[str, ...]:
    """Return the columns with one moved by so many places, as far as there are any."""
    if code not in codes:
        return codes
    rest = [other for other in codes if other != code]
    rest.insert(min(max(codes.index(code) + by, 0), len(rest)), code)
    return tuple(rest)


def move_column(codes: tuple[str, ...], code: str, before: str) -> tuple[str, ...]:
    """Return the columns with one put where another stands."""
    if code not in codes or before not in codes:
        return codes
    return shift_column(codes, code, codes.index(before) - codes.index(code))


def hide_column(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Return the columns without one; the last one stays."""
    return tuple(other for other in codes if other != code) or codes


def show_columns(codes: tuple[str, ...], wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that are wanted: those there are already in their order, then the others."""
    chosen = read_columns(wanted)
    return (*(code for code in codes if code in chosen), *(code for code in chosen if code not in codes))
