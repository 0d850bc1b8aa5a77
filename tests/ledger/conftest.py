"""A ledger in a folder of its own, empty or with the seeds."""

import pytest

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.gold_reports import gold_kind, gold_reports


@pytest.fixture
def ledger(tmp_path):
    opened = open_ledger(f"sqlite:///{tmp_path}/var/ledger.sqlite")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    """Read only: the five seeds, for all tests of a module."""
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('seeds')}/ledger.sqlite")
    for report in gold_reports():
        save_report(opened, report, meeting_kind=gold_kind(report))
    yield opened
    opened.close()
