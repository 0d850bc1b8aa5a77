"""The legend under the map and what must be said of every map."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.map.classification import NO_REPORT_COLOUR

if TYPE_CHECKING:
    from dashboard.map.classification import Legend

HATCH = f"repeating-linear-gradient(45deg,{NO_REPORT_COLOUR} 0 4px,#d3d3cc 4px 6px)"
PLAIN_GREY = "#ddddd6"
SOURCE = "行政区划边界数据来源：国家地理信息公共服务平台（天地图），经简化。"
OWN_SOURCE = "行政区划边界取自使用单位自备的文件（ECOLEDGER_GEO_DIR）。"
NOTICE = (
    "示意图，不作为划界依据。{source}{inset}阿伯斯等积圆锥投影，标准纬线 25°N、47°N。"
    "公开出版或登载须按《地图管理条例》送审（审图）。"
)
INSET = "南海诸岛见附图，比例尺小于主图。"


def write_legend(legend: Legend, name: str, missing: str, *, hatched: bool) -> str:
    """Return the legend: a swatch, the range and the number of places of each class; no report comes last."""
    rows = [(c.colour, c.label, c.members) for c in legend.classes]
    rows.append((HATCH if hatched else PLAIN_GREY, missing, legend.without_report))
    cells = "".join(
        f'<li style="display:flex;align-items:center;gap:.45em;white-space:nowrap">'
        f'<i style="display:inline-block;width:1.7em;height:1em;border:1px solid #b9c2be;background:{colour}"></i>'
        f'{escape(label)}<span style="color:#66736e">{members} 个</span></li>'
        for colour, label, members in rows
    )
    return (
        f'<div role="group" aria-label="图例" style="font-size:.88rem">{escape(name)}'
        f'<ul style="list-style:none;display:flex;flex-wrap:wrap;gap:.3em 1.3em;margin:.3em 0 0;padding:0">'
        f"{cells}</ul></div>"
    )


def write_notice(*, own: bool, inset: bool) -> str:
    """Return what must be said of every map; `own` where the boundaries are the user's own files."""
    words = NOTICE.format(source=OWN_SOURCE if own else SOURCE, inset=INSET if inset else "")
    return f'<p class="quiet" style="font-size:.82rem;line-height:1.7">{words}</p>'
