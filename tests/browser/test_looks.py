"""Language, scheme and size of type are chosen at the top right and kept; printing leaves out what is not the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled

HAN = re.compile(r"[㐀-鿿]")


def choose(page, look: str) -> None:
    page.locator(".tools summary").click()
    with page.expect_navigation():
        page.locator(f"button[data-look='{look}']").click()
    settled(page)


def test_english_is_chosen_and_kept(filled, page):
    page.goto(f"{filled}/import")
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    choose(page, "language.en")
    expect(page.locator("h1")).to_have_text("Import reports")
    expect(page.get_by_role("button", name="Upload", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en-GB"
    page.reload()
    settled(page)
    expect(page.locator("h1")).to_have_text("Import reports")
    said = page.locator("[data-testid=stMain], header").all_inner_texts()
    assert [line for text in said for line in text.splitlines() if HAN.search(line)] == []
    expect(page.locator("button[data-look='language.en']")).to_have_attribute("aria-pressed", "true")


def test_a_link_may_name_its_language(filled, page):
    page.goto(f"{filled}/import?lang=en")
    settled(page)
    expect(page.locator("h1")).to_have_text("Import reports")
    assert "lang=" not in page.url


@pytest.mark.parametrize(("wish", "choice", "ground"), [
    ("dark", None, "rgb(20, 26, 24)"),
    ("light", "scheme.dark", "rgb(20, 26, 24)"),
    ("dark", "scheme.light", "rgb(255, 255, 255)"),
])  # fmt: skip
def test_the_choice_goes_before_the_wish_of_the_system(filled, page, wish, choice, ground):
    page.emulate_media(color_scheme=wish)
    page.goto(f"{filled}/import")
    settled(page)
    if choice is not None:
        choose(page, choice)
    expect(page.locator(".stApp")).to_have_css("background-color", ground)


def test_large_type(filled, page):
    page.goto(f"{filled}/import")
    settled(page)
    before = page.locator("h1").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    choose(page, "size.large")
    after = page.locator("h1").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    assert after / before == pytest.approx(19 / 15)


def test_choices_close_by_escape(filled, page):
    page.goto(f"{filled}/import")
    settled(page)
    page.locator(".tools summary").press("Enter")
    expect(page.locator(".tools .choices")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tools .choices")).to_be_hidden()
    expect(page.locator(".tools summary")).to_be_focused()


@pytest.mark.parametrize("keys", [None, "Control+p"])
def test_print_is_light_and_only_the_page(filled, page, keys):
    page.emulate_media(color_scheme="dark")
    page.add_init_script("window.print = () => { window.printed = document.documentElement.dataset.scheme; }")
    page.goto(filled)
    settled(page)
    if keys is None:
        page.locator("button[data-print]").click()
    else:
        page.keyboard.press(keys)
    page.wait_for_timeout(1500)
    assert page.evaluate("window.printed") == "light"
    page.emulate_media(media="print")
    for part in (".tools", "header", "[data-testid=stSidebar]"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".foot")).to_contain_text("规则版本")
    expect(page.locator(".foot")).to_contain_text("筛选条件：无（全部）")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_the_calendar_speaks_chinese_in_any_browser(filled, browser):
    context = browser.new_context(locale="en-US", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{filled}/commitments")
    settled(page)
    assert page.evaluate("[navigator.language, ...navigator.languages]") == ["zh-CN", "zh-CN"]
    page.locator("[data-testid=stDateInput] button").first.click()
    calendar = page.get_by_role("dialog")
    expect(calendar).to_be_visible()
    words = calendar.evaluate(
        """(box) => [box.innerText, ...[...box.querySelectorAll("*")].map((e) => e.getAttribute("aria-label") ?? "")].join("\\n")"""
    )
    assert set(re.findall(r"[A-Za-z]{2,}", words)) <= {"Esc"}  # the name of a key
    context.close()


def test_a_word_of_the_field_is_explained_by_pointer_and_keyboard(filled, page):
    page.goto(filled)
    settled(page)
    word = page.locator(".figures .term", has_text="有时限")
    says = page.get_by_role("tooltip")
    word.hover()
    expect(says).to_contain_text("写明了完成时间")
    page.keyboard.press("Escape")
    expect(says).to_be_hidden()
    word.focus()
    expect(says).to_be_visible()
    expect(word).to_have_attribute("aria-describedby", "term-says")
