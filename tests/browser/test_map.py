"""The map: shapes without WebGL, a click filters, a select box does the same; notes, pictures and data of it."""

import json
import re
import struct

from playwright.sync_api import expect

from tests.browser.harness import settled

PNG = b"\x89PNG\r\n\x1a\n"


def open_map(page, address, **query):
    page.goto(f"{address}/map?" + "&".join(f"{name}={value}" for name, value in query.items()))
    settled(page)
    expect(page.locator("[data-adcode]").first).to_be_attached()


def save(page, name):
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    return started.value


def test_a_click_on_a_province_filters_all_pages(filled, page):
    open_map(page, filled)
    page.locator("[data-adcode='320000']").first.dispatch_event("click")
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


def test_the_select_box_leads_down_and_the_trail_back(filled, page):
    open_map(page, filled)
    page.get_by_role("combobox", name=re.compile("地区")).first.click()
    page.get_by_role("option", name=re.compile("江苏省")).first.click()
    page.wait_for_url(re.compile("province=320000"))
    settled(page)
    trail = page.get_by_role("navigation", name="地区层级")
    expect(trail.locator("[aria-current=page]")).to_have_text("江苏省")
    trail.get_by_role("link", name="全国").click()
    expect(trail.locator("[aria-current=page]")).to_have_text("全国")
    page.wait_for_url(re.compile(r"/map$"))


def test_the_keyboard_does_what_a_click_does_and_reads_the_note(filled, page):
    open_map(page, filled, show="deadline")
    page.get_by_role("link", name="导入").last.focus()
    area = page.locator("[data-adcode='310000']").first
    area.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    note = page.get_by_role("tooltip")
    expect(note).to_contain_text("上海市")
    expect(note).to_contain_text("最近的承诺")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("province=310000"))
    settled(page)
    expect(page.get_by_text("上海市 16 个县级行政区")).to_be_visible()
    assert "show=deadline" in page.url


def test_the_note_beside_the_pointer_has_the_latest_commitments(filled, page):
    open_map(page, filled)
    page.locator("[data-adcode='340000']").first.hover()
    note = page.get_by_role("tooltip")
    expect(note).to_contain_text("安徽省")
    expect(note.locator("span")).to_have_count(6)  # three, each with its date
    page.mouse.move(5, 5)
    expect(note).to_be_hidden()


def test_the_interactive_map_is_drawn_where_it_is_asked_for_and_saves_the_same(filled, page):
    open_map(page, filled)
    page.get_by_role("radio", name="交互图").or_(page.get_by_role("button", name="交互图")).first.click()
    expect(page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first).to_be_visible()
    settled(page)
    assert save(page, "PNG 图片").path().read_bytes().startswith(PNG)


def test_the_picture_has_the_map_and_what_it_says(filled, page):
    open_map(page, filled, province="340000", theme="water")
    saved = save(page, "PNG 图片")
    assert re.fullmatch(r"生态承诺台账_安徽省_承诺数_\d{8}\.png", saved.suggested_filename)
    content = saved.path().read_bytes()
    assert content.startswith(PNG)
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2000
    assert 1000 < height < 3000
    assert len(content) > 50_000  # an empty sheet of this size has 20,000


def test_the_data_are_those_of_the_screen(filled, page):
    open_map(page, filled, province="340000", show="body")
    shown = page.locator(".map-table td.here").all_inner_texts()
    saved = save(page, "GeoJSON 数据")
    found = json.loads(saved.path().read_text(encoding="utf-8"))
    told = {f["id"]: f["properties"] for f in found["features"]}
    assert told["341700"]["name"] == "池州市"
    assert f"{told['341700']['shown']:.0%}" in shown
    assert sum(not properties["reported"] for properties in told.values()) == 15
    assert found["ecoledger"]["filters"] == ["地区：安徽省"]
    assert any("审图" in notice for notice in found["notices"])


def test_a_narrow_screen_has_it_all(filled, page):
    page.set_viewport_size({"width": 390, "height": 844})
    open_map(page, filled)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
    expect(page.locator(".map-table table")).to_be_visible()


def test_places_without_a_report_and_the_source_are_named(filled, page):
    open_map(page, filled)
    main = page.locator("[data-testid=stMain]").inner_text()
    assert "无报告" in main
    assert "示意图" in main
    assert "天地图" in main
    assert "南海诸岛" in page.content()
