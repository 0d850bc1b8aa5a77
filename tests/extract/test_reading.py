"""Reading: every record stands at its words, in order, and no text makes it fail."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.context import Context
from ecoledger.extract.reading import read_commitments
from ecoledger.structure.segment import split_segments

CONTEXT = Context(reference=dt.date(2023, 9, 16), year=2023)
SIGNS = tuple("要将已了的是，。；\n、“”（一）3.5%万亩")
WORDS = (
    "会议强调，",
    "确保",
    "年底前",
    "推进",
    "让",
    "水质",
    "改善",
    "各镇",
    "坚持",
    "消除黑臭水体",
    "出席会议",
)


def spans(reading):
    for item in (*reading.commitments, *reading.statements):
        yield item
        yield from item.targets
    for draft in reading.commitments:
        yield from (*draft.deadlines, *draft.bodies)


def read(text):
    return read_commitments(text, split_segments(text), CONTEXT)


def test_a_commitment_holds_all_that_its_segment_says():
    text = "会议强调，各镇要加强源头管控，年底前消除黑臭水体，确保水质持续改善。副区长出席会议。"
    (draft,) = read(text).commitments
    assert draft.text.startswith("各镇要加强源头管控")
    assert (draft.label, draft.speaker, draft.themes) == ("action", "会议", ("water",))
    assert [t.text for t in draft.targets] == ["消除黑臭水体", "确保水质持续改善"]


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(SIGNS + WORDS), max_size=40).map("".join)))
def test_every_span_is_exact_and_in_order(text):
    reading = read(text)
    for item in spans(reading):
        assert text[item.start : item.end] == item.text
    for draft in reading.commitments:
        assert draft.rules
        for target in draft.targets:
            assert draft.start <= target.start < target.end <= draft.end
    starts = [d.start for d in reading.commitments]
    assert starts == sorted(starts)
    assert read(text) == reading
