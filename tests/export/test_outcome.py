"""The table of what became of each document: the same words on the screen, in CSV and in XLSX."""

import csv
import io

import openpyxl
import pytest

from ecoledger.export.outcome import HEAD, outcome_row, write_outcomes_csv, write_outcomes_xlsx
from ecoledger.ingest import Ingested
from ecoledger.ledger.filed import Filed
from ecoledger.model import Damage

FILED = Filed("a1b2", "湖州市召开大会", 12, True, (), None, "1")
DAMAGED = Filed("a1b2", "湖州市召开大会", 12, False,
                (Damage("pinyin", 1200, 1200, ""), Damage("spun", 3, 0, ""), Damage("spam", 0, 0, "")), 0.9999, "1")  # fmt: skip
DONE = (
    Ingested("一.txt", "new", id="a1b2", filed=FILED),
    Ingested("二.txt", "copy", id="c3d4", filed=DAMAGED),
    Ingested("=cmd().txt", "failed", "“=cmd().txt”是空文件：请确认。"),
    Ingested("三.txt", "unchanged", id="e5f6", filed=Filed("123456789012345", None, 0, True, (), None, "1")),
    Ingested("\ud800.txt", "failed", "“\ud800”读不了。"),
)


def rows(done=DONE):
    return [[str(cell) for cell in outcome_row(number, one)] for number, one in enumerate(done, 1)]


def made(write):
    stream = io.BytesIO()
    write(DONE, stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("at", "column", "said"),
    [
        (0, "结果", "新增"), (0, "承诺", "12"), (0, "说明", ""), (0, "文字可靠", "是"),
        (1, "结果", "转载"), (1, "文字可靠", "否"), (1, "损坏", "夹注拼音 1,200 处（修复 1,200）；同义词替换 3 处"),
        (1, "说明", "与《湖州市召开大会》是同一篇报道（相似度 99%），已作为它的另一来源并入；文字不可靠，须对照权威来源核对"),
        (2, "结果", "失败"), (2, "说明", "“=cmd().txt”是空文件：请确认。"), (4, "文件", "?.txt"), (2, "承诺", ""), (2, "报告编号", ""),
        (3, "结果", "未变"), (3, "报告", "（无标题）"), (3, "承诺", "0"),
    ],
)  # fmt: skip
def test_a_row_says_what_became_of_a_document(at, column, said):
    assert rows()[at][HEAD.index(column)] == said


def test_csv_holds_the_rows_and_nothing_that_runs():
    data = made(write_outcomes_csv)
    assert data.startswith(b"\xef\xbb\xbf")
    head, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == list(HEAD)
    assert found[2][HEAD.index("文件")] == "'=cmd().txt"
    plain = [[cell.removeprefix("'") for cell in row] for row in found]
    assert plain == rows()


def test_xlsx_holds_the_rows_as_words():
    book = openpyxl.load_workbook(io.BytesIO(made(write_outcomes_xlsx)))
    head, *found = book.active.iter_rows(values_only=True)
    assert head == HEAD
    kept = [["" if cell is None else str(cell) for cell in row] for row in found]
    assert kept == rows()
    assert book.active["C4"].data_type == "s"


def test_an_import_of_nothing_gives_a_head_alone():
    stream = io.BytesIO()
    write_outcomes_csv((), stream)
    assert stream.getvalue().decode("utf-8-sig").strip() == ",".join(HEAD)
