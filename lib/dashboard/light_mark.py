"""The mark of a light among words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard import labels
from ecoledger.term import LIGHTS

if TYPE_CHECKING:
    from ecoledger.ledger.light import Light


def write_light(light: Light) -> str:
    """Return the mark of a light with its words, as HTML."""
    return f'<span class="light {light}">{escape(labels.name_of(LIGHTS, light))}</span>'
