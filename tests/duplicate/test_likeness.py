"""What is one report published at several places, and what is another report."""

import datetime as dt
import re
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.duplicate.account import Account, level_words, read_account
from ecoledger.duplicate.likeness import measure_likeness
from ecoledger.duplicate.signature import BANDS, find_bands
from tests.gold_reports import gold_reports

SEEDS = gold_reports()
TEXT = SEEDS[0].text
HERE = ("310000", "310116")
WORDS = "推进城市生活污水治理打好蓝天保卫战落实河长制压实属地责任整治黑臭水体完成造林强化源头防控加快绿色转型"


def account(text, places=(), date=None):
    return Account(*level_words(text), places=places, date=date)


def likeness(one, other):
    found = measure_likeness(one, other)
    assert found == measure_likeness(other, one)
    if found is not None:
        assert 0.85 <= found <= 1
    return found


def share_a_band(one, other):
    return bool(set(find_bands(one.words)) & set(find_bands(other.words)))


def exchange(text, share, seed=1):
    """Exchange a share of the Chinese characters, as a spinner or a bad scan does."""
    random = Random(seed)  # noqa: S311 - the same text each time
    return "".join(random.choice(WORDS) if "一" <= c <= "龥" and random.random() < share else c for c in text)


OTHER_MARKS = TEXT.translate(str.maketrans("，。、；", ",.,;"))
LINES = TEXT.split("\n")
ADDED = "本站声明：转载本文仅为传播更多信息，不代表本站立场，如有版权问题请与我们联系处理。"


@pytest.mark.parametrize(
    ("copy", "least"),
    [
        (TEXT, 1),
        (OTHER_MARKS, 1),
        (TEXT.replace("\n", "\r\n\r\n　　"), 1),
        ("".join(chr(ord(c) + 0xFEE0) if "0" <= c <= "9" else c for c in TEXT), 1),
        (exchange(TEXT, 0.01), 0.98),
        (exchange(TEXT, 0.1), 0.87),
        (f"{TEXT}\n{ADDED}", 0.97),
        (f"{TEXT[:400]}{ADDED}{TEXT[400:]}", 0.97),
        (f"本报讯（记者）{TEXT}", 0.99),
        (TEXT[: len(TEXT) * 95 // 100], 0.97),
    ],
    ids=["same", "marks", "lines", "width", "slips", "spun", "notice", "spam", "head", "cut"],
)
def test_a_copy_is_known(copy, least):
    assert likeness(account(TEXT), account(copy)) >= least
    assert share_a_band(account(TEXT), account(copy))


QUOTING = f"{TEXT}\n" + "".join(f"读了这篇报道，我们认为{WORDS[at:]}还有许多工作要做。" for at in range(8))
COUNTY = "{}召开生态环境保护大会，{}月{}日在{}举行。会议指出，{}要{}。全{}完成造林{}万亩，{}优良天数比率达到{}%。".format
FORM = (WORDS[:24], WORDS[24:])


def county(name, month, day, area, share):
    return account(COUNTY(name, month, day, name, FORM[0], FORM[1], name[-1], area, name, share))


@pytest.mark.parametrize(
    "other",
    [
        account(SEEDS[1].text),
        account(QUOTING),
        account(TEXT[: len(TEXT) // 2]),
        account("\n".join(LINES[::-1])),
        account(TEXT, places=("310000", "310117")),
        account(TEXT, places=("320000",)),
        account(TEXT, date=dt.date(2023, 5, 26)),
        account(re.sub(r"\d", lambda m: str((int(m[0]) + 3) % 10), TEXT)),
    ],
    ids=["another", "quoting", "part", "turned", "district", "province", "year", "numbers"],
)
def test_another_report_is_not_taken_for_a_copy(other):
    assert likeness(account(TEXT, HERE, dt.date(2022, 5, 26)), other) is None


def test_the_two_parts_of_a_report_stay_two():
    half = len(TEXT) // 2
    assert likeness(account(TEXT[: half + 100]), account(TEXT[half - 100 :])) is None


def test_a_form_filled_in_by_two_counties_stays_two():
    assert likeness(county("青阳县", 3, 12, 1.5, 92), county("东至县", 4, 9, 2.1, 95.6)) is None
    assert likeness(county("青阳县", 3, 12, 1.5, 92), county("青阳县", 3, 12, 1.5, 92)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [((), HERE), (("310000",), HERE), (HERE, HERE)],
    ids=["unknown", "above", "same"],
)
def test_a_place_that_is_unknown_or_wider_excludes_nothing(one, other):
    day = dt.date(2022, 5, 26)
    assert likeness(account(TEXT, one, day), account(TEXT, other)) == 1


def test_too_few_words_are_never_a_copy():
    short = account("全文见附件。")
    assert find_bands(short.words) == ()
    assert likeness(short, short) is None


def test_what_was_read_of_a_report_is_compared():
    report = SEEDS[2]
    found = read_account(report)
    assert found.places == ("140000", "140200")
    assert found.date == dt.date(2023, 11, 17)
    assert read_account(replace(report, region=None, meeting=None)).places == ()


# With every twentieth character wrong, 75 % of the shingles are shared: no band then with a chance of 5 in a million.
@given(st.integers(0, 10**6), st.floats(0, 0.05), st.sampled_from(SEEDS))
@settings(max_examples=60, deadline=None)
def test_a_copy_with_a_few_wrong_characters_is_found_by_its_bands(seed, share, report):
    one, other = account(report.text), account(exchange(report.text, share, seed))
    assert likeness(one, other) is not None
    assert share_a_band(one, other)


CLAUSES = [clause for report in SEEDS for clause in re.split("[，。；\\n]", report.text) if clause]


def test_a_thousand_reports_of_the_same_clauses_are_a_thousand():
    random = Random(3)  # noqa: S311 - the same reports each time is the aim
    accounts = [account("，".join(random.sample(CLAUSES, 60))) for _ in range(1000)]
    sharing = defaultdict(list)
    for number, one in enumerate(accounts):
        for band in find_bands(one.words):
            sharing[band].append(number)
    pairs = {pair for numbers in sharing.values() for pair in combinations(numbers, 2)}
    assert len(pairs) < 0.01 * 1000 * 999 / 2
    assert not [pair for pair in pairs if measure_likeness(*(accounts[n] for n in pair)) is not None]


def test_bands_are_those_that_ledgers_hold():
    """Whoever changes them owes a migration that makes the stored ones anew."""
    bands = find_bands("".join(chr(0x4E00 + at * 7 % 997) for at in range(300)))
    assert (bands[0], bands[15], bands[31]) == (654764800397128729, 3299927341169231373, -6670884455173410550)


@given(st.integers(0, 10**6), st.floats(0, 0.3), st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_likeness_is_the_same_from_either_side(seed, share, own):
    other = exchange(TEXT, share, seed)
    at = seed % len(TEXT)
    likeness(account(TEXT), account(other[:at] + WORDS * (own // len(WORDS)) + other[at:]))


@given(st.text(max_size=400))
def test_any_text_has_bands_or_none(text):
    words, _ = level_words(text)
    bands = find_bands(words)
    assert len(set(bands)) == len(bands) == (BANDS if len(words) >= 60 else 0)
    assert all(-(2**63) <= band < 2**63 for band in bands)
    assert bands == find_bands(words)
