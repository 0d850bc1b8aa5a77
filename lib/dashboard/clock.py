"""What day it is where the ledger is kept."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Asia/Shanghai")


def today() -> dt.date:
    """Return the day in China."""
    return dt.datetime.now(_ZONE).date()
