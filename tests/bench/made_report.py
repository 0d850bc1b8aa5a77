"""Makes up one report as if it had been read: its text, and in it commitments with all their parts."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from ecoledger.identity import commitment_ids
from ecoledger.indicators.catalogue import match_indicator
from ecoledger.model import (
    MEETING,
    Body,
    Commitment,
    Damage,
    Deadline,
    Issue,
    Meeting,
    Person,
    Reason,
    Report,
    Statement,
    Target,
)
from ecoledger.structure.meeting_kind import meeting_kind
from tests.bench import made_word as word

if TYPE_CHECKING:
    from random import Random

    from ecoledger.model import Region

_THEMES, _THEME_WEIGHTS = tuple(word.THEME_WEIGHTS), tuple(word.THEME_WEIGHTS.values())
_ORGAN_WEIGHTS = tuple(weight for *_, weight in word.ORGANS)
_MEETING_WEIGHTS = tuple(weight for _, weight in word.MEETINGS)
_PLANS = ("十二", "十三", "十四", "十五")
_LONGEST = 20_000
_IDENTITY = tuple((at, at + 1) for at in range(_LONGEST))


@dataclass(frozen=True, slots=True)
class Made:
    """A report, and the kind of its meeting."""

    report: Report
    kind: str | None


class _Text:
    """A text that grows, and knows where it is."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, words: str) -> tuple[int, int, str]:
        """Add `words` and return their span."""
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return start, self.length, words

    def since(self, start: int) -> tuple[int, int, str]:
        """Return all that was added since `start`, where some words began, as a span."""
        at, left = len(self.parts), self.length
        while left > start:
            at -= 1
            left -= len(self.parts[at])
        return start, self.length, "".join(self.parts[at:])


def make_report(
    chance: Random, name: str, region: Region | None, *, day: dt.date | None, count: int, version: str
) -> Made:
    """Return a report of `count` commitments from `region` about a meeting on `day`; `name` is that of its file."""
    text = _Text()
    level = region.level if region and region.level in word.ALL_OF else "prefecture"
    place = region.name if region else ""
    subject = chance.choices(word.MEETINGS, _MEETING_WEIGHTS)[0][0]
    title = f"{place}召开{subject}" if chance.random() > 0.03 else None
    speakers = tuple(dict.fromkeys(chance.choices(word.SPEAKERS, k=chance.randint(0, 2)))) or (MEETING,)
    told = day is not None and chance.random() < 0.85
    date_text = f"{day.month}月{day.day}日" if day and told else "近日"
    text.add(f"{date_text}，{word.ALL_OF[level]}{subject}召开。")
    issues: list[Issue] = []
    spoken = [(chance.choice(speakers)) for _ in range(count)]
    items, speaker = [], None
    statements = _statements(chance, text) if chance.random() < 0.6 else ()
    for at in range(count):
        if spoken[at] != speaker or chance.random() < 0.15:
            speaker = spoken[at]
            text.add("\n")
            head = text.add(f"{speaker}强调，")
        item, doubts = _make_item(chance, text, place, day)
        reasons = (
            Reason("label", "forward.lead", "强调", head[1] - 3),
            Reason("label", "forward.modal", "要", item["start"]),
        )
        items.append(item | {"speaker": speaker, "reasons": reasons})
        issues += doubts
        text.add("。" if chance.random() < 0.4 else "；")
    clean = "".join(text.parts)
    ids = commitment_ids(name, (item["text"] for item in items))
    reliable = chance.random() > 0.06
    original, offsets, damage = _publish(chance, clean, reliable)
    commitments = tuple(
        Commitment(
            id=key, source_start=offsets[item["start"]][0], source_end=offsets[item["end"] - 1][1], **item
        )
        for key, item in zip(ids, items, strict=True)
    )
    if region is None:
        issues.append(Issue("region_unknown", "看不出是哪里的报告，请人工填写地区。"))
    if day is None:
        issues.append(Issue("date_missing", "文中没有会议日期，也没有发布日期，请人工填写。"))
    meeting_name = f"{word.ALL_OF[level]}{subject}"
    report = Report(
        file=f"{name}.txt",
        id=hashlib.sha256(name.encode()).hexdigest()[:16],
        title=title,
        published=day + dt.timedelta(chance.randint(0, 4)) if day and (not told or chance.random() < 0.8) else None,
        source=f"{place}融媒体中心" if chance.random() < 0.8 else None,
        author=None,
        url=None,
        script="hant" if chance.random() < 0.1 else "hans",
        damage=damage,
        reliable=reliable,
        text=clean,
        region=region,
        meeting=Meeting(
            name=meeting_name,
            date=day if told else None,
            date_text=date_text,
            form=chance.choice(("onsite", "video", None, None)),
            chair=None,
            speakers=speakers,
        ),
        people=tuple(
            Person(one, f"{place}{chance.choice(word.POSTS[level])}") for one in speakers if one != MEETING
        ),
        original=original,
        offsets=offsets,
        statements=statements,
        commitments=commitments,
        issues=tuple(issues),
        rules_version=version,
    )  # fmt: skip
    return Made(report, meeting_kind(meeting_name, title))


def _make_item(
    chance: Random, text: _Text, place: str, day: dt.date | None
) -> tuple[dict[str, Any], list[Issue]]:
    """Add a commitment and return its fields and what is doubtful of it."""
    start = text.length
    theme = chance.choices(_THEMES, _THEME_WEIGHTS)[0]
    themes = (
        theme,
        *(t for t in chance.choices(_THEMES, _THEME_WEIGHTS) if t != theme and chance.random() < 0.35),
    )
    what = chance.choice(word.TASKS[theme])
    principle = chance.random() < 0.33
    deadlines: list[Deadline] = []
    bodies: list[Body] = []
    targets: list[Target] = []
    text.add("要")
    if not principle and chance.random() < 0.45:
        deadlines.append(_deadline(chance, text, day))
        text.add("，")
    if chance.random() < (0.15 if principle else 0.4):
        bodies = _bodies(chance, text, place)
    if principle:
        text.add(chance.choice(word.STANCES).format(what=what))
    else:
        text.add(f"{chance.choice(word.VERBS)}{chance.choice(word.PLACES)}{what}")
    if chance.random() < (0.06 if principle else 0.38):
        text.add("，")
        targets.append(_target(chance, text, theme))
    if chance.random() < 0.15:
        text.add("，实现")
        words = chance.choice(word.QUALITIES)
        targets.append(Target(*text.add(words), kind="qualitative", rule="outcome.become"))
    if not principle and not deadlines and chance.random() < 0.08:
        text.add("，")
        deadlines.append(
            Deadline(*text.add("长期坚持"), kind="ongoing", certainty="explicit", rule="deadline.ongoing")
        )
    text.add(chance.choice(word.ENDS))
    span = text.since(start)
    doubts = []
    if chance.random() < 0.05:
        kind, message = chance.choice(word.DOUBTS)
        doubts.append(Issue(kind, message.format(words=what), span[0], span[1]))
    fields = {
        "start": span[0],
        "end": span[1],
        "text": span[2],
        "label": "principle" if principle else "action",
        "themes": tuple(dict.fromkeys(themes)),
        "targets": tuple(targets),
        "deadlines": tuple(deadlines),
        "bodies": tuple(bodies),
        "rules": ("forward.lead", "forward.modal"),
    }
    return fields, doubts


def _deadline(chance: Random, text: _Text, day: dt.date | None) -> Deadline:
    """Add words of time and return the deadline: of every kind, most of them dated."""
    kind = chance.choices(
        ("year_end", "date", "plan_period", "period", "immediate", "none", "ongoing"), (34, 24, 12, 10, 6, 7, 7)
    )[0]  # fmt: skip
    year = (day or dt.date(2025, 1, 1)).year
    begin = due = None
    rule, certainty = f"deadline.{kind}", "explicit"
    if kind == "year_end":
        due = dt.date(year + chance.choice((0, 0, 0, 1, 1, 2, 3)), 12, 31)
        words, rule = f"{due.year}年底前", "deadline.year_end"
    elif kind == "date":
        due = (day or dt.date(2025, 1, 1)) + dt.timedelta(chance.randint(10, 900))
        words, rule = f"{due.year}年{due.month}月{due.day}日前", "deadline.day_before"
    elif kind == "plan_period":
        first = year // 5 * 5 + 1 if year % 5 else year - 4
        begin, due = dt.date(first, 1, 1), dt.date(first + 4, 12, 31)
        words, rule = f"“{_PLANS[(first - 2011) // 5]}五”期间", "deadline.plan_period"
    elif kind == "period":
        years = chance.randint(1, 5)
        begin = day
        due = dt.date(day.year + years, day.month, min(day.day, 28)) if day else None
        words, rule, certainty = f"{'一两三四五'[years - 1]}年内", "deadline.years_ahead", "derived"
    else:
        words = {"immediate": "立行立改", "none": "按期", "ongoing": "长期"}[kind]
        rule = {"immediate": "deadline.immediate", "none": "deadline.on_time", "ongoing": "deadline.ongoing"}[
            kind
        ]
        certainty = "vague" if kind == "none" else "explicit"
    return Deadline(*text.add(words), kind=kind, certainty=certainty, rule=rule, begin=begin, due=due)


def _bodies(chance: Random, text: _Text, place: str) -> list[Body]:
    """Add one to three bodies and what they are to do."""
    if chance.random() < 0.25:
        words = chance.choice(word.COLLECTIVES)
        return [
            Body(*text.add(words), name=words, organ=None, role="responsible", rule="body.collective.each")
        ]
    chosen = dict.fromkeys(chance.choices(word.ORGANS, _ORGAN_WEIGHTS, k=chance.choice((1, 1, 2, 3))))
    found = []
    roles = ("lead", "support", "support") if chance.random() < 0.7 else ("responsible",) * 3
    for at, ((organ, name, _), role) in enumerate(zip(chosen, roles, strict=False)):
        text.add("由" if at == 0 else "、")
        span = text.add(f"{place or '本市'}{name}")
        text.add({"lead": "牵头", "support": "配合", "responsible": ""}[role])
        found.append(Body(*span, name=span[2], organ=organ, role=role, rule="body.before.by"))
    text.add("负责，" if roles[0] == "responsible" else "，")
    return found


@cache
def _measured(theme: str) -> tuple[word.Measured, ...]:
    return tuple(one for one in word.MEASURED if theme in one.themes) or word.MEASURED[-2:]


@cache
def _code(phrase: str, unit: str, change: str | None) -> str | None:
    found = match_indicator(phrase, unit, change)
    return found.code if found else None


def _target(chance: Random, text: _Text, theme: str) -> Target:
    one = chance.choice(_measured(theme))
    value = Decimal(
        str(
            round(chance.uniform(one.low, one.high), one.digits)
            if one.digits
            else chance.randint(int(one.low), int(one.high))
        )
    )
    baseline = "2020年" if one.change and chance.random() < 0.5 else None
    than = f"比{baseline}" if baseline else ""
    return Target(
        *text.add(one.phrase + than + one.words.format(v=value)),
        kind="quantitative",
        rule="measure.quantity",
        indicator=one.phrase,
        indicator_code=_code(one.phrase, one.unit, one.change),
        value=value * one.scale,
        unit=one.unit,
        op=one.op,
        change=one.change,
        baseline=baseline,
    )  # fmt: skip


def _statements(chance: Random, text: _Text) -> tuple[Statement, ...]:
    """Add what has been reached so far."""
    text.add("\n")
    start = text.length
    text.add("去年，")
    target = _target(chance, text, chance.choice(("air", "water", "nature", "rural")))
    said = Statement(*text.since(start), kind="achieved", targets=(target,))
    text.add("。")
    return (said,)


def _publish(chance: Random, clean: str, reliable: bool):
    """Return the published copy of a clean text, where each character stands in it, and its damage."""
    if reliable and chance.random() < 0.75:
        return clean, _IDENTITY[: len(clean)], ()
    marks = sorted(chance.sample(range(1, len(clean)), k=min(len(clean) - 1, 40 if not reliable else 8)))
    parts, offsets, last, shift = [], [], 0, 0
    for mark in marks:
        parts += [clean[last:mark], "(zhù)"]
        offsets += [(at + shift, at + shift + 1) for at in range(last, mark)]
        last, shift = mark, shift + 5
    parts.append(clean[last:])
    offsets += [(at + shift, at + shift + 1) for at in range(last, len(clean))]
    damage = [Damage("pinyin", len(marks), len(marks), f"去除夹在字后的注音{len(marks)}处")]
    if not reliable:
        damage.append(Damage("spun", 9, 0, "正文疑经同义词替换，词语不可据以引用"))
    return "".join(parts), tuple(offsets), tuple(damage)
