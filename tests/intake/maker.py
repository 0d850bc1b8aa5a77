"""Makes files of each kind with other people's libraries where there is one, else by hand after the standard."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from xml.sax.saxutils import escape

TITLE = "某市召开生态环境保护大会"
PARAGRAPHS = (
    "3月5日，某市召开生态环境保护大会，总结去年工作，部署今年任务。会议由市长主持，各县区、各部门负责同志参加会议。",
    "会议强调，要持续改善湖泊水质，到2025年底前氨氮排放量下降9%以上，污泥处置率达到85%以上，坚决守护河湖安澜。",
    "要加快补齐短板，年内建成污水处理厂3座，新增管网120公里，由市住建局牵头、市生态环境局配合，确保按期完成建设任务。",
    "会议要求，各级各部门要压实责任，强化督查问效，对进展缓慢的单位及时约谈，推动各项工作落到实处、见到成效。",
)


def make_zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make_gbk_zip(members: dict[str, bytes]) -> bytes:
    """A zip as Chinese Windows writes it: names in GBK and no flag that says so."""
    stand_in = {
        f"{number:0{len(name.encode('gbk'))}d}": data for number, (name, data) in enumerate(members.items())
    }
    made = make_zip(stand_in, zipfile.ZIP_STORED)
    for plain, name in zip(stand_in, members, strict=True):
        made = made.replace(plain.encode(), name.encode("gbk"))
    return made


def make_docx(paragraphs=(TITLE, *PARAGRAPHS), change=None) -> bytes:
    from docx import Document

    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change:
        change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def make_xlsx(sheets: dict[str, list[list]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class PdfPages:
    """Draws pages with the Chinese font that every reader of PDF has; measures in points from the upper left."""

    def __init__(self, **options) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(595, 842), **options)

    def write(self, text: str, x: float, y: float, size: float = 12) -> None:
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(x, 842 - y, text)

    def write_paragraph(self, text: str, x: float, y: float, width: int, size: float = 12) -> float:
        """Write with an indent of two characters, `width` characters a line; return the y below."""
        x, room = x + 2 * size, width - 2
        while text:
            end = room + (text[room : room + 1] in tuple("，。、"))  # no line begins with a stop
            self.write(text[:end], x, y, size)
            x, room, text = x - 2 * size * (room < width), width, text[end:]
            y += 1.6 * size
        return y

    def turn(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def make_pdf(paragraphs=PARAGRAPHS, title=TITLE) -> bytes:
    pages = PdfPages()
    pages.write(title, 180, 90, 18)
    y = 140.0
    for text in paragraphs:
        y = pages.write_paragraph(text, 80, y, 35)
    pages.turn()
    return pages.data()


def make_ofd(pages: list[list[tuple[str, float, float]]], size: float = 4.2) -> bytes:
    """An OFD with text at (x, y) in millimetres; each text an object of its own, in the order given."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    members = {
        "OFD.xml": f'{head}<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{head}<ofd:Document {space}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, texts in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject ID="{n}" Boundary="{x} {y} {size * len(text)} {size}" Font="1" Size="{size}">'
            f'<ofd:TextCode X="0" Y="{size * 0.88}" DeltaX="g {len(text) - 1} {size}">{escape(text)}</ofd:TextCode>'
            "</ofd:TextObject>"
            for n, (text, x, y) in enumerate(texts)
        )
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"{head}<ofd:Page {space}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return make_zip({name: text.encode() for name, text in members.items()})


def make_page(paragraphs=PARAGRAPHS, title=TITLE, charset="utf-8") -> bytes:
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        f'<html><head><meta charset="{charset}"><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{body}</body></html>"
    ).encode(charset)


def make_eml(subject=TITLE, html=None, charset="gb2312") -> bytes:
    message = EmailMessage()
    message["From"] = "office@example.cn"
    message["To"] = "desk@example.cn"
    message["Date"] = "Wed, 06 Mar 2024 23:30:00 +0800"
    message.set_content("\n".join(PARAGRAPHS), charset=charset)
    if html:
        message.add_alternative(html, subtype="html", charset="utf-8")
    import base64

    encoded = base64.b64encode(subject.encode(charset)).decode()
    return f"Subject: =?{charset}?B?{encoded}?=\r\n".encode() + message.as_bytes()


def make_mht(page: bytes, charset="utf-8") -> bytes:
    """As Chromium saves a page: headers, the page in quoted-printable, a style sheet beside it."""
    import quopri

    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/art/2024/3/6/1.html\r\n"
        "Subject: =?utf-8?Q?=E6=9F=90?=\r\nDate: Fri, 9 Aug 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Line----"\r\n\r\n\r\n'
        f"------Line----\r\nContent-Type: text/html; charset={charset}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    tail = (
        "\r\n------Line----\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: cid:css@mhtml.blink\r\n\r\np { color: red }\r\n------Line------\r\n"
    )
    return head.encode() + quopri.encodestring(page) + tail.encode()
