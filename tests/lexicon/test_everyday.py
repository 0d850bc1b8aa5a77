"""What counts as an everyday character is what the codecs say, for every character there is."""

import sys

import pytest

from ecoledger.lexicon.everyday import everyday_share


def is_simplified(char):
    try:
        lead, trail = char.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return False
    return lead in (0xA1, 0xA3) or (lead == 0xA2 and trail > 0xB0) or 0xB0 <= lead <= 0xD7


def is_traditional(char):
    try:
        return char.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return char in "“”‘’《》—…"


def test_every_character_is_judged_as_its_code_says():
    for code in range(0x80, min(sys.maxunicode + 1, 0x20000)):
        char = chr(code)
        assert everyday_share(char) == (is_simplified(char) or is_traditional(char)), char


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 0),
        ("abc 123", 0),
        ("会议强调", 1),
        ("會議強調", 1),
        ("会议mn浼氳", 2 / 4),
        ("議议", 1 / 2),
        ("会\ud800", 1 / 2),
    ],
)
def test_the_share_is_that_of_one_script_and_leaves_ascii_out(text, share):
    assert everyday_share(text) == share
