"""The legend under the map and what must be said of every map."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.language import language, tr
from dashboard.map.classification import EMPTY, MISSING

if TYPE_CHECKING:
    from dashboard.map.classification import Key, Legend

_HATCH = "repeating-linear-gradient(45deg,var(--missing) 0 4px,var(--line) 4px 6px)"
_DOTS = "radial-gradient(var(--faint) 1px,var(--ground) 1.4px) 0 0/6px 6px"


def write_legend(legend: Legend, title: str, *, hatched: bool) -> str:
    """Return the legend: a swatch, the range and the number of places of each class."""
    cells = "".join(
        f'<li><i style="background:{_swatch(c.key, hatched=hatched)}"></i>{escape(c.label)}'
        f"<span>{escape(tr('{count} 个', count=c.members))}</span></li>"
        for c in legend.classes
    )
    return f'<div class="map-legend" role="group" aria-label="{escape(tr("图例"))}">{escape(title)}<ul>{cells}</ul></div>'


def list_notices(*, own: bool, inset: bool) -> tuple[str, ...]:
    """Return what must be said of every map; `own` where the boundaries are the user's own files."""
    source = (
        tr("行政区划边界取自使用单位自备的文件（ECOLEDGER_GEO_DIR）。")
        if own
        else tr("行政区划边界数据来源：国家地理信息公共服务平台（天地图），经简化。")
    )
    return (
        tr("示意图，不作为划界依据。"),
        source,
        *([tr("南海诸岛见附图，比例尺小于主图。")] if inset else []),
        tr("阿伯斯等积圆锥投影，标准纬线 25°N、47°N。"),
        tr("本图未经地图审核，无审图号；公开出版或登载须按《地图管理条例》送审（审图）。"),
    )


def write_notices(notices: tuple[str, ...]) -> str:
    """Return the notices as a paragraph."""
    return f'<p class="quiet map-notice">{escape(join_sentences(notices))}</p>'


def join_sentences(sentences: tuple[str, ...]) -> str:
    """Return sentences one after another, as the language of the screen has them."""
    return ("" if language() == "zh" else " ").join(sentences)


def _swatch(key: Key, *, hatched: bool) -> str:
    if key == MISSING:
        return _HATCH if hatched else "var(--line)"
    if key == EMPTY:
        return _DOTS if hatched else "var(--panel)"
    return f"var(--{key})"
