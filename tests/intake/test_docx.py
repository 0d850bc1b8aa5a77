"""A Word document comes out as it is read: in order, with its numbers, without what is not on the page."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ecoledger.errors import UnreadableError
from ecoledger.intake.document import read_document
from ecoledger.intake.docx import read_docx
from ecoledger.intake.number_form import format_number
from tests.intake.maker import PARAGRAPHS, TITLE, make_docx, make_zip

W = nsdecls("w")


def lines(data: bytes) -> list[str]:
    return read_docx(data, "某文件.docx").split("\n")


def element(inner: str):
    return parse_xml(inner.replace(">", f" {W}>", 1))


def append(document, inner: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, element(inner))


def numbered(words: str, depth: int, list_id: int = 90) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def define_list(document, *levels: tuple[str, str], list_id: int = 90) -> None:
    """Add a list with (form, words) for each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'
        for depth, (form, words) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, element(f'<w:abstractNum w:abstractNumId="{list_id}">{inner}</w:abstractNum>'))
    root.append(element(f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'))
    again = f'<w:num w:numId="{list_id + 1}"><w:abstractNumId w:val="{list_id}"/>'
    again += '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    root.append(element(again))


def test_paragraphs_come_in_order():
    document = read_document(make_docx(), "某文件")
    assert document.kind == "docx"
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]


def test_automatic_numbers_are_words():
    def change(document):
        define_list(
            document, ("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")
        )
        for words, depth in (
            ("大气", 0),
            ("车辆", 1),
            ("油品", 1),
            ("加油站", 2),
            ("水", 0),
            ("黑臭水体", 1),
        ):
            append(document, numbered(words, depth))
        append(document, numbered("新的一列", 0, 91))

    assert lines(make_docx((), change)) == [
        "一、大气", "（一）车辆", "（二）油品", "1.加油站", "二、水", "（一）黑臭水体", "一、新的一列",
    ]  # fmt: skip


def test_a_number_may_name_the_levels_above_and_come_from_a_style():
    def change(document):
        define_list(document, ("decimal", "%1"), ("decimal", "%1.%2"))
        styles = document.styles.element
        styles.append(element('<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
                              '<w:numId w:val="90"/></w:numPr></w:pPr></w:style>'))  # fmt: skip
        styles.append(
            element('<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>')
        )
        append(document, numbered("总则", 0))
        append(document, '<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>')
        append(document, numbered("没有号的段", 0, 0))

    assert lines(make_docx((), change)) == ["1总则", "1.1目标", "没有号的段"]


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCounting", "一百零一"),
        (110, "japaneseCounting", "一百一十"),
        (1005, "chineseCounting", "一千零五"),
        (10, "ideographDigital", "一〇"),
        (21, "chineseLegalSimplified", "贰拾壹"),
        (2, "ideographTraditional", "乙"),
        (11, "ideographTraditional", "11"),
        (3, "ideographZodiac", "寅"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (5, "decimalZero", "05"),
        (4, "decimalFullWidth", "４"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"),
        (7, "decimalEnclosedParen", "(7)"),
        (0, "chineseCounting", "0"),
        (99999, "upperRoman", "99999"),
        (6, "unknownForm", "6"),
    ],
)
def test_a_number_takes_its_form(number, form, words):
    assert format_number(number, form) == words


def test_a_table_gives_a_row_a_line_in_its_place():
    def change(document):
        table = document.add_table(rows=2, cols=3)
        for row, words in zip(
            table.rows, (("序号", "任务", "牵头单位"), ("1", "治理扬尘", "市住建局")), strict=True
        ):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
        table.cell(1, 2).add_paragraph("市生态环境局")
        document.add_paragraph("表后的话。")

    assert lines(make_docx(("表前的话。",), change)) == [
        "表前的话。", "序号\t任务\t牵头单位", "1\t治理扬尘\t市住建局 市生态环境局", "表后的话。",
    ]  # fmt: skip


def test_a_table_that_only_frames_text_gives_its_paragraphs():
    def change(document):
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "第一段。"
        cell.add_paragraph("第二段。")

    assert lines(make_docx((), change)) == ["第一段。", "第二段。"]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "留"),
        ("<w:ins><w:r><w:t>增</w:t></w:r></w:ins>", "增"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r>", "明"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>', "明"),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>", "一\n二\t三"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r>", "3"),
        ("<w:hyperlink><w:r><w:t>链接的字</w:t></w:r></w:hyperlink>", "链接的字"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>huán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>环</w:t></w:r></w:rubyBase>"
         "</w:ruby></w:r>", "环"),
        ("<w:r><w:t>框外</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
         "框外\n框内"),
    ],
)  # fmt: skip
def test_only_what_is_on_the_page_is_read(inner, words):
    data = make_docx((), lambda document: append(document, f"<w:p>{inner}</w:p>"))
    assert read_docx(data, "x") == words


def test_a_document_without_its_parts_is_refused():
    with pytest.raises(UnreadableError, match=r"“x”缺少部件word/document\.xml"):
        read_docx(make_zip({"[Content_Types].xml": b"<a/>", "word/styles.xml": b"<a/>"}), "x")
