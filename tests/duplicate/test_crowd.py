"""A copy is found among many reports that share nearly all of their clauses with it."""

from dataclasses import replace
from random import Random

import pytest

from ecoledger.ledger.match import find_copied
from ecoledger.ledger.source import COMMON
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from ecoledger.pipeline import parse
from tests.ledger.copies import copy_of

DOES = ("推进", "实施", "抓好", "落实", "提升", "管控")
WHAT = (
    "河道清淤疏浚",
    "秸秆综合利用",
    "散煤治理",
    "湿地修复",
    "国土绿化",
    "扬尘管控",
    "排污口整治",
    "矿山修复",
)


def write(number, sentences=14):
    chance = Random(number)  # noqa: S311 - the same words each time is the aim
    said = (
        f"会议强调，要{chance.choice(DOES)}{chance.choice(WHAT)}和{chance.choice(WHAT)}。"
        for _ in range(sentences)
    )
    return f"{number % 12 + 1}月{number % 28 + 1}日，全市大会召开。" + "".join(said)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    ledger = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('crowd')}/ledger.sqlite")
    for number in range(COMMON + 40):
        report = parse(write(number).encode(), f"{number}.txt")
        save_report(ledger, replace(report, commitments=(), statements=(), issues=()))
    yield ledger
    ledger.close()


@pytest.mark.parametrize("number", [3, COMMON - 1, COMMON + 20, COMMON + 39])
def test_a_copy_is_found_though_every_clause_of_it_is_common(crowd, number):
    report = parse(write(number).encode(), "一.txt")
    copied = find_copied(crowd, copy_of(replace(report, commitments=()), "copy"))
    assert copied is not None
    assert copied.report_id == report.id
    assert copied.likeness == 1


@pytest.mark.parametrize("number", [1000, 1001, 1002, 1003])
def test_a_report_of_the_same_clauses_is_none(crowd, number):
    assert find_copied(crowd, parse(write(number).encode(), "二.txt")) is None
