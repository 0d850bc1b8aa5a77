"""Commitments as a brief in Word (通报): a summary in words, charts, tables, then every row and every source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.export.column import BY_CODE, number_lines
from ecoledger.export.layout import LEDGER
from ecoledger.export.stamp import NAME, Tally
from ecoledger.export.summary import Summary
from ecoledger.export.word_annex import MOST_ROWS, add_rows, add_sources, add_stamp, write_cell
from ecoledger.export.word_chart import add_bars
from ecoledger.export.word_style import new_document, turn_page
from ecoledger.export.word_table import add_table, clean
from ecoledger.ledger.light import LIGHTS
from ecoledger.term import LIGHTS as LIGHT_NAMES
from ecoledger.term import THEMES, date_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from docx.document import Document

    from ecoledger.export.column import Line
    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

_MOST_BARS = 15
_MOST_NEAR = 30


def write_word(
    rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO, layout: Layout = LEDGER
) -> None:
    """Write the brief to `stream`. Figures and charts are of all rows; more rows than MOST_ROWS are not listed.

    That the list is left out, and where to get it, is said in its place. Words are written without the characters
    that the format cannot hold.
    """
    tally, summary = Tally(), Summary()
    listed: list[list[str]] = []
    near: list[Line] = []
    cells = [BY_CODE[code].cell for code in layout.codes]
    for line in summary.over(number_lines(tally.over(rows), stamp.lights)):
        if line.number <= MOST_ROWS:
            listed.append([write_cell(cell(line)) for cell in cells])
        if line.light == "near":
            near.append(line)
    document = new_document()
    document.core_properties.title = f"{NAME}情况通报"
    document.core_properties.author = NAME
    document.core_properties.created = stamp.made_at
    document.add_paragraph(f"{NAME}情况通报", style="Title")
    document.add_paragraph(f"（截至{date_text(stamp.lights.on)}）", style="Subtitle")
    _add_whole(document, stamp, summary, tally)
    if tally.rows:
        _add_near(document, near)
        _add_themes(document, summary)
        _add_places(document, summary)
        _add_years(document, summary)
    turn_page(document)
    add_rows(document, layout, listed, tally.rows)
    add_sources(document, tuple(tally.sources.values()))
    add_stamp(document, stamp, tally)
    document.save(stream)


def _add_whole(document: Document, stamp: Stamp, summary: Summary, tally: Tally) -> None:
    counts, total = summary.whole.counts, tally.rows
    document.add_paragraph("一、总体情况", style="Heading 1")
    document.add_paragraph(clean(f"本通报的筛选条件为：{'；'.join(stamp.filters)}。"))
    document.add_paragraph(
        f"台账中符合条件的承诺共 {total:,} 条，来自 {len(tally.sources):,} 份报告，"
        f"涉及 {len([code for code in summary.places if code]):,} 个地区。"
        f"其中，可核查的行动 {counts['actions']:,} 条，原则性表态 {counts['principles']:,} 条；"
        f"写明数字目标的 {_of(counts['with_number'], total)}，写明时限的 {_of(counts['with_deadline'], total)}，"
        f"写明责任单位的 {_of(counts['with_body'], total)}。"
    )
    document.add_paragraph(
        f"从期限看，已过期限 {counts['light_overdue']:,} 条，{stamp.lights.near} 天以内到期 {counts['light_near']:,} 条。"
        "“已过期限”只表示原定日期已过，不表示是否完成。"
    )
    document.add_paragraph("期限情况", style="Caption")
    lights = [
        (LIGHT_NAMES[light], f"{counts[f'light_{light}']:,}", _share(counts[f"light_{light}"], total))
        for light in LIGHTS
    ]
    add_table(
        document,
        ("灯色", "条数", "占比"),
        (3, 2, 2),
        [*lights, ("合计", f"{total:,}", "")],
        size=10.5,
        numbers=(1, 2),
    )


def _add_near(document: Document, near: list[Line]) -> None:
    if not near:
        return
    soonest = sorted(near, key=lambda line: (line.row.due is None, line.row.due))
    left = len(soonest) - _MOST_NEAR
    more = f"（最近的 {_MOST_NEAR} 条，另有 {left:,} 条）" if left > 0 else ""
    document.add_paragraph(f"临近期限的承诺{more}", style="Caption")
    add_table(
        document,
        ("完成时限", "地区", "承诺内容", "单位"),
        (3, 3, 11, 4),
        [
            (
                write_cell(line.row.due),
                line.row.place or "",
                line.row.text,
                "、".join(dict.fromkeys(body.name for body in line.row.bodies)),
            )
            for line in soonest[:_MOST_NEAR]
        ],
    )


def _add_themes(document: Document, summary: Summary) -> None:
    document.add_paragraph("二、领域分布", style="Heading 1")
    document.add_paragraph("一条承诺可以涉及多个领域，各领域条数可重复计。")
    counts = summary.whole.counts
    bars = [(name, counts[f"theme_{theme}"]) for theme, name in THEMES.items() if counts[f"theme_{theme}"]]
    _add_chart(document, "各领域承诺条数", sorted(bars, key=lambda bar: -bar[1]))


def _add_places(document: Document, summary: Summary) -> None:
    document.add_paragraph("三、地区分布", style="Heading 1")
    document.add_paragraph("按报告所属地区统计，省、市一级的数字不含其下级地区的报告。")
    places = sorted(summary.places.items(), key=lambda place: (-len(place[1].ids), place[0]))
    bars = [(figures.name, len(figures.ids)) for _, figures in places]
    first = f"（前 {_MOST_BARS} 个）" if len(bars) > _MOST_BARS else ""
    _add_chart(document, f"各地区承诺条数{first}", bars[:_MOST_BARS])
    document.add_paragraph("各地区承诺情况", style="Caption")
    counted = ("with_number", "with_deadline", "with_body", "light_near", "light_overdue")
    add_table(
        document,
        ("地区", "报告", "承诺", "有数字目标", "有时限", "有责任单位", "临近", "已过期限"),
        (5, 2, 2, 3, 2, 3, 2, 3),
        [
            (
                figures.name,
                f"{len(figures.reports):,}",
                f"{len(figures.ids):,}",
                *(f"{figures.counts[name]:,}" for name in counted),
            )
            for figures in (*(figures for _, figures in places), summary.whole)
        ],
        numbers=range(1, 8),
    )


def _add_years(document: Document, summary: Summary) -> None:
    if not summary.years:
        return
    document.add_paragraph("四、到期年份", style="Heading 1")
    bars = [(f"{year}年", summary.years[year]) for year in sorted(summary.years)]
    _add_chart(document, "有确定日期的承诺，按最早到期的年份", bars)


def _add_chart(document: Document, title: str, bars: Sequence[tuple[str, int]]) -> None:
    if not bars:
        return
    document.add_paragraph(title, style="Caption")
    add_bars(document, document.add_paragraph(style="Cell"), title, "承诺条数", bars)


def _of(count: int, total: int) -> str:
    return f"{count:,} 条（占 {_share(count, total)}）" if total else f"{count:,} 条"


def _share(count: int, total: int) -> str:
    return f"{count / total:.1%}" if total else ""
