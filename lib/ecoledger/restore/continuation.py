"""Whether a line goes on with the sentence that the line before it broke off.

A break is taken for damage only where something in the words says so: a word, a number, a quotation cut in two, words
that end or begin no line, a sentence begun and not ended, or lines that all run into one margin. Headings, items of
lists, rows of tables, datelines and signatures stay lines of their own.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ecoledger.lexicon.loader import load_table
from ecoledger.lexicon.spam import is_spam
from ecoledger.restore.lexis import LONGEST, load_lexis
from ecoledger.restore.margin import INSIDE, ITEM, MARKS, find_margin
from ecoledger.restore.reading import HAN
from ecoledger.restore.wording import score

if TYPE_CHECKING:
    from ecoledger.restore.margin import Row


_STRUCTURE = re.compile(
    rf"{ITEM.pattern}|[一二三四五六七八九十]{{1,2}}(?:是|要)|(?:首先|其次|再次|最后)，|[^，。；]{{1,9}}[：:]|(?:19|20)\d\d[-/.]"
)
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_OPENING = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{4}年|[近昨今]日|日前|近年来|[今去]年以来|下一步|目前，|据悉|据了解|此外，|新华社|本报|记者|会议(?:指出|强调|要求|认为|听取)|(?:会上|会前|会后)，"
    r"|[^，。：]{2,12}(?:指出|强调|要求)[，：]"
)
_LAST_SENTENCE = re.compile("[。！？；]”?([^。！？；]*)$")
_SIGNATURE = re.compile(r"[：:/／]|(?:摄|文|图|报道|供图|供稿|记者|通讯员)\W*$")
_NEVER_LAST = re.compile(
    "(?:的|和|与|及|并|把|被|将|使|让|向|从|对|为|在|以|由|或|是|要|更加|必须|不能|不断|切实|进一步|通过|按照|根据|围绕|随着|第[一二三四五六七八九十]+|一行"
    "|关于|对于|由于|为了)$"
)
_DONE = re.compile("(?:发言|讲话|致辞|出席|列席|(?:出席|参加|列席|主持)(?:了)?会议|汇报|部署|报道)$")
_NEVER_FIRST = re.compile(
    rf"[的了着](?![力眼重手])|(?:和|与|及|以及|并|强调|指出|要求|认为|表示)[，：]|[{HAN}]{{1,4}}[。；](?:$|[^。]{{6}})"
)
_NUMBER_CUT = re.compile(rf"[{HAN}，]\d+(?:\.\d+)?\n[年月日%万亿个项家座米亩吨度点元]|[月年至约]\n\d")
_NUMBER = re.compile(r"(?:19|20)?\d\d?")
_NUMBERED = re.compile(r"年(?:以来|[初底末]|\d{1,2}月)|月\d{1,2}日|日(?:[上下]午|前|，)")
_YEAR = 4  # digits
_SHORTEST_TAIL = 4
_SHORTEST = 5
_SENTENCE = 30  # characters: a heading is shorter, or has no comma
_TITLE = 60  # no title is as long
_LONGEST = 300  # characters of a sentence that are looked at
_DIGITS = 9  # of a number with its decimals
_WINDOW = 6
CUT_WORD = 3.0
"""Log probability: a break between words gains nothing, a cut word almost always more."""
_CUT_TITLE = 8.0  # the same behind a line without marks: 工作 and 会议 make a word, too, but each is one
_HAN = re.compile(f"[{HAN}]")


def find_broken(rows: list[Row]) -> list[int]:
    """Return the numbers of the rows that go on with the sentence of the row before them."""
    margin = find_margin(rows)
    found: list[int] = []
    told = False  # whether a sentence has ended further above: a title stands before all of them
    begun = ""  # what the rows joined so far say
    for number, (before, row) in enumerate(pairwise(rows), 1):
        joined = bool(found) and found[-1] == number - 1
        begun = (begun + before.text if joined else before.text)[-_LONGEST:]
        follower = rows[number + 1].text if number + 1 < len(rows) and not rows[number + 1].apart else ""
        told = told or "。" in rows[number - 2].text if number > 1 else False
        if (
            number in margin
            or _cuts_date(before.text, row.text)
            or (
                _may_go_on(before.text, row.text)
                and _goes_on(begun, before.text, row, follower, first=not told)
            )
        ):
            found.append(number)
    return found


def _may_go_on(before: str, after: str) -> bool:
    return (
        (INSIDE.search(before) is not None or before.endswith("，"))
        and _HAN.search(after) is not None
        and not _STRUCTURE.match(after)
        and not is_spam(before)
        and not is_spam(after)
    )


def _goes_on(begun: str, before: str, row: Row, follower: str, *, first: bool) -> bool:
    """Return whether the words on both sides of a break say that one sentence runs over it."""
    after, ahead = row.text, row.text + follower
    sentence = _is_sentence(begun, first=first)
    if before.endswith("，"):
        return sentence and not row.apart
    if not MARKS.search(begun + ahead):
        return False
    if _cuts_quotation(begun, after) or _cuts_number(before, after):
        return True
    if _NEVER_FIRST.match(after) and MARKS.search(begun):
        return True
    if len(_HAN.findall(begun)) < _SHORTEST or _OPENING.match(after):
        return False
    unfinished = (
        not row.apart
        and not _DONE.search(before)
        and (sentence or _NEVER_LAST.search(before))
        and MARKS.search(ahead)
    )
    return bool(unfinished) or _goes_on_within_word(before, after, sentence=sentence)


def _goes_on_within_word(before: str, after: str, *, sentence: bool) -> bool:
    if sentence or MARKS.search(before):
        return cuts_word(before, after, CUT_WORD)
    return cuts_term(before, after) and cuts_word(before, after, _CUT_TITLE)


def _cuts_number(before: str, after: str) -> bool:
    return (
        MARKS.search(after) is not None and _NUMBER_CUT.search(f"{before[-_DIGITS:]}\n{after[0]}") is not None
    )


def _cuts_date(before: str, after: str) -> bool:
    """Return whether a number stands alone above what it counts: 23, then 日上午."""
    return (
        len(before) <= _YEAR and _NUMBER.fullmatch(before) is not None and _NUMBERED.match(after) is not None
    )


def _is_sentence(begun: str, *, first: bool) -> bool:
    """Return whether `begun` holds a sentence that has no end yet: a heading has no full stop inside.

    A title may be as long as a sentence, so a line before the first sentence of a page has to show more.
    """
    if match := _LAST_SENTENCE.search(begun):
        rest = match.group(1)
        return len(_HAN.findall(rest)) >= _SHORTEST_TAIL and not _SIGNATURE.search(rest)
    if _DAY.match(begun):
        return True
    if ITEM.match(begun):
        return False
    commas = begun.count("，") + (not first and "、" in begun)
    return commas > 0 and (
        _OPENING.match(begun) is not None or len(begun) >= (_TITLE if first else _SENTENCE)
    )


def _cuts_quotation(begun: str, after: str) -> bool:
    """Return whether “ or 《 is open at the end of `begun` and closed in `after`."""
    for opens, closes in ("“”", "《》"):
        at = after.find(closes)
        if at >= 0 and begun.count(opens) > begun.count(closes) and opens not in after[:at]:
            return True
    return False


def cuts_term(before: str, after: str) -> bool:
    """Return whether a word of the field stands across the break: a quick look before the dictionary is read."""
    around = before[-LONGEST:] + after[:LONGEST]
    seam = min(len(before), LONGEST)
    terms = _terms()
    return any(
        around[start:end] in terms
        for start in range(max(0, seam - LONGEST + 1), seam)
        for end in range(seam + 1, min(len(around), start + LONGEST) + 1)
    )


@cache
def _terms() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table("field_word", ("word",), "word"))


def cuts_word(before: str, after: str, least: float) -> bool:
    """Return whether a word runs over the break: the two make more likely Chinese together than apart, by `least`."""
    left, right = before[-_WINDOW:], after[:_WINDOW]
    if not (_HAN.match(left[-1]) and _HAN.match(right[0])):
        return False
    load_lexis()
    return score(left + right, {}) - score(left, {}) - score(right, {}) >= least
