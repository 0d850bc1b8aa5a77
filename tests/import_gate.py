"""Holds an import in the background at each document, so that a test sees it at work."""

from __future__ import annotations

import threading

from ecoledger import ingest as ingest_module

SECONDS = 60


class Gate:
    """Lets the reader pass document by document; `reached` tells that it waits before the next."""

    def __init__(self):
        self.reached, self.opened = threading.Semaphore(0), threading.Semaphore(0)

    def wait(self):
        assert self.reached.acquire(timeout=SECONDS)

    def open(self, number=1):
        self.opened.release(number)


def hold_reader(monkeypatch) -> Gate:
    """Let the reader wait at each document until the gate is opened."""
    made = Gate()
    parse = ingest_module.parse

    def slow(data, name, given):
        made.reached.release()
        assert made.opened.acquire(timeout=SECONDS)
        return parse(data, name, given)

    monkeypatch.setattr(ingest_module, "parse", slow)
    return made
