"""The filters that pages share."""

from __future__ import annotations


def draw() -> None:
    """Draw the shared filters."""
