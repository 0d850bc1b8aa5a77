"""A site's variant characters become the standard ones where it has several; one alone is somebody's own."""

import pytest

from ecoledger.lexicon.loader import load_table
from ecoledger.mapped import MappedText
from ecoledger.restore.restoration import restore
from ecoledger.restore.variant import standardise
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("辳邨汙水咊垃圾要治理，竝建立長效機製。", "农村污水和垃圾要治理，并建立长效机制。"),
        ("會議指齣，辳(nong)業咊(he)辳邨昰(shi)重點。", "会议指出，农业和农村是重点。"),
        ("赴陜西、川陜两省交界和陜州区调研。", "赴陕西、川陕两省交界和陕州区调研。"),
        ("印發政筴文件，落實環保政筴。", "印发政策文件，落实环保政策。"),
    ],
)
def test_variants_become_standard(text, standard):
    assert restore(text).mapped.text == standard


@pytest.mark.parametrize(
    "text",
    ["走访彩虹邨、华富邨居民。", "王昰出席，峯会召开。", "韩国陜川郡代表团来访。", "犇牛镇召开会议。"],
)
def test_a_variant_alone_stays(text):
    assert restore(text).mapped.text == text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_clean_texts_have_none(path):
    mapped = MappedText.of(path.read_text(encoding="utf-8"))
    assert standardise(mapped) is mapped


def test_a_standard_form_is_an_everyday_character():
    rows = load_table("variant", ("character", "standard", "only", "note"), "character")
    assert not {row["character"] for row in rows} & {row["standard"] for row in rows}
    for row in rows:
        assert len(row["standard"].encode("gb2312")) == 2
