"""The rule of lights that holds in this office."""

from __future__ import annotations

from dashboard.clock import today
from ecoledger.ledger.light import LightRule


def current_rule() -> LightRule:
    """Return the rule as it holds today."""
    return LightRule(today())
