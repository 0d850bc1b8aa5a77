"""Marks that a copy doubled or tore off are put right; marks that a writer meant stay."""

import pytest

from ecoledger.intake.document import read_document
from ecoledger.restore.restoration import restore


@pytest.mark.parametrize(
    ("damaged", "clean", "count"),
    [
        ("要抓实,,抓细。", "要抓实，抓细。", 1),
        ("要抓实,、抓细。", "要抓实、抓细。", 1),
        ("要抓实，抓细,。", "要抓实，抓细。", 1),
        ("要抓实,;抓细。", "要抓实；抓细。", 1),
        ("要抓实，；抓细，。", "要抓实；抓细。", 2),
        ("要抓实、、抓细。。", "要抓实、抓细。", 2),
        ("要抓实，，，抓细。", "要抓实，抓细。", 1),
        ("要抓实、，抓细。", "要抓实，抓细。", 1),
        ("要抓实。，抓细。", "要抓实，抓细。", 1),
        ("会议强调：：要抓实。", "会议强调：要抓实。", 1),
        ("要抓实, ,抓细, 。", "要抓实，抓细。", 2),
        ("要抓实，\n，抓细。", "要抓实，抓细。", 1),
        ("要抓实\n，抓细\n。", "要抓实，抓细。", 0),
        ("要抓实\n\n、抓细。", "要抓实、抓细。", 0),
        ("要抓实 ，抓细 。", "要抓实，抓细。", 0),
        ("要抓好“碧水\n”保卫战。", "要抓好“碧水”保卫战。", 0),
        ("你们做到了吗，？", "你们做到了吗？", 1),
    ],
)
def test_the_last_mark_is_kept(damaged, clean, count):
    restored = restore(damaged)
    assert restored.mapped.text == clean
    counts = {damage.kind: (damage.count, damage.repaired) for damage in restored.damage}
    assert counts.get("doubled_punct", (0, 0)) == (count, count)
    assert restored.reliable


@pytest.mark.parametrize(
    "text",
    [
        "行！！真的？！好……",
        "他说：“好。”，又走了。",
        "要抓好“碧水保卫战，抓实。",
        "（一要抓实，二要抓细。",
        "要抓实）抓细”。",
        "《规划的目标，要抓实。",
        "推进“两山”理念’转化。",
        "抓实。。。抓细。",
        "“一带”、“一路”，“双碳”；《规划》、《方案》。",
        "比例为1:2，19:13结束，投资1,200万元。",
    ],
)
def test_what_a_writer_meant_stays(text):
    restored = restore(text)
    assert restored.mapped.text == text
    assert restored.damage == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "9月16日，全区生态环<br>境保护大会召开，会议传达学<br>习全国、全省精神。会议强调，要打好碧水保卫战。",
        "9月16日，全区生态环境保护大会召开<br/>，会议传达学习全国、<br/>全省精神。会议<br/>强调，要打好碧水保卫战。",
        "9月16日，全区生态\n环境保护大会召开，会议传达学习全国、全省精神。会议强调，要打好碧水保卫战。",
    ],
)
def test_sentences_that_a_web_page_breaks_are_whole(paragraph):
    page = f"<html><body><h1>全区大会召开</h1><p>{paragraph}</p><p>区领导出席会议。</p></body></html>"
    text = restore(read_document(page.encode(), "某页").text).mapped.text
    assert text.split("\n")[1:] == [
        "9月16日，全区生态环境保护大会召开，会议传达学习全国、全省精神。会议强调，要打好碧水保卫战。",
        "区领导出席会议。",
    ]


def test_letters_and_signs_hidden_in_sentences_go():
    text = "会议要求改善/ Q W 0 &水质,k - f [ L各镇要治理，采取严管的Z T L办法。"
    assert restore(text).mapped.text == "会议要求改善水质，各镇要治理，采取严管的办法。"


@pytest.mark.parametrize(
    "text",
    ["评为A B C三级，分设A B C三档。", "分为A / B / C类，按A / B / C类管理。", "按P M 2 . 5标准执行。"],
)
def test_grades_spaced_out_stay(text):
    assert restore(text).mapped.text == text
