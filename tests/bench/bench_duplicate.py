"""Prints which share of copies is found, by kind, and how many different reports are taken for one.

    python -m tests.bench.bench_duplicate [STEP]

Over the annotated reports in data/gold and, where it is set, of the folder ECOLEDGER_GOLD; with STEP, over every
STEP-th of them.
"""

import sys

from tests.conftest import gold_folders
from tests.duplicate.pages import COPIES, read_originals
from tests.duplicate.test_pages import count_found, list_false


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def print_table(step=1):
    """Print recall by kind of copy and false joins over every `step`-th annotated report at hand."""
    originals = [one for folder in gold_folders() for one in read_originals(folder)][::step]
    counts, accounts = count_found(originals)
    for kind in COPIES:
        _say(f"{kind:28} {counts[kind]:3} of {len(originals)}")
    pages = [len(ones) for ones in accounts.values()]
    pairs = (sum(pages) ** 2 - sum(count**2 for count in pages)) // 2
    _say(f"recall {counts.total() / len(originals) / len(COPIES):.4f}")
    _say(f"false joins: {len(list_false(accounts))} reports of {pairs:,} pairs of pages")


if __name__ == "__main__":
    print_table(*map(int, sys.argv[1:]))
