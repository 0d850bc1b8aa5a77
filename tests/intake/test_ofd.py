"""An OFD is read from its text layer, page after page, wherever its objects stand in the file."""

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.document import read_document
from ecoledger.intake.ofd import read_ofd
from tests.intake.maker import PARAGRAPHS, TITLE, make_ofd, make_zip


def place(text: str, y: float) -> list[tuple[str, float, float]]:
    """Break a paragraph into lines of 38 characters with an indent of two."""
    lines = [(text[:36], 28.4, y)]
    text = text[36:]
    while text:
        y += 7
        lines.append((text[:38], 20.0, y))
        text = text[38:]
    return lines


def test_lines_are_joined_in_the_order_of_the_page():
    head = [(TITLE, 60.0, 20.0)]
    first = place(PARAGRAPHS[0], 40) + place(PARAGRAPHS[1], 60)
    second = place(PARAGRAPHS[2], 20) + place(PARAGRAPHS[3], 40)
    data = make_ofd([[*reversed(first), *head], second])
    document = read_document(data, "公报")
    assert document.kind == "ofd"
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]


def test_a_character_an_object_is_put_together():
    data = make_ofd([[(char, 20 + 4.2 * at, 30.0) for at, char in enumerate(PARAGRAPHS[3][:30])]])
    assert read_ofd(data, "x") == PARAGRAPHS[3][:30]


def test_an_object_may_be_moved_and_scaled():
    page = (
        '<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer><ofd:PageBlock>'
        '<ofd:TextObject Boundary="20 60 80 8" Size="8" CTM="0.5 0 0 0.5 0 0"><ofd:TextCode X="0" Y="8" '
        'DeltaX="8 8 8">下面一行</ofd:TextCode></ofd:TextObject>'
        '<ofd:TextObject Boundary="20 40 80 8" Size="4"><ofd:TextCode X="0" Y="4">上</ofd:TextCode>'
        '<ofd:TextCode X="4" Y="4" DeltaX="g 2 4">面一行</ofd:TextCode></ofd:TextObject>'
        "</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>"
    )
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    data = make_zip(
        {
            "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>/D/Doc.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".encode(),
            "D/Doc.xml": f'<ofd:Document {space}><ofd:Pages><ofd:Page BaseLoc="p.xml"/></ofd:Pages></ofd:Document>'.encode(),
            "D/p.xml": page.encode(),
        }
    )
    assert read_ofd(data, "x") == "上面一行\n下面一行"


def test_an_ofd_of_pictures_is_refused():
    with pytest.raises(UnreadableError, match="没有文字层"):
        read_ofd(make_ofd([[]]), "公报.ofd")


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("ecoledger.intake.ofd.MAX_PAGES", 1)
    with pytest.raises(UnreadableError, match="1页的上限"):
        read_ofd(make_ofd([[("字", 1.0, 1.0)]] * 2), "公报.ofd")


@pytest.mark.parametrize(
    ("x", "y", "size"),
    [(1e300, 1.0, 4.2), (1.0, 1e17, 4.2), (1.0, 1.0, 0.0), (1.0, 1.0, -4.0), (1.0, 1.0, 1e-300)],
)
def test_an_object_that_stands_nowhere_is_left_out(x, y, size):
    with pytest.raises(UnreadableError, match="没有文字层"):
        read_ofd(make_ofd([[("字", x, y)]], size), "公报.ofd")
