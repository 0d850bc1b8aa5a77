"""What day it is where the ledger is kept."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Asia/Shanghai")


def today() -> dt.date:
    """Return the day in China."""
    return now().date()


def now() -> dt.datetime:
    """Return the time in China, without its zone."""
    return dt.datetime.now(_ZONE).replace(tzinfo=None)
