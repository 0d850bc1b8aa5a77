"""Every page can be used by keyboard and screen reader, light and dark: axe finds nothing serious in it."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.navigation import PLACES
from tests.browser.harness import settled

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"  # axe-core 4.14.1
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BROUGHT = ()
"""What Streamlit itself brings and we cannot mend, as (rule, part of the element's HTML)."""


def find_barriers(page, rules) -> list[str]:
    """Return what axe finds serious or critical, but what Streamlit itself brings."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", rules)
    assert found["passes"], "axe has tried nothing"
    return [
        f"{problem['id']}: {node['html'][:200]}"
        for problem in found["violations"]
        if problem["impact"] in {"serious", "critical"}
        for node in problem["nodes"]
        if not any(problem["id"] == rule and part in node["html"] for rule, part in BROUGHT)
    ]


_FONTS = """() => [...document.querySelectorAll("body *")]
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()) && e.checkVisibility())
  .filter((e) => !/Noto Sans SC|Material Symbols/.test(getComputedStyle(e).fontFamily))
  .map((e) => `${e.tagName} ${e.textContent.trim().slice(0, 40)}: ${getComputedStyle(e).fontFamily}`)"""


def test_axe_is_what_it_was():
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == AXE_SHA256


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.address or "overview")
def test_no_barriers(filled, page, place):
    page.goto(f"{filled}/{place.address}")
    settled(page)
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    assert page.evaluate(_FONTS) == [], "words stand in a font that is not ours"
    assert find_barriers(page, RULES) == []
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(page.locator(".stApp")).to_have_css("background-color", "rgb(20, 26, 24)")
    settled(page)
    page.wait_for_timeout(300)  # colours pass over into one another
    assert find_barriers(page, ["color-contrast", "link-in-text-block"]) == []
