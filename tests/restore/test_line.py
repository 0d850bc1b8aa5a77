"""Broken lines are whole again; headings, lists, tables and signatures keep their lines."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.restore.restoration import restore
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]
BODY = "9月16日，全区生态环境保护大会召开，会议传达学习全国、全省生态环境保护大会精神。会议强调，要打好“碧水保卫战”。"


@pytest.mark.parametrize(
    "broken",
    [
        "9月16日，全区生态环\n境保护大会召开，会议传达学\n习全国、全省生态环境保护大会精神。会议强调，要打好“碧水保卫战”。",
        "9月16\n日，全区生态环境保护大会召开，会议传达学习\n全国、全省生态环境保护大会精神。会议强调，要打好“碧水保卫战”。",
        "9月16日，\n全区生态环境保护大会召开\n，会议传达学习全国、\n全省生态环境保护大会精神。会议强调，要打好“碧水保卫战”。",
        "9月16日，全区生态环境保护大会召开，会议传达学习全国、全省生态环境保护大会精神。会议\n强调，要打好“碧水\n保卫战”。",
        "9月16日，全区生态环境保护大会召开，会议传达学习全国、全省生态环境保护大会\n\n\n精神。会议强调，要打好“\n碧水保卫战”。",
        "9月16日，全区生态环境保护大会召开，会\r\n议传达学习全国、全省生态环境保护大会精神。会议强调\r\n，要打好“碧水保卫战\n”。",
        "9月16日，全区生态环境保护大会\n召开，会议传达学习全国、全省生\n态环境保护大会精神。会议强调，\n要打好“碧水保卫战”。",
    ],
)  # fmt: skip
def test_a_sentence_runs_on_over_hard_breaks(broken):
    restored = restore(broken)
    assert restored.mapped.text == BODY
    [damage] = restored.damage
    assert (damage.kind, damage.repaired) == ("broken_lines", damage.count)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("中共中央政治局常委、国务院副总理3日在北京市调研大气污染防\n治工作，实地考察。", "中共中央政治局常委、国务院副总理3日在北京市调研大气污染防治工作，实地考察。"),
        ("会议听取了汇报。要坚持问题导向，更加\n注重精准施策，扎实推进。", "会议听取了汇报。要坚持问题导向，更加注重精准施策，扎实推进。"),
        ("全年，新增造林约\n3.5万亩，完成治理12\n个，群众满意。", "全年，新增造林约3.5万亩，完成治理12个，群众满意。"),
        ("印发《生态环境\n保护规划》，狠抓落实。", "印发《生态环境保护规划》，狠抓落实。"),
        ("会议审议了年度方案，研究部署下一步\n工作。", "会议审议了年度方案，研究部署下一步工作。"),
        ("会议通报了情况。区委书记\n强调，要压实责任。", "会议通报了情况。区委书记强调，要压实责任。"),
    ],
)  # fmt: skip
def test_what_shows_that_a_line_goes_on(broken, whole):
    assert restore(broken).mapped.text == whole


@pytest.mark.parametrize(
    "text",
    [
        "全区生态环境保护大会召开\n9月16日，全区生态环境保护大会召开。",
        "念好“山字经”，做活“水文章”\n近年来，全县坚持生态优先，绿色发展成效明显。",
        "坚持系统治理，让一江碧水向东流\n会议指出，要加强流域治理。",
        "一、总体要求\n（一）坚持生态优先，绿色发展\n要加强生态保护，推动产业转型。",
        "重点抓好以下工作：\n1.强化源头管控，压实责任\n2.强化监督执法，严查违法\n3.强化宣传引导，全民参与",
        "一是强化源头管控，压实责任\n二是强化监督执法，严查违法\n三是强化宣传引导，全民参与",
        "指标 2023年 2024年\n优良天数 300 310\n细颗粒物 35 33\n全市环境质量持续改善，群众满意。",
        "各县区人民政府，各有关部门：\n现将方案印发给你们，请认真贯彻执行。\n某某市人民政府\n2024年5月6日",
        "市领导出席会议。会上，各县区作了交流发言。\n来源：区融媒体中心\n编辑：某某",
        "会议通报了情况。市委书记出席会议并讲话\n会议强调，要压实责任，抓好落实。",
        "在全国生态环境保护大会上强调，全面推进美丽中国建设，加快推进人与自然和谐共生的现代化\n新华社北京7月18日电，全国生态环境保护大会17日至18日在北京召开。",
        "全面推进美丽中国建设，加快推进人与自然和谐共生的现代化\n全国生态环境保护大会17日至18日在北京召开，总结经验，部署任务。",
        "一江清水，两岸葱绿，鱼翔浅底，百鸟翔集，人水和谐，这是母亲河今天的模样\n近年来，全市坚持系统治理，成效明显。",
        "会上，市生态环境局、市水利局、市农业农村局作了发言\n市委常委、常务副市长主持会议，副市长出席。",
        "表1 年度任务，单位：万元\n项目 金额 责任单位\n湿地修复，一期 300 林业局\n河道整治，二期 500 水利局\n以上任务须按期完成，确保质量。",
        "蓝天保卫战取得新成效，PM2.5浓度下降\n碧水保卫战取得新进展，国考断面全部达标\n净土保卫战取得新突破，受污染耕地安全利用",
        "蓝天、碧水、净土保卫战取得成效。\n污染防治攻坚战要持续发力。",
    ],
)
def test_lines_of_their_own_stay(text):
    restored = restore(text)
    assert restored.mapped.text == text
    assert restored.damage == ()


@pytest.mark.parametrize(
    ("spaced", "tidy"),
    [
        ("生 态 环 境 保 护 大 会 召 开，会 议 强 调 要 抓 好 落 实。", "生态环境保护大会召开，会议强调要抓好落实。"),
        ("全市 生态 环境 保护 大会 召开，会议 强调 要 抓好 落实。", "全市生态环境保护大会召开，会议强调要抓好落实。"),
        ("生态环境 保护工作要 抓好，听取了 2021 年工作汇报 。", "生态环境保护工作要抓好，听取了2021年工作汇报。"),
        ("会议 的重点是治水，聚焦脏、乱、差 的地方。", "会议的重点是治水，聚焦脏、乱、差的地方。"),
        ("本报讯（记者 李 海）县长 王建国到会。", "本报讯（记者 李海）县长王建国到会。"),
    ],
)  # fmt: skip
def test_spaces_that_say_nothing_go(spaced, tidy):
    assert restore(spaced).mapped.text == tidy


@pytest.mark.parametrize(
    "text",
    [
        "参加会议的有张建国 李卫东 赵国强 钱志远 孙立新，会期半天。",
        "省住房和城乡建设厅 省财政厅 省生态环境厅联合印发通知。",
        "全面落实环境问题整改工作 今年5月，督察组反馈了意见。",
        "本报讯 日前，全市大会召开。（撰稿人：李海 审稿人：王建国）",
        "某某网 某某客户端讯，全市大会召开。",
        "县生态环境局 张建国 李卫东",
    ],
)
def test_spaces_between_names_and_behind_headings_stay(text):
    assert restore(text).mapped.text == text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_clean_texts_have_no_broken_lines(path):
    restored = restore(path.read_text(encoding="utf-8"))
    assert [damage for damage in restored.damage if damage.kind == "broken_lines"] == []


def test_most_sentences_that_a_copy_broke_are_whole_again():
    breaks = left = 0
    for path in TEXTS:
        clean = restore(path.read_text(encoding="utf-8")).mapped.text
        chance = random.Random(path.stem)  # noqa: S311 — where a line breaks, no secret
        lines = clean.split("\n")
        for number, line in enumerate(lines):
            if len(line) < 40:
                continue
            cut = chance.randrange(4, len(line) - 2)
            broken = "\n".join((*lines[:number], line[:cut], line[cut:], *lines[number + 1 :]))
            got = restore(broken).mapped.text
            assert got.replace("\n", "") == clean.replace("\n", "")
            breaks += 1
            left += got.count("\n") > clean.count("\n")
    assert breaks > len(TEXTS)
    assert left / breaks <= 0.15


@given(st.lists(st.sampled_from(["会议强调，", "要抓好", "落实。", "\n", "\n\n", "1.", "“", "”", "  ", "生态", "环境", "3", "万亩"])).map("".join))  # fmt: skip
def test_joining_moves_no_character(text):
    def bare(words: str) -> str:
        return "".join(words.split())

    marks = str.maketrans("", "", "，。")
    assert bare(restore(text).mapped.text).translate(marks) == bare(text).translate(marks)
