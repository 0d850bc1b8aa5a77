"""Reports with numbers of our own making, for tests of what compares them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.identity import commitment_ids, report_id
from ecoledger.model import Body, Commitment, Deadline, Meeting, Region, Report, Statement, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE = "made"


@dataclass(frozen=True)
class Line:
    """A sentence with one number: what it is to be read as."""

    text: str
    indicator: str
    code: str | None
    value: str
    unit: str
    op: str = "="
    value2: str | None = None
    change: str | None = None
    baseline: str | None = None
    dues: tuple[tuple[str, str | None, str], ...] = ()
    """Kind of deadline, its begin (None: none) and its day."""
    themes: tuple[str, ...] = ("air",)
    organ: str | None = None


def number_report(
    adcode: str, day: str, lines: Sequence[Line], achieved: Sequence[Line] = (), demanded: Sequence[Line] = ()
) -> Report:
    """Return a report of a meeting in `adcode` on `day`."""
    place = load_gazetteer().division(adcode)
    assert place is not None
    title = f"{place.name}召开生态环境保护大会{day}"
    sentences = [*lines, *achieved, *demanded]
    text = "".join(f"{line.text}。" for line in sentences)
    starts = [sum(len(other.text) + 1 for other in sentences[:at]) for at in range(len(sentences))]
    identity = report_id(f"{title}\n{text}".encode())
    date = dt.date.fromisoformat(day)
    commitments = zip(commitment_ids(identity, [line.text for line in lines]), lines, starts, strict=False)
    rest = list(zip(sentences, starts, strict=True))[len(lines) :]
    return Report(
        file=f"{identity}.txt",
        id=identity,
        title=title,
        published=date,
        source="测试来源",
        script="hans",
        damage=(),
        reliable=True,
        text=text,
        region=Region(adcode, place.name, place.level, load_gazetteer().places(adcode), ()),
        meeting=Meeting("生态环境保护大会", date, day, None, None, ()),
        people=(),
        original=text,
        offsets=tuple((at, at + 1) for at in range(len(text))),
        statements=tuple(
            Statement(at, at + len(line.text), line.text, "achieved" if line in achieved else "demand", (_target(line, at),))
            for line, at in rest
        ),
        commitments=tuple(_commitment(key, line, at) for key, line, at in commitments),
        issues=(),
        rules_version="0.0.0-test",
    )  # fmt: skip


def _commitment(identity: str, line: Line, start: int) -> Commitment:
    end = start + len(line.text)
    return Commitment(
        start=start,
        end=end,
        text=line.text,
        id=identity,
        source_start=start,
        source_end=end,
        label="action",
        speaker=None,
        themes=line.themes,
        targets=(_target(line, start),),
        deadlines=tuple(
            Deadline(start, end, line.text, kind, "explicit", RULE, begin and dt.date.fromisoformat(begin), dt.date.fromisoformat(due))
            for kind, begin, due in line.dues
        ),
        bodies=(Body(start, end, line.text, line.organ, line.organ, "lead", RULE),) if line.organ else (),
        rules=(RULE,),
    )  # fmt: skip


def _target(line: Line, start: int) -> Target:
    return Target(
        start,
        start + len(line.text),
        line.text,
        kind="quantitative",
        rule=RULE,
        indicator=line.indicator,
        indicator_code=line.code,
        value=Decimal(line.value),
        value2=None if line.value2 is None else Decimal(line.value2),
        unit=line.unit,
        op=line.op,
        change=line.change,
        baseline=line.baseline,
    )
