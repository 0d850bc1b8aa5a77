"""Lost places come back: bytes rebuilt, the best reading chosen, and proved by damaging it again."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.restore.gbk import damage
from ecoledger.restore.restoration import restore
from tests.conftest import SEEDS, gold_folders
from tests.restore.garbler import garble, random_table, to_traditional
from tests.restore.measure import Measure, bare

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.clean.txt"))]
OTHER_TOPICS = Path(__file__).with_name("other_topics.txt").read_text(encoding="utf-8")
SENTENCES = [
    s for text in (*TEXTS, OTHER_TOPICS) for s in re.findall("[^。\n]{8,60}。", text) if s.isprintable()
]


@pytest.mark.parametrize(
    ("clean", "table"),
    [
        ("补齐环保基础设施短板。", {"礎": "chǔ", "設": "shè"}),  # cut inside, and a pair that vanished
        ("今冬要完成压煤、扩绿、治水任务。", {"好": "hào"}),  # the reading behind two halves
        ("推动雄安新区生态廊道建设。", {"有": "yòu", "安": "ān"}),
        ("实行最严格的制度，健全责任体系。", {"行": "xíng"}),
        ("坚持问题导向”，必须从严从实，主动作为。", {"保": "bǎo"}),  # halves of a quotation mark and a comma
        ("出席会议并讲话。县领导参加会议。", {}),  # the cut of ？ inside 。县
        ("清理松材线虫病枯死木。", {"木": "mù"}),  # 0x80 as a lead byte
    ],
)
def test_each_way_to_lose_a_place_is_undone(clean, table):
    garbled = garble(clean, table)
    restored = restore(garbled.text)
    assert bare(restored.mapped.text) == bare(clean)
    assert not garbled.lost or restored.reconstructions
    assert restored.reliable


@pytest.mark.parametrize(
    ("published", "clean"),
    [
        ("要推動當(dāng)?shù)鼐G化工作，保護好水源。", "要推动当地绿化工作，保护好水源。"),
        ("推動當(dāng)?shù)亟洕l展。", "推动当地经济发展。"),
    ],
)
def test_a_place_behind_a_character_with_its_own_reading(published, clean):
    """A site that takes one character after the other hits 當地 twice: the halves 94B5 first (數), then 當."""
    assert restore(published).mapped.text == clean


@pytest.mark.parametrize(
    ("published", "clean"),
    [
        ("環境保護(hù)由各?。▍^(qū)、市）負責。", "环境保护由各省（区、市）负责。"),
        ("目前12個?。ㄊ校┮呀涢_展保護(hù)。", "目前12个省（市）已经开展保护。"),
        (
            "印發(fā)《關(guān)于加強保護(hù)的意見》?！兑庖姟肥锹鋵嵕G色發(fā)展的舉措。",
            "印发《关于加强保护的意见》。《意见》是落实绿色发展的举措。",
        ),
        (
            "公布《保護(hù)意見》?!兑庖姟肥锹鋵嵕G色發(fā)展的舉措。",
            "公布《保护意见》。《意见》是落实绿色发展的举措。",
        ),
        (
            "加快治理,，建成濕地,、公園,，推進(jìn)各項(xiàng)工作,??傮w看,，進(jìn)展良好,。",
            "加快治理，建成湿地、公园，推进各项工作。总体看，进展良好。",
        ),  # the comma before the place was put there
    ],
)
def test_a_site_that_cuts_before_other_marks(published, clean):
    restored = restore(published)
    assert restored.mapped.text == clean
    assert restored.reconstructions


@pytest.mark.parametrize("text", ["守护家园，你准备好了吗？！", "会(huì)議提問：做到了嗎？！請大家回答。"])
def test_marks_of_a_question_are_no_lost_place(text):
    restored = restore(text)
    assert "？！" in restored.mapped.text
    assert restored.reliable


def test_a_digit_that_is_gone_is_never_made_up():
    garbled = garble(
        "完成石漠化综合治理27.6万亩，通过验收。", {"力": "lì", "恥": "chǐ", "砝": "fǎ"} | {"卫": "wèi"}
    )
    lost = garble("生态治理23万亩。生态治理。", {"卫": "wèi", "紊": "wěn", "侮": "wǔ", "治": "zhì"})
    for one in (garbled, lost):
        digits = re.findall(r"\d", one.text)
        assert re.findall(r"\d", restore(one.text).mapped.text) == digits


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=8, unique=True), st.integers(0, 10**6))
def test_what_a_site_damages_comes_back_or_is_told(sentences, seed):
    clean = "\n".join(sentences)
    table = random_table(clean, str(seed), 20)
    garbled = garble(clean, table)
    restored = restore(garbled.text)
    if bare(restored.mapped.text) != bare(clean):
        assert restored.reconstructions or not restored.reliable
    if not garbled.lost:
        assert bare(restored.mapped.text) == bare(clean)
        assert not restored.reconstructions


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.integers(0, 10**6))
def test_our_proof_damages_as_sites_do(sentences, seed):
    clean = "".join(sentences)
    table = random_table(clean, str(seed), 12)
    traditional = "".join(map(to_traditional, clean))
    assert damage(traditional, table) == garble(clean, table, narrow=False).text


@pytest.fixture(scope="module")
def measured() -> Measure:
    measure = Measure()
    for number, text in enumerate((*TEXTS, OTHER_TOPICS)):
        for seed in range(5):
            measure.add(text, f"{number}{seed}")
    return measure


def test_most_of_what_is_lost_comes_back_whole(measured):
    assert measured.characters >= 0.998
    assert measured.lost >= 0.9
    assert not measured.made_up


def test_what_is_put_back_is_as_certain_as_it_says(measured):
    assert measured.put_back_right[0.98] / measured.put_back[0.98] >= 0.97
    assert measured.put_back_right.total() / measured.put_back.total() >= 0.93


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_clean_text_is_not_harmed_in_one_character(folder):
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert bare(restore(text).mapped.text) == bare(text), path.name
