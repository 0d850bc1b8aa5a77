"""The day of a meeting: words found by rules, then counted out against the day of publishing."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ecoledger.model import Issue
from ecoledger.rules.gate import find_in_parts

_LATE = dt.timedelta(days=7)
"""A day later than this after publishing belongs to the year before (a December meeting told in January)."""
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0}
_RELATIVE = {"今": 0, "昨": 1, "前": 2}
_WEEKDAYS = "一二三四五六日天"
_YEAR = re.compile(
    r"(20(?<![\d到至较比于]20)\d{2})年(?![底末前内]|之前|以前|目标|实现|达到|基本|左右|基础|基数|水平)"
)
_REVIEWED = re.compile(
    r"(?:总结|回顾|通报|盘点|述)了?[^，。；\d]{0,6}(20\d{2})年(?=度|全|生态|环|工作|污染|以来)"
)
_CONGRESS = re.compile(
    r"第?(十[一二三四五六]?)届全国(?:人大|政协|人民代表大会|委员会)(?:第)?([一二三四五])次会议"
)
_CONGRESS_SINCE = 1953
"""The tenth National People's Congress and the tenth conference first met in 2003; a congress meets for five years."""
_SENTENCE = re.compile(r"[^。！？\n]+")
_REVIEW_SEASON = 6
"""The last month in which the year before is reviewed."""

if TYPE_CHECKING:
    from ecoledger.rules.narrowed import PossibleRule

Word: TypeAlias = "tuple[PossibleRule, re.Match[str]]"
"""Words of a date, and the rule that found them."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The words of a date at `[start, end)` and, once resolved, the day they mean."""

    start: int
    end: int
    text: str
    kind: str
    rule: str
    day: dt.date | None
    issue: Issue | None


def find_meeting_date(text: str, at: int, title: str | None, published: dt.date | None) -> Dated | None:
    """Return the date told for the meeting whose sentence holds `at`, or None where no words of time stand.

    The date nearest before `at` in its sentence wins, then one behind it in the sentence, then the nearest
    before it in the paragraph, then the first of the text. `day` is None when the words do not tell it.
    """
    found = _find_words(text)
    # a bare month only where no day is told
    words = [word for word in found if word[0].kind != "month"] or found
    if not words:
        return None
    begin = max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
    end = min((p for mark in "。！？\n" if (p := text.find(mark, at)) >= 0), default=len(text))
    paragraph = text.rfind("\n", 0, at) + 1
    ranked = (
        [w for w in words if begin <= w[1].start() < at][::-1]
        + [w for w in words if at <= w[1].start() < end]
        + [w for w in words if paragraph <= w[1].start() < begin][::-1]
        + [w for w in words if w[1].start() < at or w[1].start() < _opening(text)]
    )
    return _resolve(ranked[0], words, f"{title or ''}\n{text}", published) if ranked else None


def _opening(text: str) -> int:
    """Return where the first two paragraphs end: a date further down is seldom the meeting's."""
    first = text.find("\n")
    second = text.find("\n", first + 1) if first >= 0 else -1
    return second if second >= 0 else len(text)


def _find_words(text: str) -> list[Word]:
    """Return every date in order, the longer reading where two overlap."""
    kept: list[Word] = []
    found = find_in_parts("meeting_date", text, _SENTENCE)
    for rule, match in sorted(found, key=lambda item: (item[1].start(), -item[1].end())):
        if not kept or match.start() >= kept[-1][1].end():
            kept.append((rule, match))
    return kept


def _resolve(
    word: Word,
    words: list[Word],
    text: str,
    published: dt.date | None,
) -> Dated:
    rule, match = word
    kind = rule.kind
    day: dt.date | None = None
    doubt: tuple[str, str] | None = None
    if kind == "full":
        day = _date(_year(match["year"]), _number(match["month"]), _number(match["day"]))
    elif kind == "month_day":
        day, doubt = _in_year(_number(match["month"]), _number(match["day"]), text, published, match.group())
    elif kind == "day":
        day, doubt = _in_month(int(match["day"]), match, words, text, published)
    elif kind == "relative" and published:
        told = match["relative"] or match["relative2"]
        day = published - dt.timedelta(days=_RELATIVE[told[0]])
    elif kind == "weekday" and published:
        day = _on_weekday(match["weekday"], match["week"] or "", published)
    if kind == "range":
        doubt = ("date_range", f"文中只写“{match.group()}”，没有写会议在哪一天。")
    elif kind in {"vague", "month"}:
        doubt = ("date_vague", f"文中只写“{match.group()}”，会议日期不明。")
    elif day is None and doubt is None:
        doubt = ("date_unknown", f"“{match.group()}”推算不出具体日期：缺少发布日期或日期有误。")
    issue = Issue(*doubt, match.start(), match.end()) if doubt else None
    return Dated(match.start(), match.end(), match.group(), kind, rule.id, day, issue)


def _in_year(
    month: int, day: int, text: str, published: dt.date | None, words: str
) -> tuple[dt.date | None, tuple[str, str] | None]:
    """Return month and day in the year of publishing, else in the year the text is mostly about."""
    if published:
        found = _date(published.year, month, day)
        if found and found - published > _LATE:
            found = _date(published.year - 1, month, day)
        return found, None
    years = Counter(map(int, _YEAR.findall(text)))
    if month <= _REVIEW_SEASON:
        for reviewed in map(int, _REVIEWED.findall(text)):
            years.subtract([reviewed])
            years.update([reviewed + 1])
    if not years and (met := _CONGRESS.search(text)):
        years[_CONGRESS_SINCE + 5 * _number(met[1]) + _number(met[2]) - 1] += 1
    if not years:
        return None, ("date_no_year", f"“{words}”没有年份，文中也没有发布日期，会议日期不明。")
    year = max((count, year) for year, count in years.items())[1]
    return _date(year, month, day), ("date_inferred", f"“{words}”没有年份，按文中提到的{year}年推定。")


def _in_month(
    day: int,
    match: re.Match[str],
    words: list[Word],
    text: str,
    published: dt.date | None,
) -> tuple[dt.date | None, tuple[str, str] | None]:
    """Return the day in the month told before it (10月11日至12日…12日上午), else in that of publishing."""
    for _, before in reversed([w for w in words if w[1].start() < match.start()]):
        months = before.groupdict()
        if month := months.get("month2") or months.get("month"):
            return _in_year(_number(month), day, text, published, match.group())
    if published is None:
        return None, None
    month_start = published.replace(day=1)
    if day > published.day:
        month_start = (month_start - dt.timedelta(days=1)).replace(day=1)
    return _date(month_start.year, month_start.month, day), None


def _on_weekday(name: str, week: str, published: dt.date) -> dt.date:
    """Return the day of that name in the week of publishing or the one before; without 周 said, the last one."""
    day = published - dt.timedelta(days=published.weekday() - min(_WEEKDAYS.index(name), 6))
    if week == "上周":
        return day - dt.timedelta(days=7)
    return day if day <= published or week else day - dt.timedelta(days=7)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year(words: str) -> int:
    return int("".join(str(_DIGITS.get(c, c)) for c in words))


def _number(words: str) -> int:
    """Return a number from 1 to 31 written in digits or in Chinese."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[ones] if ones else 0)
