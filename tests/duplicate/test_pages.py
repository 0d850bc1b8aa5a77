"""Recall and precision over pages that publish a report once more, read as documents are."""

from collections import Counter
from itertools import combinations

import pytest

from ecoledger.duplicate.account import read_account
from ecoledger.duplicate.likeness import measure_likeness
from ecoledger.duplicate.sketch import find_sketch
from ecoledger.ledger.match import LEAST
from ecoledger.pipeline import parse
from tests.conftest import SEEDS, gold_folders
from tests.duplicate.pages import COPIES, copies_of, read_originals, strangers


def read(page):
    return read_account(parse(page.encode(), "page.txt"))


def found(one, other):
    """Whether the two are looked up by each other's sketch, and taken for one report."""
    sketches = set(find_sketch(one.words)), set(find_sketch(other.words))
    shared = len(sketches[0] & sketches[1])
    looked_up = all(shared >= LEAST * len(sketch) for sketch in sketches)
    return looked_up and measure_likeness(one, other) is not None


def count_found(originals):
    """Count the copies of each kind that are found, and return the accounts of all pages by original."""
    accounts, counts = {}, Counter()
    for one in originals:
        accounts[one.name] = [read(one.page)]
        for kind, page in copies_of(one):
            accounts[one.name].append(read(page))
            counts[kind] += found(accounts[one.name][0], accounts[one.name][-1])
    return counts, accounts


def list_false(accounts):
    """Return pairs of names whose reports, or copies of them, are taken for one."""
    return [
        (name, other)
        for (name, ones), (other, others) in combinations(accounts.items(), 2)
        if any(measure_likeness(a, b) is not None for a in ones for b in others)
    ]


@pytest.fixture(scope="module")
def seeds():
    return read_originals(SEEDS)


def test_every_kind_of_copy_is_found_and_taken_for_no_other_report(seeds):
    counts, accounts = count_found(seeds[3:4])
    assert counts == dict.fromkeys(COPIES, 1)
    accounts |= {one.name: [read(one.page)] for one in seeds if one.name not in accounts}
    assert not list_false(accounts)


def test_reports_that_share_much_are_not_joined(seeds):
    pairs = list(strangers({one.name: one for one in seeds}))
    assert not [kind for kind, one, other in pairs if measure_likeness(read(one), read(other)) is not None]


def test_annotated_reports_are_as_many():
    accounts = {one.name: [read(one.page)] for folder in gold_folders() for one in read_originals(folder)}
    assert not list_false(accounts)
