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
