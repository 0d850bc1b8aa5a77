"""Writes a report's words as HTML with what was read marked in them: in the clean text, and in the text as published.

Every word of a report passes through `html.escape`; nothing in it is ever read as HTML or Markdown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.labels import LOSSES, name_of
from dashboard.language import tr
from dashboard.report.leftout import NAMES, READING, kind_of
from ecoledger.term import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ecoledger.model import Body, Commitment, Deadline, Loss, Report, Target

SPUN = "spun"
"""The look of words that were put in place of the published ones, and the kind of the issue that says so."""
STATED = "stated"
"""The look of words that are no commitment; they are marked only once they are chosen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` of a text to be shown as `look`.

    A `number` is written before the first of them; marks of the same `item` are chosen together, by their number
    too where they are `chosen_by` it. A `note` is shown on hover, and where it tells of damage on focus.
    """

    start: int
    end: int
    look: str
    number: int | None = None
    item: str | None = None
    note: str | None = None
    damage: bool = False
    chosen_by: bool = False


def mark_clean(report: Report, here: str | None = None, *, chosen_by: bool = False) -> str:
    """Return the clean text of `report` as HTML, a paragraph a line; `here` is the id of a commitment to frame.

    With `chosen_by` the numbers of the commitments are buttons, for a page that lists these too.
    """
    marks = [
        *_items(report, here, chosen_by=chosen_by),
        *_spun(report),
        *(_loss_mark(report, loss) for loss in report.losses),
    ]
    lines = report.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    found: list[list[Mark]] = [[] for _ in lines]
    for mark in marks:
        number = bisect_right(starts, mark.start) - 1
        while number < len(lines) and starts[number] < mark.end:
            cut = _cut(mark, starts[number], starts[number] + len(lines[number]))
            found[number].extend([cut] if cut else ())
            number += 1
    paragraphs = (mark_text(line, own) for line, own in zip(lines, found, strict=True) if line)
    return f'<div class="report">{"".join(f"<p>{words}</p>" for words in paragraphs)}</div>'


def mark_original(report: Report, here: str | None = None, *, chosen_by: bool = False) -> str:
    """Return the text as published as HTML, the same words marked where they stand there, and what was left out."""
    marks = [*_left_out(report), *(_published_mark(loss) for loss in report.losses)]
    for mark in (*_items(report, here, chosen_by=chosen_by), *_spun(report)):
        source = _source(report, mark)
        if source is not None:
            note = mark.note if mark.damage else None  # the parts are told of in the text as restored
            marks.append(replace(mark, start=source[0], end=source[1], note=note))
    return f'<div class="report original">{mark_text(report.original, marks)}</div>'


def mark_commitment(commitment: Commitment, report: Report) -> str:
    """Return the words of one commitment as HTML, with its targets, deadlines and bodies underlined."""
    marks = [
        replace(mark, number=None, item=None) for mark in _commitment_marks(commitment, 0, commitment.label)
    ]
    marks += [_loss_mark(report, loss) for loss in report.losses]
    shifted = (_cut(mark, commitment.start, commitment.end) for mark in marks)
    return (
        f'<div class="report"><p>{mark_text(commitment.text, [mark for mark in shifted if mark])}</p></div>'
    )


def mark_text(text: str, marks: Iterable[Mark]) -> str:
    """Return `text` escaped, with an element for each mark; of marks that cross, the later one is cut in two.

    Longer marks hold shorter ones; of two of the same words, the one given first holds the other.
    """
    waiting = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)),
        key=lambda mark: (mark.start, -mark.end),
    )
    waiting.reverse()
    pieces: list[str] = []
    open_marks: list[Mark] = []
    at = 0
    while waiting or open_marks:
        mark = waiting.pop() if waiting else None
        while open_marks and (mark is None or open_marks[-1].end <= mark.start):
            closing = open_marks.pop()
            pieces += (escape(text[at : closing.end]), _closing(closing))
            at = closing.end
        if mark is None:
            break
        if open_marks and open_marks[-1].end < mark.end:
            rest = replace(mark, start=open_marks[-1].end, number=None)
            mark = replace(mark, end=rest.start)
            _put_back(waiting, rest)
        pieces += (escape(text[at : mark.start]), _opening(mark))
        at = mark.start
        open_marks.append(mark)
    return "".join((*pieces, escape(text[at:])))


def _put_back(waiting: list[Mark], rest: Mark) -> None:
    """Put the rest of a mark among those that wait, in order."""
    at = len(waiting)
    while at and (waiting[at - 1].start, -waiting[at - 1].end) < (rest.start, -rest.end):
        at -= 1
    waiting.insert(at, rest)


def _opening(mark: Mark) -> str:
    if mark.look in NAMES:  # readings stand by the hundred: theirs is the look without a name
        return "<s>" if mark.look == READING else f'<s class="{mark.look}">'
    number = "" if mark.number is None else f"<sup>{_number(mark)}\u2060</sup>"  # a word joiner: it stays
    item = "" if mark.item is None else f' data-item="{escape(mark.item)}"'
    note = "" if mark.note is None else f' data-note="{escape(mark.note)}"'
    stop = ' tabindex="0"' if mark.damage else ""
    return f'{number}<mark class="{escape(mark.look)}"{item}{note}{stop}>'


def _number(mark: Mark) -> str:
    if not mark.chosen_by or mark.item is None:
        return str(mark.number)
    said = escape(tr("承诺 {number}", number=mark.number))
    stop = 0 if mark.number == 1 else -1  # the arrows lead from one to the next
    return (
        f'<button data-item="{escape(mark.item)}" tabindex="{stop}" aria-label="{said}">'
        f"{mark.number}</button>"
    )


def _closing(mark: Mark) -> str:
    return "</s>" if mark.look in NAMES else "</mark>"


def _items(report: Report, here: str | None, *, chosen_by: bool) -> Iterator[Mark]:
    for number, commitment in enumerate(report.commitments, 1):
        look = f"{commitment.label} here" if commitment.id == here else commitment.label
        for mark in _commitment_marks(commitment, number, look):
            yield replace(mark, chosen_by=chosen_by)
    for number, statement in enumerate(report.statements, 1):
        yield Mark(statement.start, statement.end, STATED, item=f"s{number}")


def _commitment_marks(commitment: Commitment, number: int, look: str) -> Iterator[Mark]:
    yield Mark(commitment.start, commitment.end, look, number, str(number))
    for target in commitment.targets:
        yield Mark(target.start, target.end, "target", note=_target_note(target))
    for deadline in commitment.deadlines:
        yield Mark(deadline.start, deadline.end, "deadline", note=_deadline_note(deadline))
    for body in commitment.bodies:
        yield Mark(body.start, body.end, "body", note=_body_note(body))


def _target_note(target: Target) -> str:
    return tr(
        "目标：{reading}",
        reading=labels.target_text(target) if target.value is not None else tr("要达到的结果"),
    )


def _deadline_note(deadline: Deadline) -> str:
    reading = (
        labels.date_text(deadline.due)
        if deadline.due
        else labels.name_of(labels.DEADLINE_KINDS, deadline.kind)
    )
    return tr("时限：{reading}", reading=reading)


def _body_note(body: Body) -> str:
    return tr("责任单位：{name}（{role}）", name=body.name, role=labels.name_of(ROLES, body.role))


def _loss_mark(report: Report, loss: Loss) -> Mark:
    published = report.original[loss.source_start : loss.source_end]
    note = tr("{outcome}；来源页面作“{words}”", outcome=_outcome(loss), words=published)
    return Mark(loss.start, loss.end, loss.outcome, note=note, damage=True)


def _published_mark(loss: Loss) -> Mark:
    outcome = _outcome(loss)
    note = outcome if loss.certainty is None else tr("{outcome}：“{words}”", outcome=outcome, words=loss.text)
    return Mark(loss.source_start, loss.source_end, loss.outcome, note=note, damage=True)


def _spun(report: Report) -> Iterator[Mark]:
    for issue in report.issues:
        if issue.kind == SPUN and issue.start is not None and issue.end is not None:
            yield Mark(issue.start, issue.end, SPUN, note=issue.message, damage=True)


def _outcome(loss: Loss) -> str:
    outcome = name_of(LOSSES, loss.outcome)
    if loss.certainty is None:
        return outcome
    return tr("{outcome}（把握 {share:.0%}）", outcome=outcome, share=loss.certainty)


def _left_out(report: Report) -> Iterator[Mark]:
    """Give the stretches of the original that no character of the clean text is."""
    at = 0
    for start, end in (*sorted(_kept(report)), (len(report.original), len(report.original))):
        if at < start and not report.original[at:start].isspace():
            yield Mark(at, start, kind_of(report.original[at:start]))
        at = max(at, end)


def _kept(report: Report) -> Iterator[tuple[int, int]]:
    """Give where the characters of the clean text stand in the original.

    A character that came of several (with its reading, or the last of doubled marks) stands at one of them; what is
    damaged, or became several characters, is kept whole.
    """
    shared = Counter(report.offsets)
    damaged = [(loss.source_start, loss.source_end) for loss in report.losses]
    for char, (start, end) in zip(report.text, report.offsets, strict=True):
        if char == "\n":
            continue
        whole = end - start < 2 or shared[start, end] > 1
        if whole or any(left < end and start < right for left, right in damaged):
            yield start, end
        elif report.original[end - 1] == char:
            yield end - 1, end
        else:
            yield start, start + 1


def _cut(mark: Mark, start: int, end: int) -> Mark | None:
    """Return the part of the mark within `[start, end)`, counted from its start."""
    left, right = max(mark.start, start), min(mark.end, end)
    if left >= right:
        return None
    number = mark.number if left == mark.start else None
    return replace(mark, start=left - start, end=right - start, number=number)


def _source(report: Report, mark: Mark) -> tuple[int, int] | None:
    spans: Sequence[tuple[int, int]] = report.offsets[mark.start : mark.end]
    if not spans:
        return None
    return min(start for start, _ in spans), max(end for _, end in spans)
