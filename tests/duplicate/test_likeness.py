"""What is one report published at several places, and what is another report."""

import datetime as dt
import re
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.duplicate.account import Account, level_words, read_account
from ecoledger.duplicate.likeness import measure_likeness, measure_shared
from ecoledger.duplicate.sketch import ONE_IN, find_sketch
from ecoledger.ledger.match import LEAST
from tests.gold_reports import gold_reports

SEEDS = gold_reports()
TEXT = SEEDS[0].text
HERE = ("310000", "310116")
WORDS = "推进城市生活污水治理打好蓝天保卫战落实河长制压实属地责任整治黑臭水体完成造林强化源头防控加快绿色转型"


def account(text, places=(), date=None, **more):
    return Account(*level_words(text), places=places, date=date, **more)


def likeness(one, other):
    found = measure_likeness(one, other)
    assert found == measure_likeness(other, one)
    if found is not None:
        assert 0.82 <= found <= 1
    return found


def shared(one, other):
    """The share of the first sketch that stands in the second too."""
    ours = set(find_sketch(one.words))
    return len(ours & set(find_sketch(other.words))) / len(ours)


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
        (TEXT[: len(TEXT) * 95 // 100], 1),
        (TEXT[: len(TEXT) // 2], 1),
        (exchange(TEXT[: len(TEXT) * 6 // 10], 0.1), 0.87),
    ],
    ids=[
        "same",
        "marks",
        "lines",
        "width",
        "slips",
        "spun",
        "notice",
        "spam",
        "head",
        "cut",
        "half",
        "spun half",
    ],
)
def test_a_copy_is_known(copy, least):
    assert likeness(account(TEXT), account(copy)) >= least
    assert shared(account(TEXT), account(copy)) > 0.2
    assert shared(account(copy), account(TEXT)) > 0.2


QUOTING = "".join(f"读了这篇报道，我们认为{WORDS[at:]}还有许多工作要做。" for at in range(8)) + f"\n{TEXT}"
OTHERS = {"刘健": "吴波", "程鹏": "钱松", "李泽龙": "鲍胜利"}
ENDING = f"{TEXT[:-9]}抓好各项工作的落实。"
COUNTY = "{}召开生态环境保护大会，{}月{}日在{}举行。会议指出，{}要{}。全{}完成造林{}万亩，{}优良天数比率达到{}%。".format
FORM = (WORDS[:24], WORDS[24:])


def county(name, month, day, area, share):
    return account(COUNTY(name, month, day, name, FORM[0], FORM[1], name[-1], area, name, share))


@pytest.mark.parametrize(
    "other",
    [
        account(SEEDS[1].text),
        account(QUOTING),
        account(TEXT[: len(TEXT) * 35 // 100]),
        account("\n".join(LINES[::-1])),
        account(ENDING, places=("310000", "310117")),
        account(ENDING, places=("320000",)),
        account(ENDING, date=dt.date(2023, 5, 26)),
        account(ENDING, day="05-27"),
        account(ENDING, HERE, title="2023年生态环境保护大会"),
        account(re.sub(r"\d", lambda m: str((int(m[0]) + 3) % 10), TEXT)),
        account(re.sub("刘健|程鹏|李泽龙", lambda m: OTHERS[m[0]], TEXT), people=tuple(OTHERS.values())),
    ],
    ids=[
        "another",
        "quoting",
        "part",
        "turned",
        "district",
        "province",
        "year",
        "day",
        "title",
        "numbers",
        "people",
    ],
)
def test_another_report_is_not_taken_for_a_copy(other):
    people = tuple(OTHERS)
    here = account(
        TEXT, HERE, dt.date(2022, 5, 26), day="05-26", people=people, title="2022年生态环境保护大会"
    )
    assert likeness(here, other) is None


def test_the_same_words_are_one_report_wherever_it_was_filed():
    """The place of a copy may be read from the site, its year from the day of publication."""
    assert (
        likeness(account(TEXT, HERE, dt.date(2022, 5, 26)), account(TEXT, ("320000",), dt.date(2023, 5, 26)))
        == 1
    )
    short = TEXT[:150]
    assert likeness(account(short, HERE), account(short, ("320000",))) is None


def test_words_of_which_no_stretch_is_shared_are_no_copy():
    text = TEXT[:100].replace("\n", "")
    apart = "".join(f"{char}某某" for char in text)
    assert likeness(account(text), account(apart)) is None
    assert likeness(account(TEXT[:90]), account(apart)) is None


def test_an_editors_note_before_a_copy_is_no_part_of_it():
    note = "编者按：" + WORDS + "。"
    assert likeness(account(TEXT), account(f"{note}\n{TEXT[: len(TEXT) // 2]}")) > 0.98
    assert likeness(account(TEXT), account(f"{note * 4}\n{TEXT[: len(TEXT) // 2]}")) is None


def test_a_form_filled_in_by_two_towns_stays_two():
    one = "蓉城镇部署秸秆禁烧工作。会议要求，蓉城镇各村压实责任，" + WORDS + WORDS
    assert likeness(account(one), account(one.replace("蓉城", "陵阳"))) is None
    assert likeness(account(one), account(one.replace("蓉城", "蓉河"))) is None
    assert likeness(account(one), account(one.replace("蓉城", "蓉某"))) is not None
    assert likeness(account(one), account(one.replace("蓉城", "陵阳", 1))) is not None
    led = account(f"{one}马胜利主持会议。", people=("马胜利",))
    assert likeness(led, account(f"{one}吴波主持会议。", people=("吴波",))) is None
    assert likeness(led, account(f"{one}马某利主持会议。", people=("马某",))) is not None


def test_a_damaged_name_is_the_same_person():
    damaged = TEXT.replace("刘健", "刘建").replace("程鹏", "程鵬").replace("李泽龙", "李泽")
    people = tuple(OTHERS)
    assert likeness(account(TEXT, people=people), account(damaged, people=("刘建", "程鵬"))) is not None


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


def test_what_is_shared_is_measured_of_any_two_texts():
    assert measure_shared("", "甲乙") == 0
    assert measure_shared("甲丙丁", "甲乙丙丁戊") == 1
    assert measure_shared("甲乙丙丁戊", "甲丁己") == measure_shared("甲丁己", "甲乙丙丁戊") == 2 / 3


def test_too_few_words_are_never_a_copy():
    short = account("全文见附件。")
    assert find_sketch(short.words) == ()
    assert likeness(short, short) is None


def test_what_was_read_of_a_report_is_compared():
    report = SEEDS[2]
    found = read_account(report)
    assert found.places == ("140000", "140200")
    assert found.date == dt.date(2023, 11, 17)
    assert read_account(replace(report, region=None, meeting=None)).places == ()


@given(st.integers(0, 10**6), st.floats(0, 0.13), st.floats(0.5, 1), st.sampled_from(SEEDS))
@settings(max_examples=60, deadline=None)
def test_a_cut_copy_with_wrong_characters_is_found(seed, share, kept, report):
    whole = account(report.text)
    copy = account(exchange(report.text[: int(len(report.text) * kept)], share, seed))
    assert likeness(whole, copy) is not None
    assert min(shared(whole, copy), shared(copy, whole)) > LEAST


CLAUSES = [clause for report in SEEDS for clause in re.split("[，。；\\n]", report.text) if clause]


def test_reports_of_the_same_clauses_are_as_many():
    random = Random(3)  # noqa: S311 - the same reports each time is the aim
    accounts = [account("，".join(random.sample(CLAUSES, 60))) for _ in range(60)]
    assert not [pair for pair in combinations(accounts, 2) if measure_likeness(*pair) is not None]


def test_sketches_are_those_that_ledgers_hold():
    """Whoever changes them owes a migration that makes the stored ones anew."""
    sketch = find_sketch("".join(chr(0x4E00 + at * 7 % 997) for at in range(300)))
    assert (len(sketch), sketch[0], sketch[-1]) == (45, -9136070812657073808, 9157859608633527304)


@given(st.integers(0, 10**6), st.floats(0, 0.3), st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_likeness_is_the_same_from_either_side(seed, share, own):
    other = exchange(TEXT, share, seed)
    at = seed % len(TEXT)
    likeness(account(TEXT), account(other[:at] + WORDS * (own // len(WORDS)) + other[at:]))


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_has_a_sketch_and_that_of_a_part_is_a_part_of_it(text, more):
    words, all_words = level_words(text)[0], level_words(text + more)[0]
    sketch = find_sketch(words)
    assert list(sketch) == sorted(set(sketch))
    assert all(-(2**63) <= one < 2**63 and one % ONE_IN == 0 for one in sketch)
    if len(words) < 60:
        assert sketch == ()
    elif all_words.startswith(words):
        assert set(sketch) <= set(find_sketch(all_words))


@given(st.text("省市区县会议环保12", max_size=200), st.text("省市区县会议环保12", max_size=300))
def test_any_two_texts_can_be_compared(one, other):
    found = measure_likeness(account(one), account(other))
    assert found is None or 0.82 <= found <= 1
