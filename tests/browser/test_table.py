"""The table of commitments in a browser: heads, menus, ticks, full words, and paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled


@pytest.fixture
def table(filled, page):
    page.goto(filled + "/commitments")
    settled(page)
    found = page.locator(".ledger").first
    expect(found).to_be_visible()
    return found


def heads(page):
    return (
        page.locator(".ledger")
        .first.locator("th[data-column]")
        .evaluate_all("heads => heads.map(head => head.dataset.column)")
    )


def test_heads_sort_and_their_menus_move_and_hide(table, page):
    table.get_by_role("button", name="完成时限", exact=True).click()
    expect(page).to_have_url(re.compile("sort=due"))
    table.get_by_role("button", name="地区", exact=True).click(modifiers=["Shift"])
    expect(page).to_have_url(re.compile("sort=due%2Cregion"))
    expect(table.locator("th[data-column=due]")).to_have_attribute("aria-sort", "ascending")
    table.locator("th[data-column=theme] summary").press("Enter")
    table.get_by_role("button", name="隐藏此列").locator("visible=true").press("Enter")
    expect(table.locator("th[data-column=theme]")).to_have_count(0)
    table.locator("th[data-column=due] summary").click()
    table.get_by_role("button", name="左移").locator("visible=true").click()
    expect(page).to_have_url(re.compile("cols=text%2Cdue"))
    assert heads(page)[:2] == ["text", "due"]


def test_ticked_rows_stay_over_pages_and_are_printed_alone(table, page):
    boxes = table.locator("tr[data-id] .tick input")
    boxes.nth(0).check()
    boxes.nth(2).click(modifiers=["Shift"])
    bar = page.locator(".st-key-table-picked")
    expect(bar).to_contain_text("已选 3 条")
    page.locator("[data-testid=stPagination] button", has_text="2").first.click()
    expect(page).to_have_url(re.compile("page=2"))
    settled(page)
    boxes.nth(0).check()
    expect(bar).to_contain_text("已选 4 条")
    page.evaluate("() => { window.print = () => { window.prints = (window.prints ?? 0) + 1; }; }")
    bar.get_by_role("button", name="打印这些").click()
    expect(page.locator(".sheet tr[data-id]")).to_have_count(4)
    expect(page.locator(".sheet")).to_be_hidden()
    page.wait_for_timeout(2000)
    assert page.evaluate("window.prints") == 1
    page.emulate_media(media="print")
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator(".ledger").first).to_be_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_no_word_of_a_row_is_cut(filled, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(filled + "/commitments")
    settled(page)
    expect(page.locator(".ledger").first).to_be_visible()
    cut = page.locator(".ledger td > div").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 2)"
        ".map(cell => cell.textContent)"
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_compact_row_opens_in_its_place(filled, page):
    page.goto(filled + "/commitments?rows=short")
    settled(page)
    row = page.locator(".ledger tr[data-id]").nth(1)
    row.locator("td.text").click()
    expect(row).to_have_class(re.compile("open"))
    expect(page).to_have_url(re.compile("/commitments"))
