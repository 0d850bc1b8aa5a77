"""Ledgers for the pages: an empty one, a filled one, and one that cannot be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.gold_reports import gold_kind, gold_reports

if TYPE_CHECKING:
    from ecoledger.model import Report


@pytest.fixture
def empty(tmp_path, monkeypatch) -> str:
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    return url


@pytest.fixture
def filled(tmp_path, monkeypatch) -> tuple[Report, ...]:
    url = f"sqlite:///{tmp_path / 'filled.sqlite'}"
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    ledger = open_ledger(url)
    reports = gold_reports()
    for report in reports:
        save_report(ledger, report, meeting_kind=gold_kind(report))
    ledger.close()
    return reports


@pytest.fixture
def unreachable(tmp_path, monkeypatch) -> str:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    url = f"sqlite:///{tmp_path / 'file' / 'ledger.sqlite'}"
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    return url
