"""The filters as a person uses them: chips, names, numbers that lead to rows, and the button back."""

from playwright.sync_api import expect

from tests.browser.harness import settled


def chips(page):
    return page.locator("[class*=st-key-chip-] button")


def test_a_number_leads_to_its_rows_and_back_leads_home(filled, page):
    page.goto(filled + "/?province=340000")
    settled(page)
    number = page.locator(".figures a").first
    count = number.inner_text()
    page.evaluate("window.stayed = true")
    number.click()
    expect(page.get_by_role("heading", name="承诺台账", exact=True)).to_be_visible()
    settled(page)
    assert page.evaluate("window.stayed")  # within the app: it was not loaded again
    expect(page.locator("[data-testid=stMain]")).to_contain_text(f"共 {count} 条")
    expect(chips(page)).to_have_text(["安徽省close"])
    page.go_back()
    expect(page.get_by_role("heading", name="总览", exact=True)).to_be_visible()
    expect(page.locator(".figures a").first).to_have_text(count)


def test_a_chip_takes_its_condition_away_everywhere(filled, page):
    page.goto(filled + "/gaps?province=340000&theme=water&lacks=body")
    settled(page)
    expect(chips(page)).to_have_count(3)
    page.get_by_role("button", name="领域：水").click()
    expect(chips(page)).to_have_count(2)
    page.wait_for_url(lambda url: "theme" not in url)
    page.get_by_role("button", name="全部清除").click()
    expect(chips(page)).to_have_count(0)
    page.wait_for_url(lambda url: "?" not in url)


def test_a_filter_is_saved_and_found_again_in_another_session(writable, page):
    page.goto(writable + "/?province=340000&has=deadline")
    settled(page)
    page.get_by_role("button", name="常用筛选").click()
    page.get_by_label("把当前筛选保存为").fill("安徽有时限的")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("button", name="安徽有时限的", exact=True)).to_be_visible()
    page.goto(writable + "/gaps")
    settled(page)
    page.get_by_role("button", name="常用筛选").click()
    page.get_by_role("button", name="安徽有时限的", exact=True).click()
    expect(chips(page)).to_have_text(["安徽省close", "有时限close"])
    page.wait_for_url(lambda url: "province=340000" in url and "has=deadline" in url)


def test_a_range_of_dates_is_chosen_by_its_name(filled, page):
    page.goto(filled + "/bodies")
    settled(page)
    page.get_by_role("radio", name="“十四五”").click()
    expect(chips(page)).to_have_text(["“十四五”close"])
    page.wait_for_url(lambda url: "from=2021-01-01" in url and "to=2025-12-31" in url)
