"""Which places of the area have no report at all: they stay in the denominator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.address import write_address
from dashboard.element import write_link, write_quiet
from dashboard.language import tr
from dashboard.navigation import MAP
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.region import measure_regions

if TYPE_CHECKING:
    from dashboard.area import Area
    from ecoledger.ledger.store import Ledger

_DATES = ("since", "until", "undated")
_SHOWN = 40


def write_silence(ledger: Ledger, wanted: Filter, area: Area) -> str:
    """Return how many of the places of the area have reports within the dates, and the names of those without."""
    dated = Filter().narrowed(**{name: getattr(wanted, name) for name in _DATES})
    measures = measure_regions(ledger, dated, area.level, area.parent)
    heard = {code for code, measure in measures.items() if measure.reports}
    silent = [name for code, name in area.places.items() if code not in heard]
    said = tr(
        "{name}共 {count} 个地区，{heard} 个有报告，{silent} 个无报告。",
        name=area.name,
        count=f"{len(area.places):,}",
        heard=f"{len(area.places) - len(silent):,}",
        silent=f"{len(silent):,}",
    )
    if dated.ranged:
        said += tr("只看所选日期。")
    names = tr("、").join(silent[:_SHOWN])
    if len(silent) > _SHOWN:
        names = tr("{names}等 {count} 个", names=names, count=f"{len(silent):,}")
    listed = f'<p class="silent">{tr("无报告：")}{names}</p>' if silent else ""
    return (
        write_quiet(said)
        + listed
        + f"<p>{write_link(tr('在地图上看'), write_address(MAP.address, wanted))}</p>"
    )
