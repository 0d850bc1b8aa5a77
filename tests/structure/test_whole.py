"""A body that was put out of order, breaks off, or is but a rest of its page is not relied upon; others are."""

import pytest

from ecoledger.pipeline import parse
from ecoledger.reliance import describe_reliance
from ecoledger.structure.strewn import find_strewn
from ecoledger.structure.whole import find_doubts
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]
TITLE = "副市长督办河道清淤 青原镇沿岸还有多少排口"
PLAIN = "3月2日，副市长到青原镇督办河道清淤。他说，沿岸排口要逐一登记。清淤要在汛前完成，沿岸不得再设排口。"
STREWN = (
    "3月2日，排口清淤副市长到青原镇督办。沿岸河道他说，登记要逐一排口清淤进行。"
    "清淤在汛前沿岸河道完成，多少督办不得拖延，排口清淤责任到人。"
)


def test_pieces_of_the_title_strewn_into_the_body_are_found():
    found = find_strewn(TITLE, STREWN)
    assert [STREWN[start:end] for start, end in found].count("排口清淤") == 2
    doubts = find_doubts(TITLE, STREWN)
    assert not doubts.whole
    assert [damage.kind for damage in doubts.damage] == ["spun"]
    assert all(
        issue.kind == "spun" and STREWN[issue.start : issue.end] in issue.message for issue in doubts.issues
    )


@pytest.mark.parametrize("body", [PLAIN, PLAIN * 40, "督办河道清淤。" * 40, "排口清淤，" * 20])
def test_words_of_the_title_in_sentences_are_none(body):
    assert find_strewn(TITLE, body) == ()
    assert find_strewn(None, body) == ()


@pytest.mark.parametrize(
    ("body", "whole", "said"),
    [
        ("会议强调，要守住底线。要压实责任，", False, "处中断"),
        ("会议强调，要守住底线。全市环境质...", False, "处中断"),
        ("会议强调，要守住底线。要坚持“生态优先", False, "处中断"),
        ("会议强调，要守住底线。要落实各项制度，要把责任压到每一个单位、每一个岗位、每一个人身上去", True, "没有句号"),
        ("会议强调，要守住底线。要压实责任。", True, ""),
        ("会议强调，要守住底线；要压实责任；", True, ""),
        ("蓝天、碧水、净土……", True, ""),
        ("会议强调，要“守住底线”", True, ""),
        ("会议强调，要守住底线。\n青原镇河长制办公室", True, ""),
    ],
)  # fmt: skip
def test_a_body_that_breaks_off_is_doubted(body, whole, said):
    doubts = find_doubts(None, body)
    assert doubts.whole is whole
    assert [issue.kind for issue in doubts.issues] == (["cut"] if said else [])
    assert all(said in issue.message for issue in doubts.issues)


def test_the_sentence_on_reliance_says_why():
    cut = parse("会议强调，要守住底线，改善环境质量。要压实责任，".encode(), "a.txt")
    assert not cut.reliable
    assert "末句没有写完" in describe_reliance(cut)


@pytest.mark.parametrize(
    "notice", ["试读结束，开通会员文档无限下载使用", "预览结束，免费获取全文", "还剩12页未读，继续阅读"]
)
def test_a_preview_is_not_whole(notice):
    report = parse(f"全县大会召开。会议强调，要守住底线。去年成绩明显……\n{notice}".encode(), "a.txt")
    assert report.text == "全县大会召开。会议强调，要守住底线。去年成绩明显……"
    assert not report.reliable
    assert "cut" in {issue.kind for issue in report.issues}


def test_what_is_left_of_a_page_of_rubbish_is_not_relied_upon():
    raw = "全市各级各部门要切实扛起责任，持续改善环境质量，抓好整改落实。".encode("gbk")
    rubbish = bytes(byte for at, byte in enumerate(raw) if at % 7 != 3).decode("latin-1")
    report = parse("\n".join(("会议要求守住底线，抓好落实。", *[rubbish] * 8)).encode(), "b.txt")
    assert report.text == "会议要求守住底线，抓好落实。"
    assert not report.reliable
    assert "remnant" in {issue.kind for issue in report.issues}
    assert "只是残留的一部分" in describe_reliance(report)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_annotated_text_is_doubted(path):
    report = parse(path.read_bytes(), path.name)
    assert not {"cut", "remnant"} & {issue.kind for issue in report.issues}
    assert find_doubts(report.title, report.text).whole
