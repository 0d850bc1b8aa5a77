"""From the bytes of one document to the report that was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ecoledger.extract.context import Context, find_plan_year
from ecoledger.extract.reading import read_commitments
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.resolution import resolve_region
from ecoledger.identity import commitment_ids, report_id
from ecoledger.intake.document import read_document
from ecoledger.model import Commitment, Damage, Report
from ecoledger.restore.loss import find_losses, is_lost_in, place_issues
from ecoledger.restore.restoration import restore, restore_words
from ecoledger.structure.meeting import read_meeting
from ecoledger.structure.page import read_page
from ecoledger.structure.person import find_people
from ecoledger.structure.segment import split_segments
from ecoledger.structure.whole import find_remnant
from ecoledger.version import rules_version

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from ecoledger.extract.draft import Draft
    from ecoledger.mapped import MappedText
    from ecoledger.model import Region


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of a report: deadlines and bodies are resolved against it instead of what is read."""

    region: Region | None = None
    date: dt.date | None = None


NOTHING_GIVEN = Given()


def parse(data: bytes, name: str, given: Given = NOTHING_GIVEN) -> Report:
    """Return what was read from the document `data`; `name` is how the report will call its file.

    The stages, each a pure function of what stands before it:

    1. bytes → text: kind and encoding found by content
    2. text → clean text: every character mapped to where it was published
    3. page → title, publication and body: navigation, credits and spam left out
    4. body → meeting, people, region
    5. body → segments → commitments, resolved against date and place

    `region` and `meeting.date` of the result are what was read, whatever was `given`.
    Raises UnreadableError when the bytes hold no text.
    """
    # 1. intake
    document = read_document(data, name)

    # 2. restoration
    restored = restore(document.text)

    # 3. the page
    page = read_page(restored.mapped, {key: restore_words(words) for key, words in document.meta.items()})
    text = page.body.text
    remnant = find_remnant(restored.mapped, page.body, restored.lost)

    # 4. meeting, people, region
    meeting, meeting_issues = read_meeting(text, page.title, page.published)
    held = (meeting.date if meeting else None) or page.published
    people = find_people(text)
    region, region_issues = resolve_region(page.title, text, page.source, page.url, page.context, held)

    # 5. commitments
    place = given.region or region
    context = Context(
        given.date or held,
        place,
        _names_below(place.adcode if place else None),
        page.title,
        find_plan_year(text),
    )
    reading = read_commitments(text, split_segments(text), context)

    identity = report_id(data)
    return Report(
        file=name,
        id=identity,
        title=page.title,
        published=page.published,
        source=page.source,
        script=restored.script,
        damage=tuple(_gather((*document.damage, *restored.damage, *page.damage))),
        reliable=bool(text)
        and page.whole
        and remnant is None
        and restored.is_reliable_in(page.body)
        and not is_lost_in(restored, page.title),
        text=text,
        region=region,
        meeting=meeting,
        people=people,
        original=document.text,
        offsets=tuple(zip(page.body.starts, page.body.ends, strict=True)),
        statements=reading.statements,
        commitments=tuple(_commitments(identity, page.body, reading.commitments)),
        issues=(
            *place_issues(restored, page.body, page.title),
            *page.issues,
            *filter(None, (remnant,)),
            *meeting_issues,
            *region_issues,
            *reading.issues,
        ),
        rules_version=rules_version(),
        url=page.url,
        losses=find_losses(restored, page.body),
        author=page.author,
    )


def _gather(found: Iterable[Damage]) -> Iterable[Damage]:
    """Yield the damage that the stages found, each kind once: bytes and characters may both be read wrongly."""
    kinds: dict[str, list[Damage]] = {}
    for damage in found:
        kinds.setdefault(damage.kind, []).append(damage)
    for kind, told in kinds.items():
        notes = "；".join(damage.note for damage in told)
        yield Damage(kind, sum(d.count for d in told), sum(d.repaired for d in told), notes)


@lru_cache(maxsize=64)  # reports of one place come together
def _names_below(adcode: str | None) -> tuple[str, ...]:
    """Return the names of the divisions right below a region: a report may call on them as bodies."""
    if adcode is None:
        return ()
    gazetteer = load_gazetteer()
    below = gazetteer.children(adcode)
    short = (d.short for d in below if not gazetteer.is_ordinary(d.short))
    return (*(d.name for d in below), *short)


def _commitments(report: str, body: MappedText, drafts: tuple[Draft, ...]) -> Iterable[Commitment]:
    ids = commitment_ids(report, (draft.text for draft in drafts))
    for identity, draft in zip(ids, drafts, strict=True):
        source_start, source_end = body.source_span(draft.start, draft.end)
        yield Commitment(
            start=draft.start,
            end=draft.end,
            text=draft.text,
            id=identity,
            source_start=source_start,
            source_end=source_end,
            label=draft.label,
            speaker=draft.speaker,
            themes=draft.themes,
            targets=draft.targets,
            deadlines=draft.deadlines,
            bodies=draft.bodies,
            rules=draft.rules,
            reasons=draft.reasons,
        )
