"""What a report holds, in a line of small labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.element import write_quiet, write_tag
from dashboard.labels import SHORT_LABELS, STATEMENTS, name_of
from dashboard.language import tr

if TYPE_CHECKING:
    from ecoledger.model import Report


def write_summary(report: Report) -> str:
    """Return how many commitments of each label there are, what they name, and whether the words may be relied upon."""
    commitments = report.commitments
    unreliable = "" if report.reliable else write_tag(tr("文字不可靠"), "late")
    stated = "".join(
        write_tag(f"{name_of(STATEMENTS, kind)} {count}")
        for kind in STATEMENTS
        if (count := sum(one.kind == kind for one in report.statements))
    )
    if not commitments:
        return unreliable + stated + write_quiet(tr("没有读到承诺。"))
    counts = {label: sum(c.label == label for c in commitments) for label in SHORT_LABELS}
    tags = [
        write_tag(f"{name_of(SHORT_LABELS, label)} {count}", label)
        for label, count in counts.items()
        if count
    ]
    dated = sum(any(d.due for d in c.deadlines) for c in commitments)
    tags.append(write_tag(tr("有目标 {count}", count=sum(bool(c.targets) for c in commitments))))
    tags.append(write_tag(tr("有截止日期 {count}", count=dated)))
    tags.append(write_tag(tr("有责任单位 {count}", count=sum(bool(c.bodies) for c in commitments))))
    return "".join((*tags, stated, unreliable))
