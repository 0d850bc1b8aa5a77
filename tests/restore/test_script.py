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


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_fast_way_and_the_library_agree(path):
    listed = {
        row["character"]
        for row in load_table("script_word", ("character", "simplified", "only", "but", "note"))
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
