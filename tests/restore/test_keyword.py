"""A keyword with the words of a site's head, put in for a name, goes and its places are lost; names of sites stay."""

import pytest

from ecoledger.restore.restoration import restore

KEYWORD = "某球国际_官方网站："


def test_a_keyword_in_sentences_goes_and_leaves_lost_places():
    text = (
        f"{KEYWORD}召开生态环境保护大会\n"
        f"5月6日，2023年{KEYWORD}2023年度大会在{KEYWORD}会议中心举行。\n"
        f"会议听取{KEYWORD}工作汇报，部署下一步工作。"
    )
    restored = restore(text)
    assert restored.mapped.text == text.replace(KEYWORD, "")
    assert not restored.reliable
    assert [restored.mapped.text[place : place + 2] for place in restored.lost] == [
        "召开",
        "20",
        "会议",
        "工作",
    ]
    assert {(one.kind, one.count) for one in restored.damage} == {("spam", 4), ("lost_bytes", 4)}


@pytest.mark.parametrize(
    "text",
    [
        "登录县政府官方网站查询，县政府官方网站公开名单。",
        "县政府_官方网站\n县政府_官方网站\n5月6日，会议召开，部署工作。",
        "详见某局_官方网站：“公告”栏，逾期不候。",
    ],
)
def test_names_of_sites_stay(text):
    restored = restore(text)
    assert restored.mapped.text == text
    assert restored.reliable


def test_a_keyword_with_a_bracketed_sign_goes_whole():
    restored = restore(
        "6月5日，某某城中心_足球网-【投注官网平台】综合执法局检查工地。\n执法人员到某某城中心_足球网-【投注官网平台】河段巡查，要求整改。"
    )
    assert restored.mapped.text == "6月5日，综合执法局检查工地。\n执法人员到河段巡查，要求整改。"
    assert not restored.reliable


def test_a_keyword_put_before_marks_goes_and_nothing_is_lost():
    restored = restore(
        "会议要求，加强工地某乐娱乐官网下载,、码头某乐娱乐官网下载,、裸土管控，对短板某乐娱乐官网下载,，要及时整改。"
    )
    assert restored.mapped.text == "会议要求，加强工地、码头、裸土管控，对短板，要及时整改。"
    assert restored.reliable
    assert ("spam", 3) in {(one.kind, one.count) for one in restored.damage}


@pytest.mark.parametrize(
    "text",
    [
        "推广政务APP平台,，升级环保APP平台,，会议,，强调,，落实,。",
        "各县建设体育平台，完善文化体育平台。",
        "会议【全省平台】上线，各县【全省平台】接入，数据共享。",
    ],
)
def test_platforms_of_a_report_stay(text):
    assert "平台" in restore(text).mapped.text
    assert restore(text).mapped.text.count("平台") == text.count("平台")
