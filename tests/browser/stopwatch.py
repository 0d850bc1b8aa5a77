"""A stopwatch inside the page: from what a person does to the last of what is drawn for it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as TooLate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

QUIET = 200
"""Milliseconds without a message or a change of the page after which it is taken to be drawn; not counted."""

_STEP = 30

_SCRIPT = """(() => {
  "use strict";
  if (window.top !== window) return;
  const now = () => performance.now();
  const watch = { act: 0, sent: null, got: 0, drawn: 0, bytes: 0, messages: 0, waiting: false };
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        watch.got = now();
        watch.messages += 1;
        watch.bytes += data.byteLength ?? data.size ?? data.length;
      });
    }
    send(data) {
      if (watch.sent === null) watch.sent = now();
      super.send(data);
    }
  };
  for (const kind of ["pointerdown", "pointerup", "click", "keydown"]) {
    addEventListener(kind, () => { if (watch.sent === null) watch.act = now(); }, { capture: true, passive: true });
  }
  // The end of drawing: the frame after the last change has been painted when its first task runs.
  const changed = (changes) => {
    const ours = changes.some(({ target }) => {
      const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      return !element?.closest?.("[data-testid=stStatusWidget], [data-testid=stToastContainer], head");
    });
    if (!ours || watch.waiting) return;
    watch.waiting = true;
    requestAnimationFrame(() => setTimeout(() => { watch.drawn = now(); watch.waiting = false; }));
  };
  new MutationObserver(changed).observe(document, { subtree: true, childList: true, characterData: true });
  watch.start = () => Object.assign(watch, { act: now(), sent: null, bytes: 0, messages: 0 });
  watch.done = (quiet) => {
    const app = document.querySelector("[data-testid=stApp]");
    return watch.sent !== null && watch.got > watch.sent && !watch.waiting
      && app?.dataset.testScriptState === "notRunning"
      && document.querySelector("[data-testid=stMain] h1") !== null
      && document.querySelector("[data-testid=stSkeleton], [data-stale=true]") === null
      && now() - Math.max(watch.got, watch.drawn) > quiet;
  };
  watch.read = () => ({ took: Math.max(watch.got, watch.drawn) - watch.act, bytes: watch.bytes });
  window.stopwatch = watch;
})()"""


@dataclass(frozen=True, slots=True)
class Lap:
    """Milliseconds from the act to the last thing drawn, and the bytes that the server sent by its socket."""

    took: float
    bytes: int


def carry(context: BrowserContext) -> None:
    """Let every page of `context` carry a stopwatch; it runs from the start of a page's load."""
    context.add_init_script(_SCRIPT)


def read(page: Page, timeout: float = 20_000) -> Lap:
    """Return the lap that runs, once all is drawn; raises TooLate after so many milliseconds."""
    end = time.monotonic() + timeout / 1000
    while not page.evaluate(
        f"window.stopwatch?.done({QUIET})"
    ):  # our policy forbids Playwright's own way of waiting
        if time.monotonic() > end:
            raise TooLate(f"nothing was drawn within {timeout / 1000:.0f} s")
        page.wait_for_timeout(_STEP)
    return Lap(**page.evaluate("stopwatch.read()"))


@contextmanager
def lap(page: Page) -> Iterator[list[Lap]]:
    """Measure what the block sets off: from its last act before the server is asked, to the last thing drawn."""
    page.evaluate("stopwatch.start()")
    laps: list[Lap] = []
    yield laps
    laps.append(read(page))
