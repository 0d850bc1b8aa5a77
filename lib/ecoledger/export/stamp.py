"""What a file says of itself: when it was made, for which filter and rule of lights, from which reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ecoledger.ledger.light import LightRule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ecoledger.ledger.commitment import CommitmentRow

TIME = "%Y-%m-%d %H:%M:%S"
NAME = "生态承诺台账"
"""What files are called."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The filter in words, a condition a line, the time of the export, and the rule of lights; all are passed in.

    Without a rule lights are those of the day of the export. `light_colours` are the colours that lights have on the
    screen, by the names of both.
    """

    filters: tuple[str, ...]
    made_at: dt.datetime
    light_rule: LightRule | None = None
    light_colours: tuple[tuple[str, str], ...] = ()

    @property
    def time(self) -> str:
        """The time as it is written."""
        return self.made_at.strftime(TIME)

    @property
    def lights(self) -> LightRule:
        """The rule by which lights are told."""
        return self.light_rule or LightRule(self.made_at.date())

    @property
    def light_words(self) -> str:
        """The rule of lights in words."""
        rule = self.lights
        colours = "、".join(f"{light}{colour}" for light, colour in self.light_colours)
        return (
            f"以 {rule.on} 为准：早于当日为已过期限，{rule.near} 天以内为临近，其后为未到期；"
            "长期坚持的另列，不会过期；已过期限只说日期已过，不说是否完成"
            + (f"；颜色：{colours}" if colours else "")
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A report from which rows came."""

    report_id: str
    title: str | None
    source: str | None
    place: str | None
    date: dt.date | None

    @property
    def words(self) -> str:
        """The report in one line: 《标题》（发布单位，日期）."""
        day = self.date.isoformat() if self.date else None
        told = "，".join(word for word in (self.source, day) if word)
        return f"《{self.title or '无标题'}》" + (f"（{told}）" if told else "")


@dataclass(slots=True)
class Tally:
    """Counts rows and notes their reports and versions of rules as they pass; full once all have passed."""

    rows: int = 0
    sources: dict[str, Source] = field(default_factory=dict)
    rules_versions: set[str] = field(default_factory=set)

    def over(self, rows: Iterable[CommitmentRow]) -> Iterator[CommitmentRow]:
        """Give `rows` again."""
        for row in rows:
            self.rows += 1
            self.rules_versions.add(row.rules_version)
            if row.report_id not in self.sources:
                self.sources[row.report_id] = source_of(row)
            yield row


def source_of(row: CommitmentRow) -> Source:
    """Return the report that a row comes from."""
    return Source(row.report_id, row.title, row.source, row.place, row.date)


def say_stamp(stamp: Stamp, tally: Tally) -> list[tuple[str, str]]:
    """Return what a file says of itself to people: names and words, a line each; the reports are not listed."""
    return [
        ("导出时间", stamp.time),
        *(("筛选条件", line) for line in stamp.filters),
        ("承诺条数", str(tally.rows)),
        ("来源报告数", str(len(tally.sources))),
        ("规则版本", "、".join(sorted(tally.rules_versions)) or "（无）"),
        ("亮灯规则", f"{stamp.light_words}。"),
        ("完成时限", "各条承诺中最早的确定日期，没有时为原文时限；“长期坚持”一类不计。"),
        ("日期", "会议日期；没有时为报告的发布日期。"),
    ]


def record_stamp(stamp: Stamp, tally: Tally) -> dict[str, Any]:
    """Return what a file says of itself to programs, in JSON types."""
    return {
        "name": NAME,
        "made_at": stamp.time,
        "filters": list(stamp.filters),
        "commitments": tally.rows,
        "rules_versions": sorted(tally.rules_versions),
        "light_rule": record_lights(stamp),
        "reports": [
            {
                "id": source.report_id,
                "title": source.title,
                "source": source.source,
                "place": source.place,
                "date": source.date.isoformat() if source.date else None,
            }
            for source in tally.sources.values()
        ],
    }


def record_lights(stamp: Stamp) -> dict[str, Any]:
    """Return the rule of lights in JSON types."""
    return {"on": stamp.lights.on.isoformat(), "near_days": stamp.lights.near}
