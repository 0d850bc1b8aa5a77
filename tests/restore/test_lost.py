"""Lost places come back: bytes rebuilt, the best reading chosen, and proved by damaging it again."""

import re
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.restore.gbk import damage
from ecoledger.restore.restoration import restore
from tests.conftest import SEEDS
from tests.restore.garbler import garble, random_table, to_traditional

WIDE = str.maketrans(",;:?!()", "，；：？！（）")
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.clean.txt"))]
SENTENCES = [s for text in TEXTS for s in re.findall("[^。\n]{8,60}。", text) if s.isprintable()]


def bare(text: str) -> str:
    """Return the characters that count: without white space and width of punctuation."""
    return "".join(text.split()).translate(WIDE)


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


def test_most_of_what_is_lost_comes_back_whole():
    places = right = same = total = 0
    for number, text in enumerate(TEXTS):
        for seed in range(3):
            garbled = garble(text, random_table(text, f"{number}{seed}"))
            got = bare(restore(garbled.text).mapped.text)
            clean = bare(text)
            blocks = SequenceMatcher(None, clean, got, autojunk=False).get_matching_blocks()
            same += 2 * sum(block.size for block in blocks)
            total += len(clean) + len(got)
            for start, end in garbled.lost:
                near = bare(text[max(0, start - 4) : end + 4])
                places += 1
                right += near in got
    assert same / total >= 0.998
    assert right / places >= 0.8
