"""A real server, a real Chromium, and a record of every request that a page makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.harness import (
    PATIENCE,
    QUIET,
    REPORTS,
    Requests,
    ecoledger,
    find_chromium,
    serving,
    watched_page,
)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory) -> Path:
    """A ledger of the sample reports; copy it before you change it."""
    database = tmp_path_factory.mktemp("filled") / "ledger.sqlite"
    ecoledger(database, "ingest", str(REPORTS))
    return database


@pytest.fixture(scope="session")
def filled(filled_database, tmp_path_factory):
    with serving(filled_database, tmp_path_factory.mktemp("log") / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty")
    with serving(folder / "ledger.sqlite", folder / "server.log") as address:
        yield address


@pytest.fixture
def writable(filled_database, tmp_path):
    """A server whose ledger a test may change."""
    database = tmp_path / "ledger.sqlite"
    shutil.copy(filled_database, database)
    with serving(database, tmp_path / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def requests() -> Requests:
    return Requests()


@pytest.fixture
def page(browser, requests):
    """A page of a fresh context at desk size; at the end, no request may have left the machine."""
    with watched_page(browser, requests) as page:
        yield page
    assert requests.outside() == []
    assert requests.errors == []
    assert requests.refused == []
