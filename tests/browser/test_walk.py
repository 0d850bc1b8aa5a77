"""A walk over every page: over an empty ledger, over the samples, and over a large one.

Each page draws without an error, says nothing that is not Chinese, asks nobody outside, cuts no words off and puts none
over others, on a desk and on a phone; and every link on it leads to a page.
"""

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.navigation import PLACES
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.report import list_reports
from ecoledger.ledger.store import open_ledger
from tests.bench.made_ledger import COMMITMENTS, make_ledger
from tests.browser.harness import Requests, serving, settled, watched_page
from tests.browser.inspection import inspect

DESK, PHONE = (1440, 900), (390, 844)
SETTLES = 400
"""Milliseconds in which a page fits itself into another window."""

MORE = {
    "samples": ("commitments?q=绝无此词", "report?id={report}"),
    "large": ("report?id={report}", "commitments?theme=water&page=3"),
}
WALKS = [
    (ledger, address)
    for ledger in ("empty", "samples", "large")
    for address in (*(place.address for place in PLACES), *MORE.get(ledger, ()))
]
LINKS: dict[tuple, str] = {}
"""One link of each kind that a page has shown: a page with the names of what stands in its address."""


@pytest.fixture(scope="session")
def large_database(tmp_path_factory):
    database = tmp_path_factory.mktemp("large") / "ledger.sqlite"
    make_ledger(database, COMMITMENTS).close()
    return database


@pytest.fixture(scope="session")
def large(large_database, tmp_path_factory):
    with serving(large_database, tmp_path_factory.mktemp("log") / "server.log") as address:
        yield address


@pytest.fixture(scope="module")
def report_of(filled_database, large_database):
    def first(name):
        ledger = open_ledger(f"sqlite:///{filled_database if name == 'samples' else large_database}")
        found = list_reports(ledger, Filter())[0]
        ledger.close()
        return found.id

    return first


@pytest.fixture(scope="module")
def walker(browser):
    """One page for the whole walk, as a person keeps one, and what was written down of it."""
    requests = Requests()
    with watched_page(browser, requests) as page:
        yield page, requests


@pytest.mark.parametrize(("name", "address"), WALKS, ids=lambda part: part.partition("?")[0] or "overview")
def test_a_page_draws_in_chinese_and_whole_on_desk_and_phone(name, address, walker, request, report_of):
    page, requests = walker
    base = request.getfixturevalue({"samples": "filled"}.get(name, name))
    address = address.format(report=report_of(name)) if "{" in address else address
    wrong = []
    for width, height in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        if width == DESK[0]:
            page.goto(f"{base}/{address}")
            settled(page)
        page.wait_for_timeout(SETTLES)
        found, links = inspect(page)
        wrong += [f"{width}: {what}" for what in found]
        for link in links:
            LINKS.setdefault(kind_of(link), link)
    wrong += told(requests)
    assert not wrong, "\n".join(wrong)


def test_every_link_leads_to_a_page(walker):
    page, requests = walker
    wrong = []
    page.set_viewport_size(dict(zip(("width", "height"), DESK, strict=True)))
    walked = {kind_of(f"http://x/{address}") for _, address in WALKS}
    for kind, link in LINKS.items():
        if kind in walked or urlsplit(link).fragment:
            continue
        if "." in urlsplit(link).path.rpartition("/")[2]:  # a file
            answer = page.request.get(link)
            wrong += [] if answer.ok and "<title>" not in answer.text()[:500] else [f"{link}: no such file"]
            continue
        page.goto(link)
        settled(page)
        shown, text = page.url, page.locator("[data-testid=stMain]").inner_text()
        if urlsplit(shown).path != urlsplit(link).path or "没有这份报告" in text:
            wrong.append(f"{link} leads to {shown}")
        wrong += [f"{link}: {what}" for what in inspect(page)[0] if what.startswith("an error")]
    wrong += told(requests)
    assert not wrong, "\n".join(wrong)


def kind_of(link: str) -> tuple:
    parts = urlsplit(link)
    return parts.path, tuple(sorted(parse_qs(parts.query)))


def told(requests: Requests) -> list[str]:
    """Return what the browser complained of, and forget it."""
    said = [f"asked outside: {url}" for url in requests.outside()]
    said += [f"refused: {url}" for url in requests.refused] + [f"error: {text}" for text in requests.errors]
    said += [f"console: {text[:200]}" for text in requests.console]
    for kept in (requests.urls, requests.refused, requests.errors, requests.console):
        kept.clear()
    return said
