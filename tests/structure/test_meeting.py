"""The meeting of a report: name, day, form, chair, speakers."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.model import Meeting
from ecoledger.structure.meeting import read_meeting

SEEDS = Path(__file__).parents[2] / "data" / "gold" / "seeds"
PUBLISHED = dt.date(2024, 1, 5)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_meeting_of_a_report_is_read(number):
    gold = json.loads((SEEDS / f"{number}.json").read_text(encoding="utf-8"))
    text = (SEEDS / f"{number}.clean.txt").read_text(encoding="utf-8")
    body = text.split("\n", 1)[1] if gold["title"] else text
    published = dt.date.fromisoformat(gold["published"]) if gold["published"] else None
    meeting, _ = read_meeting(body, gold["title"], published)
    assert meeting is not None
    want = gold["meeting"]
    assert meeting.name == want["name"]
    assert (meeting.date.isoformat() if meeting.date else None) == want["date"]
    assert (meeting.form, meeting.chair, list(meeting.speakers)) == (
        want["form"],
        want["chair"],
        want["speakers"],
    )


DAYS = [
    ("3月2日，全市大会召开。会议强调，要治水。", dt.date(2023, 3, 2), None),
    ("1月3日，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 3), None),
    ("12月28日，全市大会召开。会议强调，要治水。", dt.date(2023, 12, 28), None),
    ("2022年9月16日，全市大会召开。会议强调，要治水。", dt.date(2022, 9, 16), None),
    ("二〇二三年十一月二十日，全市大会召开。会议强调，要治水。", dt.date(2023, 11, 20), None),
    ("昨日，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 4), None),
    ("今天上午，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 5), None),
    ("全市大会3日在市会议中心召开。会议强调，要治水。", dt.date(2024, 1, 3), None),
    ("全市大会29日在市会议中心召开。会议强调，要治水。", dt.date(2023, 12, 29), None),
    ("日前，全市大会召开。会议强调，要治水。", None, "date_vague"),
    ("全市大会召开。会议强调，要治水。", None, "date_missing"),
    ("2月30日，全市大会召开。会议强调，要治水。", None, "date_unknown"),
    ("11月3日至4日，市长张强到镇村调研治水。张强强调，要治水。", None, "date_range"),
    ("11月3日至4日，市长张强到镇村调研。4日下午，张强主持召开治水座谈会。他强调，要治水。", dt.date(2023, 11, 4), None),
    ("昨日，我市召开大会。会议强调，要治水。", dt.date(2024, 1, 4), None),
    ("今晨，市长张明康到东河镇调研。张明康强调，要治水。", dt.date(2024, 1, 5), None),
    ("今天，我们召开全市大会。会议强调，要治水。", None, "date_missing"),
    (
        "2023年11月19日，会议审议报告。督察组于2023年12月13日向省委反馈。组长马中平通报情况，省长卢东亮主持会议。",
        dt.date(2023, 12, 13),
        None,
    ),
    ("今（5）日，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 5), None),
    ("昨天（1月4日）下午，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 4), None),
    ("周三，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 3), None),
    ("上周五，全市大会召开。会议强调，要治水。", dt.date(2023, 12, 29), None),
    ("周日下午，全市大会召开。会议强调，要治水。", dt.date(2023, 12, 31), None),
    ("每周三调度。全市大会召开。会议强调，要治水。", None, "date_missing"),
    ("全市大会于1月4日在市会议中心召开。会议强调，要治水。", dt.date(2024, 1, 4), None),
    ("全市大会于2023年12月28日召开。会议强调，要治水。", dt.date(2023, 12, 28), None),
    ("新华社合肥1月4日电（记者张某）全省大会今天在合肥召开。会议强调，要治水。", dt.date(2024, 1, 4), None),
    ("2023年12月，全市大会召开。会议强调，要治水。", None, "date_vague"),
    ("二〇二三年十二月，全市大会召开。会议强调，要治水。", None, "date_vague"),
    ("12月下旬，市长张明康到东河镇调研。张明康强调，要治水。", None, "date_vague"),
    ("2023年12月，省委部署治水。1月4日，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 4), None),
    ("截至12月31日，任务过半。1月4日，全市大会召开。会议强调，要治水。", dt.date(2024, 1, 4), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "issue"), DAYS)
def test_the_day_is_counted_out_from_the_day_of_publishing(text, day, issue):
    meeting, issues = read_meeting(text, None, PUBLISHED)
    assert meeting is not None
    assert meeting.date == day
    assert [i.kind for i in issues] == ([issue] if issue else [])
    assert all(text[i.start : i.end] == meeting.date_text for i in issues if i.start is not None)


@pytest.mark.parametrize(
    ("text", "day", "issue"),
    [
        (
            "9月16日，全区大会召开，观看了2023年专题片。会议强调，到2025年要治水。",
            dt.date(2023, 9, 16),
            "date_inferred",
        ),
        ("9月16日，全区大会召开。会议强调，到2025年要治水。", None, "date_no_year"),
        ("2月26日，全市大会召开，通报2015年度考核情况。", dt.date(2016, 2, 26), "date_inferred"),
        ("12月26日，全市大会召开，通报2015年度考核情况。", dt.date(2015, 12, 26), "date_inferred"),
        ("2月25日，全市大会召开，明确浓度在2012年基础上下降15%。", None, "date_no_year"),
        ("1月19日，全市大会召开。报告指出，能耗较2020年下降14%。", None, "date_no_year"),
        ("昨日，全区大会召开。会议强调，要治水。", None, "date_unknown"),
        (
            "3月6日，他参加了十届全国人大五次会议代表团审议。全省座谈会召开。会议强调，要治水。",
            dt.date(2007, 3, 6),
            "date_inferred",
        ),
        (
            "1月20日，省人民代表大会开幕。2025年，我省将治水。2024年，水质改善。",
            dt.date(2025, 1, 20),
            "date_inferred",
        ),
    ],
)
def test_without_a_day_of_publishing_the_year_is_inferred_and_said(text, day, issue):
    meeting, issues = read_meeting(text, None, None)
    assert meeting is not None
    assert meeting.date == day
    assert [i.kind for i in issues] == [issue]


FACTS = [
    ("5月6日，区委书记沈志栋主持召开区委常委会会议，研究治水工作。会议强调，要治水。",
     Meeting("区委常委会会议", dt.date(2024, 5, 6), "5月6日", None, "沈志栋", ("会议",))),
    ("5月6日，市长张明康到东河镇调研治水护岸。他强调，要治水。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("张明康",))),
    ("5月6日，市政府以视频形式召开全市治水工作推进会。会议由副市长王连春主持，市长张明康出席会议并讲话。",
     Meeting("全市治水工作推进会", dt.date(2024, 5, 6), "5月6日", "video", "王连春", ("张明康",))),
    ("5月6日，市委常委会召开扩大会议。市委书记卢东亮主持会议。会议强调，要治水。",
     Meeting("市委常委会", dt.date(2024, 5, 6), "5月6日", None, "卢东亮", ("会议",))),
    ("5月6日，我市收听收看全省治水电视电话会议后，召开全市治水推进会。副市长王娟出席并讲话。",
     Meeting("全市治水推进会", dt.date(2024, 5, 6), "5月6日", None, None, ("王娟",))),
    ("5月6日，全市治水现场会在东河镇举行。市长张明康强调，要治水。副市长王娟要求，要管水。副市长王连春主持。",
     Meeting("全市治水现场会", dt.date(2024, 5, 6), "5月6日", "onsite", "王连春", ("张明康", "王娟"))),
    ("5月6日，副市长王连春带队巡河，就清河治理进行调研。\n王连春要求，各镇要治水。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("王连春",))),
    ("5月6日，全市治水推进会召开，会议由副市长王连春主持，市长张明康讲话。张明康强调，要治水。\n王连春会议总结时强调，必须管水。",
     Meeting("全市治水推进会", dt.date(2024, 5, 6), "5月6日", None, "王连春", ("张明康", "王连春"))),
    ("5月6日，县委副书记、县长提名人选张某某出席县治水工作会议并讲话。县领导李某、王某出席。\n"
     "会上，张某某对去年工作给予充分肯定。他指出，要治水。",
     Meeting("县治水工作会议", dt.date(2024, 5, 6), "5月6日", None, None, ("张某某",))),
    ("会议听取了全旗治水工作情况。\n吴波说，要治水。\n顾建明说，要管水。",
     Meeting(None, None, None, None, None, ("吴波", "顾建明"))),
    ("5月6日，旗委副书记、政府旗长常某赴两个苏木调研治水工作。\n在查干镇，察看进展情况，强调切实加强巡查。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("常某",))),
    ("5月6日，全市召开治水动员会。动员会下发了方案，把任务分到各单位，要求各级各部门抓好落实。",
     Meeting("治水动员会", dt.date(2024, 5, 6), "5月6日", None, None, ("会议",))),
    ("5月6日，副市长王娟公开约谈治水不力的镇和单位。王娟强调，要治水。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("王娟",))),
    ("5月6日，市政府召开治水会议。会议由市长张明康主持并讲话。",
     Meeting("治水会议", dt.date(2024, 5, 6), "5月6日", None, "张明康", ("张明康",))),
    ("5月6日，市政府召开治水会议。市长张明康主持会议并讲话。",
     Meeting("治水会议", dt.date(2024, 5, 6), "5月6日", None, "张明康", ("张明康",))),
    ("5月6日，全市治水大会召开。市委书记卢东亮、市长张强出席会议并讲话。",
     Meeting("全市治水大会", dt.date(2024, 5, 6), "5月6日", None, None, ("卢东亮", "张强"))),
    ("5月6日，全市治水大会召开。市委书记卢东亮，市长张强分别讲话，副市长王娟主持。",
     Meeting("全市治水大会", dt.date(2024, 5, 6), "5月6日", None, "王娟", ("卢东亮", "张强"))),
    ("5月6日，县上召开治水工作推进会。县长张伟讲话。",
     Meeting("治水工作推进会", dt.date(2024, 5, 6), "5月6日", None, None, ("张伟",))),
    ("5月6日，县长张伟率队检查治水工作。张伟一行先后来到污水处理厂、清河断面，听取了汇报，对下一步工作进行了安排部署。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("张伟",))),
    ("5月6日，省政协召开“以河长制为抓手，推动治水上新台阶”专题协商会。省政协主席鲍胜利主持。",
     Meeting("“以河长制为抓手，推动治水上新台阶”专题协商会", dt.date(2024, 5, 6), "5月6日", None, "鲍胜利", ())),
    ("5月6日，全市治水大会召开。会议由张伟主持，王娟讲话。",
     Meeting("全市治水大会", dt.date(2024, 5, 6), "5月6日", None, "张伟", ("王娟",))),
    ("3月22日是第28个“世界水日”。5月6日，区委书记沈志栋赴清河开展巡河活动时强调，要治水。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("沈志栋",))),
    ("5月6日，区委常委王娟带队巡河。\n区领导强调，要治水。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ("王娟",))),
    ("5月6日，县长张伟率队检查治水工作。",
     Meeting(None, dt.date(2024, 5, 6), "5月6日", None, None, ())),
    ("5月6日，东河镇召开治水会议，镇党委书记张伟出席会议。就做好治水工作，张书记强调，要治水。",
     Meeting("治水会议", dt.date(2024, 5, 6), "5月6日", None, None, ("张伟",))),
    ("5月6日，东河镇召开治水会议，副镇长王娟主持。最后由张伟书记总结强调：一是扎实做好治水工作。",
     Meeting("治水会议", dt.date(2024, 5, 6), "5月6日", None, "王娟", ("张伟",))),
    ("5月6日，市政府召开第20次常务会议（扩大会议），研究治水。市长张强主持会议。",
     Meeting("第20次常务会议（扩大会议）", dt.date(2024, 5, 6), "5月6日", None, "张强", ())),
    ("5月6日，全市治水视频会议召开，我县设立分会场。\n就贯彻市会精神，我县召开会议，要求加强治水。",
     Meeting("全市治水视频会议", dt.date(2024, 5, 6), "5月6日", "video", None, ("会议",))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meeting"), FACTS)
def test_name_form_chair_and_speakers_are_read(text, meeting):
    assert read_meeting(text, None, dt.date(2024, 5, 8))[0] == meeting


def test_a_speech_takes_the_meeting_from_its_title():
    title = "在全市生态环境保护大会上的讲话"
    meeting, issues = read_meeting("同志们：今天，我们召开会议。一、提高认识。要治水。", title, PUBLISHED)
    assert meeting is not None
    assert (meeting.name, meeting.date, [i.kind for i in issues]) == (
        "全市生态环境保护大会",
        None,
        ["date_missing"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "（一）持续涵养水源。完成造林项目360个，建成绿道26公里。",
        "过去一年，我们成功举办全国生态产业大会，新增公园3个。今年要建设湿地公园2个。",
        "习近平总书记来到兰州，主持召开座谈会。他强调，要保护黄河。各地积极行动。",
    ],
)
def test_a_text_without_a_meeting_has_none(text):
    assert read_meeting(text, None, PUBLISHED) == (None, ())


WORDS = st.sampled_from(
    ["3月", "2日", "2023年", "昨日", "近日，", "召开", "大会", "会议", "主持", "张伟", "市长", "，", "。", "\n", "由", "并讲话",
     "31日", "至", "十", "调研", "总书记", "习近平", "强调，要", "二〇二三年"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map("".join)), st.booleans())
def test_reading_never_fails(text, dated):
    meeting, issues = read_meeting(text, text[:10], PUBLISHED if dated else None)
    assert meeting is None or meeting.date is None or meeting.date_text in text
    assert meeting is not None or issues == ()
