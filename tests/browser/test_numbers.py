"""Indicators and places side by side in a real browser: numbers lead on, and the way back leads back."""

import re

import pytest
from playwright.sync_api import expect

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.browser.harness import serving, settled
from tests.number_reports import Line, number_report

AIR = Line("到2025年底空气质量优良天数比率达到90%", "空气质量优良天数比率", "BC22-03", "90", "%",
           dues=(("year_end", None, "2025-12-31"),))  # fmt: skip
LESS = Line("空气质量优良天数比率达到80%", "空气质量优良天数比率", "BC22-03", "80", "%", themes=("water",))


@pytest.fixture(scope="module")
def numbers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("numbers")
    ledger = open_ledger(f"sqlite:///{folder / 'ledger.sqlite'}")
    for report in (
        number_report("341702", "2023-05-06", [AIR], [LESS]),
        number_report("110000", "2024-05-06", [LESS]),
    ):
        save_report(ledger, report)
    ledger.close()
    with serving(folder / "ledger.sqlite", folder / "server.log") as address:
        yield address


def test_a_count_narrows_the_table_and_back_widens_it(numbers, page):
    page.goto(f"{numbers}/indicators")
    settled(page)
    promised = page.locator(".targets").first
    expect(promised.locator("tbody tr")).to_have_count(2)
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    page.locator(".figures a[href*='standing=weaker']").click()
    expect(promised.locator("tbody tr")).to_have_count(1)
    expect(promised).to_contain_text("80 %")
    page.go_back()
    expect(promised.locator("tbody tr")).to_have_count(2)
    promised.get_by_role("link", name=AIR.text).click()
    expect(page).to_have_url(re.compile("/report"))
    settled(page)


def test_a_place_more_is_a_column_more_and_stands_in_the_address(numbers, page):
    page.goto(f"{numbers}/compare?place=110000&place=340000")
    settled(page)
    heads = page.locator(".sides").first.locator("thead th")
    expect(heads).to_have_text(["对比项", "北京市", "安徽省"])
    box = page.get_by_role("combobox", name=re.compile("要比较的地区"))
    box.fill("贵池")
    page.get_by_role("option", name=re.compile("贵池区")).click()
    expect(heads).to_have_text(["对比项", "北京市", "安徽省", "贵池区"])
    expect(page).to_have_url(re.compile("place=341702"))
    page.locator(".sides td a").first.click()
    expect(page).to_have_url(re.compile("/commitments"))
    settled(page)


@pytest.mark.parametrize("address", ["/indicators", "/compare?place=110000&place=340000"])
def test_a_phone_has_room(numbers, page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(numbers + address)
    settled(page)
    expect(page.locator(".targets, .sides").first).to_be_visible()
    room = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
    assert room <= 0
