"""The brief says what the rows say, draws charts that can be edited, and opens without a fault."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl.chart.chartspace import ChartSpace
from openpyxl.chart.reader import read_chart

from ecoledger.export import word_annex, word_file
from ecoledger.export.layout import LEDGER, Layout
from ecoledger.export.word_file import write_word
from ecoledger.ledger.light import light_of
from ecoledger.term import THEMES


def made(rows, stamp, layout=LEDGER):
    stream = io.BytesIO()
    write_word(rows, stamp, stream, layout)
    return stream


def read(rows, stamp, layout=LEDGER):
    return docx.Document(made(rows, stamp, layout))


def said(document):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_of(document, *head):
    return next(rows[1:] for rows in map(cells, document.tables) if tuple(rows[0]) == head)


def charts(rows, stamp):
    """The charts in their order, each with its titles and numbers, as drawn and as in the workbook behind it."""
    with zipfile.ZipFile(made(rows, stamp)) as parts:
        for number in range(1, 9):
            name = f"word/charts/chart{number}.xml"
            if name not in parts.namelist():
                return
            space = etree.fromstring(parts.read(name))
            data = space.find("{*}externalData")
            assert data.get(qn("r:id")) in parts.read(f"word/charts/_rels/chart{number}.xml.rels").decode()
            space.remove(data)  # openpyxl knows the link under another name
            chart = read_chart(ChartSpace.from_tree(space))
            (series,) = chart.series
            drawn = [
                (name.v, int(value.v))
                for name, value in zip(
                    series.cat.strRef.strCache.pt, series.val.numRef.numCache.pt, strict=True
                )
            ]
            sheet = openpyxl.load_workbook(
                io.BytesIO(parts.read(f"word/embeddings/chart{number}.xlsx"))
            ).active
            yield drawn, [tuple(row) for row in sheet.iter_rows(min_row=2, max_col=2, values_only=True)]


def test_the_summary_counts_the_rows(rows, stamp):
    document = read(rows, stamp)
    text = "".join(said(document))
    assert said(document)[:2] == ["生态承诺台账情况通报", "（截至2022年6月1日）"]
    assert "本通报的筛选条件为：地区：江苏省；文字：污水。" in text
    assert f"承诺共 {len(rows)} 条，来自 5 份报告，涉及 5 个地区" in text
    actions = sum(row.label == "action" for row in rows)
    assert f"可核查的行动 {actions} 条，原则性表态 {len(rows) - actions} 条" in text
    dated = sum(bool(row.deadlines) for row in rows)
    assert f"写明时限的 {dated} 条（占 {dated / len(rows):.1%}）" in text
    assert "不表示是否完成" in text


def test_the_lights_add_up(rows, stamp):
    lights = table_of(read(rows, stamp), "灯色", "条数", "占比")
    assert [light[0] for light in lights] == [
        "已过期限",
        "临近",
        "未到期",
        "长期",
        "时限含糊",
        "未提时限",
        "合计",
    ]
    counts = [int(light[1]) for light in lights]
    assert sum(counts[:-1]) == counts[-1] == len(rows)
    overdue = [row for row in rows if light_of(stamp.lights, row.due, row.deadline_kinds) == "overdue"]
    assert counts[0] == len(overdue)


def test_places_add_up(rows, stamp):
    head = ("地区", "报告", "承诺", "有数字目标", "有时限", "有责任单位", "临近", "已过期限")
    *places, whole = table_of(read(rows, stamp), *head)
    assert whole[0] == "合计"
    for at in range(1, len(head)):
        assert sum(int(place[at]) for place in places) == int(whole[at])
    assert [int(place[2]) for place in places] == sorted((int(place[2]) for place in places), reverse=True)


def test_charts_are_drawn_of_the_numbers_behind_them(rows, stamp):
    (themes, behind), (places, _), (years, _) = charts(rows, stamp)
    assert themes == behind
    assert dict(themes) == {
        name: count for theme, name in THEMES.items() if (count := sum(theme in row.themes for row in rows))
    }
    assert sum(count for _, count in places) == len(rows)
    dues = [row.due.year for row in rows if row.due]
    assert years == [(f"{year}年", dues.count(year)) for year in sorted(set(dues))]


def test_charts_say_what_they_show_to_those_who_do_not_see_them(rows, stamp):
    told = [shape.get("descr") for shape in read(rows, stamp).element.iter(qn("wp:docPr"))]
    assert len(told) == 3
    assert all("：" in text and any(letter.isdigit() for letter in text) for text in told)


def test_what_is_near_stands_first_the_soonest_on_top(rows, stamp, monkeypatch):
    monkeypatch.setattr(word_file, "_MOST_NEAR", 2)
    days = [stamp.lights.on + dt.timedelta(left) for left in (9, 3, 45, 46, -1)]
    near = [replace(row, due=day) for row, day in zip(rows, days, strict=False)]
    document = read(near, stamp)
    listed = table_of(document, "完成时限", "地区", "承诺内容", "单位")
    assert [line[0] for line in listed] == ["2022-06-04", "2022-06-10"]
    assert "临近期限的承诺（最近的 2 条，另有 1 条）" in said(document)


def test_the_rows_stand_in_the_layout_of_the_office(rows, stamp):
    layout = Layout("我局", (("text", "事项"), ("finish", "期限"), ("id", "编号")))
    listed = table_of(read(rows, stamp, layout), "事项", "期限", "编号")
    assert [(line[0], line[2]) for line in listed] == [(row.text, row.id) for row in rows]


def test_reports_and_stamp_stand_at_the_end(rows, stamp):
    document = read(rows, stamp)
    sources = table_of(document, "序号", "标题", "发布单位", "地区", "日期")
    assert {line[1] for line in sources} == {row.title or "无标题" for row in rows}
    about = dict(table_of(document, "项目", "内容"))
    assert about["规则版本"] == rows[0].rules_version
    assert "以 2022-06-01 为准" in about["亮灯规则"]
    assert about["导出时间"] == "2026-03-01 09:30:00"


def test_rows_beyond_what_a_brief_takes_are_counted_and_left_out_whole(rows, stamp, monkeypatch):
    monkeypatch.setattr(word_annex, "MOST_ROWS", len(rows) - 1)
    document = read(rows, stamp)
    assert LEDGER.titles not in [tuple(cells(table)[0]) for table in document.tables]
    assert any(
        f"承诺共 {len(rows)} 条，超过 {len(rows) - 1} 条，明细不在此列出" in text for text in said(document)
    )


@pytest.mark.parametrize(
    "words", ["\x00治\x0b理", "<w:t>&amp;", "治\n理\r", "\ufffe\ud800".replace("\ud800", "𠮷")]
)
def test_words_that_a_document_cannot_hold_do_no_harm(rows, stamp, words):
    document = read([replace(rows[0], text=words, title=words)], stamp)
    listed = table_of(document, *LEDGER.titles)
    kept = "".join(letter for letter in words.replace("\n", " ") if letter not in "\x00\x0b\r\ufffe")
    assert listed[0][LEDGER.codes.index("text")] == kept


def test_no_rows_are_a_brief_of_nothing(stamp):
    document = read([], stamp)
    assert "承诺共 0 条" in "".join(said(document))
    assert len(list(document.element.iter(qn("wp:docPr")))) == 0


def test_the_page_lies_across_for_the_rows(rows, stamp):
    upright, across = read(rows, stamp).sections
    assert (upright.page_width.mm, upright.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert (across.page_width.mm, across.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    (number,) = upright.footer.paragraphs
    assert number.style.name == "Cell"
    assert "PAGE" in etree.tostring(number._p).decode()
    assert across.footer.is_linked_to_previous
