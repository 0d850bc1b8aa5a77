"""The CSV holds exactly the rows, opens right, and runs nothing."""

import csv
import io
from dataclasses import replace

import pytest

from ecoledger.export.column import COLUMNS, number_lines
from ecoledger.export.csv_file import write_csv
from ecoledger.export.formula import guard
from ecoledger.export.layout import FULL, LEDGER, Layout


def export_csv(rows, stamp, layout=FULL):
    stream = io.BytesIO()
    write_csv(rows, stamp, stream, layout)
    return stream.getvalue()


def read(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(value):
    return "" if value is None else str(value)


def test_the_file_holds_the_rows(rows, stamp):
    data = export_csv(rows, stamp)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(rows) + 1
    back = read(data)
    assert len(back) == len(rows) == 84
    assert list(back[0]) == [*(c.name for c in COLUMNS), "亮灯规则", "筛选条件", "导出时间"]
    for line, told in zip(back, number_lines(rows, stamp.lights), strict=True):
        assert {c.name: line[c.name] for c in COLUMNS} == {c.name: cell(c.cell(told)) for c in COLUMNS}
        assert line["亮灯规则"].startswith("以 2022-06-01 为准：早于当日为已过期限，45 天以内为临近")
        assert line["筛选条件"] == "地区：江苏省；文字：污水"
        assert line["导出时间"] == "2026-03-01 09:30:00"


def test_words_that_look_like_a_formula_are_guarded(dangerous, stamp):
    (line,) = read(export_csv([dangerous], stamp))
    assert line["承诺内容"] == "'" + dangerous.text
    assert line["报告标题"] == "'" + dangerous.title


@pytest.mark.parametrize(
    ("words", "guarded"),
    [
        ("推进治理", False),
        ("降至28微克/立方米", False),
        ("（=）", False),
        ("", False),
        ("3-5年", False),
        ("341702", False),
        ("1234567890123456", True),
        ("123456789012e456", True),
        ("12345678901234ee", False),
        ("--", True),
        ("\x00=1", True),
        ("\ufeff=1", True),
        (" \u200b\u202e＠a", True),
        ("\ufeff推进=", False),
    ],
)
def test_only_such_words_are_guarded(words, guarded):
    assert guard(words) == ("'" + words if guarded else words)


def test_marks_of_the_format_stand_for_themselves(rows, stamp):
    words = '他说："加快,推进"\n下一行'
    (line,) = read(export_csv([replace(rows[0], text=words)], stamp))
    assert line["承诺内容"] == words


def test_no_rows_leave_the_header(stamp):
    assert read(export_csv([], stamp)) == []
    assert "承诺内容" in export_csv([], stamp).decode("utf-8-sig")


def test_a_layout_sets_columns_order_and_titles(rows, stamp):
    layout = Layout("我局", (("finish", "=期限"), ("text", "事项"), ("id", "编号")))
    (line,) = read(export_csv(rows[:1], stamp, layout))
    assert list(line)[:3] == ["'=期限", "事项", "编号"]
    assert (line["事项"], line["编号"]) == (rows[0].text, rows[0].id)
    assert line["报告出处"].startswith(f"《{rows[0].title}》（")
    assert line["规则版本"] == rows[0].rules_version
    assert "亮灯规则" not in line


def test_the_ledger_layout_says_all_that_a_row_needs(rows, stamp):
    (line,) = read(export_csv(rows[:1], stamp, LEDGER))
    assert list(line) == [
        "序号", "领域", "承诺内容", "目标", "牵头单位", "责任单位", "配合单位", "完成时限", "灯色", "来源会议", "日期",
        "地区", "来源报告", "发布单位", "承诺编号", "规则版本", "亮灯规则", "筛选条件", "导出时间",
    ]  # fmt: skip
