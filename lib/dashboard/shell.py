"""What stands around the app in every answer: the page that loads it, and the headers that guard it."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from dashboard.glossary import write_glossary
from dashboard.toolbar import write_toolbar

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE = "生态承诺台账"
NO_SCRIPT = (
    "<noscript><p>请在浏览器中启用 JavaScript 后再打开本页。</p>"
    '<p lang="en">Please allow JavaScript in your browser, then open this page again.</p></noscript>'
)
"""What is said before any language can be asked for."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Content security policy: the browser asks nobody but us, and no page may frame ours."""

HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)

OURS = (
    '<link rel="stylesheet" href="/app/static/fonts/noto-sans-sc.css">'
    '<link rel="stylesheet" href="/app/static/app/style.css">'
    '<link rel="stylesheet" href="/app/static/table/table.css">'
    '<link rel="stylesheet" href="/app/static/report/report.css">'
    '<link rel="stylesheet" href="/app/static/app/time.css">'
    '<link rel="stylesheet" href="/app/static/app/paper.css">'
    '<link rel="stylesheet" href="/app/static/app/numbers.css">'
    '<script src="/app/static/app/looks.js"></script>'
    '<script src="/app/static/app/start.js"></script>'
    '<script src="/app/static/app/browser.js"></script>'
    '<script defer src="/app/static/app/words.js"></script>'
    '<script defer src="/app/static/app/term.js"></script>'
    '<script defer src="/app/static/app/grid.js"></script>'
    '<script defer src="/app/static/app/here.js"></script>'
    '<script defer src="/app/static/report/note.js"></script>'
    '<script defer src="/app/static/app/link.js"></script>'
)
"""Fonts are linked, not set in the theme: the theme is sent again with every rerun, and the list of the font's
pieces is 100 KB."""

_OK = 200
_INLINE_SCRIPT = re.compile(r"<script>.*?</script>", re.S)
_PRELOADED_FONT = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>', re.S)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.S)
_AGENT_LINK = re.compile(r'<link rel="service-desc"[^>]*>')
_FOREIGN = ("_stcore", "static", "media", "component", "app", "healthz", "favicon.png", "manifest.json")


def read_shell(html: str) -> str:
    """Return Streamlit's own `html` page in Chinese, with our fonts, style and words, and no inline script."""
    for pattern in (_INLINE_SCRIPT, _PRELOADED_FONT, _AGENT_LINK):
        html = pattern.sub("", html)
    html = _NOSCRIPT.sub(NO_SCRIPT, html)
    html = re.sub(r'<html lang="[^"]*">', '<html lang="zh-CN">', html)
    html = re.sub(r"<title>.*?</title>", f"<title>{TITLE}</title>", html)
    html = html.replace("./favicon.png", "/app/static/app/icon.svg")
    html = html.replace('href="./', 'href="/').replace('src="./', 'src="/')
    html = html.replace('<div id="root">', f'{write_toolbar()}{write_glossary()}<div id="root">')
    return html.replace("</head>", f"{OURS}</head>")


class Shell:
    """ASGI middleware: serves the page itself at every page's address, and puts `HEADERS` on every answer.

    No session begins before `loaded` returns: two threads that import the same libraries at once may each see
    half of one.
    """

    def __init__(self, app: ASGIApp, html: str, loaded: Callable[[], object]) -> None:
        self._app = app
        self._body = html.encode()
        self._loaded = loaded

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await asyncio.to_thread(self._loaded)
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                mine = {name for name, _ in HEADERS}
                kept = [
                    (name, value) for name, value in message.get("headers", ()) if name.lower() not in mine
                ]
                if scope["path"].startswith("/app/static/fonts/") and message["status"] == _OK:
                    kept.append((b"cache-control", b"public, max-age=31536000, immutable"))
                message["headers"] = [*kept, *HEADERS]
            await send(message)

        if scope["method"] in ("GET", "HEAD") and _is_page(scope["path"]):
            await self._answer_page(scope["method"], send_guarded)
        else:
            await self._app(scope, receive, send_guarded)

    async def _answer_page(self, method: str, send: Send) -> None:
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(self._body)).encode()),
            (b"cache-control", b"no-cache"),
        ]
        await send({"type": "http.response.start", "status": _OK, "headers": headers})
        await send({"type": "http.response.body", "body": self._body if method == "GET" else b""})


def _is_page(path: str) -> bool:
    return path.count("/") == 1 and path[1:] not in _FOREIGN
