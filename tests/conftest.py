"""Where annotated reports lie, and what is said when the larger sets are not at hand."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "data" / "gold" / "seeds"

# Two shared cores: a slow example is no failure. What lands does not depend on luck; runs at a desk look further.
settings.register_profile("tests", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("tests")


def gold_folders() -> list[Path]:
    """The annotated folders at hand: our own, and those of ECOLEDGER_GOLD, whose texts may not be copied."""
    larger = Path(os.environ["ECOLEDGER_GOLD"]) if "ECOLEDGER_GOLD" in os.environ else None
    more = [larger / name for name in ("plans", "news")] if larger else []
    return [SEEDS, *(folder for folder in more if folder.is_dir())]


def pytest_report_header() -> str:
    names = ", ".join(folder.name for folder in gold_folders())
    more = (
        ""
        if len(gold_folders()) > 1
        else " (plans and news are not there: name their folder in ECOLEDGER_GOLD)"
    )
    return f"annotated reports: {names}{more}"
