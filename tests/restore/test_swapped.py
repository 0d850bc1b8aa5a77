"""Big5 taken for GB18030, line by line, and the reverse, is read anew; right text of either script never is."""

import pytest
from opencc import OpenCC

from ecoledger.mapped import MappedText
from ecoledger.restore.restoration import restore
from ecoledger.restore.swapped import find_rare, read_swapped
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]
HANT = "香港特區政府環境保護署今天公布空氣質素管理計劃，並提出加強措施。"
HANS = "全市生态环境保护大会召开，会议强调要持续改善空气质量。"


def as_gbk(text: str) -> str:
    return text.encode("big5hkscs", "ignore").decode("gb18030", "replace")


def as_big5(text: str) -> str:
    """Decode character by character as browsers do: two bytes that Big5 does not have are one �."""
    return "".join(
        c if c.isascii() else c.encode("gbk", "ignore").decode("big5hkscs", "replace")[:1] for c in text
    )


@pytest.mark.parametrize(
    ("damaged", "shown"),
    [
        (as_gbk(HANT), HANT),
        (f"首页 新闻 公告\n{as_gbk(HANT)}\n{as_gbk('環保署')}\n版权所有", f"首页 新闻 公告\n{HANT}\n環保署\n版权所有"),
        (as_gbk("2023年PM2.5平均濃度為35微克，優良天數比例達87.2%。"), "2023年PM2.5平均濃度為35微克，優良天數比例達87.2%。"),
        (as_big5("会议强调，持续改善水环境和大气环境，落实好各项措施。"), "会议强调，持续改善水环境和大气环境，落实好各项措施。"),
        (as_gbk("環保署"), as_gbk("環保署")),  # too few to tell
    ],
)  # fmt: skip
def test_lines_of_which_the_other_table_was_taken_are_read_anew(damaged, shown):
    mapped, lines = read_swapped(MappedText.of(damaged))
    assert mapped.text == shown
    assert (lines > 0) == (damaged != shown)
    assert mapped.starts == tuple(range(len(damaged)))


def test_the_report_tells_of_lines():
    restored = restore(as_gbk(HANT))
    assert restored.mapped.text == "香港特区政府环境保护署今天公布空气质素管理计划，并提出加强措施。"
    assert [(d.kind, d.count, d.repaired) for d in restored.damage] == [("encoding", 1, 1)]
    assert restored.script == "hant"
    assert restored.reliable


def test_beside_a_lost_byte_only_what_reads_as_chinese_is_put_in():
    shifted = HANS.encode("gbk").decode("big5", "replace")
    restored = restore(shifted)
    assert "态环境保护大会召开" in restored.mapped.text
    assert not restored.reliable
    assert restored.lost


def test_a_line_of_rare_characters_is_marked():
    rubbish = "".join(chr(0x8800 + 37 * at) for at in range(30))
    assert find_rare(f"会议召开。\n{rubbish}") == [(6, 36)]
    restored = restore(f"会议召开。\n{rubbish}")
    assert not restored.reliable
    assert ("encoding", 1, 0) in {(d.kind, d.count, d.repaired) for d in restored.damage}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_clean_text_in_either_script_is_let_alone(path):
    text = path.read_text(encoding="utf-8")
    for written in (text, OpenCC("s2t").convert(text)):
        assert read_swapped(MappedText.of(written))[1] == 0
        assert find_rare(written) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_whole_texts_come_back(path):
    text = OpenCC("s2t").convert(path.read_text(encoding="utf-8"))
    meant = text.encode("big5hkscs", "ignore").decode("big5hkscs")
    put_right = read_swapped(MappedText.of(as_gbk(text)))[0].text
    wrong = sum(a != b for a, b in zip(meant, put_right, strict=True))
    assert wrong <= 0.002 * len(meant)
