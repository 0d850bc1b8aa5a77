"""The fast way into Simplified characters agrees with OpenCC, but for the words that its table gets wrong."""

from functools import cache

import pytest
from opencc import OpenCC

from ecoledger.lexicon.loader import load_table
from ecoledger.restore.script import simplify_text
from tests.conftest import gold_folders
from tests.restore.garbler import to_traditional

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]


@cache
def converter() -> OpenCC:
    return OpenCC("t2s")


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("著力推進,執著堅守,沿著河岸,圍繞著主題", "着力推进,执着坚守,沿着河岸,围绕着主题"),
        ("成效顯著,著名景區,著作等身,編著教材,名著", "成效显著,著名景区,著作等身,编著教材,名著"),
        ("乾隆年間,乾坤灣,乾縣、乾安縣,康乾盛世", "乾隆年间,乾坤湾,乾县、乾安县,康乾盛世"),
        ("曬乾糧食,乾旱,餅乾,乾淨,幹部乾燥", "晒干粮食,干旱,饼干,干净,干部干燥"),
        ("瞭望塔,瞭哨,瞭解,一目瞭然", "瞭望塔,瞭哨,了解,一目了然"),
        ("答覆、反覆、批覆、回覆,森林覆蓋,顛覆", "答复、反复、批复、回复,森林覆盖,颠覆"),
        ("藉助平臺,憑藉優勢,慰藉,狼藉", "借助平台,凭借优势,慰藉,狼藉"),
        ("馀杭區、餘杭區、餘姚市,其馀、剩餘", "余杭区、余杭区、余姚市,其余、剩余"),
        ("區委書記沈默主持會議,沈默強調", "区委书记沈默主持会议,沈默强调"),
        ("市長孫乾出席,孫乾指出,乾燥天氣", "市长孙乾出席,孙乾指出,干燥天气"),
        ("保持沈默,沈沒,沈著應對,沈陽、沈某", "保持沉默,沉没,沉着应对,沈阳、沈某"),
        ("於是,關於,於潛鎮,市長於10日出席,代表徵求意見", "于是,关于,於潜镇,市长于10日出席,代表征求意见"),
        ("特徵、徵收,魏徵", "特征、征收,魏徵"),
        ("什麼,那麼", "什么,那么"),
        ("衞生、防汚,計畫、規畫,菸草,夥伴", "卫生、防污,计划、规划,烟草,伙伴"),
        ("鍾南山、時鐘,頭髮、發展,皇后、前後,公里、這裡", "钟南山、时钟,头发、发展,皇后、前后,公里、这里"),
    ],
)
def test_words_go_the_way_that_the_language_has(traditional, simplified):
    assert simplify_text(traditional) == simplified


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_fast_way_and_the_library_agree(path):
    listed = {
        row["character"]
        for row in load_table("script_word", ("character", "simplified", "only", "but", "name", "note"))
    }
    text = path.read_text(encoding="utf-8")
    traditional = "".join(map(to_traditional, text))
    ours, theirs = simplify_text(traditional), converter().convert(traditional)
    assert len(ours) == len(theirs)
    other = [
        (traditional[at - 3 : at + 4], mine, yours)
        for at, (mine, yours) in enumerate(zip(ours, theirs, strict=True))
        if mine != yours and traditional[at] not in listed
    ]
    assert other == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_traditional_text_comes_back(path):
    text = path.read_text(encoding="utf-8")
    got = simplify_text("".join(map(to_traditional, text)))
    assert [(text[i - 3 : i + 4], mine) for i, mine in enumerate(got) if mine != text[i]] == []
