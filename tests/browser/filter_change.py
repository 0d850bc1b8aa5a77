"""Changes of the filters as a person makes them, whichever filters there are beside the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

_OPENS = 300
"""Milliseconds in which a list opens."""
WORDS = ("治理", "污水", "治理 整治", "扬尘", "绝无此词")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `prepare` opens what must be open, `act` is what the page answers."""

    name: str
    prepare: Callable[[], None]
    act: Callable[[], None]


def list_changes(page: Page) -> Iterator[Change]:
    """Give changes of all kinds, each taken back by the next: words typed, choices of lists, buttons pressed."""
    beside = page.locator("[data-testid=stSidebar]")
    lists = _texts(beside.locator("[data-testid=stMultiSelect] [data-testid=stWidgetLabel]"))
    buttons = _texts(beside.locator("[data-testid=stButtonGroup] button"))
    for turn, words in enumerate(WORDS):
        yield from _typed(beside, words)
        for label in lists:
            yield from _chosen(page, label, turn)
        for name in buttons:
            yield from _pressed(beside, name)


def _texts(found: Locator) -> list[str]:
    return [text.strip() for text in found.all_text_contents() if text.strip()]


def _typed(beside: Locator, words: str) -> Iterator[Change]:
    field = beside.locator("[data-testid=stTextInput] input").first
    for typed in (words, ""):
        yield Change(f"words {typed}", lambda typed=typed: field.fill(typed), lambda: field.press("Enter"))


def _chosen(page: Page, label: str, turn: int) -> Iterator[Change]:
    box = page.locator("[data-testid=stSidebar] [data-testid=stMultiSelect]").filter(
        has=page.locator("[data-testid=stWidgetLabel]", has_text=label)
    ).first  # fmt: skip
    field = box.locator("input")
    options = page.locator("[role=listbox] [role=option], [data-testid=stSelectboxVirtualDropdown] li")

    def show() -> None:
        page.keyboard.press("Escape")
        if not box.is_visible():
            folded = page.locator("[data-testid=stSidebar] details:not([open]) > summary")
            for at in reversed(range(folded.count())):
                folded.nth(at).click()
            box.wait_for()

    def open_list() -> None:
        show()
        field.click()
        page.wait_for_timeout(_OPENS)
        if not options.count():  # the click closed what the focus had opened
            field.press("ArrowDown")
        options.first.wait_for()

    def aim() -> None:
        show()
        field.focus()

    def take() -> None:
        options.nth(min(turn, options.count() - 1)).click()

    yield Change(f"{label} on", open_list, take)
    yield Change(f"{label} off", aim, lambda: field.press("Backspace"))


def _pressed(beside: Locator, name: str) -> Iterator[Change]:
    button = beside.locator("[data-testid=stButtonGroup] button", has_text=name).first
    for turn in ("on", "off"):
        yield Change(f"{name} {turn}", lambda: None, button.click)
