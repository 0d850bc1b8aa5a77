"""The columns that a table of commitments can have, the same in every file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.ledger.light import light_of
from ecoledger.term import (
    DATE_SOURCES,
    DEADLINE_KINDS,
    LABELS,
    LIGHTS,
    THEMES,
    name_of,
    names_of,
    number_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.light import Light, LightRule
    from ecoledger.model import Role, Target

Cell = str | int | float | dt.date | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: the commitment, its place in the file counted from 1, and its light."""

    number: int
    row: CommitmentRow
    light: Light


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its code, its usual Chinese name, its width in characters, and its cell for a line."""

    code: str
    name: str
    width: int
    cell: Callable[[Line], Cell]


def number_lines(rows: Iterable[CommitmentRow], rule: LightRule) -> Iterator[Line]:
    """Give the lines of `rows`, with their lights under `rule`."""
    for number, row in enumerate(rows, 1):
        yield Line(number, row, light_of(rule, row.due, row.deadline_kinds))


def _joined(words: Iterable[str]) -> str:
    return "；".join(dict.fromkeys(words))


def _bodies(role: Role) -> Callable[[Line], str]:
    return lambda line: _joined(body.name for body in line.row.bodies if body.role == role)


def _deadline_words(row: CommitmentRow) -> str:
    return _joined(deadline.text for deadline in row.deadlines)


def _level(target: Target) -> str:
    if target.value is None:
        return ""
    upper = f"～{number_text(target.value2)}" if target.value2 is not None else ""
    return number_text(target.value) + upper


def _level_cell(line: Line) -> Cell:
    """Return the one number that is promised as a number; several, or a range, are words."""
    numbered = [target for target in line.row.targets if target.value is not None]
    if len(numbered) == 1 and numbered[0].value is not None and numbered[0].value2 is None:
        value = numbered[0].value
        return int(value) if value == value.to_integral_value() else float(value)
    return "；".join(map(_level, numbered))


def _doubts(line: Line) -> str:
    return _joined(doubt.rstrip("。") for doubt in line.row.doubts)


NUMBER = "序号"

COLUMNS = (
    Column("number", NUMBER, 8, lambda line: line.number),
    Column("province", "省级", 12, lambda line: line.row.province),
    Column("prefecture", "市级", 12, lambda line: line.row.prefecture),
    Column("county", "县级", 12, lambda line: line.row.county),
    Column("place", "地区", 14, lambda line: line.row.place),
    Column("meeting", "会议", 30, lambda line: line.row.meeting),
    Column("date", "日期", 12, lambda line: line.row.date),
    Column("date_source", "日期来源", 10, lambda line: name_of(DATE_SOURCES, line.row.date_source)),
    Column("label", "性质", 14, lambda line: name_of(LABELS, line.row.label)),
    Column("theme", "领域", 16, lambda line: names_of(THEMES, line.row.themes)),
    Column("text", "承诺内容", 70, lambda line: line.row.text),
    Column("target", "目标", 36, lambda line: _joined(target.text for target in line.row.targets)),
    Column("indicator", "指标", 20, lambda line: _joined(t.indicator for t in line.row.targets if t.indicator)),
    Column("level", "目标值", 12, _level_cell),
    Column("unit", "计量单位", 10, lambda line: _joined(t.unit for t in line.row.targets if t.unit)),
    Column("lead", "牵头单位", 18, _bodies("lead")),
    Column("responsible", "责任单位", 18, _bodies("responsible")),
    Column("support", "配合单位", 18, _bodies("support")),
    Column("deadline", "时限", 16, lambda line: _deadline_words(line.row)),
    Column("deadline_kind", "时限类型", 12,
           lambda line: names_of(DEADLINE_KINDS, line.row.deadline_kinds or ("absent",))),
    Column("due", "到期日期", 12, lambda line: line.row.due),
    Column("finish", "完成时限", 12, lambda line: line.row.due or _deadline_words(line.row)),
    Column("light", "灯色", 10, lambda line: LIGHTS[line.light]),
    Column("speaker", "发言人", 10, lambda line: line.row.speaker),
    Column("doubt", "存疑", 30, _doubts),
    Column("title", "报告标题", 36, lambda line: line.row.title),
    Column("source", "报告来源", 20, lambda line: _joined(line.row.sources)),
    Column("reliable", "文本可靠", 10, lambda line: "是" if line.row.reliable else "否"),
    Column("adcode", "地区代码", 10, lambda line: line.row.adcode),
    Column("id", "承诺编号", 20, lambda line: line.row.id),
    Column("report_id", "报告编号", 20, lambda line: line.row.report_id),
    Column("rules_version", "规则版本", 12, lambda line: line.row.rules_version),
)  # fmt: skip
"""`finish` is the earliest dated deadline, else the words of the deadline as they stand: 长期坚持."""

BY_CODE = {column.code: column for column in COLUMNS}
