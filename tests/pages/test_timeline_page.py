"""The timeline page: dated meetings in a chart and a list, undated ones apart, and what it says of nothing."""

import dataclasses
import datetime as dt
import json
import os

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.pages.visiting import visit, words


def test_dated_meetings_are_drawn_and_listed(filled):
    app = visit("timeline")
    assert not app.exception
    chart = json.loads(app.get("plotly_chart")[0].proto.spec)
    drawn = {point[0] for trace in chart["data"] for point in trace["customdata"]}
    dated = {report.id for report in filled if report.meeting and report.meeting.date}
    assert drawn == dated
    assert "2022年5月" in words(app)


def test_a_meeting_without_a_date_stands_apart_with_its_words(filled):
    said = words(visit("timeline"))
    assert "另有 1 次日期不详" in said
    assert "日期不详（1）" in said
    assert "原文为“近日”" in said.replace("\\", "")


def test_filters_hold(filled):
    app = visit("timeline", province="320000")
    assert "共 1 次会议" in words(app)


def test_only_undated_meetings_need_no_chart(filled):
    app = visit("timeline", undated="only")
    assert not app.exception
    assert not app.get("plotly_chart")
    assert "日期不详（1）" in words(app)


def test_nothing_is_said(empty):
    app = visit("timeline")
    assert not app.exception
    assert "台账中还没有会议" in words(app)


def test_a_filter_without_result_is_said(filled):
    app = visit("timeline", q="没有这样的词")
    assert "没有符合筛选条件的会议" in words(app)


def test_a_ledger_out_of_reach_is_said_in_one_sentence(unreachable):
    app = visit("timeline")
    assert not app.exception
    assert len(app.error) == 1


def test_many_meetings_stand_on_pages_of_fifty(filled):
    pattern = next(report for report in filled if report.meeting and report.meeting.date)
    ledger = open_ledger(os.environ["ECOLEDGER_DATABASE"])
    for number in range(60):
        meeting = dataclasses.replace(pattern.meeting, date=dt.date(2021, 1, 1) + dt.timedelta(days=number))
        copy = dataclasses.replace(
            pattern, id=f"{number:016x}", meeting=meeting, commitments=(), statements=(), issues=()
        )
        # Words in common would make each a copy of the first.
        own = dataclasses.replace(copy, text="", offsets=(), losses=())
        save_report(ledger, own, meeting_kind="大会")
    ledger.close()
    app = visit("timeline")
    assert not app.exception
    assert "共 64 次会议" in words(app)
    assert len(app.get("page_link")) == 50 + 1
