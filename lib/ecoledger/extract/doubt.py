"""Says where the reading of a commitment is open to doubt, for the people who check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.extract.deadline import find_passed
from ecoledger.model import Issue

if TYPE_CHECKING:
    from ecoledger.extract.context import Context
    from ecoledger.extract.draft import Draft
    from ecoledger.extract.label import Labelled

_LABELS = {"action": "行动", "principle": "原则"}


def find_doubts(draft: Draft, labelled: Labelled, context: Context) -> tuple[Issue, ...]:
    """Return what is doubtful about `draft`: a label in the balance, a deadline without a date, over, or by a mere year."""
    doubts = []
    if labelled.doubtful:
        message = f"标为{_LABELS[draft.label]}的依据不足：文字介于可核查的行动与原则要求之间，请人工确认。"
        doubts.append(Issue("label_doubtful", message, draft.start, draft.end))
    doubts += [
        Issue("deadline_open", f"期限“{d.text}”无法确定到日期。", d.start, d.end)
        for d in draft.deadlines
        if d.due is None and d.kind != "ongoing"
    ]
    doubts += [
        Issue(
            "deadline_past",
            f"期限“{p.text}”早于报告日期，未计为期限。",
            draft.start + p.start,
            draft.start + p.end,
        )
        for p in find_passed(draft.text, labelled.since, len(draft.text), context.day)
    ]
    if context.reference is None and context.day is not None:
        year = context.day.year
        doubts += [
            Issue("deadline_by_year", f"报告没有日期，期限“{d.text}”按{year}年的报告理解。", d.start, d.end)
            for d in draft.deadlines
            if d.due is not None and d.certainty == "derived"
        ]
    return tuple(doubts)
