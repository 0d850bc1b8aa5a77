"""The map: shapes without WebGL, a click filters, a select box does the same."""

import re

from playwright.sync_api import expect

from tests.browser.harness import settled


def test_a_click_on_a_province_filters_all_pages(filled, page):
    page.goto(filled + "/map")
    settled(page)
    shape = page.locator("[data-adcode='320000'], a[href*='320000']").first
    expect(shape).to_be_attached()
    shape.dispatch_event("click")
    page.wait_for_url(re.compile("province=320000"))
    settled(page)
    expect(page.get_by_text("盐城").first).to_be_visible()
    page.get_by_role("link", name="承诺台账").first.click()
    expect(page.get_by_text(re.compile(r"共 \d+ 条"))).to_be_visible()
    assert "province=320000" in page.url


def test_who_leaves_the_map_while_it_is_drawn_stays_away(filled, page):
    page.goto(filled + "/map")
    page.get_by_role("link", name="承诺台账").first.click()
    expect(page.get_by_text(re.compile(r"共 \d+ 条"))).to_be_visible()
    settled(page)
    expect(page).to_have_url(f"{filled}/commitments")


def test_a_select_box_does_what_a_click_does(filled, page):
    page.goto(filled + "/map")
    settled(page)
    page.get_by_role("combobox", name=re.compile("地区")).first.click()
    page.get_by_role("option", name=re.compile("江苏省")).first.click()
    page.wait_for_url(re.compile("province=320000"))


def test_the_keyboard_does_what_a_click_does(filled, page):
    page.goto(filled + "/map")
    settled(page)
    area = page.locator("[data-adcode='310000']").first
    area.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("province=310000"))
    settled(page)
    expect(page.get_by_text("上海市 16 个县级行政区")).to_be_visible()
    page.locator("[data-adcode='310116']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("county=310116"))


def test_the_interactive_map_is_drawn_where_it_is_asked_for(filled, page):
    page.goto(filled + "/map")
    settled(page)
    page.get_by_role("radio", name="交互图").or_(page.get_by_role("button", name="交互图")).first.click()
    expect(page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first).to_be_visible()


def test_places_without_a_report_and_the_source_are_named(filled, page):
    page.goto(filled + "/map")
    settled(page)
    main = page.locator("[data-testid=stMain]").inner_text()
    assert "无报告" in main
    assert "示意图" in main
    assert "天地图" in main
    assert "南海诸岛" in page.content()
