"""The numbers of each indicator side by side: what each place promised last, in the indicator's unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.compare.side import Cell, Row, Section
from dashboard.indicator.line import list_latest
from dashboard.indicator.state import State, state_address
from dashboard.indicator.wording import VERDICTS, aim_text, standing_text
from dashboard.labels import number_text
from dashboard.language import tr
from ecoledger.indicators.catalogue import load_indicators

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from dashboard.compare.side import Side
    from dashboard.indicator.line import Line


def set_numbers(sides: Sequence[Side], on: dt.date) -> Section:
    """Return a row for each indicator that a place has a number of, those that most places have first."""
    latest = [list_latest(side.found) for side in sides]
    heads = {head for found in latest for head in found}

    def weight(head: str) -> tuple[int, int, str]:
        having = [found[head][1] for found in latest if head in found]
        return -len(having), -sum(having), head

    rows = tuple(
        Row(
            load_indicators()[head].name,
            tuple(
                _cell(side, head, *found[head], on) if head in found else Cell("—", 0)
                for side, found in zip(sides, latest, strict=True)
            ),
        )
        for head in sorted(heads, key=weight)
    )
    note = tr(
        "各地最近一次报告中的目标，并列时换算为同一单位；小字是目标年份和与全国官方值的比较（只比数值）。各地年份不同的，不直接比高低。"
    )
    return Section(tr("各指标的目标"), note, rows)


def _cell(side: Side, head: str, line: Line, count: int, on: dt.date) -> Cell:
    standing = line.nation
    notes = [tr("{year}年", year=line.aim.year)] if line.aim.year else []
    if standing.verdict != "unlike":
        notes.append(tr(VERDICTS[standing.verdict]))
    if count > 1:
        notes.append(tr("共 {count} 个", count=f"{count:,}"))
    return Cell(
        _text(line, load_indicators()[head].unit),
        count,
        None,
        state_address(side.wanted, State(show=head)),
        tr("，").join(notes),
        look="" if standing.verdict == "unlike" else standing.verdict,
        hint=standing_text(standing, on.year),
    )


def _text(line: Line, unit: str) -> str:
    """Return the number as written, with its value in the indicator's unit where that is another."""
    text = aim_text(line.aim, line.baseline)
    if line.level is not None and line.level != line.aim.value:
        text += tr("（{value}）", value=f"{number_text(line.level)} {unit}")
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
