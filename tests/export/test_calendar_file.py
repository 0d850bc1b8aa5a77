"""The calendar holds each dated deadline once, as another program reads it."""

import datetime as dt
import io
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.export.calendar_file import dated_deadlines, escape, fold, write_calendar
from ecoledger.model import Deadline

DUE = dt.date(2025, 12, 31)
DATED = Deadline(0, 6, "2025年底", "year_end", "derived", "r", due=DUE)
LATER = Deadline(7, 13, "2030年前", "date", "derived", "r", due=dt.date(2030, 12, 31))
ONGOING = Deadline(0, 4, "长期坚持", "ongoing", "vague", "r", due=DUE)
VAGUE = Deadline(0, 2, "按期", "none", "vague", "r")


def data(rows, stamp):
    stream = io.BytesIO()
    write_calendar(rows, stamp, stream)
    return stream.getvalue()


def read(rows, stamp):
    return icalendar.Calendar.from_ical(data(rows, stamp))


def with_deadlines(row, *deadlines):
    kinds = tuple(sorted({deadline.kind for deadline in deadlines}))
    due = min((d.due for d in deadlines if d.due and d.kind != "ongoing"), default=None)
    return replace(row, deadlines=deadlines, deadline_kinds=kinds, due=due)


def test_each_dated_deadline_is_a_day_of_its_own(rows, stamp):
    row = with_deadlines(rows[0], VAGUE, DATED, LATER)
    first, second = read([row], stamp).walk("VEVENT")
    assert [str(event["UID"]) for event in (first, second)] == [
        f"{row.id}-1@ecoledger",
        f"{row.id}-2@ecoledger",
    ]
    assert (first.decoded("DTSTART"), first.decoded("DTEND")) == (DUE, DUE + dt.timedelta(1))
    assert second.decoded("DTSTART") == LATER.due
    assert first.decoded("DTSTAMP") == dt.datetime(2026, 3, 1, 1, 30, tzinfo=dt.UTC)
    assert str(first["LOCATION"]) == row.place
    assert str(first["SUMMARY"]).startswith(f"{row.place}：{row.text[:20]}")
    told = str(first["DESCRIPTION"]).split("\n")
    assert told[0] == f"承诺：{row.text}"
    assert "时限：2025年底" in told
    assert f"承诺编号：{row.id}" in told
    assert any(line.startswith(f"来源报告：《{row.title}》") for line in told)
    assert "VALARM" not in data([row], stamp).decode()


def test_what_has_no_day_is_counted_in_a_note(rows, stamp):
    listed = [
        with_deadlines(rows[0], DATED),
        with_deadlines(rows[1], ONGOING),
        with_deadlines(rows[2], VAGUE),
        with_deadlines(rows[3]),
        with_deadlines(rows[4]),
    ]
    calendar = read(listed, stamp)
    assert len(calendar.walk("VEVENT")) == 1
    said = calendar["X-WR-CALDESC"].replace("\\n", "\n")
    assert "1 条承诺有确定日期，列入日历；未列入：长期 1 条、时限含糊 1 条、未提时限 2 条。" in said
    assert "筛选条件：地区：江苏省\n筛选条件：文字：污水" in said
    assert f"规则版本：{rows[0].rules_version}" in said
    assert "以 2022-06-01 为准" in said


def test_events_are_those_of_the_rows_in_their_order(rows, stamp):
    wanted = [f"{row.id}-{at}@ecoledger" for row in rows for at, _ in dated_deadlines(row)]
    assert wanted
    assert [str(event["UID"]) for event in read(rows, stamp).walk("VEVENT")] == wanted
    assert {uid.split("-")[0] for uid in wanted} == {row.id for row in rows if row.due}


def test_a_file_of_no_rows_is_a_calendar(stamp):
    assert read([], stamp).walk("VEVENT") == []


def test_the_last_day_there_is_has_no_day_after(rows, stamp):
    row = with_deadlines(rows[0], replace(DATED, due=dt.date.max))
    (event,) = read([row], stamp).walk("VEVENT")
    assert event.decoded("DTSTART") == dt.date.max


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("推进；治理，管网", "推进；治理，管网"),
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("一\r\n二\r三\n四", "一\\n二\\n三\\n四"),
        ("\x00一\x07", "一"),
        ("END:VCALENDAR", "END:VCALENDAR"),
    ],
)
def test_marks_of_the_format_are_escaped(words, escaped):
    assert escape(words) == escaped


@pytest.mark.parametrize("character", ["a", "é", "治", "𠮷"])
@pytest.mark.parametrize("length", [1, 74, 75, 76, 149, 150, 400])
def test_no_line_is_longer_than_it_may_be(character, length):
    line = "X:" + character * length
    parts = fold(line).decode().removesuffix("\r\n").split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])


@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_words_come_back(words):
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{escape(words)}", "END:VEVENT", "END:VCALENDAR")
    back = icalendar.Calendar.from_ical(b"".join(map(fold, lines)))
    assert str(back.walk("VEVENT")[0]["SUMMARY"]) == words
