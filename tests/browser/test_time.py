"""The timeline and the deadlines: zoom, keys, the way from a number to its rows."""

import re

import pytest
from playwright.sync_api import expect

from tests.bench.made_ledger import make_ledger
from tests.browser.harness import serving, settled


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    database = tmp_path_factory.mktemp("time") / "ledger.sqlite"
    make_ledger(database, commitments=2000).close()
    with serving(database, tmp_path_factory.mktemp("log") / "server.log") as address:
        yield address


def test_the_zoom_stands_in_the_address_and_goes_back(made, page):
    page.goto(made + "/timeline")
    settled(page)
    page.get_by_role("button", name="一年", exact=True).click()
    page.wait_for_url(re.compile(r"span=\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d"))
    settled(page)
    expect(page.get_by_role("button", name="一年", exact=True)).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page).to_have_url(f"{made}/timeline")
    expect(page.get_by_role("button", name="全部", exact=True)).to_have_attribute("aria-pressed", "true")


def test_keys_go_to_a_mark_and_open_its_report(made, page):
    page.goto(made + "/timeline?span=2025-03-01_2025-03-31")
    settled(page)
    chart = page.get_by_role("application")
    expect(chart).to_be_visible()
    chart.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("点击打开报告").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/report\?id="))


def test_a_click_on_a_mark_opens_its_report(filled, page):
    page.goto(filled + "/timeline?span=2022-05-25_2022-06-01")
    settled(page)
    chart = page.get_by_role("application")
    box = chart.bounding_box()
    lanes = page.locator(".names li").all_inner_texts()
    row = (box["height"] - 40) / len(lanes)
    at = next(at for at, name in enumerate(lanes) if "金山" in name)
    page.mouse.click(box["x"] + box["width"] * 1.5 / 8, box["y"] + 40 + row * (at + 0.5))
    page.wait_for_url(re.compile(r"/report\?id="))


def test_a_number_of_the_board_leads_to_its_rows(made, page):
    page.goto(made + "/deadlines")
    settled(page)
    number = page.locator(".lights .overdue a")
    count = number.inner_text()
    number.click()
    page.wait_for_url(re.compile("/commitments.*light=overdue"))
    settled(page)
    expect(page.locator("[data-testid=stMain]")).to_contain_text(f"共 {count} 条")


def test_months_are_turned_and_the_view_stays(made, page):
    page.goto(made + "/deadlines?view=calendar&month=2025-12")
    settled(page)
    expect(page.locator(".calendar caption")).to_have_text("2025年12月")
    page.get_by_role("button", name="下一月").click()
    expect(page.locator(".calendar caption")).to_have_text("2026年1月")
    expect(page).to_have_url(re.compile("view=calendar.*month=2026-01"))
    page.go_back()
    expect(page.locator(".calendar caption")).to_have_text("2025年12月")
