"""Mails and pages saved in one file: the text, and what their heads say of it."""

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.document import read_document
from ecoledger.intake.mail import looks_like_mail
from tests.intake.maker import PARAGRAPHS, TITLE, make_eml, make_mht, make_page

RAW = (
    "From: a@example.cn\nSubject: {subject}\nDate: Wed, 6 Mar 2024 08:00:00 +0800\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n{text}"
)


def test_a_plain_mail_gives_text_title_and_the_day_where_it_was_sent():
    document = read_document(make_eml(), "邮件")
    assert document.kind == "mail"
    assert document.text.strip().split("\n") == list(PARAGRAPHS)
    assert dict(document.meta) == {"title": TITLE, "date": "2024-03-06"}


def test_the_page_goes_before_the_plain_words():
    document = read_document(make_eml(html=make_page().decode()), "邮件")
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "big5"])
def test_a_saved_page_gives_page_and_address_but_not_the_day_of_saving(charset):
    title = "某市召開大會" if charset == "big5" else TITLE
    page = make_page(("會議強調，要持續改善空氣質量。",) if charset == "big5" else PARAGRAPHS, title, charset)
    document = read_document(make_mht(page, charset), "页面.mht")
    assert document.kind == "mail"
    assert document.text.split("\n")[0] == title
    assert dict(document.meta) == {"title": title, "url": "https://www.example.gov.cn/art/2024/3/6/1.html"}
    assert "color" not in document.text


@pytest.mark.parametrize(
    ("subject", "charset"),
    [
        (TITLE, "gbk"),  # bytes as they are, as old programs write them
        (TITLE, "utf-8"),
        ("=?GB2312?B?xLPK0NXZv6o=?=\n =?GB2312?B?tPO74Q==?=", "utf-8"),
        ("=?unknown-charset?Q?=E5=A4=A7=E4=BC=9A?=", "utf-8"),
    ],
)
def test_a_subject_is_read_however_it_is_written(subject, charset):
    data = RAW.format(subject=subject, charset=charset, text=PARAGRAPHS[0]).encode(charset)
    found = read_document(data, "x")
    assert found.meta["title"] in (TITLE, "某市召开大会", "大会")
    assert found.text == PARAGRAPHS[0]


@pytest.mark.parametrize(
    "text",
    ["来源: 某报\n日期: 2024\n\n正文", "Subject: only\n\ntext", "A: 1\nB: 2\nC: 3\nContent-Type: x\n\ny"],
)
def test_a_text_with_colons_is_no_mail(text):
    assert not looks_like_mail(text.encode())


def test_a_mail_of_endless_parts_is_refused():
    nested = RAW.split("\n\n", maxsplit=1)[0].replace(
        "text/plain; charset={charset}", 'multipart/mixed; boundary="b"'
    )
    parts = "\n--b\nContent-Type: text/plain\n\n" * 6000
    with pytest.raises(UnreadableError, match="部分"):
        read_document((nested.format(subject="x") + "\n\n" + parts).encode(), "x.eml")


def test_a_mail_of_endless_depth_is_refused_or_read():
    head = RAW.split("\n\n", maxsplit=1)[0].replace(
        "text/plain; charset={charset}", 'multipart/mixed; boundary="b0"'
    )
    inner = "".join(f'\n\n--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"' for n in range(3000))
    with pytest.raises(UnreadableError, match=r"“x\.eml”"):
        read_document((head.format(subject="x") + inner).encode(), "x.eml")
