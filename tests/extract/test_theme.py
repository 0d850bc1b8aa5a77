"""Themes: by the words that speak of them, the strongest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.theme import MOST, THEMES, find_themes


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("加强扬尘和挥发性有机物治理", ("air",)),
        ("疏浚护城河，消除黑臭水体", ("water",)),
        ("加强污染耕地管控", ("soil",)),
        ("推进垃圾分类，建设无废城市", ("waste",)),
        ("开展湿地修复和造林绿化", ("nature",)),
        ("推进碳达峰试点和光伏开发", ("climate",)),
        ("治理城市噪声", ("noise",)),
        ("修订教育规划的附件二", ("governance",)),
        ("老旧小区加装电梯", ("other",)),
        ("重塑工业新优势", ("other",)),
        ("深化集体土地制度改革，国考断面水质达标", ("water", "governance")),
        ("加快绿色低碳转型", ("climate", "green_economy")),
        ("严格控制农业面源污染", ("rural", "water")),
        ("补种林地，防治松材线虫病", ("nature",)),
        ("实施科技计划项目", ("other",)),
        ("", ("other",)),
    ],
)
def test_words_speak_of_their_theme(text, themes):
    assert find_themes(text) == themes


def test_the_theme_with_more_words_comes_first_and_three_are_the_most():
    text = "整治排污口、黑臭水体和饮用水水源，治理扬尘，推进垃圾分类、造林绿化和噪声治理"
    got = find_themes(text)
    assert got[0] == "water"
    assert len(got) == MOST


@given(st.text(max_size=200))
def test_any_text_has_one_to_three_known_themes(text):
    got = find_themes(text)
    assert 1 <= len(got) <= MOST
    assert set(got) <= set(THEMES)
    assert len(set(got)) == len(got)
