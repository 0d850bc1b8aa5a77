"""The workbook holds exactly the rows, says where they come from, and runs nothing."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest

from ecoledger.export import xlsx_file
from ecoledger.export.column import COLUMNS
from ecoledger.export.xlsx_file import CUT, MOST_CHARACTERS, export_xlsx, fit


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
    assert head == ("序号", *(column.name for column in COLUMNS))
    assert len(lines) == len(rows)
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), 1):
        assert line == (number, *(cell(column.cell(row)) for column in COLUMNS))


def test_it_says_where_the_rows_come_from(rows, stamp):
    said = about(read(export_xlsx(rows, stamp)))
    assert ("导出时间", "2026-03-01 09:30:00") in said
    assert ("承诺条数", "84") in said
    assert ("来源报告数", "5") in said
    assert ("规则版本", rows[0].rules_version) in said
    assert [words for name, words in said if name == "筛选条件"] == list(stamp.filters)
    assert {row.report_id for row in rows} <= {name for name, _ in said}
    assert ("相城区召开生态环境保护大会") in [words for _, words in said]


def test_words_that_look_like_a_formula_are_words(dangerous, stamp):
    sheet = read(export_xlsx([dangerous], stamp))["承诺"]
    text = next(c for c in sheet[2] if sheet.cell(1, c.column).value == "承诺内容")
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
