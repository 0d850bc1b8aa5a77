"""Changes of the filters as a person makes them, whichever filters there are beside the page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

WORDS = ("治理", "污水", "治理 整治", "扬尘", "绝无此词", "达到", "")
_CHOSEN = 3
"""Choices taken of each list."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `prepare` opens what must be open, `act` is what the page answers."""

    name: str
    prepare: Callable[[], None]
    act: Callable[[], None]


def list_changes(page: Page) -> Iterator[Change]:
    """Give changes of all kinds in turn: words typed, choices of lists taken and given back, buttons pressed."""
    beside = page.locator("[data-testid=stSidebar]")
    kinds = [_typed(beside)]
    kinds += [_chosen(page, label) for label in _labels(beside, "stMultiSelect")]
    kinds += [_pressed(beside, name) for name in _buttons(beside)]
    rounds = zip_longest(*kinds)
    return (change for change in chain.from_iterable(rounds) if change is not None)


def _labels(beside: Locator, kind: str) -> list[str]:
    labels = beside.locator(f"[data-testid={kind}] [data-testid=stWidgetLabel]")
    return [text.strip() for text in labels.all_inner_texts()]


def _buttons(beside: Locator) -> list[str]:
    texts = beside.locator("[data-testid=stButtonGroup] button").all_inner_texts()
    return [text.strip() for text in texts if text.strip()]


def _typed(beside: Locator) -> Iterator[Change]:
    field = beside.locator("[data-testid=stTextInput] input").first
    for words in WORDS:
        yield Change(f"words {words}", lambda words=words: field.fill(words), lambda: field.press("Enter"))


def _chosen(page: Page, label: str) -> Iterator[Change]:
    box = page.locator("[data-testid=stSidebar] [data-testid=stMultiSelect]").filter(
        has=page.locator("[data-testid=stWidgetLabel]", has_text=label)
    ).first  # fmt: skip
    field = box.locator("input")
    options = page.locator("[data-testid=stSelectboxVirtualDropdown] li, [role=listbox] [role=option]")

    def open_list() -> None:
        field.click()
        options.first.wait_for()

    def close_list() -> None:
        page.keyboard.press("Escape")
        field.focus()

    for at in range(_CHOSEN):
        yield Change(f"{label} +{at}", open_list, lambda: options.nth(1).click())
    for at in range(_CHOSEN):
        yield Change(f"{label} -{at}", close_list, lambda: field.press("Backspace"))


def _pressed(beside: Locator, name: str) -> Iterator[Change]:
    button = beside.locator("[data-testid=stButtonGroup] button", has_text=name).first
    for _ in range(2):
        yield Change(name, lambda: None, button.click)
