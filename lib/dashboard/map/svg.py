"""The plain map: one SVG made on the server, readable without a graphics card, a mouse or colours."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.map.classification import NO_REPORT_COLOUR
from dashboard.map.label import choose_labels
from dashboard.map.shape import DASHES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.map.painting import Painting
    from dashboard.map.shape import Area, Frame, Sheet

WIDE_FONT = 40
NARROW_FONT = 66
INSET_FONT = 36
NARROW_INSET_FONT = 54
SMALL = 60
UNDEFINED = "未定国界"

_STYLE = f"""
.map>svg{{display:block;width:100%;height:auto}}
.a{{stroke:#fff;stroke-width:2;stroke-linejoin:round}}.a.n{{stroke:#b9b9b2}}
a{{cursor:pointer;outline:none}}a:hover .a{{stroke:#1c2b24;stroke-width:4}}
a:focus-visible .a,.c .a{{stroke:#8a4b00;stroke-width:6}}
.l{{fill:none;stroke:#6d7a73;stroke-width:2}}.s{{stroke:#3d4a44;stroke-width:5}}.u{{stroke-dasharray:10 7}}
text{{font-family:inherit;text-anchor:middle;dominant-baseline:central;fill:#16211c;paint-order:stroke;
stroke:#fff;stroke-width:7;stroke-linejoin:round;pointer-events:none;font-size:{WIDE_FONT}px}}
.k{{display:none}}text.o{{font-size:{INSET_FONT}px}}.h{{fill:#ecece8;stroke:#b9b9b2}}.i .a,.a.t{{stroke:#7f8a84;stroke-width:1.5}}
@container (max-width:560px){{text{{font-size:{NARROW_FONT}px;stroke-width:11}}.w{{display:none}}.k{{display:inline}}text.o{{font-size:{NARROW_INSET_FONT}px}}}}
"""


def write_svg(sheet: Sheet, title: str, painting: Painting) -> str:
    """Return the map as SVG: each area a link that carries its code in data-adcode and says name and figure."""
    main = sheet.main
    title = escape(title)
    inset = "" if sheet.inset is None else _inset(sheet.inset, painting)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" role="group" '
        f'aria-label="{title}"><style>{_STYLE}</style>{_hatch()}'
        f'<svg width="{main.width}" height="{main.height}">{_areas(main, painting)}{_lines(main)}'
        f"{_labels(main, painting.names)}</svg>{inset}</svg>"
    )


def _hatch() -> str:
    return (
        '<defs><pattern id="none" width="14" height="14" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="14" height="14" fill="{NO_REPORT_COLOUR}"/>'
        '<path d="M0 0v14" stroke="#dbdbd5" stroke-width="4"/></pattern></defs>'
    )


def _areas(frame: Frame, painting: Painting) -> str:
    # The chosen areas come last, so that their borders lie above their neighbours'.
    ordered = sorted(frame.areas, key=lambda area: area.adcode in painting.view.chosen)
    return "".join(_link(area, painting) for area in ordered)


def _link(area: Area, painting: Painting) -> str:
    value = painting.values.get(area.adcode)
    words = escape(f"{area.name}：{painting.texts[area.adcode]}")
    group = ' class="c"' if area.adcode in painting.view.chosen else ""
    fill = "url(#none)" if value is None else painting.legend.colour(value)
    return (
        f'<a href="#" data-adcode="{escape(area.adcode)}" aria-label="{words}"{group}><title>{words}</title>'
        f'<path class="{_classes(area, value)}" fill="{fill}" d="{area.path}"/></a>'
    )


def _classes(area: Area, value: float | None) -> str:
    """Return the classes of style of an area: a light border would hide reefs, so what is small has a dark one."""
    return "a" + (" n" if value is None else "") + (" t" if area.size < SMALL else "")


def _lines(frame: Frame) -> str:
    classes = {DASHES: "l s", UNDEFINED: "l u"}
    return "".join(f'<path class="{classes.get(kind, "l")}" d="{path}"/>' for kind, path in frame.lines)


def _labels(frame: Frame, names: Mapping[str, str]) -> str:
    wide = choose_labels(frame.areas, names, WIDE_FONT, (frame.width, frame.height))
    narrow = choose_labels(frame.areas, names, NARROW_FONT, (frame.width, frame.height))
    texts = []
    for area in frame.areas:
        rule = _visibility(area.adcode in wide, area.adcode in narrow)
        if rule is not None:
            x, y = area.label
            name = escape(names.get(area.adcode, area.name))
            texts.append(f'<text x="{x}" y="{y}"{rule} aria-hidden="true">{name}</text>')
    return "".join(texts)


def _visibility(wide: bool, narrow: bool) -> str | None:
    if wide:
        return "" if narrow else ' class="w"'
    return ' class="k"' if narrow else None


def _inset(frame: Frame, painting: Painting) -> str:
    """Return the sea whole, before its coasts."""
    shores = "".join(f'<path class="h" d="{path}"/>' for path in frame.shores)
    return (
        f'<svg x="{frame.left}" y="{frame.top}" width="{frame.width}" height="{frame.height}" class="i" '
        f'aria-label="南海诸岛">'
        f'<rect width="100%" height="100%" fill="#fff"/>{shores}{_areas(frame, painting)}{_lines(frame)}'
        f'<text class="o" x="{frame.width // 2}" y="{frame.height - 40}" aria-hidden="true">南海诸岛</text>'
        f'<rect x="2" y="2" width="{frame.width - 4}" height="{frame.height - 4}" fill="none" stroke="#6d7a73" '
        'stroke-width="4"/></svg>'
    )
