"""The numbers of an indicator as a file: just those that are shown, in their order, with what they were set against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.clock import now
from dashboard.download.file import make_stamp
from dashboard.indicator.wording import VERDICTS, standing_text
from dashboard.labels import CHANGES, STATEMENTS, name_of
from dashboard.language import tr
from ecoledger.export.stamp import TIME
from ecoledger.export.table_file import write_table
from ecoledger.ledger.commitment import read_rows
from ecoledger.ledger.statement import read_statements

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from dashboard.indicator.line import Line
    from ecoledger.export.column import Cell
    from ecoledger.indicators.standing import Standing
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.store import Ledger

HEAD = (
    "指标", "类别", "地区", "地区代码", "目标年份", "已到期", "比较", "数值", "数值上限", "计量单位", "变化", "相比",
    "对比全国", "全国官方值或不可比原因", "对比本省", "本省官方值或不可比原因", "原文", "报告日期", "报告编号", "规则版本",
)  # fmt: skip
SIGNS = {"=": "等于", ">=": "不低于", "<=": "不超过", "~": "约", "range": "区间"}
_BATCH = 500


def build_file(
    ledger: Ledger, wanted: Filter, name: str, lines: Sequence[Line], on: dt.date
) -> Callable[[], bytes]:
    """Return a function that makes the file; `name` is the indicator's, empty where each line has its own words.

    It is called out of the session, by a click, so that the file is in Chinese as all others are.
    """
    stamp = make_stamp(wanted)

    def build() -> bytes:
        said = {tr("筛选条件"): tr("；").join(stamp.filters), tr("导出时间"): now().strftime(TIME)}
        return write_table([tr(title) for title in HEAD], list_cells(ledger, name, lines, on), said)

    return build


def list_cells(ledger: Ledger, name: str, lines: Sequence[Line], on: dt.date) -> Iterator[list[Cell]]:
    """Give the rows of the file. Raises LedgerError."""
    for at in range(0, len(lines), _BATCH):
        part = lines[at : at + _BATCH]
        promised = [line.number for line in part if line.kind == "promised"]
        with ledger.read() as connection:
            rows = dict(zip(promised, read_rows(connection, promised), strict=True))
        stated = read_statements(ledger, [line.number for line in part if line.kind != "promised"])
        for line in part:
            yield _cells(line, name, rows if line.kind == "promised" else stated, on)


def _cells(line: Line, name: str, told: dict[int, Any], on: dt.date) -> list[Cell]:
    source = told[line.number]
    promised = line.kind == "promised"
    return [
        name or line.words,
        tr("承诺") if promised else name_of(STATEMENTS, line.kind),
        line.place,
        next((code for code in reversed(line.codes) if code), None),
        line.aim.year,
        tr("是") if line.over(on) else "",
        name_of(SIGNS, line.aim.op),
        _number(line.aim.value),
        _number(line.aim.value2),
        line.aim.unit,
        name_of(CHANGES, line.aim.change).strip(),
        line.baseline,
        *(_told(line.nation, on) if promised else ("", "")),
        *(_told(line.province, on) if line.province else ("", "")),
        source.text,
        line.date,
        source.report_id,
        source.rules_version,
    ]


def _told(standing: Standing, on: dt.date) -> tuple[str, str]:
    return tr(VERDICTS[standing.verdict]), standing_text(standing, on.year)


def _number(value: Decimal | None) -> Cell:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
