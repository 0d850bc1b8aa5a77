"""The columns of a table of commitments, the same in every file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.term import DATE_SOURCES, DEADLINE_KINDS, LABELS, THEMES, name_of, names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.model import Role

Cell = str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Chinese name, its width in characters, and its cell for a row."""

    name: str
    width: int
    cell: Callable[[CommitmentRow], Cell]


def _joined(words: list[str]) -> str:
    return "；".join(dict.fromkeys(words))


def _bodies(role: Role) -> Callable[[CommitmentRow], str]:
    return lambda row: _joined([body.name for body in row.bodies if body.role == role])


NUMBER = "序号"
"""The first column of every file: rows counted from 1."""

COLUMNS = (
    Column("省级", 12, lambda row: row.province),
    Column("市级", 12, lambda row: row.prefecture),
    Column("县级", 12, lambda row: row.county),
    Column("会议", 30, lambda row: row.meeting),
    Column("日期", 12, lambda row: row.date),
    Column("日期来源", 10, lambda row: name_of(DATE_SOURCES, row.date_source)),
    Column("性质", 14, lambda row: name_of(LABELS, row.label)),
    Column("领域", 16, lambda row: names_of(THEMES, row.themes)),
    Column("承诺内容", 70, lambda row: row.text),
    Column("目标", 36, lambda row: _joined([target.text for target in row.targets])),
    Column("牵头单位", 18, _bodies("lead")),
    Column("责任单位", 18, _bodies("responsible")),
    Column("配合单位", 18, _bodies("support")),
    Column("时限", 16, lambda row: _joined([deadline.text for deadline in row.deadlines])),
    Column("时限类型", 12, lambda row: names_of(DEADLINE_KINDS, row.deadline_kinds or ("absent",))),
    Column("完成时限", 12, lambda row: row.due),
    Column("发言人", 10, lambda row: row.speaker),
    Column("存疑", 30, lambda row: _joined([doubt.rstrip("。") for doubt in row.doubts])),
    Column("报告标题", 36, lambda row: row.title),
    Column("报告来源", 20, lambda row: _joined(list(row.sources))),
    Column("文本可靠", 10, lambda row: "是" if row.reliable else "否"),
    Column("地区代码", 10, lambda row: row.adcode),
    Column("承诺编号", 20, lambda row: row.id),
    Column("报告编号", 20, lambda row: row.report_id),
    Column("规则版本", 12, lambda row: row.rules_version),
)
