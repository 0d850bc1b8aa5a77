"""From the published copy to the report: the facts of the samples, and what holds for any text."""

import datetime as dt
import json
import re
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.contract import as_contract
from ecoledger.errors import UnreadableError
from ecoledger.model import Region
from ecoledger.pipeline import Given, parse
from ecoledger.restore.restoration import restore_words
from tests.conftest import ROOT, SEEDS

REPORTS = sorted((ROOT / "data" / "reports").iterdir())


def gold(path) -> dict:
    return json.loads((SEEDS / f"{path.name[:3]}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=REPORTS, ids=lambda path: path.name[:3])
def sample(request):
    return gold(request.param), as_contract(parse(request.param.read_bytes(), request.param.name))


@pytest.mark.parametrize("fact", ["title", "published", "source", "script", "people"])
def test_a_fact_of_a_sample_is_right(sample, fact):
    wanted, found = sample
    assert found[fact] == wanted[fact]


@pytest.mark.parametrize("fact", ["name", "date", "form", "chair", "speakers"])
def test_a_fact_of_the_meeting_is_right(sample, fact):
    wanted, found = sample
    assert found["meeting"][fact] == wanted["meeting"][fact]


def test_the_damage_is_named_and_repaired(sample):
    wanted, found = sample
    assert {damage["kind"] for damage in found["damage"]} == set(wanted["damage"])
    assert all(damage["count"] == damage["repaired"] for damage in found["damage"])
    assert found["reliable"] is True


AUTHORED = "全市召开生态环境保护大会\n{}\n会议要求，年底前完成20个村的污水治理，确保水质达标。\n{}\n"


@pytest.mark.parametrize(
    ("page", "author"),
    [
        (AUTHORED.format("来源：某某日报  作者：某某", ""), "某某"),
        (AUTHORED.format("来源：某某日报", "供稿：市生态环境局"), "市生态环境局"),
        (AUTHORED.format("来源：某某日报", ""), None),
        (
            "<html><head><meta name='author' content='某某'><title>全市召开大会</title></head><body>"
            "<p>会议要求，年底前完成20个村的污水治理，确保水质达标。</p></body></html>",
            "某某",
        ),
    ],
    ids=["a label", "the credits below", "nobody", "the head of the page"],
)
def test_the_author_is_who_the_page_names(page, author):
    report = parse(page.encode(), "会议")
    assert report.author == author
    assert "author" not in as_contract(report)


def test_a_day_that_is_not_told_stays_open_and_says_so():
    found = parse(REPORTS[3].read_bytes(), "003")
    assert found.meeting.date is None
    assert found.meeting.date_text == "近日"
    assert any(issue.kind.startswith("date_") and "近日" in issue.message for issue in found.issues)


def test_published_words_are_the_same_words(sample):
    """The slice of the original, put right by itself, reads as the commitment does."""
    _, found = sample
    for item in found["commitments"]:
        published = found["original"][item["source_start"] : item["source_end"]]
        assert plain(restore_words(published)) == plain(item["text"])


def plain(text: str) -> str:
    return re.sub(r"[\s?]", "", unicodedata.normalize("NFKC", text))


def assert_whole(report) -> None:
    """Every item stands where it says, in the clean text and in the original."""
    text, original = report.text, report.original
    assert len(report.offsets) == len(text)
    for item in (*report.commitments, *report.statements):
        assert text[item.start : item.end] == item.text
        for target in item.targets:
            assert text[target.start : target.end] == target.text
    for commitment in report.commitments:
        assert 0 <= commitment.source_start < commitment.source_end <= len(original)
        for part in (*commitment.deadlines, *commitment.bodies):
            assert text[part.start : part.end] == part.text
    assert len({c.id for c in report.commitments}) == len(report.commitments)
    json.dumps(as_contract(report), ensure_ascii=False, allow_nan=False)


WORDS = st.sampled_from(
    [
        "要",
        "加强",
        "确保",
        "2025年底前",
        "28微克/立方米",
        "以下",
        "市生态环境局",
        "牵头",
        "，",
        "。",
        "；",
        "：",
        "会议强调",
        "（",
        "）",
        "(huán)",
        "?;A(chǔ)",
        "一是",
        "\n",
        "10月12日",
        "全区",
        "盐城市",
        "近日",
        "百分之九十",
        "“",
        "”",
        "環境",
        "\u200b",
        "&nbsp;",
        "<p>",
        "PM2.5",
        "http://a.cn",
        "来源：",
        "原标题：",
        "较2020年下降",
        "……",
        "、",
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map("".join)))
def test_no_text_makes_it_raise(text):
    if text.strip():
        with suppress(UnreadableError):  # the one error that is allowed
            assert_whole(parse(text.encode("utf-8", "ignore"), "任意.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name[:3])
def test_samples_are_whole(path):
    assert_whole(parse(path.read_bytes(), path.name))


def test_the_same_bytes_give_the_same_report():
    data = REPORTS[1].read_bytes()
    assert parse(data, "a") == parse(data, "a")


def test_what_a_person_says_resolves_deadlines_but_is_not_passed_off_as_read():
    text = "近日，某地召开生态环境保护大会。会议强调，要在年底前建成12座污水处理厂。"
    read = parse(text.encode(), "无日期.txt")
    assert [d.due for c in read.commitments for d in c.deadlines] == [None]
    region = Region("341702", "贵池区", "county", (), ())
    told = parse(text.encode(), "无日期.txt", Given(region, dt.date(2024, 3, 1)))
    assert [d.due for c in told.commitments for d in c.deadlines] == [dt.date(2024, 12, 31)]
    assert told.region is None
    assert told.meeting.date is None


def test_a_kind_of_damage_that_two_stages_find_is_told_once():
    line = "会议强调，要持续改善湖泊水质，加快补齐环境短板，推动各项工作落到实处。"
    wrong = line.encode().decode("latin-1").encode()  # a line that was once read by the wrong table
    data = "\n".join([line] * 8).encode() + b"\xff\n" + wrong + b"\n" + line.encode()
    (told,) = [damage for damage in parse(data, "件").damage if damage.kind == "encoding"]
    assert told.count == 2
    assert told.repaired == 1
    assert "；" in told.note


@pytest.mark.parametrize("page", ["????? ??? ??????", "首页\n登录\n分享到：微信 微博"])
def test_where_no_report_was_found_there_is_nothing_to_rely_on(page):
    report = parse(page.encode(), "a.txt")
    assert not report.text
    assert not report.reliable
    assert "no_body" in {issue.kind for issue in report.issues}
