"""`ecoledger inspect`: the page before and after, level columns, marks that say what they are, no byte that a screen obeys."""

import zipfile

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from ecoledger.cli import main
from ecoledger.command.page_pair import pair_page
from ecoledger.pipeline import parse
from tests.conftest import ROOT

REPORTS = ROOT / "data" / "reports"
PINYIN = REPORTS / "001_b20d73b1386a8c16.txt"
FRAME = REPORTS / "000_dda2d98884f09aef.txt"
PARAGRAPHS = (
    "会议强调，要持续改善湖泊水质，加快补齐环境短板，年内建成污水处理厂三座，确保按期完成建设任务。",
    "会议要求，各级各部门要压实责任，强化督查问效，推动各项工作落到实处。",
)


def inspect(*arguments, **environ):
    return CliRunner().invoke(main, ["inspect", *map(str, arguments)], env={"COLUMNS": "100"} | environ)


def looks(text: str) -> list[tuple[str, str]]:
    """Return the words of the published text that are not kept, each with its look."""
    report = parse(text.encode(), "件")
    return [(p.words, p.look) for pair in pair_page(report) for p in pair.before if p.look != "kept"]


def test_before_and_after_stand_side_by_side_in_colour():
    result = inspect(PINYIN, "--color")
    assert result.exit_code == 0
    assert "區\x1b[9;31m(qū)\x1b[0m生態\x1b[9;31m(tài)\x1b[0m" in result.stdout  # a reading is struck through
    assert "\x1b[1;32m保基础\x1b[0m" in result.stdout  # what was put back is green
    assert "99%" in result.stdout
    for words in ("夹注拼音", "169", "丢失字节", "网站导航", "文字可以依据"):
        assert words in result.stdout


@pytest.mark.parametrize("options", [("--no-color",), ()], ids=["asked for", "not a terminal"])
def test_without_colour_signs_stand_for_it(options):
    said = inspect(PINYIN, *options).stdout
    assert "\x1b" not in said
    assert "全區[-(qū)-]生態[-(tài)-]" in said
    assert "{+保基础+}" in said
    assert "[-删去-]  {+补回+}" in said


def test_no_color_of_the_environment_is_followed():
    assert "\x1b" not in inspect(PINYIN, NO_COLOR="1").stdout
    assert "\x1b" not in inspect(PINYIN, NO_COLOR="1", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("width", [40, 81, 100, 200])
def test_the_columns_stand_level(width):
    lines = inspect(FRAME, PINYIN, COLUMNS=str(width)).stdout.splitlines()
    framed = [line for line in lines if line.startswith(("│", "╭", "├", "╰"))]
    assert len({cell_len(line) for line in framed}) == 1
    assert cell_len(framed[0]) in (width, width - 1)
    assert not any(
        part.startswith(("，", "。", "、", "”")) for line in framed for part in line.split("│ ")[1:]
    )


def test_what_stands_beside_the_report_is_said_and_shortened():
    said = inspect(FRAME, COLUMNS="200").stdout
    assert "标题：上海市金山区召开" in said
    assert "未采用：页尾" in said
    assert "另有" in said
    whole = inspect(FRAME, "--all", COLUMNS="200").stdout
    assert "另有" not in whole
    assert len(whole) > len(said)


def test_a_place_that_stays_lost_is_marked_and_the_text_is_not_relied_upon():
    lost = PARAGRAPHS[0].replace("补齐环境", "补齐\ufffd\ufffd环境")
    result = inspect("-", "--color")
    assert result.exit_code == 1
    result = CliRunner().invoke(main, ["inspect", "-", "--color"], input=f"{lost}\n{PARAGRAPHS[1]}".encode())
    assert "\x1b[1;37;41m" in result.stdout
    assert "文字不可全部依据" in result.stdout


def test_readings_and_doubled_marks_are_out_and_the_rest_is_kept():
    text = f"{PARAGRAPHS[0].replace('。', ',。')}\n{PARAGRAPHS[1]}"
    assert looks(text) == [(",", "out")]
    assert looks("\n".join(PARAGRAPHS)) == []


def test_every_character_of_the_page_is_shown_once():
    report = parse(PINYIN.read_bytes(), "件")
    before = "".join(p.words for pair in pair_page(report, whole=True) for p in pair.before)
    after = "".join(p.words for pair in pair_page(report) for p in pair.after if p.look != "aside")
    assert "".join(before.split()) == "".join(report.original.split())
    assert after == report.text.replace("\n", "")


def test_archives_and_several_files_are_shown_one_after_the_other(tmp_path):
    archive = tmp_path / "包.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("甲.txt", "\n".join(PARAGRAPHS))
        made.writestr("乙.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    result = inspect(archive, PINYIN, tmp_path / "无.txt")
    assert result.exit_code == 1
    assert f"{archive}/甲.txt" in result.stdout.replace("\n", "")
    assert "001_b20d73b1386a8c16.txt" in result.stdout
    assert "是旧版Word文档（DOC），不能直接读取" in result.stdout
    assert "无.txt，请检查路径。" in result.stdout


def test_a_page_cannot_write_to_the_screen(tmp_path):
    odd = tmp_path / "\x1b[31m红.txt"
    text = f"{PARAGRAPHS[0]}\x1b]0;题\x07\n导航\x1b[2J\n{PARAGRAPHS[1]}[bold]\u202e"
    odd.write_text(text, encoding="utf-8")
    result = inspect(odd)
    assert result.exit_code == 0
    assert not set(result.stdout) & set("\x1b\x07\u202e\r")
    assert "[bold]" in result.stdout


def test_explain_lists_the_words_and_the_rule_of_each_value():
    said = inspect(PINYIN, "--explain", "--no-color", COLUMNS="200").stdout
    for words in (
        "会议日期",
        "meeting_date.month_day",
        "读作",
        "可核查的行动：",
        "forward.modal",
        "确保所有问题按期整改销号",
    ):
        assert words in said
    assert "forward.modal" not in inspect(PINYIN, "--no-color", COLUMNS="200").stdout
