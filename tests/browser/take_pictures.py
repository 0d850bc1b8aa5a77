"""Takes the pictures of the guide anew, and puts them into docs/images.

    python -m tests.browser.take_pictures [NAME …]

Most show a large made-up ledger, some the sample reports. Few colours are enough for a page, so the files stay small.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from dashboard.manual import IMAGES
from tests.bench.made_ledger import make_ledger
from tests.browser.harness import PATIENCE, QUIET, REPORTS, ecoledger, find_chromium, serving, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTH = 1440
COMMITMENTS = 20_000
COLOURS = 160
RESTS = 2500
"""Milliseconds for what moves into place."""


class Picture(NamedTuple):
    """What is shown under which name, and how much of it."""

    name: str
    address: str
    height: int
    samples: bool = False


PICTURES = (
    Picture("overview", "?province=510000", 1180),
    Picture("map", "map", 960),
    Picture("timeline", "timeline", 1000),
    Picture("deadlines", "deadlines?province=510000", 1060),
    Picture("commitments", "commitments?province=510000&theme=water&light=course", 980),
    Picture("indicators", "indicators?show=BC22-03", 1060),
    Picture("compare", "compare?place=510000&place=370000&place=530000&theme=air", 1060),
    Picture("bodies", "bodies?province=510000", 900),
    Picture("gaps", "gaps?province=510000", 1000),
    Picture("report", "report?id=28c969a1444a2314", 1060, samples=True),
    Picture("import", "import", 640, samples=True),
)


def take(browser: Browser, base: str, picture: Picture) -> None:
    """Put one picture into its place."""
    context = browser.new_context(viewport={"width": WIDTH, "height": picture.height}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(3 * PATIENCE)
    page.goto(f"{base}/{picture.address}")
    settled(page)
    page.wait_for_timeout(RESTS)
    drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    few = drawn.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(IMAGES / f"{picture.name}.png", optimize=True)


def run(names: list[str]) -> None:
    """Take the pictures called so, or all."""
    expect.set_options(timeout=3 * PATIENCE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        for samples in (False, True):
            wanted = [one for one in PICTURES if one.samples is samples and (not names or one.name in names)]
            if not wanted:
                continue
            database = Path(folder, f"{'samples' if samples else 'made'}.sqlite")
            if samples:
                ecoledger(database, "ingest", str(REPORTS))
            else:
                make_ledger(database, COMMITMENTS).close()
            with serving(database, Path(folder, "server.log")) as base:
                for picture in wanted:
                    take(browser, base, picture)
        browser.close()


if __name__ == "__main__":
    run(sys.argv[1:])
