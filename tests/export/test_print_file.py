"""The page to print holds exactly the rows, says where they come from, and asks for nothing from elsewhere."""

import io
from dataclasses import replace

import lxml.html
import pytest

from ecoledger.export.column import BY_CODE, number_lines
from ecoledger.export.layout import FULL, LEDGER
from ecoledger.export.paper import share_width
from ecoledger.export.print_file import write_print


def read(rows, stamp, layout=LEDGER):
    stream = io.BytesIO()
    write_print(rows, stamp, stream, layout)
    return lxml.html.document_fromstring(stream.getvalue().decode())


@pytest.mark.parametrize("layout", [LEDGER, FULL])
def test_the_page_holds_the_rows(rows, stamp, layout):
    table = read(rows, stamp, layout).find(".//table")
    assert tuple(head.text for head in table.iter("th")) == layout.titles
    for row, line in zip(table.find("tbody"), number_lines(rows, stamp.lights), strict=True):
        wanted = (BY_CODE[code].cell(line) for code in layout.codes)
        assert [cell.text or "" for cell in row] == ["" if cell is None else str(cell) for cell in wanted]


def test_it_says_where_it_comes_from(rows, stamp):
    page = read(rows, stamp)
    words = page.text_content()
    assert len(page.findall(".//ol/li")) == len({row.report_id for row in rows})
    for told in (
        "地区：江苏省",
        "文字：污水",
        "2026-03-01 09:30:00",
        rows[0].rules_version,
        "以 2022-06-01 为准",
    ):
        assert told in words


def test_words_are_words(rows, stamp):
    hostile = "<script>alert(1)</script>&\"'"
    page = read([replace(rows[0], text=hostile, title=hostile)], stamp)
    assert page.findall(".//script") == []
    assert page.find(".//tbody/tr")[LEDGER.codes.index("text")].text == hostile
    assert not [node for node in page.iter() if {"src", "href"} & set(node.attrib)]


@pytest.mark.parametrize("layout", [LEDGER, FULL])
def test_the_columns_fill_the_page(layout):
    widths = share_width(layout.codes, 267)
    assert sum(widths) == pytest.approx(267)
    assert min(widths) > 0
    assert share_width(("number", "finish"), 100)[0] < share_width(("number", "finish"), 100)[1]
