"""Layouts that an office saved, kept with the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoledger.export.layout import BUILT_IN, Layout, LayoutError, read_layout, write_layout
from ecoledger.ledger.setting import drop_setting, list_settings, save_setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.store import Ledger

KIND = "layout"


def list_layouts(ledger: Ledger) -> tuple[Mapping[str, Layout], tuple[str, ...]]:
    """Return the layouts by name, those of the program first, and a sentence on each that cannot be used.

    Raises LedgerError.
    """
    found, problems = dict(BUILT_IN), []
    for name, value in list_settings(ledger, KIND).items():
        try:
            layout = read_layout(name, value)
        except LayoutError as error:
            problems.append(str(error))
        else:
            found.setdefault(name, layout)
    return found, tuple(problems)


def get_layout(ledger: Ledger, name: str) -> Layout:
    """Return the layout of this name. Raises LayoutError where there is none, LedgerError."""
    layouts, _ = list_layouts(ledger)
    if name not in layouts:
        raise LayoutError(f"没有名为“{name}”的版式，现有：{'、'.join(layouts)}。")
    return layouts[name]


def save_layout(ledger: Ledger, layout: Layout) -> None:
    """Save a layout under its name, in place of what stood there. Raises LayoutError, LedgerError."""
    if layout.name in BUILT_IN:
        raise LayoutError(f"“{layout.name}”是自带的版式，不能改动，请另取名称。")
    save_setting(ledger, KIND, layout.name, write_layout(layout))


def drop_layout(ledger: Ledger, name: str) -> None:
    """Forget a saved layout, if there is one. Raises LedgerError."""
    drop_setting(ledger, KIND, name)
