"""A table is shown before it is read: what it is called, how it is understood, how it begins."""

import json

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.container import open_documents
from ecoledger.intake.preview import preview_table
from ecoledger.intake.record import find_columns, read_record
from tests.intake.maker import make_docx, make_eml, make_page, make_xlsx, make_zip
from tests.intake.test_table import HEADINGS, ROW, TABLES, VALUES, as_csv

OWN = ["新闻稿", "题", "哪天"]
CELLS = ["要加强治理。", "某市开会", "2024-03-05"]
KNOWN = {"text": "正文", "title": "标题", "date": "发布日期", "source": "来源", "url": "网址"}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_shows_how_it_is_understood(kind):
    preview = preview_table(TABLES[kind], "表")
    first = {field: preview.rows[0][heading] for field, heading in preview.columns.items()}
    assert first == {**ROW, "date": first["date"]}
    if "json" not in kind:
        assert dict(preview.columns) == KNOWN
        assert preview.headings == tuple(HEADINGS)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("表.csv", as_csv([OWN, CELLS]).encode()),
        ("表.tsv", as_csv([OWN, CELLS], "\t").encode("gbk")),
        ("表.xlsx", make_xlsx({"甲": [["某年汇总"], OWN, CELLS]})),
        ("表.jsonl", "\n".join([json.dumps(dict(zip(OWN, CELLS, strict=True)))] * 2).encode()),
    ],
)
def test_headings_that_are_not_known_can_be_named(name, data):
    preview = preview_table(data, name)
    assert preview.headings == tuple(OWN)
    assert dict(preview.columns) == {}
    assert preview.rows[0] == dict(zip(OWN, CELLS, strict=True))
    (member, *_) = open_documents(data, name, {"text": "新闻稿", "title": "题", "date": "哪天"})
    assert read_record(member.read().decode(), name) == (CELLS[0], {"title": CELLS[1], "date": CELLS[2]})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "某市召开大会，部署工作。\n要加强治理。".encode()),
        ("a.html", make_page()),
        ("a.docx", make_docx()),
        ("a.eml", make_eml()),
        ("a.zip", make_zip({"a.csv": TABLES["csv"]})),
        ("a.json", json.dumps(ROW).encode()),
        ("a.csv", b""),
        ("a.csv", b"\x00\x01\xff" * 20),
        ("a.jsonl", b"{"),
        ("a.jsonl", b"[[1]]"),
        ("a.jsonl", b"[" * 100_000),
    ],
)
def test_what_is_no_table_has_no_preview(name, data):
    assert preview_table(data, name) is None


def test_a_broken_workbook_is_said():
    with pytest.raises(UnreadableError, match=r"坏\.xlsx"):
        preview_table(make_zip({"xl/workbook.xml": b"<a"}), "坏.xlsx")


def test_three_rows_are_enough():
    rows = preview_table(as_csv([HEADINGS, *[VALUES] * 9]).encode(), "a.csv").rows
    assert [row["标题"] for row in rows] == [VALUES[0]] * 3


def test_a_field_may_be_given_no_column():
    assert find_columns(HEADINGS, {"source": "", "url": ""}) == {"text": 4, "title": 0, "date": 1}
    assert find_columns(["正文", ""], {"title": ""}) == {"text": 0}


def test_a_table_of_one_column_shows_whole_cells():
    preview = preview_table("正文\n要求1,000家企业整改。\n".encode(), "a.csv")
    assert preview is not None
    assert dict(preview.columns) == {"text": "正文"}
    assert [dict(row) for row in preview.rows] == [{"正文": "要求1,000家企业整改。"}]
