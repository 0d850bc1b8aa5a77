"""Mails and pages saved in one file: the text, what their heads say of it, and what is attached."""

from email.message import EmailMessage

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.container import open_documents
from ecoledger.intake.document import read_document
from ecoledger.intake.mail import has_report, looks_like_mail
from tests.intake.maker import PARAGRAPHS, TITLE, make_eml, make_mht, make_page, make_zip

RAW = (
    "From: a@example.cn\nSubject: {subject}\nDate: Wed, 6 Mar 2024 08:00:00 +0800\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n{text}"
)


def test_a_plain_mail_gives_text_title_and_the_day_where_it_was_sent():
    document = read_document(make_eml(), "邮件")
    assert document.kind == "mail"
    assert document.text.strip().split("\n") == list(PARAGRAPHS)
    assert dict(document.meta) == {"title": TITLE, "sent": "2024-03-06"}


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


LETTER = "您好：\n附件是本周的会议报道，请查收。谢谢！\n某市生态环境局 办公室\n本邮件及附件可能含有保密信息，仅供收件人阅读，如误收请立即删除并通知发件人，感谢您的配合与理解。"
REPORT = "\n".join(PARAGRAPHS * 3)


def mail_with(*files, text=LETTER, **head) -> bytes:
    message = EmailMessage()
    for name, value in {"From": "a@example.cn", "To": "b@example.cn", "Subject": TITLE, **head}.items():
        message[name] = value
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def opened(data: bytes) -> list[str]:
    return [member.name for member in open_documents(data, "信.eml")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LETTER, False),
        ("您好，请查收。", False),
        ("", False),
        (f"> {REPORT.splitlines()[0] * 9}", False),
        (REPORT, True),
        (f"{LETTER}\n{REPORT}", True),
        ("要闻\n" * 99, False),
    ],
)
def test_a_letter_is_no_report(text, expected):
    assert has_report(text) == expected


def test_what_is_attached_is_opened_as_what_an_archive_holds():
    page = make_page()
    data = mail_with(
        ("某市大会.html", page),
        ("报道.zip", make_zip({"内/一.txt": REPORT.encode()})),
        ("扫描.png", b"\x89PNG\r\n\x1a\n" + bytes(20)),
        ("表.csv", f"标题,正文\n{TITLE},{REPORT.splitlines()[0]}\n".encode()),
    )
    members = {member.name: member for member in open_documents(data, "信.eml")}
    assert list(members) == [
        "信.eml/某市大会.html",
        "信.eml/报道.zip/内/一.txt",
        "信.eml/扫描.png",
        "信.eml/表.csv 第2行",
    ]
    assert members["信.eml/某市大会.html"].read() == page
    assert read_document(members["信.eml/报道.zip/内/一.txt"].read(), "一").text == REPORT
    with pytest.raises(UnreadableError, match=r"扫描\.png”是PNG图片"):
        read_document(members["信.eml/扫描.png"].read(), "信.eml/扫描.png")


def test_a_mail_that_holds_a_report_is_one_beside_what_is_attached():
    data = mail_with(("二.txt", REPORT.encode()), text=REPORT)
    assert opened(data) == ["信.eml", "信.eml/二.txt"]
    assert read_document(data, "信.eml").text.strip() == REPORT


def test_a_mail_without_files_is_one_document_whatever_it_says():
    assert opened(mail_with()) == ["信.eml"]


@pytest.mark.parametrize(
    "field",
    [
        "filename*=utf-8''%E6%8A%A5%E9%81%93.txt",
        "filename*=gb2312''%B1%A8%B5%C0.txt",
        "filename*0*=utf-8''%E6%8A%A5; filename*1*=%E9%81%93.txt",
        'filename="=?GBK?B?saG1wC50eHQ=?="'.replace("saG1wC50eHQ=", "sai1wC50eHQ="),
        'filename="=?UTF-8?B?5oql6YGTLnR4dA==?="',
        'filename="报道.txt"',
        'filename="C:\\稿\\报道.txt"',
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_names_of_files_are_read_however_they_are_written(field, charset):
    data = (
        "From: a@example.cn\nTo: b@example.cn\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nhello\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; {field}\n\n"
    ).encode(charset) + f"{REPORT}\n--b--\n".encode()
    assert opened(data) == ["信.eml/报道.txt"]


def test_a_mail_within_a_mail_is_opened_and_mails_within_mails_have_an_end():
    data = mail_with(("报道.txt", REPORT.encode()))
    for _ in range(2):
        message = EmailMessage()
        for name in ("From", "To", "Subject"):
            message[name] = "x"
        message.set_content(LETTER)
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename="信.eml")
        data = message.as_bytes()
    assert opened(data) == ["信.eml/信.eml/信.eml/报道.txt"]
    members = list(open_documents(mail_with(("外.eml", data)), "信.eml"))
    with pytest.raises(UnreadableError, match="层"):
        members[0].read()


def test_a_forwarded_mail_is_opened():
    message = EmailMessage()
    for name in ("From", "To", "Subject"):
        message[name] = "x"
    message.set_content(LETTER)
    inner = EmailMessage()
    for name in ("From", "To", "Subject"):
        inner[name] = "y"
    inner.set_content(REPORT)
    message.add_attachment(inner)
    members = list(open_documents(message.as_bytes(), "信.eml"))
    assert [read_document(member.read(), member.name).text.strip() for member in members] == [REPORT]


def test_pictures_within_a_mail_are_no_files():
    message = EmailMessage()
    for name in ("From", "To", "Subject"):
        message[name] = "x"
    message.set_content(make_page().decode(), subtype="html")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<1>", filename="logo.png")
    assert opened(message.as_bytes()) == ["信.eml"]


FRAME = "<html><head><title>某市政府网</title></head><frameset cols='20%,80%'><frame src='menu.htm'><frame src='main.htm'></frameset></html>"


def saved(*parts, head='type="text/html"') -> bytes:
    """A page saved in one file; each part is its headings and its page."""
    body = "".join(
        f"\n--b\nContent-Type: text/html; charset=utf-8\n{fields}\n\n{page}\n" for fields, page in parts
    )
    return (
        "From: <Saved by x>\nSubject: x\nMIME-Version: 1.0\nSnapshot-Content-Location: http://example.cn/a.htm\n"
        f'Content-Type: multipart/related; {head}; boundary="b"\n{body}--b--\n'
    ).encode()


MENU = "<html><body><a>首页</a><a>要闻</a></body></html>"
OTHER = make_page(["市图书馆暑期开放时间调整，欢迎市民前往。"] * 6, "市图书馆调整开放时间").decode()
MAIN = make_page(PARAGRAPHS * 3).decode()


@pytest.mark.parametrize(
    ("data"),
    [
        saved(
            ("Content-Location: http://example.cn/ad.htm", OTHER),
            ("Content-Location: http://example.cn/a.htm", MAIN),
        ),
        saved(("Content-ID: <1>", OTHER), ("Content-ID: <2>", MAIN), head='start="<2>"; type="text/html"'),
        saved(("Content-Location: http://example.cn/a.htm", FRAME), ("", MENU), ("", MAIN)),
        saved(("", ""), ("", MAIN)),
        saved(("", MAIN), ("", OTHER)),
    ],
    ids=["by address", "by start", "in a frame", "behind an empty one", "first"],
)
def test_the_main_page_of_a_saved_one_is_read(data):
    document = read_document(data, "页.mht")
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS * 3]
    assert document.meta["title"] == TITLE
    assert document.meta["url"] == "http://example.cn/a.htm"
    assert opened(data) == ["信.eml"]
