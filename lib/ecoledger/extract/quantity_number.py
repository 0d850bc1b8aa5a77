"""Finds numbers with their unit: 3.2万亩, 百分之九十, 八成, 1—2家, 三百二十五个, 翻一番."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from ecoledger.extract.numeral import NUMERAL, read_numeral, read_range
from ecoledger.extract.quantity_word import find_words, read_fraction, read_round, read_share
from ecoledger.lexicon.loader import load_table, words
from ecoledger.model import Span
from ecoledger.rules.gate import possible_rules
from ecoledger.rules.loader import load_rules
from ecoledger.rules.presence import may_any_find

if TYPE_CHECKING:
    from ecoledger.extract.quantity_word import NumberKind
    from ecoledger.rules.loader import Rule

_JOINTS = ("、", "和", "与", "及")
_LATE = {"万": 10**4, "亿": 10**8}
_RANKED = ("前", "列第", "居第")
_NEAR = 24  # characters in front of a number that say what it counts
_INDEX = "quantity.index"
_INDEXED = re.compile(r"(?:指数|系数|PUE|容积率|评分|得分)[^，。；、\d\x00]{0,8}$")
_STANDING = re.compile(r"(?:排名|排位|位次|名次|进入|跻身|位居|位列|稳居|稳定|保持)[^，。；、]{0,16}前$")
_SMALL = re.compile(r"[一二两三四五六七八九十]")


@dataclass(frozen=True, slots=True)
class Number(Span):
    """A number with its unit, multiplied out; `value2` ends a range, `kind` is that of Quantity.

    `rule` is the row of lexicon/unit.csv that the unit was read by, or the way a number without one was read.
    The unit of an index (指数降至4.2) is empty.
    """

    kind: NumberKind
    value: Decimal
    value2: Decimal | None
    unit: str
    rule: str


# One of these stands in every number that is written out: see _number_pattern.
_NUMERAL = re.compile(r"[\d零〇○一二两三四五六七八九十百千万亿]")


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers with a unit in `text` in order; dates, codes, ordinals and catchwords are none."""
    masked = _mask(text)
    written = _number_pattern().finditer(masked) if _NUMERAL.search(masked) else ()
    raws = [raw for m in written if (raw := _read_number(masked, m))]
    raws += [Number(*word) for word in find_words(masked)]
    raws.sort(key=lambda raw: raw.start)
    kept: list[Number] = []
    for raw in raws:
        if kept and raw.start < kept[-1].end:
            continue
        if kept and _completes(masked, kept[-1], raw):
            kept[-1] = replace(kept[-1], unit=raw.unit, rule=raw.rule)
        kept.append(raw)
    return tuple(kept)


def _completes(text: str, left: Number, right: Number) -> bool:
    """Tell 5个和3个百分点, where the unit is written out only once."""
    return left.unit == "个" and right.unit == "百分点" and text[left.end : right.start] in _JOINTS


def _mask(text: str) -> str:
    """Blank out what looks like a number and is none; offsets stay."""
    for rule in possible_rules("quantity", text, "mask"):
        text = rule.pattern.sub(lambda m: "\x00" * len(m.group()), text)
    return text


@cache
def _units() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for row in load_table("unit", ("unit", "aliases", "kind"), key="unit"):
        for name in (row["unit"], *words(row["aliases"])):
            table[name] = (row["unit"], row["kind"])
    return table


def _row(unit: str) -> str:
    return f"unit.csv:{unit}"


@cache
def _number_pattern() -> re.Pattern[str]:
    names = sorted(_units(), key=len, reverse=True)
    unit = "|".join(re.escape(name) for name in names)
    numeral = rf"{NUMERAL}(?:千(?![米克瓦伏]))?"
    return re.compile(
        rf"(?=[\d每零〇○一二两三四五六七八九十百千万亿])"  # all begin so: the rest need not be tried elsewhere
        rf"(?:每(?P<per>平方公里|平方米|公里|亩|公顷|户|人|村|万人))?"
        rf"(?:百分之(?P<percent>{numeral})|千分之(?P<mille>{numeral})|(?P<part>[二三四五六七八九十])分之(?P<share>[一二三四五六七八九])"
        rf"|(?P<tenth>[一二两三四五六七八九]{{1,2}}|\d(?:\.\d)?)成(?P<half>[一二三四五六七八九]|半)?(?![效果立为员本品熟功长])"
        rf"|(?<![\d.A-Za-z零一二两三四五六七八九十百千几数])(?P<round>[百千])(?P<round_unit>家|个|户)(?!万|以上|级|$|性|人)"
        rf"|(?<=[超过破近约逾达到增])(?P<bound>[百千]?[万亿]|[百千])(?P<bound_unit>{unit})(?![级人大])"
        rf"|(?<=前)(?P<rank>十|[二三]十|[三五八]|[1-9]\d?)(?=[，。；、]|$|行列|以内|强)"
        rf"|(?:(?<=COD)|(?<=VOC)|(?<=VOCs)|(?<=NOx)|(?<=GDP)|(?<![\d.A-Za-z〇零一二两三四五六七八九十百千])(?<!\d ))(?P<low>{numeral})"
        rf"(?:(?:{unit})?\s?(?:[-—–~～]{{1,2}}|至|到)\s?(?P<high>{numeral}))?(?P<more>余|多)?(?P<late>万|亿)?(?P<unit>{unit})(?!月(?!度)|工作日|星期|季度|五年|百分点|钟|之(?!间)|(?<=部)[门分队长委署])"
        rf"|(?<![\d.A-Za-z〇零一二两三四五六七八九十百千])(?P<index>\d{{1,3}}(?:\.\d{{1,3}})?)(?=以[内下上]|左右|[，。；、]|$))"
    )


def _read_number(text: str, match: re.Match[str]) -> Number | None:
    if match["low"]:
        return _read_measure(text, match)
    start, end = match.span()
    if match["percent"] or match["mille"]:
        ends = read_share(match["percent"] or match["mille"])
        unit = "%" if match["percent"] else "‰"
        return Number(start, end, match.group(), "number", *ends, unit, _row(unit)) if ends else None
    if match["part"]:
        value = read_fraction(match["share"], match["part"])
        return Number(start, end, match.group(), "number", value, None, "%", _row("%"))
    if match["tenth"]:
        return _read_tenths(match)
    if match["round"] or match["bound"]:
        name = match["round_unit"] or match["bound_unit"]
        unit, value = _units()[name][0], read_round(match["round"] or match["bound"])
        return Number(start, end, match.group(), "number", value, None, unit, _row(unit))
    digits = match["rank"] or match["index"]
    known, unit, rule = (_STANDING, "位", _row("位")) if match["rank"] else (_INDEXED, "", _INDEX)
    level = read_numeral(digits) if known.search(text[max(0, start - _NEAR) : start]) else None
    return None if level is None else Number(start, end, match.group(), "number", level, None, unit, rule)


def _read_measure(text: str, match: re.Match[str]) -> Number | None:
    """Read a number that is written with its unit: 3.2万亩, 3至5个."""
    unit, kind = _units()[match["unit"]]
    rule = _row(unit)
    ends = _read_ends(match["low"], match["high"])
    if ends is None:
        return None
    low, high = ends
    if match["late"]:
        factor = _LATE[match["late"]]
        low, high = low * factor, None if high is None else high * factor
    at = match.start("low")
    if not _counts(text, at, match["low"], kind, several=high is not None):
        return None
    if match["per"]:
        unit = f"{unit}/{match['per']}"
    return Number(at, match.end(), text[at : match.end()], "number", low, high, unit, rule)


def _read_tenths(match: re.Match[str]) -> Number | None:
    """Read 八成, 八成五, 七八成."""
    ends, rest = read_range(match["tenth"]), match["half"]
    if ends is None:
        return None
    extra = Decimal(5) if rest == "半" else read_numeral(rest or "") or Decimal(0)
    low, high = ends[0] * 10 + extra, None if ends[1] is None else ends[1] * 10 + extra
    return Number(match.start(), match.end(), match.group(), "number", low, high, "%", _row("%"))


def _read_ends(low_words: str, high_words: str | None) -> tuple[Decimal, Decimal | None] | None:
    """Read 两三 and 3至5; None where one of the words writes no number."""
    if high_words is None:
        return read_range(low_words)
    low, high = read_numeral(low_words), read_numeral(high_words)
    return None if low is None or high is None else (_scale_low(low, high, low_words, high_words), high)


def _scale_low(low: Decimal, high: Decimal, low_words: str, high_words: str) -> Decimal:
    """Give the low end of 3至5万 the magnitude that is written once, at the end."""
    sign = next((s for s in ("亿", "万") if high_words.endswith(s)), None)
    if sign and sign not in low_words and low < high:
        return low * (10**8 if sign == "亿" else 10**4)
    return low


def _counts(text: str, start: int, numeral: str, kind: str, *, several: bool) -> bool:
    """Tell a count from an idiom: 一个, 两项, 三条 count only after a verb or noun of counting (新建三座).

    What names two ends (两到三个) counts.
    """
    if kind == "duration":
        return False
    if kind == "rank" or text.endswith(_RANKED, 0, start):
        return text.endswith(_RANKED, 0, start)
    if (
        several
        or kind not in ("count", "volume", "event")
        or len(numeral) > 1
        or not _SMALL.fullmatch(numeral)
    ):
        return True
    return (
        kind != "event"
        and numeral != "一"
        and strip_words(text[max(0, start - 4) : start], "counting")[1] is not None
    )


@cache
def list_rules(kind: str) -> tuple[Rule, ...]:
    """Return the rules of rules/quantity.toml of a kind."""
    return tuple(rule for rule in load_rules("quantity") if rule.kind == kind)


def strip_words(head: str, kind: str) -> tuple[str, str | None]:
    """Return `head` without the words of `kind` at its end, and what they say."""
    start, rule = find_ending(head, kind)
    return head[:start], rule.value if rule else None


def find_ending(head: str, kind: str) -> tuple[int, Rule | None]:
    """Return where the words of `kind` at the end of `head` begin, and the rule that reads them."""
    rules = list_rules(kind)
    if not may_any_find(rules, head):
        return len(head), None
    found = ((m.start(), rule) for rule in rules if (m := rule.pattern.search(head)))
    return min(found, key=lambda f: (f[0], f[1].value), default=(len(head), None))
