"""Rows as the ledger gives them, and a stamp."""

import datetime as dt
from dataclasses import replace

import pytest

from ecoledger.export.stamp import Stamp
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.gold_reports import gold_reports


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    """Read only: the five seeds."""
    ledger = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('export')}/ledger.sqlite")
    for report in gold_reports():
        save_report(ledger, report)
    yield ledger
    ledger.close()


@pytest.fixture(scope="session")
def rows(ledger):
    return tuple(iter_commitments(ledger, Filter()))


@pytest.fixture
def stamp():
    return Stamp(
        ("地区：江苏省", "文字：污水"),
        dt.datetime(2026, 3, 1, 9, 30),  # noqa: DTZ001 - local time, as people read it
        LightRule(dt.date(2022, 6, 1), near=45),
    )


@pytest.fixture(
    params=["=1+1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n1", " =1", "　=1"]
)
def dangerous(request, rows):
    """A row whose words a spreadsheet would run."""
    return replace(rows[0], text=request.param, title=request.param, speaker=request.param)
