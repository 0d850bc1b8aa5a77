"""Files of the rows that a filter leaves, made when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.clock import now
from dashboard.light_setting import current_rule, list_colours
from dashboard.place import place_name
from ecoledger.export.description import describe_filter
from ecoledger.export.stamp import NAME, Stamp
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.ledger.commitment import iter_commitments

if TYPE_CHECKING:
    from collections.abc import Callable

    from ecoledger.export.form import Form
    from ecoledger.export.layout import Layout
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.sort import Order
    from ecoledger.ledger.store import Ledger


def make_stamp(wanted: Filter) -> Stamp:
    """Return what a file of these rows, made now, says of itself; to be asked in a session, which knows the lights."""
    names = {code: place_name(code) for code in wanted.places}
    known = load_indicators()
    names |= {code: known[code].name for code in wanted.indicators if code in known}
    return Stamp(describe_filter(wanted, names), now(), wanted.light_rule or current_rule(), list_colours())


def build_file(
    ledger: Ledger, wanted: Filter, order: Order, form: Form, layout: Layout
) -> Callable[[], bytes]:
    """Return a function that makes the file: the rows of `wanted` in the order of the screen.

    It is called out of the session, by a click: what the session knows is asked here, the time there.
    """
    stamp = make_stamp(wanted)

    def build() -> bytes:
        rows = iter_commitments(ledger, wanted, order)
        return form.export(rows, replace(stamp, made_at=now()), layout)

    return build


def file_name(form: Form) -> str:
    """Return what the file is called where it lands: with the day, so that one does not stand for another."""
    return f"{NAME}_{now():%Y%m%d}.{form.ending}"
