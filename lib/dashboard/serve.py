"""Starts the dashboard's server, for `ecoledger serve`."""

from __future__ import annotations

import importlib
import logging
import os
import socket
import sys
import threading
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit import file_util
from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App
from streamlit.web import bootstrap

from dashboard.connection import get_ledger
from dashboard.language import tr
from dashboard.light_setting import current_rule
from dashboard.loopback import ADDRESS, ServeError, check_address
from dashboard.manual import IMAGES, IMAGES_ADDRESS
from dashboard.navigation import PLACES
from dashboard.shell import Shell, read_shell
from ecoledger.errors import LedgerError
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.facet import count_facets
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.keyword import read_keywords
from ecoledger.ledger.selection import select

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response

    from ecoledger.ledger.store import Ledger

_LOG = logging.getLogger(__name__)

ENTRY = Path(__file__).parents[2] / "app.py"
PORT = 8501


def check_port(address: str, port: int) -> int:
    """Return `port` where it is free on `address`; raise ServeError where it is not."""
    if not 1 <= port <= 65535:
        raise ServeError(tr("端口 {port} 不在 1 至 65535 之间，请用 PORT 另指定一个。", port=port))
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            raise ServeError(tr("端口 {port} 已被占用或不可用，请用 PORT 另指定一个。", port=port)) from None
    return port


def build_app() -> App:
    """Return the ASGI application: Streamlit running app.py, our page shell and headers, the guide's pictures, /healthz."""
    # With a pages/ folder beside app.py a fresh server would run a page file alone, without app.py,
    # until app.py has once called st.navigation.
    PagesManager.uses_pages_directory = False
    loading = threading.Thread(target=_load_pages, daemon=True)

    @asynccontextmanager
    async def load(_app: App) -> AsyncIterator[None]:
        loading.start()
        yield

    index = Path(file_util.get_static_dir()) / "index.html"
    return App(
        ENTRY,
        routes=[Route("/healthz", _answer_health), Mount(IMAGES_ADDRESS, StaticFiles(directory=IMAGES))],
        lifespan=load,
        on_script_error=_tell_error,
        middleware=[
            Middleware(Shell, html=read_shell(index.read_text(encoding="utf-8")), loaded=loading.join)
        ],
    )


def serve(address: str = ADDRESS, port: int = PORT, database: str | None = None) -> None:
    """Serve the dashboard on `address:port` until it is stopped; `database` is a URL as for open_ledger.

    Raises ServeError for an address that is not loopback, or a port that is taken.
    """
    check_address(address)
    check_port(address, port)
    if database is not None:
        os.environ["ECOLEDGER_DATABASE"] = database
    # Streamlit reads config.toml beside the script it was started by, and greets in English: it was started by
    # app.py, and the greeting is ours.
    sys.argv = [str(ENTRY)]
    bootstrap._print_url = lambda **_: print(_greet(address, port), flush=True)  # noqa: T201  # a command's output
    build_app().run(
        config={
            "server.address": address,
            "server.port": port,
            "server.allowedHosts": ["localhost", "127.0.0.1", "::1", address],
        }
    )


def _greet(address: str, port: int) -> str:
    host = f"[{address}]" if ":" in address else address
    return tr(
        "生态承诺台账已启动，请在浏览器中打开 http://{host}:{port}（按 Ctrl+C 停止）", host=host, port=port
    )


def _load_pages() -> None:
    """Load what pages need while the first browser is still on its way."""
    for place in PLACES:
        importlib.import_module(f"pages.{place.module}")
    load_gazetteer()
    with suppress(LedgerError):  # the page says it
        _read_ahead(get_ledger())


def _read_ahead(ledger: Ledger) -> None:
    """Read what the first visitor of a page would wait for."""
    count_facets(ledger, Filter(), current_rule())
    read_keywords(ledger, select(ledger, Filter()).facts)


def _tell_error(error: Exception) -> bool:
    """Put what went wrong into the log, and one sentence on the page."""
    _LOG.error("a page failed", exc_info=error)
    st.error(
        tr("页面出错，请刷新后重试；如仍出错，请把出错的时间告知管理员，详情在服务日志中。"),
        icon=":material/error:",
    )
    return True


async def _answer_health(_request: Request) -> Response:
    return PlainTextResponse("ok")
