"""The look of a brief in Word: page, type and numbering as official papers have them (GB/T 9704-2012)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

_LATIN = "Times New Roman"
BODY, HEADING, SONG = "仿宋", "黑体", "宋体"
ACROSS = 267.0
"""Millimetres between the margins of a page that lies across."""
_BLACK = RGBColor(0, 0, 0)


def new_document() -> Document:
    """Return an empty document: A4 upright, body in 仿宋 of 16 points, headings in 黑体, a page number below."""
    document = docx.Document()
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")  # lines break as Chinese does
    for size in styles.element.find(qn("w:docDefaults")).iter(qn("w:sz"), qn("w:szCs")):
        size.set(qn("w:val"), "32")  # some programs look no further than here
    normal = _set(styles["Normal"], BODY, 16)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    normal.paragraph_format.line_spacing = Pt(28)
    normal.paragraph_format.space_after = Pt(0)
    indent = normal.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), "640")  # for programs that do not count in characters
    title = _plain(_set(styles["Title"], SONG, 22, bold=True))
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for rule in title.element.pPr.findall(qn("w:pBdr")):  # the template draws a line below
        title.element.pPr.remove(rule)
    _plain(_set(styles["Subtitle"], "楷体", 16)).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading = _set(styles["Heading 1"], HEADING, 16)
    heading.paragraph_format.space_before = Pt(12)
    heading.paragraph_format.space_after = Pt(0)
    caption = _plain(_set(styles["Caption"], HEADING, 10.5))
    caption.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption.paragraph_format.keep_with_next = True
    cell = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = normal
    _plain(_set(cell, SONG, 9))
    _set_page(document.sections[0])
    _number_pages(document.sections[0])
    return document


def turn_page(document: Document) -> None:
    """Begin a page that lies across, for a wide table."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(18)


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _set(style: ParagraphStyle, chinese: str, size: float, *, bold: bool = False) -> ParagraphStyle:
    """Give a style its type; the template's themes, colours and links to styles of characters go."""
    for link in style.element.findall(qn("w:link")):
        style.element.remove(link)
    style.font.name = _LATIN
    style.font.size = Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = _BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), chinese)
    return style


def _plain(style: ParagraphStyle) -> ParagraphStyle:
    """Let a style stand at the edge, in lines as high as their type."""
    properties = style.element.get_or_add_pPr()
    for numbering in properties.findall(qn("w:numPr")):
        properties.remove(numbering)
    for name in ("firstLineChars", "firstLine"):
        properties.get_or_add_ind().set(qn(f"w:{name}"), "0")
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    return style


def _number_pages(section: Section) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Cell"  # without the indent of the body, which would push the number off the middle
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    size = '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
    for part in (
        f"<w:r {nsdecls('w')}>{size}<w:t>— </w:t></w:r>".replace("<w:t>", '<w:t xml:space="preserve">'),
        f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r>{size}<w:t>1</w:t></w:r></w:fldSimple>',
        f'<w:r {nsdecls("w")}>{size}<w:t xml:space="preserve"> —</w:t></w:r>',
    ):
        paragraph._p.append(parse_xml(part))
