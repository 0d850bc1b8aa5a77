"""Every step keeps the map to the original: a highlight falls on the words that were published."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.lexicon.loader import load_table
from ecoledger.mapped import MappedText
from ecoledger.restore.character import clean_characters, narrow
from ecoledger.restore.line import join_lines, tidy_spaces
from ecoledger.restore.misread import put_right
from ecoledger.restore.punctuation import drop_doubled, drop_quotes, drop_signs, widen
from ecoledger.restore.reading import drop_readings
from ecoledger.restore.restoration import restore
from ecoledger.restore.script import simplify, simplify_char
from ecoledger.restore.swapped import read_swapped
from ecoledger.structure.injected import drop_injected
from ecoledger.structure.page import read_page
from tests.conftest import SEEDS
from tests.restore.garbler import garble, random_table

STEPS = {
    "misread stretches": lambda mapped: put_right(mapped)[0],
    "invisible characters": clean_characters,
    "widths": narrow,
    "readings": lambda mapped: drop_readings(mapped)[0],
    "script": lambda mapped: simplify(mapped, "hant"),
    "lines of the other table": lambda mapped: read_swapped(mapped)[0],
    "strewn signs": lambda mapped: drop_signs(mapped)[0],
    "strewn quotation marks": lambda mapped: drop_quotes(mapped)[0],
    "doubled marks": lambda mapped: drop_doubled(mapped)[0],
    "wide marks": widen,
    "lines": lambda mapped: join_lines(mapped)[0],
    "spaces": tidy_spaces,
    "injected words": lambda mapped: drop_injected(mapped)[0],
}
PIECES = st.lists(
    st.sampled_from(
        ["全區(qū)生態(tài)環(huán)境保護大會召開", "会议强调，", "要坚持生态优先、绿色发展", "。", ",,", ",。", "、", "\n", "\n\n　　", "\r\n",
         " ", "\xa0", "\u3000", "\ufeff", "\u200b", "\ue5e5", "&nbsp;", "&amp;ldquo;", "<p>", "</p>", "PM2.5(VOCs)", "ＰＭ２．５％", "3万(wan)亩",
         "鐢熸€佺幆澧冧繚鎶ゅぇ浼", "ç”Ÿæ€çŽ¯å¢ƒ", "沈默著乾隆", "“", "”", "（", ")", "2023", "看片 免费在线观看 国产视频 ", "（资料图）",
         "加微信：abc12345，", "\n一、总体要求\n", "深入打好污染防治攻坚战", "推动", "发展■◆，", "治污★，",
         "国务“院", "金山”银山", "<b>", "@page { a: b }", "??? 会议"]
    ),
    max_size=24,
).map("".join)  # fmt: skip
SPECIAL = {
    row["character"]: row["simplified"]
    for row in load_table("script_word", ("character", "simplified", "only", "but", "name", "note"))
}


def counterpart(char: str) -> str:
    """Return `char` without script and width."""
    plain = unicodedata.normalize("NFKC", SPECIAL.get(char, simplify_char(char)))
    return " " if plain.isspace() else plain


def check(mapped: MappedText, original: str) -> None:
    assert list(mapped.starts) == sorted(mapped.starts)
    for char, start, end in zip(mapped.text, mapped.starts, mapped.ends, strict=True):
        assert 0 <= start < end <= len(original)
        if end - start == 1 and original[start] < "\u0080" <= char and not original[start].isspace():
            assert counterpart(char) == counterpart(original[start])


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@settings(max_examples=60)
@given(text=PIECES)
def test_a_step_keeps_the_order_and_what_it_does_not_change(step, text):
    mapped = step(MappedText.of(text))
    check(mapped, text)
    misread = any(mark in text for mark in ("鐢", "ç"))
    for char, start, end in zip(mapped.text, mapped.starts, mapped.ends, strict=True):
        if end - start == 1 and not misread:
            assert counterpart(char) == counterpart(text[start])


@settings(max_examples=100)
@given(PIECES)
def test_all_steps_together_keep_the_map(text):
    restored = restore(text)
    check(restored.mapped, text)
    check(read_page(restored.mapped, {}).body, text)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt"))[:3], ids=lambda path: path.stem)
def test_words_of_a_damaged_copy_are_found_where_they_stand(path):
    clean = path.read_text(encoding="utf-8")
    damaged = garble(clean, random_table(clean, path.stem)).text
    restored = restore(damaged)
    mapped = restored.mapped
    rebuilt = {place for one in restored.reconstructions for place in range(one.start - 4, one.end)}
    rebuilt |= {at for place in restored.lost for at in range(place - 4, place + 1)}
    for at in range(0, len(mapped.text) - 4, 11):
        start, end = mapped.source_span(at, at + 4)
        shown = "".join(map(counterpart, damaged[start:end]))
        words = [counterpart(char) for char in mapped.text[at : at + 4]]
        if at not in rebuilt:
            assert all(word in shown or word == " " for word in words)
