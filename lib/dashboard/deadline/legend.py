"""The lights with their counts, which add up to all that the filter leaves, and the rule they are told by."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.deadline.board import narrow
from dashboard.language import tr
from dashboard.light_setting import light_name
from dashboard.navigation import rows_address
from ecoledger.ledger.light import LIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import Light, LightRule


def write_legend(counts: Mapping[Light, int], wanted: Filter, rule: LightRule) -> str:
    """Return a figure for each light, a link to its rows, and their sum."""
    cells = "".join(_figure(light, counts[light], wanted, rule) for light in LIGHTS)
    total = sum(counts.values())
    whole = f'<div class="whole">{write_count(total, rows_address(wanted))}<span>{escape(tr("合计"))}</span></div>'
    return f'<div class="lights">{cells}{whole}</div>'


def write_count(count: int, address: str, label: str = "") -> str:
    """Return a number that leads to its rows; 0 leads nowhere."""
    if not count:
        return "<b>0</b>"
    said = f' aria-label="{escape(label)} {count:,}"' if label else ""
    return f'<b><a href="{escape(address)}"{said}>{count:,}</a></b>'


def _figure(light: Light, count: int, wanted: Filter, rule: LightRule) -> str:
    number = write_count(count, rows_address(narrow(wanted, rule, light)))
    return f'<div class="{light}">{number}<span><i></i>{escape(light_name(light))}</span></div>'
