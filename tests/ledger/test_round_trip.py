"""Whatever is saved comes back equal; whatever is packed is unpacked."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ecoledger.ledger.correction import Correction
from ecoledger.ledger.offset import pack_offsets, unpack_offsets
from ecoledger.ledger.report import get_report
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import delete_report, save_report
from tests.ledger import strategies as some


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('trip')}/ledger.sqlite")
    yield opened
    opened.close()


@settings(max_examples=30, deadline=None)
@given(report=some.reports, kind=some.maybe, region=st.none() | some.regions, date=st.none() | some.dates)
def test_a_report_of_any_shape_comes_back_equal(shared, report, kind, region, date):
    correction = Correction(region, date)
    assert save_report(shared, report, correction, meeting_kind=kind) == "new"
    assert save_report(shared, report, meeting_kind=kind) == "unchanged"
    stored = get_report(shared, report.id)
    assert stored.report == report
    assert repr(stored.report) == repr(report)  # the reasons too, which equality leaves out
    assert stored.correction == correction
    assert stored.region == (region or report.region)
    assert stored.date == (date or (report.meeting and report.meeting.date) or report.published)
    assert stored.meeting_kind == (kind if report.meeting else None)


@settings(max_examples=15, deadline=None)
@given(first=some.reports, second=some.reports)
def test_one_parse_after_another_leaves_the_later(shared, first, second):
    # Words that stay keep the id they had: the made-up ids here can only stay if no other words are the same.
    assume(not {item.text for item in first.commitments} & {item.text for item in second.commitments})
    common = first.commitments[:1]
    later = replace(second, id=first.id, file=first.file, commitments=(*second.commitments, *common))
    save_report(shared, first)
    save_report(shared, later)
    assert get_report(shared, first.id).report == later
    assert delete_report(shared, first.id)
    assert get_report(shared, first.id) is None


@given(st.lists(st.tuples(st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))).map(tuple))
def test_offsets_come_back(offsets):
    assert unpack_offsets(pack_offsets(offsets)) == offsets


def test_offsets_of_a_long_text_are_small():
    offsets = tuple((at, at + 1) for at in range(100_000))
    assert len(pack_offsets(offsets)) < 2000
