"""Every address answers when it is the first that a fresh server is asked for."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.navigation import PLACES
from tests.browser.harness import serving, settled

HEADINGS = {
    "/": "总览",
    "/map": "区域地图",
    "/timeline": "会议时间线",
    "/deadlines": "到期",
    "/commitments": "承诺台账",
    "/indicators": "指标",
    "/compare": "对比",
    "/bodies": "责任单位",
    "/gaps": "缺项清单",
    "/report": "报告",
    "/import": "导入报告",
    "/guide": "使用指南",
}


@pytest.mark.parametrize(("address", "heading"), HEADINGS.items(), ids=lambda v: v.strip("/") or "overview")
def test_a_fresh_server_answers_each_address_first(address, heading, filled_database, tmp_path, page):
    seen = []
    with serving(filled_database, tmp_path / "server.log") as base:
        page.on("framenavigated", lambda frame: seen.append(frame.url))
        page.goto(base + address)
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        settled(page)
        assert "Page not found" not in page.content()
        # app.py ran: the navigation with all pages is there
        for place in PLACES:
            expect(page.get_by_role("link", name=place.title, exact=True).first).to_be_visible()


def test_no_page_is_left_out():
    assert set(HEADINGS) == {f"/{place.address}" for place in PLACES}


ENGLISH = re.compile(r"[A-Za-z]{3,}")
TECHNICAL = {"CSV", "DOCX", "English", "Excel", "JSONL", "OFD", "PDF", "Word", "ZIP"}


def english(page):
    """The English words that can be seen on the screen as it stands."""
    words = page.evaluate(
        """() => {
            const icons = '[data-testid=stIconMaterial], [data-testid=stIconMaterial] *';
            const seen = [];
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const parent = walk.currentNode.parentElement;
                if (!parent || parent.matches(icons) || parent.closest('script, style, noscript')) continue;
                const box = parent.getBoundingClientRect();
                if (box.width > 1 && box.height > 1) seen.push(walk.currentNode.textContent);
            }
            for (const field of document.querySelectorAll('[placeholder]')) seen.push(field.placeholder);
            for (const button of document.querySelectorAll('button[aria-label]')) seen.push(button.ariaLabel);
            return seen;
        }"""
    )
    return {word for text in words for word in ENGLISH.findall(text)} - TECHNICAL


@pytest.mark.parametrize("address", ["/", "/commitments", "/import"])  # test_walk.py goes over all of them
def test_all_words_are_chinese_and_a_phone_has_room_for_them(address, filled, page):
    page.goto(filled + address)
    settled(page)
    assert english(page) == set()
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("document.documentElement.scrollWidth <= 390")


def test_what_opens_is_chinese_too(filled, page):
    page.goto(filled + "/commitments?province=140000")
    settled(page)
    page.get_by_label("领域").first.click()
    expect(page.get_by_role("option", name="全选")).to_be_visible()
    assert english(page) == set()
    page.keyboard.type("qq")
    expect(page.get_by_text("没有匹配项")).to_be_visible()
    page.keyboard.press("Escape")

    page.get_by_test_id("stDateInput").first.locator("button").last.click()
    expect(page.locator("[role=dialog] [role=grid]")).to_be_visible()
    assert english(page) - {"qq"} == set()
    page.keyboard.press("Escape")

    page.locator(".ledger tr[data-id]").first.get_by_text("依据", exact=True).click()
    expect(page.get_by_role("dialog").get_by_text("读取依据")).to_be_visible()
    assert english(page) == set()
    expect(page.get_by_role("dialog").get_by_role("button", name="关闭")).to_be_visible()


def test_headers_guard_the_page(filled, page):
    response = page.goto(filled)
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"
