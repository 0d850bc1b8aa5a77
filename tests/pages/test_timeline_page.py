"""The timeline page: dated meetings in a chart and a list, undated ones apart, and what it says of nothing."""

import dataclasses
import datetime as dt
import json
import os

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.pages.visiting import visit, words


def chart(app) -> dict:
    return json.loads(app.get("bidi_component")[0].proto.json)


def test_dated_meetings_are_drawn_and_listed(filled):
    app = visit("timeline")
    assert not app.exception
    drawn = chart(app)
    dated = [report for report in filled if report.meeting and report.meeting.date]
    assert drawn["mode"] == "marks"
    assert len(drawn["marks"]["day"]) == len(dated)
    assert {name for name, _ in drawn["names"].values()} == {report.meeting.name for report in dated}
    assert all(f"/report?id={report.id}" in words(app) for report in dated)
    assert "2022年5月" in words(app)


def test_the_days_of_the_address_are_shown_and_listed(filled):
    app = visit("timeline", span="2022-01-01_2022-12-31")
    assert chart(app)["span"] == "2022-01-01_2022-12-31"
    assert "所示时间内 1 次会议" in words(app)
    assert "2023年" not in words(app).partition("日期不详（")[0]


def test_a_table_holds_the_numbers_of_the_chart(filled):
    app = visit("timeline", below="table")
    assert not app.exception
    assert "各地会议数量" in words(app)
    assert 'lane=310116">1</a>' in words(app)


def test_a_lane_is_listed_alone(filled):
    app = visit("timeline", lane="310116")
    assert "上海市金山区：所示时间内 1 次会议" in words(app)
    assert "列出全部地区" in words(app)


def test_commitments_are_bars_from_promise_to_deadline(filled):
    app = visit("timeline", show="commitments")
    assert not app.exception
    drawn = chart(app)
    assert drawn["mode"] == "bars"
    assert drawn["bars"]
    assert all(bar["begin"] <= bar["end"] for bar in drawn["bars"])
    assert f"图中共 {len(drawn['bars'])} 条。" in words(app)
    assert "不说是否完成" in words(app)


def test_without_days_there_are_no_bars(filled):
    app = visit("timeline", show="commitments", lacks="deadline")
    assert not app.exception
    assert not app.get("bidi_component")
    assert "没有既有会议日期又有完成日期的承诺" in words(app)


def test_the_other_chart_begins_with_all_its_days(filled):
    app = visit("timeline", span="2022-01-01_2022-12-31", lane="310116")
    app.segmented_control[0].set_value("commitments").run()
    assert not app.exception
    assert app.query_params["show"] == "commitments"
    assert "span" not in app.query_params
    assert "lane" not in app.query_params


def test_an_address_that_means_nothing_is_the_usual_one(filled):
    app = visit("timeline", show="x", span="x_y", lane="999999", below="?")
    assert not app.exception
    assert chart(app)["span"] == ""


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
    assert not app.get("bidi_component")
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
    assert words(app).count("/report?id=") == 50 + 1
