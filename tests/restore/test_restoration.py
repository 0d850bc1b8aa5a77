"""Damaged text comes out clean; clean text comes out as it was; the map to the original holds."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.restore.restoration import restore

ROOT = Path(__file__).parent.parent.parent
REPORTS = sorted((ROOT / "data" / "reports").glob("*.txt"))
CLEAN = sorted((ROOT / "data" / "gold" / "seeds").glob("*.clean.txt"))


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("全區(qū)生態(tài)環(huán)境保護大會", "全区生态环境保护大会"),
        ("補齊環(huán)?;A(chǔ)設(shè)施短板。環(huán)境、設(shè)備、礎(chǔ)石", "补齐环保基础设施短板。环境、设备、础石"),
        ("新增绿地3万(wan)亩", "新增绿地3万亩"),
        ("用户(he)可以查询", "用户(he)可以查询"),
        ("細顆粒物(PM2.5)濃度,揮發性有機物(VOCs)排放", "细颗粒物(PM2.5)浓度，挥发性有机物(VOCs)排放"),
        ("著力推進,成效顯著,沿著河岸種樹,著名景區。", "着力推进，成效显著，沿着河岸种树，著名景区。"),
        ("乾縣與乾安縣曬乾糧食,乾隆年間修建。", "乾县与乾安县晒干粮食，乾隆年间修建。"),
        ("答覆意見,森林覆蓋率。瞭解情況,設瞭望塔。憑藉優勢。", "答复意见，森林覆盖率。了解情况，设瞭望塔。凭借优势。"),
        ("區委書記沈志棟沉著應對", "区委书记沈志栋沉着应对"),
        ("会议强调,,要抓实,、抓细,。", "会议强调，要抓实、抓细。"),
        ("完成投资1,200万元;于19:13结束,比例为1:2。", "完成投资1,200万元；于19:13结束，比例为1:2。"),
        ("详见http://a.gov.cn/b,c?d=1;e 各县(区)落实", "详见http://a.gov.cn/b,c?d=1;e 各县（区）落实"),
        ("ＰＭ２．５浓度下降３％", "PM2.5浓度下降3%"),
        ("全市\u200b生态\ufeff环境\ue5e5\xa0保护\u3000大会", "全市生态环境 保护 大会"),
        ("要抓好污染防治&nbsp;工作</p>", "要抓好污染防治 工作"),
        ("要统筹推进降碳、减污、扩绿\n、增长。", "要统筹推进降碳、减污、扩绿、增长。"),
        ("要统筹推进降碳、减污、扩绿、增长、全面绿色转型，\n\n持续改善。", "要统筹推进降碳、减污、扩绿、增长、全面绿色转型，持续改善。"),
        ("“两山”理念’", "“两山”理念’"),
        ("推进&#x8282;能&#38477;碳", "推进节能降碳"),
        ("会议&amp;nbsp;强调&#x3002;&amp;#8220;两山&amp;#8221;理念&shy;要抓&zwj;好&mdash;落实&#8203;", "会议强调。“两山”理念要抓好—落实"),
        ("l> @page { size: 8in; margin: 1in } p { color: red } p.ctl { font-family: ; } 同志们：要抓好落实。", "同志们：要抓好落实。"),
        ("集合{1,2}，<h3>要抓好落实。</h3>", "集合{1,2}，\n要抓好落实。"),
        ("推进美丽建设■◆，是要求■■，治污◆★；绿色发展◆◆■，系统治理★◆，落实。", "推进美丽建设，是要求，治污；绿色发展，系统治理，落实。"),
        ("■要抓好大气。\n■要抓好水，◆压实责任。", "■要抓好大气。\n■要抓好水，◆压实责任。"),
        ("落实国务“院决策部署，守住绿水青山就是金山”银山理念。", "落实国务院决策部署，守住绿水青山就是金山银山理念。"),
        ("推动能耗“双控”政策落实，践行“两山”理念，打好“碧水保卫战”。", "推动能耗“双控”政策落实，践行“两山”理念，打好“碧水保卫战”。"),
        ("会议召开。\n??? 县长指出，要治水。", "会议召开。\n县长指出，要治水。"),
        ("调研组一行\n先后深入两家企业，听取了汇报。", "调研组一行先后深入两家企业，听取了汇报。"),
        ("要抓好&nbsp落实，推进R&amp;D，A&B、&abc照旧。", "要抓好 落实，推进R&D，A&B、&abc照旧。"),
        ("⽣态环境保护⼤会召开", "生态环境保护大会召开"),
        ("会议\ufeff强调\u00ad，要\ue000抓好\u200d落实\ufe0f。", "会议强调，要抓好落实。"),
    ],
)  # fmt: skip
def test_each_kind_of_damage_is_put_right(damaged, clean):
    assert restore(damaged).mapped.text == clean


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("全省工作會(huì )議召開(kāi)，創(chuàng )新制度。", "全省工作会议召开，创新制度。"),
        ("區(qū)長要求加強環(huán)境建設(shè", "区长要求加强环境建设…"),
        ("區(qū)長要求加強環(huán)境建設(shè...", "区长要求加强环境建设..."),
    ],
)
def test_readings_with_a_space_or_broken_off(damaged, clean):
    assert restore(damaged).mapped.text == clean


def bare(text: str) -> str:
    """Return the characters that count: without white space and width of punctuation."""
    return "".join(text.split()).translate(str.maketrans(",;:?!()", "，；：？！（）"))


@pytest.mark.parametrize(
    "text",
    [
        "细颗粒物（PM2.5）和挥发性有机物（VOCs）浓度下降3.5%，化学需氧量(COD)、氨氮(NH3-N)达标。",
        "检出全氟辛酸（PFOA）、二(2-乙基己基)酯、N,N-二甲基甲酰胺和1,2-二氯乙烷。",
        "详见https://www.a.gov.cn/col/c1?id=3&p=2#top，联系邮箱a.b@c.cn。",
        "按(a)、(b)、(c)三类管理，执行GB 3838-2002，pH值6~9，CO₂当量2.1×10³t。",
        "人名用字不变：朱镕基的镕，刘䶮的䶮，以及喆、翀、珺、燊、冼。",
        "用户(he)可以查询，代号(sheng)不变，英文名Zhāng、Lǚ照旧。",
        "水质达到Ⅲ类，①压实责任②强化监管，面积20㎡，温度-5℃。",
        "這不是問題嗎？是的！乾隆年間，瞭望塔上。",
    ],
)
def test_clean_text_is_not_harmed(text):
    restored = restore(text)
    want = text if restored.script == "hans" else "这不是问题吗？是的！乾隆年间，瞭望塔上。"
    assert bare(restored.mapped.text) == bare(want)
    assert restored.reliable


@pytest.mark.parametrize(
    ("damaged", "kinds", "reliable"),
    [
        ("全區(qū)大會召開。", ["pinyin"], True),
        ("抓实,、抓细。", ["doubled_punct"], True),
        ("3?6日，全市召开大会。", ["lost_bytes"], False),
        ("大会\ufffd\ufffd开，要求抓好落实。", ["lost_bytes"], False),
        ("建设秀好意思中国，深入打好羞辱防治攻坚战，落实诡计经营。", ["spun"], False),
        ("建设美丽中国，深入打好污染防治攻坚战，落实规划目标。", [], True),
        ("加快建设秀好意思中国，守护绿水青山。", ["spun"], False),
        ("建设美丽中国，有人误作秀好意思中国。", [], True),
        ("市当局回应了群众关切。", [], True),
        ("环境质量如何?群众说了算。这样行吗?行!", [], True),
    ],
)
def test_damage_is_told(damaged, kinds, reliable):
    restored = restore(damaged)
    assert [d.kind for d in restored.damage] == kinds
    assert restored.reliable is reliable


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("全市生态环境保护大会召开", "hans"),
        ("全市生態環境保護大會召開", "hant"),
        ("", "hans"),
        ("123", "hans"),
    ],
)
def test_the_script_is_found(text, script):
    assert restore(text).script == script


@pytest.mark.parametrize("path", CLEAN, ids=lambda p: p.name)
def test_clean_text_comes_out_as_it_was(path):
    text = path.read_text(encoding="utf-8").strip("\n")
    restored = restore(text)
    assert restored.mapped.text == text
    assert restored.damage == ()
    assert restored.reliable


def test_a_place_that_cannot_be_solved_stays_and_is_marked():
    restored = restore("3?6日，全市召开大会。要抓好落实。")
    assert restored.mapped.text == "3?6日，全市召开大会。要抓好落实。"
    assert [restored.mapped.text[place] for place in restored.lost] == ["?"]
    [issue] = restored.issues
    assert (issue.kind, "3?6日" in issue.message) == ("lost", True)
    assert not restored.is_reliable_in(restored.mapped)
    assert restored.is_reliable_in(restored.mapped.cut(11, 17))


def test_what_was_put_back_is_marked_with_a_certainty():
    restored = restore(REPORTS[1].read_text(encoding="utf-8"))
    [put_back] = restored.reconstructions
    assert (put_back.text, restored.mapped.text[put_back.start : put_back.end]) == ("保基础", "保基础")
    assert 0.8 <= put_back.certainty < 1
    assert restored.mapped.source_span(put_back.start, put_back.end)


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name[:3])
def test_restoring_again_changes_nothing(path):
    once = restore(path.read_text(encoding="utf-8")).mapped.text
    assert restore(once).mapped.text == once


CHARACTERS = st.sampled_from(
    "环環保護境基礎設施。，、,;:?!()（）“”？\n \xa0\u3000\ue5e5\ufeff0123%A(huán)?chǔ)|~é&;<p>著乾"
)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=60), st.lists(CHARACTERS, max_size=60).map("".join)))
def test_no_text_stops_the_restorer_and_the_map_holds(text):
    restored = restore(text)
    mapped = restored.mapped
    assert len(mapped.text) == len(mapped.starts) == len(mapped.ends)
    assert all(0 <= a <= b <= len(text) for a, b in zip(mapped.starts, mapped.ends, strict=True))
    assert list(mapped.starts) == sorted(mapped.starts)
    for start in range(0, len(mapped.text), 7):
        source_start, source_end = mapped.source_span(start, start + 1)
        assert source_start < source_end
