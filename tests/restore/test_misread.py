"""Text decoded with the wrong table is put right, whole or in stretches; what lost a byte is marked, not made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.errors import UnreadableError
from ecoledger.intake.document import read_document
from ecoledger.mapped import MappedText
from ecoledger.restore.misread import put_right
from ecoledger.restore.restoration import restore
from tests.conftest import gold_folders

SENTENCE = "要统筹推进“三水”共治，力争2025年PM2.5浓度降至35微克（全省平均），建设美丽河湖区"
TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]


def as_latin(text: str, encoding: str = "utf-8") -> str:
    return text.encode(encoding).decode("latin-1")


def as_windows(text: str, encoding: str = "utf-8") -> str:
    """Decode as browsers do: Windows' table, and Latin-1 for the five bytes that it does not have."""
    return "".join(
        bytes((b,)).decode("latin-1" if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")
        for b in text.encode(encoding)
    )


def as_gbk(text: str) -> str:
    """Decode UTF-8 as browsers decode GBK: a lone byte 80 is €."""
    raw = text.encode()
    shown = ""
    at = 0
    while at < len(raw):
        size = 1 if raw[at] <= 0x80 else 2
        shown += "€" if raw[at] == 0x80 else raw[at : at + size].decode("gb18030", "replace")
        at += size
    return shown


WRONG = {
    "latin-1 over UTF-8": as_latin,
    "cp1252 over UTF-8": as_windows,
    "latin-1 over GBK": lambda text: as_latin(text, "gbk"),
    "cp1252 over GBK": lambda text: as_windows(text, "gbk"),
    "GBK over UTF-8": as_gbk,
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize(
    ("before", "misread", "after"),
    [
        ("", "生态环境保护大会召开", ""),
        ("全区大会召开，会议强调：\n", SENTENCE, "\n要抓好落实。"),
        ("会议指出，", "推动绿色发展", "，要抓好落实。"),
        ("", "坚持生态优先，推动绿色发展", " (PM2.5) 2023\n第二段要抓好落实。"),
    ],
)
def test_a_stretch_is_put_right_where_it_stands(wrong, before, misread, after):
    damaged = before + wrong(misread) + after
    mapped, count, *_ = put_right(MappedText.of(damaged))
    assert (mapped.text, count) == (before + misread + after, 1)
    assert mapped.starts[: len(before)] == tuple(range(len(before)))
    start, end = mapped.source_span(len(before), len(before + misread))
    assert damaged[start:end] == wrong(misread)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_the_report_tells_of_stretches(wrong):
    restored = restore(
        f"会议强调，要抓好落实。\n{wrong('深入打好污染防治攻坚战，推动绿色发展')}。\n会议要求压实责任。"
    )
    assert (
        restored.mapped.text
        == "会议强调，要抓好落实。\n深入打好污染防治攻坚战，推动绿色发展。\n会议要求压实责任。"
    )
    [damage] = restored.damage
    assert (damage.kind, damage.count, damage.repaired) == ("encoding", 1, 1)
    assert restored.reliable


@pytest.mark.parametrize(
    ("damaged", "shown"),
    [
        ("要推进鐢熸�佺幆澧冧繚鎶ゅぇ浼氱簿绁炶惤瀹烇紝鎶撳ソ", "要推进生�环境保护大会精神落实，抓好"),
        (f"会议强调，{as_windows('生态环境').replace(chr(0x81), chr(0xFFFD))}", "会议强调，生�环境"),
    ],
)
def test_what_lost_a_byte_is_marked_and_not_made_up(damaged, shown):
    restored = restore(damaged)
    assert restored.mapped.text == shown
    assert [restored.mapped.text[place] for place in restored.lost] == ["\ufffd"]
    assert not restored.reliable


@pytest.mark.parametrize("last", ["\ufffd", "?", ""])
def test_a_full_stop_without_its_last_byte_is_put_back_and_said_so(last):
    shown = f"{as_gbk('推动绿色发展')}銆{last}"
    restored = restore(f"会议强调，{shown}\n要抓好落实。")
    assert restored.mapped.text == "会议强调，推动绿色发展。\n要抓好落实。"
    [put_back] = restored.reconstructions
    assert (put_back.text, 0.9 <= put_back.certainty < 1) == ("。", True)
    assert restored.reliable
    inside = restore(f"会议强调，{shown}{as_gbk('抓好落实')}\n要压实责任。").mapped.text
    assert inside.startswith("会议强调，推动绿色发展")
    assert "。抓" not in inside


def test_bytes_that_fell_out_without_a_trace_are_marked():
    restored = restore("会议强调，ç”Ÿæ€çŽ¯å¢ƒä¿æŠ¤，要抓好落实。")
    assert restored.mapped.text == "会议强调，生�环境�护，要抓好落实。"
    assert len(restored.lost) == 2


@pytest.mark.parametrize("rubbish", ["ç”æ€çŽå¢ä¿æŠ", "鐢鎬鐜澧淇鎶"])
def test_a_stretch_that_does_not_decode_stays_and_is_marked(rubbish):
    text = f"会议强调，要抓好落实。{rubbish}。会议要求压实责任。"
    restored = restore(text)
    [damage] = [one for one in restored.damage if one.kind == "encoding"]
    assert damage.repaired < damage.count
    assert not restored.reliable
    assert "会议强调，要抓好落实。" in restored.mapped.text
    assert restored.lost


@pytest.mark.parametrize(
    ("damaged", "shown", "lost"),
    [
        ("3?6日，全市召开大会。", "3?6日，全市召开大会。", "?"),
        ("要抓好落实顴/p>", "要抓好落实顴", "顴"),
        ("累计推进建?5项。", "累计推进建?5项。", "?"),
        ("要抓好落\ufffd。", "要抓好落\ufffd。", "\ufffd"),
    ],
)
def test_single_bytes_stay_lost(damaged, shown, lost):
    restored = restore(damaged)
    assert restored.mapped.text == shown
    assert [restored.mapped.text[place] for place in restored.lost] == [lost]
    assert [one.kind for one in restored.damage] == ["lost_bytes"]
    assert not restored.reliable


@pytest.mark.parametrize(
    "text",
    [
        "访问École supérieure和São Paulo，会见Müller、Françoise与Željko。",
        "（é、è、ê、à、ü）等字母，×÷±°·，½¼¾，§¶©®，Ångström。",
        "Ｅｌ Niño现象与La Niña现象，naïve façade，“Über”‘déjà vu’…—",
        "溴、沣、洹、洧、溱、濮、瀍、瀛、鄜、雒、饶、馥、骘、髹、鬲、魉、黧、鼍等字。",
        "联通、移动、电信；镕、堃、喆、珺、燊、洺、濉、沘、渌、滉、滢。",
        "鐵路、鐘樓、銀行、鎮江、鏈條、鑄造、鋼鐵、錳鋅、鍾馗、鏡面。",
        "銅鉛錳鋅鎳銀鐵鋼鎘錫銻鉻等重金屬污染防治，鐘鏡鏈鐮錘鋸。",
        "Ñandú año señor, crème brûlée, Größe, Øresund, Ærø, Þórr.",
    ],
)
def test_rare_characters_and_other_languages_are_let_alone(text):
    mapped, count, *_ = put_right(MappedText.of(text))
    assert (mapped.text, count) == (text, 0)
    assert "encoding" not in {one.kind for one in restore(text).damage}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_clean_texts_hold_no_misread_stretch(path):
    text = path.read_text(encoding="utf-8")
    assert put_right(MappedText.of(text)) == (MappedText.of(text), 0, (), ())


@given(st.text("生态环境保护要抓好落实，。“”2023 PM（）", min_size=4), st.sampled_from(sorted(WRONG)))
def test_a_stretch_decodes_to_what_was_published_or_not_at_all(text, wrong):
    damaged = f"全区：\n{WRONG[wrong](text)}"
    mapped, count, *_ = put_right(MappedText.of(damaged))
    assert list(mapped.starts) == sorted(mapped.starts)
    if count == 1:
        assert mapped.text.split("\n", 1)[1].strip() == text.strip() or "\ufffd" in mapped.text


FILE = "全区生态环境保护大会召开\n会议强调，要坚持生态优先，推动绿色发展，抓好落实！\n" * 3


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FILE.encode("utf-8"), "utf-8"),
        (FILE.encode("utf-8-sig"), "utf-8-sig"),
        (FILE.encode("gb18030"), "gb18030"),
        (b"\x84\x31\x95\x33" + FILE.encode("gb18030"), "gb18030"),
        (FILE.encode("utf-16"), "utf-16"),
        (FILE.encode("utf-16-le"), "utf-16-le"),
        (FILE.encode("utf-16-be"), "utf-16-be"),
        (b"\xfe\xff" + FILE.encode("utf-16-be"), "utf-16"),
        (FILE.encode("utf-32"), "utf-32"),
        (FILE.encode("utf-32-le"), "utf-32-le"),
        (FILE.encode("utf-32-be"), "utf-32-be"),
        (b"\x00\x00\xfe\xff" + FILE.encode("utf-32-be"), "utf-32"),
        ("全區生態環境保護大會召開\n會議強調，要堅持生態優先。".encode("big5"), "big5hkscs"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_read_in_its_encoding(data, encoding):
    document = read_document(data, "某报道")
    want = FILE if encoding != "big5hkscs" else "全区生态环境保护大会召开\n会议强调，要坚持生态优先。"
    assert document.encoding == encoding
    assert restore(document.text).mapped.text == restore(want).mapped.text
    assert document.damage == ()


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_file_that_was_read_wrongly_once_is_put_right(wrong):
    document = read_document(wrong(FILE).encode(), "某报道")
    restored = restore(document.text)
    assert restored.mapped.text == FILE.strip("\n")
    assert {one.kind for one in (*document.damage, *restored.damage)} == {"encoding"}


def test_rubbish_is_no_text():
    with pytest.raises(UnreadableError):
        read_document(bytes(range(256)) * 20, "某报道")


def as_either(text: str, encoding: str) -> str:
    """Decode as programs do that take for UTF-8 what happens to be such, and all else for Latin-1."""
    raw = text.encode(encoding)
    shown = ""
    at = 0
    while at < len(raw):
        for size in (3, 2, 1):
            try:
                shown += raw[at : at + size].decode("utf-8" if size > 1 else "latin-1")
            except UnicodeDecodeError:
                continue
            at += size
            break
    return shown


TRADITIONAL = "會議強調，要堅持生態優先，推動綠色發展，持續改善空氣質量，確保各項減排目標如期實現。"
SIMPLIFIED = "会议强调，要坚持生态优先，推动绿色发展，持续改善空气质量，确保各项减排目标如期实现。"


@pytest.mark.parametrize("show", [as_latin, as_windows])
def test_a_page_of_big5_is_read_as_big5(show):
    restored = restore(show(TRADITIONAL, "big5"))
    assert restored.mapped.text == SIMPLIFIED
    assert restored.reliable


def test_bytes_taken_for_either_table_are_taken_back():
    text = "您可以支持我们的公益事业，认证考虑的当然是，向代码管理员申请将提交的分支合并，"
    assert put_right(MappedText.of(as_either(text, "gbk"))).mapped.text == text


def test_a_letter_that_is_half_a_character_is_lost():
    shown = as_latin(TRADITIONAL, "big5")
    half = shown.find(as_latin("標", "big5"))
    restored = restore(shown[:half] + shown[half + 1 :])
    assert not restored.reliable
    assert restored.mapped.text.startswith(SIMPLIFIED[:30])


@pytest.mark.parametrize("cut", range(12, 60, 5))
def test_a_lost_byte_makes_up_no_words(cut):
    """Behind a lost byte the pairs shift: clauses that then read as nothing stay as they were and are marked."""
    text = "会议强调，要坚持生态优先，推动绿色发展，持续改善空气质量，抓好落实。"
    shown = as_latin(text, "gbk")
    restored = restore(shown[:cut] + shown[cut + 1 :])
    assert not restored.reliable
    assert restored.mapped.text.startswith("会议强调")
    assert len([char for char in restored.mapped.text if char > "\u3400" and char not in text]) <= 2


@pytest.mark.parametrize("text", ["市?xíng)?xuān)部", "有?xíng)?yìng)對", "會(huì)議(yì)要求"])
def test_readings_side_by_side_are_not_taken_for_misread_words(text):
    assert put_right(MappedText.of(text)).mapped.text == text
