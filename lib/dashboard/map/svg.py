"""The plain map: one SVG made on the server, readable without a graphics card, a mouse or colours."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.language import tr
from dashboard.map.classification import STEPS
from dashboard.map.label import choose_labels
from dashboard.map.shape import DASHES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.map.classification import Key
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
.a{{stroke:var(--ground);stroke-width:2;stroke-linejoin:round}}.missing,.empty,.zero{{stroke:var(--faint);stroke-opacity:.55}}
.missing{{fill:url(#missing)}}.empty{{fill:url(#empty)}}.zero{{fill:var(--zero)}}
{"".join(f".class-{step}{{fill:var(--class-{step})}}" for step in range(1, STEPS + 1))}
a{{cursor:pointer;outline:none}}:is(a,g):hover>.a{{stroke:var(--text);stroke-width:4}}
.c>.a{{stroke:var(--text);stroke-width:7}}a:is(:focus-visible,.going)>.a{{stroke:var(--text);stroke-width:9}}
.l{{fill:none;stroke:var(--faint);stroke-width:2}}.s{{stroke:var(--quiet);stroke-width:5}}.u{{stroke-dasharray:10 7}}
text{{font-family:inherit;text-anchor:middle;dominant-baseline:central;fill:var(--text);paint-order:stroke;
stroke:var(--ground);stroke-opacity:.85;stroke-width:7;stroke-linejoin:round;pointer-events:none;font-size:{WIDE_FONT}px}}
.k{{display:none}}text.o{{font-size:{INSET_FONT}px}}.sea{{fill:var(--ground)}}.edge{{fill:none;stroke:var(--faint);stroke-width:4}}
.h{{fill:var(--grid);stroke:var(--faint);stroke-opacity:.55}}.i .a,.a.t{{stroke:var(--faint);stroke-width:1.5}}
@container (max-width:560px){{text{{font-size:{NARROW_FONT}px;stroke-width:11}}.w{{display:none}}.k{{display:inline}}text.o{{font-size:{NARROW_INSET_FONT}px}}}}
"""


def write_svg(
    sheet: Sheet, title: str, painting: Painting, address: Callable[[str], str | None] = lambda _: None
) -> str:
    """Return the map as SVG: each area carries its code in data-adcode and says its name and its figure.

    An area for which there is an address is a link. The colours are those of style.css.
    """
    main = sheet.main
    title = escape(title)
    inset = "" if sheet.inset is None else _inset(sheet.inset, painting, address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" role="group" '
        f'aria-label="{title}"><style>{_STYLE}</style>{_patterns()}'
        f'<svg width="{main.width}" height="{main.height}">{_areas(main, painting, address)}{_lines(main)}'
        f"{_labels(main, painting.names)}</svg>{inset}</svg>"
    )


def _patterns() -> str:
    """Return the hatch of places without a report and the dots of those that have nothing to be measured."""
    return (
        '<defs><pattern id="missing" width="14" height="14" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="14" height="14" style="fill:var(--missing)"/>'
        '<path d="M0 0v14" style="stroke:var(--line)" stroke-width="4"/></pattern>'
        '<pattern id="empty" width="16" height="16" patternUnits="userSpaceOnUse">'
        '<rect width="16" height="16" style="fill:var(--ground)"/>'
        '<circle cx="8" cy="8" r="2.4" style="fill:var(--faint)"/></pattern></defs>'
    )


def _areas(frame: Frame, painting: Painting, address: Callable[[str], str | None]) -> str:
    # The chosen areas come last, so that their borders lie above their neighbours'.
    ordered = sorted(frame.areas, key=lambda area: area.adcode in painting.view.chosen)
    return "".join(_link(area, painting, address(area.adcode)) for area in ordered)


def _link(area: Area, painting: Painting, address: str | None) -> str:
    note = painting.notes[area.adcode]
    words = escape(f"{note.name}{tr('：')}{note.figure}")
    group = ' class="c"' if area.adcode in painting.view.chosen else ""
    name, link = ("g", ' role="img"') if address is None else ("a", f' href="{escape(address)}"')
    return (
        f'<{name}{link} data-adcode="{escape(area.adcode)}" aria-label="{words}"{group}>'
        f'<path class="{_classes(area, painting.keys[area.adcode])}" d="{area.path}"/></{name}>'
    )


def _classes(area: Area, key: Key) -> str:
    """Return the classes of style of an area: a light border would hide reefs, so what is small has a dark one."""
    return f"a {key}" + (" t" if area.size < SMALL else "")


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


def _inset(frame: Frame, painting: Painting, address: Callable[[str], str | None]) -> str:
    """Return the sea whole, before its coasts."""
    shores = "".join(f'<path class="h" d="{path}"/>' for path in frame.shores)
    name = escape(tr("南海诸岛"))
    return (
        f'<svg x="{frame.left}" y="{frame.top}" width="{frame.width}" height="{frame.height}" class="i" '
        f'role="group" aria-label="{name}">'
        f'<rect class="sea" width="100%" height="100%"/>{shores}{_areas(frame, painting, address)}{_lines(frame)}'
        f'<text class="o" x="{frame.width // 2}" y="{frame.height - 40}" aria-hidden="true">{name}</text>'
        f'<rect class="edge" x="2" y="2" width="{frame.width - 4}" height="{frame.height - 4}"/></svg>'
    )
