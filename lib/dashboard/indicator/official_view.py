"""The official values of an indicator as a table: from which document, for when and whom, and whether still in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.element import Markup, write_table, write_tag
from dashboard.indicator.wording import OVER, area_text, official_text
from dashboard.language import tr
from ecoledger.indicators.catalogue import load_indicators

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecoledger.indicators.official import OfficialValue


def write_official(values: Iterable[OfficialValue], year: int) -> str:
    """Return the table; `year` is this year, by which a value is over or not."""
    head = [tr("出处文件"), tr("指标"), tr("目标年份"), tr("官方值"), tr("性质"), tr("适用"), tr("效力")]
    rows = [
        [
            value.set_name,
            value.name,
            tr("{year}年", year=value.year) if value.year else "—",
            official_text(value),
            load_indicators()[value.code].official_kind or "—",
            area_text(value),
            Markup(write_tag(tr(OVER))) if value.over(year) else tr("有效"),
        ]
        for value in values
    ]
    return write_table(head, rows, "official")
