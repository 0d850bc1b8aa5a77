"""A real server on a free port, and what the browser tests ask of it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
REPORTS = ROOT / "data" / "reports"
START_SECONDS = 60
PATIENCE = 30_000  # milliseconds: two cores run server, browser and test
NAMES = ("chromium", "chromium-browser", "google-chrome")  # the order of scripts/ensure_chromium.sh
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@dataclass
class Requests:
    """Where the pages of one browser context went, and what they complained of."""

    urls: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def outside(self) -> list[str]:
        return [u for u in self.urls if urlsplit(u).scheme not in {"data", "blob", "about"}
                and urlsplit(u).hostname != "127.0.0.1"]  # fmt: skip


def find_chromium() -> str | None:
    """Return where the browser is; without one on the path Playwright takes its own."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(database: Path) -> dict[str, str]:
    return os.environ | {"ECOLEDGER_DATABASE": f"sqlite:///{database}", "PYTHONUNBUFFERED": "1"}


def ecoledger(database: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ecoledger", *arguments],
        env=environment(database), cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip


@contextmanager
def watched_page(browser: Browser, requests: Requests, width: int = 1440, height: int = 900):
    """A page of a fresh context whose requests and complaints are written down."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="zh-CN", accept_downloads=True
    )
    context.on("request", lambda request: requests.urls.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: requests.urls.append(socket.url))
    page.on("pageerror", lambda error: requests.errors.append(str(error)))
    page.on("console", lambda said: requests.console.append(said.text) if said.type == "error" else None)
    page.on("response", lambda answer: requests.refused.append(answer.url) if answer.status >= 400 else None)
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


@contextmanager
def serving(database: Path, log: Path):
    """Serve the ledger at `database` until the block ends; yields the address."""
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "ecoledger", "serve", "--port", str(port)],
            env=environment(database), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_up(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_up(address: str, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def settled(page: Page) -> None:
    """Wait until Streamlit has drawn the whole page."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(page.locator("[data-testid=stMain] h1")).to_be_visible()
    expect(page.locator("[data-testid=stSkeleton], [data-stale=true]")).to_have_count(0)
