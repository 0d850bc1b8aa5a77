"""Measures the pages in Chromium over a large made-up ledger, and prints what that took beside what it may take.

    python -m tests.bench.bench_pages [--commitments N] [--ledger PATH] [--profile FOLDER]

All is timed inside the page, from what a person does to the last thing drawn for it; beside it stands how long the
server ran for it, by the clock and on the processor. Nothing fails for being slow: the figures are for people.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from dashboard.navigation import COMMITMENTS, PLACES, Place
from tests.bench import made_ledger
from tests.browser import stopwatch
from tests.browser.filter_change import list_changes
from tests.browser.harness import QUIET, ROOT, environment, find_chromium, free_port, wait_until_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Locator, Page

FIRST_VISIT, PAGE_CHANGE, FILTER_CHANGE, MAP_CLICK = 3500, 700, 400, 300
MOST_BYTES = 300_000
PATIENCE = 10_000
CHANGES = 44
VISITS = 3
HEAD = (
    f"{'':<36} {'n':>3} {'median':>7} {'p95':>7} {'aim':>6}  {'server':>7} {'p95':>7} {'busy':>6} {'KB':>7}"
)
TURNS = 3
CLICKS = 5


@dataclass
class Figures:
    """What one kind of act took, lap after lap, and what the server did meanwhile."""

    name: str
    most: int
    laps: list[stopwatch.Lap] = field(default_factory=list)
    served: list[dict] = field(default_factory=list)

    def line(self) -> str:
        """Return the figures as a row of the table; the aim is for the 95th percentile."""
        if not self.laps:
            return f"{self.name:<36} —"
        took = [lap.took for lap in self.laps]
        ran = [sum(run["ms"] for run in runs) for runs in self.served]
        busy = [sum(run["busy"] for run in runs) for runs in self.served]
        size = max(lap.bytes for lap in self.laps)
        late = p95(took) > self.most
        heavy = size > MOST_BYTES
        return (
            f"{self.name:<36} {len(took):>3} {median(took):>7.0f} {p95(took):>7.0f} {self.most:>6}{'!' if late else ' '}"
            f" {median(ran):>7.0f} {p95(ran):>7.0f} {median(busy):>6.0f} {size / 1000:>7.0f}{'!' if heavy else ' '}"
        )


def p95(values: list[float]) -> float:
    """Return the value that 19 of 20 do not exceed."""
    return values[0] if len(values) == 1 else quantiles(values, n=20, method="inclusive")[-1]


class Bench:
    """A server, a browser, and all that was measured of them."""

    def __init__(self, browser: Browser, base: str, log: Path, say: Callable[[str], None]) -> None:
        self.browser, self.base, self.log, self.say = browser, base, log, say
        self.figures: list[Figures] = []
        self.broken: list[str] = []

    def run(self, places: Sequence[Place], changes: int, turns: int, clicks: int) -> None:
        """Measure everything."""
        self._visit("", "of a server just started", 1)
        for place in places:
            self._visit(place.address, place.title, 1 if place.address else min(VISITS, turns))
        page = self._open("")
        self._turn_pages(page, places, turns)
        for place in places:
            if place.filtered:
                count = changes if place == COMMITMENTS else changes // 6
                self._change_filters(page, place.address, place.title, count)
        self._click_map(page, clicks)
        page.context.close()

    def _open(self, address: str) -> Page:
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        stopwatch.carry(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{self.base}/{address}")
        stopwatch.read(page, timeout=60_000)
        return page

    @contextmanager
    def _lap(self, page: Page, figures: Figures) -> Iterator[None]:
        """Measure what the block sets off, in the browser and on the server."""
        before = len(self._runs())
        with stopwatch.lap(page) as laps:
            yield
        figures.laps += laps
        figures.served.append(self._runs()[before:])

    def _runs(self) -> list[dict]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def _add(self, name: str, most: int) -> Figures:
        self.figures.append(Figures(name, most))
        return self.figures[-1]

    def _visit(self, address: str, title: str, count: int) -> None:
        """Open a page in a browser that has seen nothing yet."""
        figures = self._add(f"first visit {title}", FIRST_VISIT)
        for _ in range(count):
            before = len(self._runs())
            try:
                page = self._open(address)
                figures.laps.append(stopwatch.read(page))
                figures.served.append(self._runs()[before:])
                page.context.close()
            except Error as error:
                self._tell(figures.name, error)
        self.say(figures.line())

    def _turn_pages(self, page: Page, places: Sequence[Place], turns: int) -> None:
        """Go from page to page by the links at the head."""
        every = {place.address: self._add(f"page change {place.title}", PAGE_CHANGE) for place in places}
        for _ in range(turns):
            for place in (*places[1:], places[0]):
                try:
                    link = find_link(page, self.base, place.address)
                    with self._lap(page, every[place.address]):
                        link.click()
                except Error as error:
                    self._tell(f"page change {place.title}", error)
                    page.goto(f"{self.base}/{place.address}")
                    stopwatch.read(page)
        for figures in every.values():
            self.say(figures.line())

    def _change_filters(self, page: Page, address: str, title: str, count: int) -> None:
        figures = self._add(f"filter change {title}", FILTER_CHANGE)
        page.goto(f"{self.base}/{address}")
        stopwatch.read(page)
        for change in islice(list_changes(page), count):
            try:
                change.prepare()
                with self._lap(page, figures):
                    change.act()
                if figures.laps[-1].took > 2 * FILTER_CHANGE:
                    self.say(f"    {change.name}: {figures.laps[-1].took:.0f} ms")
            except Error as error:
                self._tell(f"filter change {title} {change.name}", error)
                page.goto(f"{self.base}/{address}")
                stopwatch.read(page)
        self.say(figures.line())

    def _click_map(self, page: Page, clicks: int) -> None:
        """Click on provinces, each on a map of the whole country."""
        figures = self._add("map click", MAP_CLICK)
        for code in ("320000", "510000", "440000", "370000", "150000")[:clicks]:
            try:
                page.goto(f"{self.base}/map")
                stopwatch.read(page)
                shape = page.locator(f"[data-adcode='{code}']").first
                shape.wait_for(timeout=5000)
                with self._lap(page, figures):
                    shape.dispatch_event("click")
            except Error as error:
                self._tell(f"map click {code}", error)
        self.say(figures.line())

    def _tell(self, what: str, error: Error) -> None:
        self.broken.append(f"{what}: {error.message.partition(chr(10))[0]}")
        self.say(f"BROKEN {self.broken[-1]}")


def find_link(page: Page, base: str, address: str) -> Locator:
    """Return the link to a page at the head, shown."""
    there = f"{base}/{address}"
    link = page.locator(f"header a[href='{there}'], header a[href^='{there}?']")
    if not link.count():  # folded away
        page.locator(
            "header button[data-testid=stTopNavDropdown], header [data-testid=stTopNavSection]"
        ).last.click()
        link = page.locator(f"a[href='{there}'], a[href^='{there}?']")
    return link.first


@contextmanager
def timed_server(database: Path, folder: Path, profiles: Path | None) -> Iterator[tuple[str, Path]]:
    """Serve the ledger; yields the address and the file that says how long each run took."""
    port, log, runs = free_port(), folder / "server.log", folder / "runs.jsonl"
    command = [sys.executable, "-m", "tests.bench.timed_serve", str(port), str(runs)]
    if profiles:
        profiles.mkdir(parents=True, exist_ok=True)
        command.append(str(profiles))
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment(database), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_up(address, process, log)
            yield address, runs
        finally:
            process.terminate()
            process.wait(timeout=20)


def measure(
    ledger: Path,
    folder: Path,
    say: Callable[[str], None],
    *,
    places: Sequence[Place] = PLACES,
    changes: int = CHANGES,
    turns: int = TURNS,
    clicks: int = CLICKS,
    profiles: Path | None = None,
) -> Bench:
    """Measure all over the ledger at this path, say each figure as it comes, and return them."""
    say(HEAD)
    with timed_server(ledger, folder, profiles) as (base, log), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        bench = Bench(browser, base, log, say)
        bench.run(places, changes, turns, clicks)
        browser.close()
    say(_all_filters(bench.figures).line())
    say(f"milliseconds; KB: the most sent for one act, aim {MOST_BYTES // 1000}; ! is over the aim")
    return bench


def _all_filters(figures: list[Figures]) -> Figures:
    """Return the figures of all changes of filters together."""
    found = Figures("filter change, all pages", FILTER_CHANGE)
    for one in figures:
        if one.name.startswith("filter change"):
            found.laps += one.laps
            found.served += one.served
    return found


def run(arguments: list[str]) -> int:
    """Measure as the command line says, print the table, and return 1 where something did not work at all."""
    parser = argparse.ArgumentParser(prog="bench_pages", description=__doc__.partition("\n")[0])
    parser.add_argument("--commitments", type=int, default=made_ledger.COMMITMENTS)
    parser.add_argument("--ledger", type=Path, help="a ledger made before")
    parser.add_argument("--profile", type=Path, help="folder for a profile of each run")
    parser.add_argument("--changes", type=int, default=CHANGES)
    parser.add_argument("--turns", type=int, default=TURNS)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = folder / "ledger.sqlite"
        if chosen.ledger:
            shutil.copy(chosen.ledger, ledger)  # opening brings it up to date
        else:
            began = time.perf_counter()
            made_ledger.make_ledger(ledger, chosen.commitments).close()
            _say(f"{chosen.commitments:,} commitments made in {time.perf_counter() - began:.0f} s")
        bench = measure(
            ledger, folder, _say, changes=chosen.changes, turns=chosen.turns, profiles=chosen.profile
        )
    return 1 if bench.broken else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
