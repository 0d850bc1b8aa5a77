"""The numbers of an indicator as dots: by place or by year, with the official values as lines."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.colour import FONT, scheme
from dashboard.indicator.wording import OVER, VERDICTS, area_text
from dashboard.labels import STATEMENTS, name_of
from dashboard.language import tr
from dashboard.looks import type_size
from dashboard.place import place_name
from ecoledger.indicators.standing import VERDICTS as ORDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dashboard.colour import Scheme
    from dashboard.indicator.line import Line
    from ecoledger.indicators.official import OfficialValue

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
LEVELS = ("province", "prefecture", "county")
_LARGE = ((10**8, "亿"), (10**4, "万"))
_ROW, _MOST_ROWS = 24, 40
_STATED = {"achieved": "diamond-open", "demand": "triangle-up-open"}
_TOP = 70
_STEP, _STEPS = 17, 3
"""Names of lines stand in so many steps, that near ones do not cover each other."""


def write_legend(lines: Sequence[Line], official: Iterable[OfficialValue]) -> str:
    """Return what the marks of a chart mean, as far as it has them."""
    kinds: list[tuple[str, str, int]] = [
        (
            verdict,
            tr(VERDICTS[verdict]),
            sum(line.kind == "promised" and line.nation.verdict == verdict for line in lines),
        )
        for verdict in ORDER
    ]
    kinds += [(kind, name_of(STATEMENTS, kind), sum(line.kind == kind for line in lines)) for kind in _STATED]
    marks = [
        f'<span><i class="mark {look}"></i>{escape(name)} {count:,}</span>'
        for look, name, count in kinds
        if count
    ]
    if _numbers(official):
        marks.append(
            f'<span><i class="mark official"></i>{escape(tr("官方值（虚线或浅色：已到期）"))}</span>'
        )
    return f'<div class="marks">{"".join(marks)}</div>'


def draw_places(
    lines: Sequence[Line], official: Iterable[OfficialValue], unit: str, depth: int, year: int
) -> tuple[go.Figure, int]:
    """Return a row of dots for each place, and how many places found no room.

    `depth` says on which level of `Line.codes` places stand, `year` is this year.
    """
    codes = sorted({_code(line, depth) for line in lines if line.level is not None})
    shown = codes[:_MOST_ROWS]
    names = {code: _name(code) for code in shown}
    kept = [line for line in lines if line.level is not None and _code(line, depth) in names]
    power, label = _scale(kept, unit)
    figure = _draw(kept, power, lambda line: names[_code(line, depth)], upright=False)
    for at, value in enumerate(_numbers(official)):
        figure.add_vline(
            x=float(value.value or 0) / power,
            line=_line(value, year),
            annotation={
                "text": _note(value, year),
                "font": {"size": type_size(12), "color": scheme().quiet},
                "yshift": _STEP * (at % _STEPS),
                "bgcolor": scheme().ground,
            },
            annotation_position="top",
        )
    axis = {
        "categoryorder": "array", "categoryarray": [names[code] for code in reversed(shown)], "fixedrange": True,
        "automargin": True, "gridcolor": scheme().grid, "ticksuffix": " ",
    }  # fmt: skip
    figure.update_layout(
        height=type_size(_ROW) * len(shown) + _TOP + 64, yaxis=axis, xaxis=_value_axis(label)
    )
    return figure, len(codes) - len(shown)


def draw_years(lines: Sequence[Line], official: Iterable[OfficialValue], unit: str, year: int) -> go.Figure:
    """Return dots over the years they are for, with the official value of each year; those without a year apart."""
    kept = [line for line in lines if line.level is not None]
    power, label = _scale(kept, unit)
    without = tr("未写明")

    def name(line: Line) -> str:
        if line.kind != "promised":
            return str(line.date.year) if line.date else without
        return str(line.aim.year) if line.aim.year else without

    values = _numbers(official)
    figure = _draw(kept, power, name, upright=True)
    for value in values:
        if value.year:
            figure.add_trace(
                go.Scatter(
                    x=[str(value.year)],
                    y=[float(value.value or 0) / power],
                    mode="markers+text",
                    text=[_note(value, year)],
                    textposition="top center",
                    textfont={"size": type_size(12)},
                    marker={
                        "symbol": "line-ew-open",
                        "size": 34,
                        "line": {"width": 3},
                        "color": scheme().faint if value.over(year) else scheme().text,
                    },
                    showlegend=False,
                    hoverinfo="skip",
                )
            )
    years = {int(name(line)) for line in kept if name(line) != without} | {v.year for v in values if v.year}
    order = [str(at) for at in range(min(years), max(years) + 1)] if years else []
    if len(order) > _MOST_ROWS:
        order = [str(at) for at in sorted(years)]
    order += [without]
    axis = {"type": "category", "categoryorder": "array", "categoryarray": order, "fixedrange": True,
            "gridcolor": scheme().grid, "tickangle": 0}  # fmt: skip
    figure.add_annotation(
        text=label,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=8,
        showarrow=False,
    )
    figure.update_layout(height=440, xaxis=axis, yaxis=_value_axis(label, titled=False))
    return figure


def _draw(lines: Sequence[Line], power: int, name: Callable[[Line], str], *, upright: bool) -> go.Figure:
    colours = scheme()
    figure = go.Figure()
    for verdict in ORDER:
        of_verdict = [line for line in lines if line.kind == "promised" and line.nation.verdict == verdict]
        tone = colours.standings.get(verdict)
        marker = {
            "color": tone.mark if tone else colours.ground,
            "line": {"width": 1.4, "color": tone.mark if tone else colours.quiet},
        }
        _add_dots(figure, of_verdict, power, name, tr(VERDICTS[verdict]), marker, upright=upright)
    for kind, symbol in _STATED.items():
        of_kind = [line for line in lines if line.kind == kind]
        marker = {"color": colours.lights["ongoing"].mark, "symbol": symbol}
        _add_dots(figure, of_kind, power, name, name_of(STATEMENTS, kind), marker, upright=upright)
    _add_ranges(figure, [line for line in lines if line.level2 is not None], power, name, upright=upright)
    figure.update_layout(
        font={"family": FONT, "size": type_size(13), "color": colours.text},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 0, "r": 24, "t": _TOP, "b": 44},
        showlegend=False,
        hoverlabel={"bgcolor": colours.panel, "font": {"family": FONT, "color": colours.text}},
        hovermode="closest",
    )  # fmt: skip
    return figure


def _add_dots(  # noqa: PLR0917 - what is drawn, where and how
    figure: go.Figure, lines: Sequence[Line], power: int, name: Callable[[Line], str], title: str,
    marker: dict[str, Any], *, upright: bool,
) -> None:  # fmt: skip
    """Add the dots of one kind; equal ones of a row are one, larger dot."""
    counts = Counter((name(line), _value(line, power)) for line in lines)
    if not counts:
        return
    rows = [row for row, _ in counts]
    values = [value for _, value in counts]
    figure.add_trace(
        go.Scatter(
            x=rows if upright else values,
            y=values if upright else rows,
            mode="markers",
            name=title,
            customdata=list(counts.values()),
            marker=marker | {"size": [min(9 + 2 * (count - 1), 19) for count in counts.values()], "opacity": 0.85},
            hovertemplate=tr("{place}：{value}，{count} 个", place="%{x}" if upright else "%{y}",
                             value="%{y}" if upright else "%{x}", count="%{customdata}") + "<extra></extra>",
        )
    )  # fmt: skip


def _add_ranges(
    figure: go.Figure, lines: Sequence[Line], power: int, name: Callable[[Line], str], *, upright: bool
) -> None:
    """Add a stroke from end to end of each range."""
    ends: list[float | None] = []
    rows: list[str | None] = []
    for line in lines:
        ends += [_value(line, power), float(line.level2 or 0) / power, None]
        rows += [name(line), name(line), None]
    if ends:
        figure.add_trace(
            go.Scatter(x=rows if upright else ends, y=ends if upright else rows, mode="lines", showlegend=False,
                       line={"color": scheme().quiet, "width": 2}, hoverinfo="skip")
        )  # fmt: skip


def _value_axis(label: str, *, titled: bool = True) -> dict[str, Any]:
    return {"title": {"text": label if titled else ""}, "fixedrange": True, "gridcolor": scheme().grid, "zeroline": False,
            "automargin": True}  # fmt: skip


def _numbers(official: Iterable[OfficialValue]) -> list[OfficialValue]:
    """Return one value for each year, number and area: several documents repeat the same."""
    told = {(v.year, v.value, v.area, v.scope): v for v in official if v.value is not None}
    return [value for value in told.values() if value.scope in ("nation", "province")]


def _note(value: OfficialValue, year: int) -> str:
    """Return the year and area of a line; its value stands below it and in the table of official values."""
    head = tr("{year}年", year=value.year) if value.year else ""
    over = tr("（{word}）", word=tr(OVER)) if value.over(year) else ""
    return f"{head} {area_text(value)}{over}".strip()


def _line(value: OfficialValue, year: int) -> dict[str, Any]:
    colours: Scheme = scheme()
    return {"color": colours.faint if value.over(year) else colours.text, "width": 1.5,
            "dash": "dot" if value.over(year) else "solid"}  # fmt: skip


def _scale(lines: Sequence[Line], unit: str) -> tuple[int, str]:
    """Return what values are divided by, and the unit that this makes."""
    values = sorted(abs(line.level) for line in lines if line.level is not None)
    middle = values[len(values) // 2] if values else 0
    for power, multiple in _LARGE:
        if middle >= power:
            return power, f"{tr(multiple)}{unit}"
    return 1, unit


def _value(line: Line, power: int) -> float:
    return float(line.level or 0) / power


def _code(line: Line, depth: int) -> str:
    """Return the code of the place on this level; of what lies above it the code with a star."""
    code = line.codes[depth]
    if code:
        return code
    above = next((code for code in reversed(line.codes[:depth]) if code), None)
    return f"{above}*" if above else "999999"


def _name(code: str) -> str:
    if code == "999999":
        return tr("全国性或地区不详")
    if code.endswith("*"):
        return tr("{place}（本级）", place=place_name(code[:-1]))
    return place_name(code)
