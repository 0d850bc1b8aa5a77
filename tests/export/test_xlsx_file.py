"""The workbook holds exactly the rows, says where they come from, and runs nothing."""

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from ecoledger.export import xlsx_file
from ecoledger.export.column import COLUMNS, number_lines
from ecoledger.export.layout import FULL, LEDGER, Layout
from ecoledger.export.sheet_row import CUT, MOST_CHARACTERS, count_days, escape, fit
from ecoledger.export.xlsx_file import write_xlsx
from ecoledger.model import Target


def export_xlsx(rows, stamp, layout=FULL):
    stream = io.BytesIO()
    write_xlsx(rows, stamp, stream, layout)
    return stream.getvalue()


def read(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def cell(value):
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    return value or None


def about(book):
    return [(row[0].value, row[1].value) for row in book["说明"].iter_rows() if row[0].value]


def test_the_file_holds_the_rows(rows, stamp):
    book = read(export_xlsx(rows, stamp))
    assert book.sheetnames == ["承诺", "说明"]
    head, *lines = book["承诺"].iter_rows(values_only=True)
    assert head == tuple(column.name for column in COLUMNS)
    assert len(lines) == len(rows)
    for line, told in zip(lines, number_lines(rows, stamp.lights), strict=True):
        assert line == tuple(cell(column.cell(told)) for column in COLUMNS)


def test_it_says_where_the_rows_come_from(rows, stamp):
    said = about(read(export_xlsx(rows, stamp)))
    assert ("导出时间", "2026-03-01 09:30:00") in said
    assert ("承诺条数", "84") in said
    assert ("来源报告数", "5") in said
    assert ("规则版本", rows[0].rules_version) in said
    assert "以 2022-06-01 为准" in dict(said)["亮灯规则"]
    assert [words for name, words in said if name == "筛选条件"] == list(stamp.filters)
    assert {row.report_id for row in rows} <= {name for name, _ in said}
    assert ("相城区召开生态环境保护大会") in [words for _, words in said]


def test_words_that_look_like_a_formula_are_words(dangerous, stamp):
    sheet = read(export_xlsx([dangerous], stamp))["承诺"]
    text = sheet.cell(2, FULL.codes.index("text") + 1)
    assert text.data_type == "s"
    assert text.value.replace("_x000D_", "\r") == dangerous.text
    assert not any(c.data_type == "f" or c.hyperlink for line in sheet.iter_rows() for c in line)


def test_an_address_is_no_link(rows, stamp):
    sheet = read(export_xlsx([replace(rows[0], text="https://example.org/ a")], stamp))["承诺"]
    assert not any(c.hyperlink for line in sheet.iter_rows() for c in line)


@pytest.mark.parametrize("letter", ["治", "𠮷", "治𠮷"])
def test_a_text_too_long_for_a_cell_is_cut_and_that_is_said(rows, stamp, letter):
    words = letter * 40_000
    book = read(export_xlsx([replace(rows[0], text=words), rows[1]], stamp))
    cut = next(
        value
        for value in next(book["承诺"].iter_rows(min_row=2, values_only=True))
        if value and CUT in str(value)
    )
    assert cut == fit(words)
    assert cut.endswith(CUT)
    assert words.startswith(cut.removesuffix(CUT))
    assert MOST_CHARACTERS - 2 < len(cut.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert ("超长文本", "1 个单元格超出长度上限而截断，末尾有注明。") in about(book)


def test_the_longest_text_that_fits_is_whole():
    assert fit("治" * MOST_CHARACTERS) == "治" * MOST_CHARACTERS
    assert fit("治" * (MOST_CHARACTERS + 1)).endswith(CUT)


def test_more_rows_than_a_sheet_takes_go_on_the_next(rows, stamp, monkeypatch):
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 40)
    book = read(export_xlsx(rows, stamp))
    assert book.sheetnames == ["承诺", "承诺2", "承诺3", "说明"]
    numbers = [
        line[0] for name in book.sheetnames[:-1] for line in book[name].iter_rows(min_row=2, values_only=True)
    ]
    assert numbers == list(range(1, 85))


def test_no_rows_leave_the_header_and_the_stamp(stamp):
    book = read(export_xlsx([], stamp))
    assert book["承诺"].max_row == 1
    assert ("承诺条数", "0") in about(book)
    assert ("规则版本", "（无）") in about(book)


def test_a_day_before_excel_is_written_as_words(rows, stamp):
    sheet = read(export_xlsx([replace(rows[0], date=dt.date(1899, 12, 31))], stamp))["承诺"]
    assert "1899-12-31" in next(sheet.iter_rows(min_row=2, values_only=True))


def test_a_layout_sets_columns_order_and_titles(rows, stamp):
    layout = Layout("我局", (("finish", "期限"), ("text", "=事项"), ("id", "编号")))
    head, line = read(export_xlsx(rows[:1], stamp, layout))["承诺"].iter_rows(values_only=True)
    assert head == ("期限", "=事项", "编号")
    assert line[1:] == (rows[0].text, rows[0].id)


def test_days_are_days_and_numbers_are_numbers(rows, stamp):
    target = Target(0, 2, "二八", "quantitative", "r", value=Decimal("28.5"), unit="微克/立方米")
    row = replace(rows[0], date=dt.date(2022, 5, 26), due=dt.date(2025, 12, 31), targets=(target,))
    sheet = read(export_xlsx([row], stamp))["承诺"]
    kept = dict(zip(FULL.codes, sheet[2], strict=True))
    assert (kept["due"].value, kept["due"].number_format) == (cell(row.due), "yyyy-mm-dd")
    assert (kept["level"].value, kept["level"].data_type) == (28.5, "n")
    assert kept["finish"].is_date
    several = replace(row, targets=(target, replace(target, value=Decimal(30), value2=Decimal(35000))))
    sheet = read(export_xlsx([several], stamp))["承诺"]
    assert dict(zip(FULL.codes, sheet[2], strict=True))["level"].value == "28.5；30～35,000"


def test_the_sheet_is_ready_to_print_and_to_filter(rows, stamp):
    sheet = read(export_xlsx(rows, stamp, LEDGER))["承诺"]
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.auto_filter.ref == f"A1:O{len(rows) + 1}"
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ((1900, 1, 1), 1),
        ((1900, 2, 28), 59),
        ((1900, 3, 1), 61),
        ((2025, 12, 31), 46022),
        ((9999, 12, 31), 2958465),
    ],
)
def test_days_are_counted_as_excel_does(day, count):
    assert count_days(dt.date(*day)) == count


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("a<b>&c", "a&lt;b&gt;&amp;c"),
        ("一\t二\n三", "一\t二\n三"),
        ("\r\x00\ufffe", "_x000D__x0000__xFFFE_"),
        ("_x000D_", "_x005F_x000D_"),
        ("_x00_", "_x00_"),
    ],
)
def test_what_xml_cannot_hold_is_written_as_excel_does(words, escaped):
    assert escape(words) == escaped


def test_a_sheet_names_its_extent(rows, stamp):
    data = export_xlsx(rows, stamp, LEDGER)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    assert book["承诺"].calculate_dimension() == f"A1:O{len(rows) + 1}"


def test_one_column_of_one_row_is_a_table(rows, stamp):
    book = read(export_xlsx(rows[:1], stamp, Layout("窄", (("text", "事项"),))))
    assert [[cell.value for cell in row] for row in book["承诺"]] == [["事项"], [rows[0].text]]
