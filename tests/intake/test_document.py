"""Kind and encoding are found in the bytes; what cannot be read is refused in one sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.errors import UnreadableError
from ecoledger.intake.document import read_document
from ecoledger.intake.limit import MAX_CHARACTERS, MAX_DOCUMENT

PAGES = Path(__file__).parent.parent / "cases" / "html"
HANS = "全市生态环境保护大会召开。会议强调，要持续改善湖泊水质，到2025年底前细颗粒物浓度下降10%以上。"
HANT = "全市生態環境保護大會召開。會議強調，要持續改善空氣質量，到2025年底前細顆粒物濃度下降10%以上。"


@pytest.mark.parametrize("text", [HANS, HANT])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_each_encoding_is_found_in_the_bytes(text, encoding):
    document = read_document(text.encode(encoding), "报道.txt")
    assert (document.text, document.kind, document.encoding) == (text, "text", encoding)
    assert document.damage == ()


def test_big5_is_told_from_gb18030():
    document = read_document(HANT.encode("big5"), "报道.txt")
    assert (document.text, document.encoding) == (HANT, "big5hkscs")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [(HANS, "gb18030", "latin-1"), (HANS, "utf-8", "latin-1"), ("区委书记主持会议", "utf-8", "gb18030")],
)
def test_text_once_decoded_with_the_wrong_table_is_put_right(text, right, wrong):
    document = read_document(text.encode(right).decode(wrong).encode(), "报道.txt")
    assert (document.text, document.encoding) == (text, right)
    assert [(d.kind, d.repaired) for d in document.damage] == [("encoding", 1)]


def test_a_few_lost_bytes_are_told_not_refused():
    data = HANS.encode()
    document = read_document(data[:30] + data[31:] + HANS.encode() * 3, "报道.txt")
    assert document.damage[0].kind == "encoding"
    assert document.damage[0].repaired == 0


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", "empty", "空文件"),
        (b" \r\n\t", "empty", "空文件"),
        (b"<html><body><script>x</script></body></html>", "empty", "没有文字"),
        (b"PK\x03\x04....", "container", "压缩包"),
        (b"Rar!\x1a\x07\x01\x00....", "unsupported", "RAR"),
        (b"7z\xbc\xaf\x27\x1c....", "unsupported", "7Z"),
        ("序号,标题,正文\n1,甲,乙。".encode(), "container", "表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "unsupported", "DOC"),
        (b"\x89PNG\r\n\x1a\n....", "unsupported", "PNG"),
        (b"\xff\xd8\xff\xe0....", "unsupported", "JPEG"),
        (b"{\\rtf1 ....", "unsupported", "RTF"),
        (bytes(range(256)) * 8, "not_text", "编码"),
        (b"x" * (MAX_DOCUMENT + 1), "too_large", "上限"),
        ("字".encode() * (MAX_CHARACTERS + 1), "too_long", "上限"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data, kind, word):
    with pytest.raises(UnreadableError) as caught:
        read_document(data, "某文件.txt")
    assert caught.value.kind == kind
    message = str(caught.value)
    assert message.startswith("“某文件.txt”")
    assert word in message
    assert message.count("。") == 1
    assert message.endswith("。")


@pytest.mark.parametrize(
    "page", json.loads((PAGES / "gold.json").read_text(encoding="utf-8")), ids=lambda p: p["name"]
)
def test_a_page_gives_its_paragraphs_a_block_a_line(page):
    document = read_document((PAGES / f"{page['name']}.html").read_bytes(), "page")
    lines = [line.strip("\xa0 ") for line in document.text.split("\n")]
    assert document.kind == "html"
    assert all(paragraph in lines for paragraph in page["paras"])
    assert page["title"] in lines
    assert document.meta["title"].startswith(page["title"])
    assert "_hmt" not in document.text
    assert "line-height" not in document.text


def test_the_head_of_a_page_states_facts():
    page = (
        '<html><head><meta name="ArticleTitle" content="全市大会召开"><meta name="PubDate" content="2023-10-12 19:13">'
        '<meta name="ContentSource" content="市融媒体中心"><meta name="Author" content="通讯组"></head>'
        "<body><p>一&nbsp;二</p><p style='display:none'>看不见</p>三<br>四</body></html>"
    )
    document = read_document(page.encode("gb18030"), "page")
    assert dict(document.meta) == {
        "title": "全市大会召开", "date": "2023-10-12 19:13", "source": "市融媒体中心", "author": "通讯组",
    }  # fmt: skip
    assert document.text == "一\xa0二\n三\n四"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        document = read_document(data, "x")
    except UnreadableError:
        return
    assert document.text.strip()


def test_a_page_of_20_mb_with_its_pictures_inside_is_read():
    picture = "data:image/png;base64," + "A" * 1_000_000
    body = "".join(f"<p>{HANS}</p><img src='{picture}'>" for _ in range(20))
    document = read_document(f"<html><body>{body}</body></html>".encode(), "page")
    assert document.text.split("\n") == [HANS] * 20


def test_a_line_of_a_million_characters_is_refused_by_name_and_reason():
    with pytest.raises(UnreadableError, match="“长行”有1000000字，超过一份报道400000字的上限"):
        read_document(("字" * 1_000_000).encode(), "长行")
