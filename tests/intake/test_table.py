"""Tables with one report a row: found by their headings, the same record from every kind of table."""

import datetime as dt
import json

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.container import open_documents
from ecoledger.intake.document import read_document
from ecoledger.intake.record import as_record, find_columns
from tests.intake.maker import PARAGRAPHS, make_xlsx

ROW = {"title": "某市召开大会", "date": "2024-03-05", "source": "某报", "url": "http://example.cn/1", "text": PARAGRAPHS[0]}  # fmt: skip
HEADINGS = ["标题", "发布日期", "来源", "网址", "正文"]
VALUES = list(ROW.values())


def members(data: bytes, name="表", columns=None):
    return list(open_documents(data, name, columns or {}))


def as_csv(rows: list[list[str]], delimiter=",") -> str:
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)


TABLES = {
    "csv": as_csv([HEADINGS, VALUES]).encode(),
    "csv with a mark": as_csv([HEADINGS, VALUES]).encode("utf-8-sig"),
    "csv in GBK": as_csv([HEADINGS, VALUES]).encode("gbk"),
    "tsv in UTF-16": as_csv([HEADINGS, VALUES], "\t").encode("utf-16"),
    "semicolons": as_csv([HEADINGS, VALUES], ";").encode(),
    "title above": ("某省会议报道汇总表\r\n\r\n" + as_csv([HEADINGS, VALUES])).encode(),
    "xlsx": make_xlsx({"汇总": [["会议报道汇总"], [], HEADINGS, VALUES]}),
    "xlsx with a date": make_xlsx({"汇总": [HEADINGS, [VALUES[0], dt.date(2024, 3, 5), *VALUES[2:]]]}),
    "xlsx of two sheets": make_xlsx({"说明": [["填表说明"]], "汇总": [HEADINGS, VALUES]}),
    "jsonl": (json.dumps(ROW) + "\n" + json.dumps({"content": "要加强治理。"})).encode(),
    "json list": json.dumps([ROW], indent=1).encode(),
}


@pytest.mark.parametrize("kind", TABLES)
def test_every_table_gives_the_same_record(kind):
    member = members(TABLES[kind])[0]
    assert member.error is None
    assert member.read() == as_record(ROW)
    document = read_document(member.read(), member.name)
    assert document.kind == "record"
    assert document.text == ROW["text"]
    assert dict(document.meta) == {key: ROW[key] for key in ("title", "date", "source", "url")}


def test_a_row_is_named_by_where_it_stands():
    assert [m.name for m in members(TABLES["title above"], "a.csv")] == ["a.csv 第4行"]
    assert [m.name for m in members(TABLES["xlsx of two sheets"], "a.xlsx")] == ["a.xlsx 汇总 第2行"]
    assert [m.name for m in members(TABLES["json list"], "a.json")] == ["a.json 第1条"]


def test_a_bad_row_does_not_stop_the_rest():
    text = as_csv([HEADINGS, VALUES, ["无正文", "", "", "", " "], ["", "", "", "", ""], VALUES])
    assert [m.error and m.error.kind for m in members(text.encode())] == [None, "empty", None]
    row = json.dumps(ROW)
    found = members("\n".join((row, row, "{坏", "[1]", row)).encode())
    assert [m.error is None for m in found] == [True, True, False, False, True]
    assert str(found[2].error) == "“表 第3行”不是有效的JSON，已跳过：请核对后再导入。"


def test_columns_can_be_named():
    text = as_csv([["编号", "题", "新闻稿"], ["1", "甲", PARAGRAPHS[0]]])
    (member,) = members(text.encode(), "表", {"text": "新闻稿", "title": "题"})
    assert member.read() == as_record({"title": "甲", "text": PARAGRAPHS[0]})


@pytest.mark.parametrize(
    "data",
    [as_csv([["编号", "新闻稿"], ["1", "字"]]).encode(), make_xlsx({"一": [["编号", "新闻稿"], [1, "字"]]})],
)
def test_a_table_without_a_known_body_says_what_it_saw(data):
    (member,) = members(data, "清单.csv")
    assert member.error is not None
    assert member.error.kind == "no_column"
    assert "编号" in str(member.error)
    assert "新闻稿" in str(member.error)


def test_headings_are_known_in_any_dress():
    assert find_columns(["\ufeff标 题：", "DATE", "正文*", "标题"], {}) == {"title": 0, "date": 1, "text": 2}


def test_a_body_may_be_a_page():
    record = as_record({"title": "表里的题", "text": "<html><head><meta name='PubDate' content='2024-03-05'></head><body><p>一</p><p>二</p></body></html>"})  # fmt: skip
    document = read_document(record, "x")
    assert document.text == "一\n二"
    assert dict(document.meta) == {"title": "表里的题", "date": "2024-03-05"}


def test_a_long_cell_and_lone_surrogates_are_taken():
    body = "要加强治理。" * 40_000
    (member,) = members(json.dumps([{"正文": body + "\ud800"}]).encode())
    assert read_document(member.read(), "x").text == body + "?"
    (member,) = members(as_csv([["标题", "正文"], ["甲", body]]).encode())
    assert read_document(member.read(), "x").text == body


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"正文":' * 50_000, "[1, 2]", "{}", "[]", '{"a": 1}\n{"b": 2}']
)
def test_json_that_is_no_table_is_one_document(text):
    (member,) = members(text.encode())
    assert member.read() == text.encode()


def test_a_text_that_speaks_of_bodies_is_no_table():
    (member,) = members("关于正文，标题的说明。\n第二行，写明来源。".encode())
    assert read_document(member.read(), "x").kind == "text"


def test_a_spreadsheet_with_an_entity_is_refused():
    data = make_xlsx({"一": [HEADINGS, VALUES]})
    import io
    import zipfile

    from tests.intake.maker import make_zip

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE a [<!ENTITY x "y">]>' + sheet
    (member,) = members(make_zip(parts))
    with pytest.raises(UnreadableError, match="实体"):
        member.read()


BODIES = [f"{PARAGRAPHS[0]}\n第二段, 要抓好落实。", "3月5日，某县召开会议，要求1,000家企业整改。"]


@pytest.mark.parametrize(
    ("data", "name", "columns"),
    [
        (as_csv([["正文"], *([body] for body in BODIES)]).encode(), "表", {}),
        (as_csv([["正文"], *([body] for body in BODIES)]).encode("gbk"), "表.tsv", {}),
        (f'\ufeff正文\r\n"{BODIES[0]}"\r\n{BODIES[1]}\r\n'.encode(), "表", {}),
        (as_csv([["新闻稿"], *([body] for body in BODIES)]).encode(), "表", {"text": "新闻稿"}),
        (make_xlsx({"一": [["正文"], *([body] for body in BODIES)]}), "表", {}),
        ("\n".join(json.dumps({"text": body}) for body in BODIES).encode(), "表", {}),
        ("\n".join(json.dumps({"正文": body}, ensure_ascii=False) for body in BODIES).encode(), "表", {}),
        (json.dumps([{"content": body} for body in BODIES]).encode(), "表", {}),
    ],
)
def test_a_table_of_bodies_alone_is_one(data, name, columns):
    found = members(data, name, columns)
    assert [member.read() for member in found] == [as_record({"text": body}) for body in BODIES]


def test_a_column_without_quotation_marks_is_known_by_the_name_of_its_file():
    text = "正文\n" + "\n".join(PARAGRAPHS[:2])
    assert [m.read() for m in members(text.encode(), "a.csv")] == [
        as_record({"text": p}) for p in PARAGRAPHS[:2]
    ]
    assert [m.name for m in members(text.encode(), "a.txt")] == ["a.txt"]
    for page in (f"正文\n“十四五”期间，{PARAGRAPHS[0]}", f'正文\n"十四五"期间，{PARAGRAPHS[0]}', "正文"):
        assert [m.name for m in members(page.encode(), "a.txt")] == ["a.txt"]
