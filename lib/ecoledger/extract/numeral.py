"""Numbers as Chinese reports write them: 1,000, ３.５, 三百二十五, 零点五, 1.2万, 三千万."""

from __future__ import annotations

import re
from decimal import Decimal

ARABIC = r"(?:\d{1,3}(?:[,，\u2009\u00a0 ]\d{3}){1,5}(?!\d)|\d{1,15})(?:[.．]\d{1,8})?"
CHINESE = r"[零〇○一二两三四五六七八九十百千]{1,14}(?:点[零〇一二三四五六七八九]{1,6})?"
MAGNITUDE = r"(?:万亿|[百千]?万|千?亿)"
NUMERAL = rf"(?:{ARABIC}|{CHINESE}){MAGNITUDE}?"

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MAGNITUDES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_FORM = re.compile(rf"(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE})")
_APART = re.compile(r"[,，\u2009\u00a0 ]")  # what sets thousands apart
_ZERO = re.compile("[零〇○]")
_TAIL = re.compile(r"[百千万亿]{0,3}")
_LONGEST = 30  # characters; what is longer is no number that anybody set
_PAIR = re.compile(
    r"(?<![零〇○一二三四五六七八九点])(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?=[十百千万亿]*$)"
)
_NEIGHBOURS = ("一两", "两三", "三五", *("一二三四五六七八九"[at : at + 2] for at in range(8)))
_PLANS = ("十三五", "十四五")  # names of plans, not 14 or 15


def read_numeral(words: str) -> Decimal | None:
    """Return the number that `words` write, with 万 and 亿 multiplied out, or None when they write none.

    >>> read_numeral("3.5万"), read_numeral("三百二十五"), read_numeral("零点五")
    (Decimal('35000.0'), Decimal('325'), Decimal('0.5'))
    """
    if len(words) > _LONGEST:
        return None
    total = Decimal(0)
    at = 0
    least = None
    while at < len(words):
        match = _FORM.match(words, at)
        if match is None:
            return None
        value = _arabic(match["arabic"]) if match["arabic"] else _chinese(match["chinese"])
        tail = _TAIL.match(words, match.end())
        factor = 1
        for sign in tail.group() if tail else "":
            factor *= _MAGNITUDES[sign]
        if value is None or (least is not None and factor >= least):
            return None
        total += value * factor
        least = factor
        at = tail.end() if tail else match.end()
    return total if words else None


def read_range(words: str) -> tuple[Decimal, Decimal | None] | None:
    """Return the ends of an approximate number (两三, 十七八, 三五百, 七八十), else the number and None.

    None when `words` write neither: 八五 is no pair of neighbours.

    >>> read_range("三五百"), read_range("325")
    ((Decimal('300'), Decimal('500')), (Decimal('325'), None))
    """
    pair = None if words in _PLANS else _PAIR.search(words)
    if pair is None or pair.group() not in _NEIGHBOURS or len(words) > _LONGEST:
        value = read_numeral(words)
        return None if value is None else (value, None)
    start, end = pair.span()
    low = read_numeral(words[: start + 1] + words[end:])
    high = read_numeral(words[:start] + words[end - 1 :])
    return None if low is None or high is None else (low, high)


def _arabic(words: str) -> Decimal:
    return Decimal(_APART.sub("", words).replace("．", "."))


def _chinese(words: str) -> Decimal | None:
    whole, _, fraction = words.partition("点")
    value = _chinese_whole(whole)
    if value is None or not fraction:
        return None if value is None else Decimal(value)
    digits = "".join(str(_DIGITS[c]) for c in fraction)
    return Decimal(f"{value}.{digits}")


def _chinese_whole(words: str) -> int | None:
    """Read 三百二十五, 一百零五, 十二, and digit by digit 二〇二五; None for what is no number (一二百, 两三)."""
    if not any(c in _PLACES for c in words):
        plain = len(words) == 1 or len(words) > 3 or bool(_ZERO.search(words))
        return int("".join(str(_DIGITS[c]) for c in words)) if words and plain else None
    total, digit, last = 0, None, 10_000
    for sign in words:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
            continue
        place = _PLACES[sign]
        if place >= last or (digit is None and place != 10):
            return None
        total += (1 if digit is None else digit) * place
        last, digit = place, None
    if digit and last > 10 and not _ZERO.search(words):
        return None
    return total + (digit or 0)
