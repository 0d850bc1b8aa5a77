"""Words that are gone without a trace are noticed by what stands around them; whole sentences are left alone."""

import pytest

from ecoledger.restore.missing import find_missing
from ecoledger.restore.restoration import restore
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("全市森林覆盖率达%，高于全省。", "全市森林覆盖", "率达%"),
        ("日，某县召开大气污染防治会议，部署攻坚。", "", "日，某县"),
        ("中共XX县委召开常委会会议。", "中共", "XX县委"),
        ("全省优良水体比例达到，空气更好。", "优良水体", "比例达到"),
        ("县委副书记_宣读了批复。", "县委副书记", "_宣读"),
        ("近日，**局召开会议，部署攻坚。", "近日，", "**局"),
        ("会议由张**主持，部署攻坚。", "会议由张", "**主持"),
        ("由××局牵头，抓好落实。", "由", "××局"),
        ("浓度均值xx微克/立方米，持续下降。", "均值", "xx微克"),
        ("深入贯彻主席生态文明思想，压实责任。", "贯彻", "主席生态"),
    ],
)
def test_a_gap_makes_a_report_unreliable_where_it_stands(text, before, behind):
    restored = restore(text)
    assert restored.mapped.text == text
    assert not restored.reliable
    (place,) = restored.lost
    assert text[:place].endswith(before)
    assert text[place:].startswith(behind)
    assert [issue.kind for issue in restored.issues] == ["lost"]
    assert [(one.kind, one.count, one.repaired) for one in restored.damage] == [("lost_bytes", 1, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "3日，全县召开大会。4日上午，现场推进。",
        "指标（%）：森林覆盖率35%，达标率达到100%，各项目标已达到。",
        "会议由**县委书记**主持，**市政府**汇报，pH值3*5。",
        "日前，我市印发方案，中、日、韩三国专家参会。",
    ],
)
def test_whole_sentences_lack_nothing(text):
    assert find_missing(text) == ()


def test_a_day_cut_from_its_number_by_a_break_lacks_nothing():
    for text in (
        "会议于2023年9月\n12日上午召开，听取全市生态环境工作汇报。",
        "12\n日上午，我局召开推进会，听取汇报。",
    ):
        restored = restore(text)
        assert restored.reliable
        assert restored.mapped.text == text.replace("\n", "")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_clean_text_lacks_anything(path):
    assert find_missing(path.read_text(encoding="utf-8")) == ()
