"""A PDF comes out as paragraphs in reading order; one that has no text says so."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from ecoledger.errors import UnreadableError
from ecoledger.intake.document import read_document
from ecoledger.intake.pdf_page import read_pages
from tests.intake.maker import PARAGRAPHS, TITLE, PdfPages, make_pdf


def lines(pages: PdfPages) -> list[str]:
    return read_pages(pages.data())["text"].split("\n")


def test_broken_lines_are_joined():
    document = read_document(make_pdf(), "某文件")
    assert document.kind == "pdf"
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]


def test_columns_are_read_one_after_the_other():
    pages = PdfPages()
    pages.write(TITLE, 180, 60, 18)
    for x, half in ((50, PARAGRAPHS[:2]), (310, PARAGRAPHS[2:])):
        y = 100.0
        for text in half:
            y = pages.write_paragraph(text, x, y, 19)
    pages.turn()
    assert lines(pages) == [TITLE, *PARAGRAPHS]


def test_a_title_over_the_middle_parts_what_stands_above_it():
    pages = PdfPages()
    for x, text in ((50, PARAGRAPHS[0]), (310, PARAGRAPHS[1])):
        pages.write_paragraph(text, x, 60, 19)
    pages.write("第二篇报道的题目横跨两栏排在中间位置", 130, 240, 18)
    for x, text in ((50, PARAGRAPHS[2]), (310, PARAGRAPHS[3])):
        pages.write_paragraph(text, x, 290, 19)
    pages.turn()
    assert lines(pages) == [*PARAGRAPHS[:2], "第二篇报道的题目横跨两栏排在中间位置", *PARAGRAPHS[2:]]


def test_a_paragraph_goes_on_over_the_page_and_running_heads_go():
    pages = PdfPages()
    expected = []
    for number, words in enumerate(("大气", "水体", "土壤", "噪声"), 1):
        first, text, last = (words + "治理：" + PARAGRAPHS[at] for at in (0, 1, 2))
        pages.write("某市生态环境保护工作简报", 220, 40, 9)
        y = pages.write_paragraph(first, 80, 90, 35)
        pages.write(text[:33], 104, y)
        pages.write(f"— {2 * number - 1} —", 285, 810, 9)
        pages.turn()
        pages.write("某市生态环境保护工作简报", 220, 40, 9)
        pages.write(text[33:], 80, 90)
        pages.write_paragraph(last, 80, 110, 35)
        pages.write(f"第{2 * number}页 共8页", 285, 810, 9)
        pages.turn()
        expected += [first, text, last]
    assert lines(pages) == expected


def test_rows_of_a_table_stay_rows():
    pages = PdfPages()
    rows = [("序号", "任务", "单位"), ("1", "扬尘", "住建局"), ("2", "秸秆", "农业局"), ("3", "油烟", "城管局"), ("4", "散煤", "能源局")]  # fmt: skip
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            pages.write(words, 80 + 150 * column, 100 + 20 * number)
    pages.turn()
    assert lines(pages) == ["\t".join(row) for row in rows]


def test_a_watermark_across_the_page_and_double_printing_are_not_read():
    pages = PdfPages()
    pages.write(TITLE, 80, 90)
    pages.write(TITLE, 80.3, 90)
    pages.canvas.saveState()
    pages.canvas.rotate(40)
    pages.write("仅供内部使用", 300, 800, 40)
    pages.canvas.restoreState()
    pages.turn()
    assert lines(pages) == [TITLE]


def test_a_scan_is_refused_and_a_scanned_page_is_told():
    scan = io.BytesIO()
    Image.new("L", (200, 300), 255).save(scan, "PNG")
    pages = PdfPages()
    pages.canvas.drawImage(ImageReader(scan), 0, 0)
    pages.turn()
    with pytest.raises(UnreadableError, match=r"“扫描\.pdf”是扫描件，只有图像、没有文字层：.*OCR"):
        read_document(pages.data(), "扫描.pdf")
    pages = PdfPages()
    pages.write_paragraph(PARAGRAPHS[0], 80, 90, 35)
    pages.turn()
    pages.canvas.drawImage(ImageReader(scan), 0, 0)
    pages.turn()
    (damage,) = read_document(pages.data(), "半扫描.pdf").damage
    assert (damage.kind, damage.count, damage.repaired) == ("no_text_layer", 1, 0)
    assert "第2页" in damage.note


def test_what_a_browser_prints_around_a_page_is_left_out():
    pages = PdfPages()
    pages.write("2024/8/9 10:15", 24, 20, 8)
    pages.write(TITLE, 250, 20, 8)
    pages.write_paragraph(PARAGRAPHS[0], 80, 90, 35)
    pages.write("https://www.example.gov.cn/art/2024/3/6/1.html", 24, 830, 8)
    pages.write("1/1", 560, 830, 8)
    pages.turn()
    assert lines(pages) == [PARAGRAPHS[0]]


def test_cells_of_a_narrow_table_stay_apart():
    pages = PdfPages()
    pages.write("序号", 80, 100)
    pages.write("任务", 112, 100)
    pages.turn()
    assert lines(pages) == ["序号 任务"]


def test_words_that_repeat_are_kept():
    pages = PdfPages()
    for number in range(6):
        pages.write(f"{number + 1}", 80, 100 + 20 * number)
        pages.write("市生态环境局", 200, 100 + 20 * number)
    pages.turn()
    assert lines(pages) == [f"{number + 1}\t市生态环境局" for number in range(6)]


def test_a_locked_pdf_is_refused():
    pages = PdfPages(encrypt="secret")
    pages.write(TITLE, 80, 90)
    pages.turn()
    with pytest.raises(UnreadableError, match="密码") as caught:
        read_document(pages.data(), "x.pdf")
    assert caught.value.kind == "locked"


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("ecoledger.intake.pdf_page.MAX_PAGES", 1)
    pages = PdfPages()
    for _ in range(2):
        pages.write(TITLE, 80, 90)
        pages.turn()
    assert read_pages(pages.data()) == {"error": "too_many_pages"}


def test_a_reader_that_dies_or_hangs_is_one_sentence(monkeypatch):
    with pytest.raises(UnreadableError, match="损坏"):
        read_document(b"%PDF-1.7\n" + bytes(500), "x.pdf")
    monkeypatch.setattr("ecoledger.intake.pdf.PDF_SECONDS", 0.01)
    with pytest.raises(UnreadableError, match="没有读完"):
        read_document(make_pdf(), "x.pdf")
