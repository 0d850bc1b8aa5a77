"""Step 5: punctuation as Chinese typesetting has it, and marks that a copying site left doubled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.restore.continuation import cuts_term
from ecoledger.restore.lexis import LONGEST
from ecoledger.restore.reading import HAN

if TYPE_CHECKING:
    from collections.abc import Collection

    from ecoledger.mapped import MappedText

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_MARKS = "，。、；：？！,;:?!"
# Hidden keywords stood before a mark and were stripped: the last mark is the right one. `、，` can be an
# enumeration cut short, all the same only the last was meant. Doubled ？！ and ！！ are style.
_DOUBLED = re.compile(
    r"[，、；：,;]\s{0,3}(?:[，、；：,;]\s{0,3})*([，。、；：,;])|(?<!。)。(?: ?(?=[，、；])|\s{0,3}(?=。))([，、；。])(?!。)|[，、；] ?([？！])"
)
_ANY_DOUBLED = re.compile(r"[，。、；：,;]\s{0,3}[，。、；：,;？！]")
_ORPHAN = re.compile(rf"(?<=[{HAN}”’）》%0-9A-Za-z]) +(?=[，。、；：？！,;])")
_ANY_NARROW = re.compile(f"[{''.join(map(re.escape, _WIDE))}]")
_NEIGHBOUR = rf"[{HAN}“”‘’《》〈〉「」『』【】〔〕（），。、；：？！…—％%Ⅰ-Ⅻ①-⑳㎡℃]"
_MARK = re.compile(rf"(?<={_NEIGHBOUR})[,;:?!]|[,;:?!](?={_NEIGHBOUR})")
_NUMBER = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|[a-zA-Z][a-zA-Z0-9+.-]{0,15}:(?=/)|(?<=\d):(?=\d)"
)
_PAIR = re.compile(r"[(（]([^()（）\n]{0,200})[)）]")
_LONE_OPEN = re.compile(rf"\((?={_NEIGHBOUR})|(?<={_NEIGHBOUR})\((?=[^)\n]*$)", re.M)
_LONE_CLOSE = re.compile(rf"(?<={_NEIGHBOUR})\)")
_HAN = re.compile(f"[{HAN}]")
_QUOTED = re.compile(rf"“(?<=[{HAN}]“)(?=[{HAN}])[^“”\n]{{{LONGEST + 1},400}}(?<=[{HAN}])”(?=[{HAN}])")
_SIGNS = "■◆★☆▲▼♦♣♠"
# At the beginning of a line such a sign opens an item; behind a full stop or a blank it may open the next one.
_STREWN = re.compile(
    rf"(?<=[{HAN}，、；“”《》（）])[{_SIGNS}]{{1,8}}(?=[{HAN}，。、；：！？“”《》（）])|(?<=[{HAN}，、；])[{_SIGNS}]{{2,8}}"
)
_FEWEST_STREWN = 4  # runs on a page
# Letters and signs one by one, which a site hid in its sentences against copying: 改善/ X W 0 &质量
_HIDDEN = re.compile(
    rf"(?<=[{HAN}，。、；：,;:”》]) ?(?![,;:?!])(?:[!-~]{{1,2}} ){{2,16}}[!-~]{{1,2}}(?=[{HAN}“《])"
)
_ANY_HIDDEN = re.compile(r"[!-~]{1,2} [!-~]{1,2} [!-~]")
_HIDDEN_SIGN = re.compile(r"[^A-Za-z0-9 .,%()+]")
_FEWEST_HIDDEN = 2  # runs, and different signs in them
_URL = re.compile(r"(?:https?://|www\.)[\w./?=&%#:;,!~+@-]+", re.A)


def drop_doubled(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text with the last mark where several stand together, and how many places there were."""
    edits = []
    if _ANY_DOUBLED.search(mapped.text):
        kept = _covered(mapped.text, _URL)
        for match in _DOUBLED.finditer(mapped.text):
            last = match.group(1) or match.group(2) or match.group(3)
            if match.group() != last and match.start() not in kept:
                edits.append((match.start(), match.end(), last))
        mapped = mapped.replace(edits)
    return (mapped.substitute(_ORPHAN, "") if " " in mapped.text else mapped), len(edits)


def drop_signs(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text without signs strewn amid its sentences (发展■◆，是基础), and how many runs there were."""
    if not any(sign in mapped.text for sign in _SIGNS):
        return mapped, 0
    found = [match.span() for match in _STREWN.finditer(mapped.text)]
    if len(found) < _FEWEST_STREWN:
        return mapped, 0
    return mapped.replace([(start, end, "") for start, end in found]), len(found)


def drop_hidden(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text without runs of single letters and signs amid its sentences, and how many there were."""
    if not _ANY_HIDDEN.search(mapped.text):
        return mapped, 0
    runs = [match for match in _HIDDEN.finditer(mapped.text) if re.search("[A-Za-z]", match.group())]
    signs = {sign for match in runs for sign in _HIDDEN_SIGN.findall(match.group())}
    if len(runs) < _FEWEST_HIDDEN or len(signs) < _FEWEST_HIDDEN:
        return mapped, 0
    return mapped.replace([(*match.span(), "") for match in runs]), len(runs)


def drop_quotes(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text without quotation marks that were strewn into words (国务“院…金山”银山), and how many pairs.

    Both of a pair cut a word of the field, and no word is as long as what stands between them.
    """
    text = mapped.text
    edits = []
    for match in _QUOTED.finditer(text):
        left, right = match.start(), match.end() - 1
        if cuts_term(text[max(0, left - LONGEST) : left], text[left + 1 : left + 1 + LONGEST]) and cuts_term(
            text[right - LONGEST : right], text[right + 1 : right + 1 + LONGEST]
        ):
            edits += [(left, left + 1, ""), (right, right + 1, "")]
    return (mapped.replace(edits) if edits else mapped), len(edits) // 2


def widen(mapped: MappedText, lost: Collection[int] = ()) -> MappedText:
    """Return the text with full-width marks beside Chinese; numbers, times, addresses and (PM2.5) stay.

    A ? at one of the places `lost` in the original is no mark. Every mark is one character before and after, so that
    the map stays exact.
    """
    text = mapped.text
    if not _ANY_NARROW.search(text):
        return mapped
    places = {m.start() for m in _MARK.finditer(text)}
    for match in _PAIR.finditer(text):
        if _HAN.search(match.group(1)):
            places |= {match.start(), match.end() - 1}
    places |= {m.start() for pattern in (_LONE_OPEN, _LONE_CLOSE) for m in pattern.finditer(text)} - _paired(
        text
    )
    narrow = [at for at in sorted(places) if text[at] in _WIDE and mapped.starts[at] not in lost]
    kept = _covered(text, _URL) | _covered(text, _NUMBER) if narrow else ()
    edits = [(at, at + 1, _WIDE[text[at]]) for at in narrow if at not in kept]
    return mapped.replace(edits)


def _paired(text: str) -> set[int]:
    return {place for match in _PAIR.finditer(text) for place in (match.start(), match.end() - 1)}


def _covered(text: str, pattern: re.Pattern[str]) -> set[int]:
    """Return the places of all characters that `pattern` matches."""
    return {place for match in pattern.finditer(text) for place in range(match.start(), match.end())}
