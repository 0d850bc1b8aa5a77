"""What stands around the app: the page that loads it, its headers, and who may be served."""

import asyncio
from pathlib import Path

import pytest
import streamlit
from click.testing import CliRunner

from dashboard.loopback import ServeError, check_address
from dashboard.serve import check_port
from dashboard.shell import HEADERS, Shell, read_shell
from ecoledger.cli import main
from tests.conftest import ROOT

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def test_the_page_is_chinese_loads_only_from_us_and_has_no_inline_script():
    page = read_shell(INDEX)
    assert '<html lang="zh-CN">' in page
    assert "<title>生态承诺台账</title>" in page
    assert "/app/static/fonts/noto-sans-sc.css" in page
    assert "<script>" not in page
    assert "http://" not in page.split("-->", 1)[1]
    assert "https://" not in page.split("-->", 1)[1]
    assert 'src="./' not in page
    assert page.count('<script src="/app/static/app/start.js">') == 1, "it runs before the app, which waits"


def ask(path, method="GET", status=404):
    sent = []

    async def inner(scope, receive, send):
        await send(
            {"type": "http.response.start", "status": status, "headers": [(b"x-frame-options", b"ALLOW")]}
        )
        await send({"type": "http.response.body", "body": b"inner"})

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path}
    asyncio.run(Shell(inner, "<p>page</p>", loaded=lambda: None)(scope, None, send))
    return sent[0]["headers"], sent[1]["body"]


@pytest.mark.parametrize("path", ["/", "/map", "/report", "/no-such-page"])
def test_every_page_address_gets_the_page(path):
    assert ask(path)[1] == b"<p>page</p>"


@pytest.mark.parametrize("path", ["/_stcore/health", "/healthz", "/media/a.csv", "/app/static/app/words.js"])
def test_what_is_no_page_is_left_to_the_app(path):
    assert ask(path)[1] == b"inner"


@pytest.mark.parametrize("path", ["/", "/media/a.csv"])
def test_every_answer_is_guarded(path):
    headers, _ = ask(path)
    for header in HEADERS:
        assert headers.count(header) == 1
    assert (b"x-frame-options", b"ALLOW") not in headers


@pytest.mark.parametrize(("path", "status", "kept"), [
    ("/app/static/fonts/a.woff2", 200, True),
    ("/app/static/fonts/a.woff2", 404, False),
    ("/app/static/app/style.css", 200, False),
])  # fmt: skip
def test_a_font_that_is_there_is_kept_for_good(path, status, kept):
    names = [name for name, _ in ask(path, status=status)[0]]
    assert (b"cache-control" in names) is kept


def test_a_session_waits_until_all_is_loaded():
    order = []

    async def inner(scope, receive, send):
        order.append(scope["type"])

    shell = Shell(inner, "", loaded=lambda: order.append("loaded"))
    asyncio.run(shell({"type": "websocket", "path": "/_stcore/stream"}, None, None))
    assert order == ["loaded", "websocket"]


def test_a_page_is_not_posted_to():
    assert ask("/map", "POST")[1] == b"inner"


@pytest.mark.parametrize("address", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_loopback_is_served(address):
    assert check_address(address) == address


@pytest.mark.parametrize(
    "address", ["198.51.100.7", "192.168.1.2", "::", "10.0.0.1", "example.org", ""]
)  # these are refused
def test_any_other_address_is_refused_in_one_sentence(address):
    with pytest.raises(ServeError, match=r"本机访问|不是 IP 地址"):
        check_address(address)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_out_of_range_is_refused(port):
    with pytest.raises(ServeError, match="65535"):
        check_port("127.0.0.1", port)


def test_a_refused_address_ends_the_command_with_one_sentence():
    run = CliRunner().invoke(main, ["serve", "--address", "198.51.100.7"])  # this is refused
    assert run.exit_code == 1
    assert run.output.count("\n") == 1
    assert "只允许本机访问" in run.output


def test_the_settings_send_nothing_out_and_keep_reruns_fast():
    import tomllib

    root = Path(__file__).parents[2]
    settings = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["runner"]["postScriptGC"] is False
    assert settings["server"]["address"] == "127.0.0.1"


def test_the_font_has_every_piece_its_stylesheet_names():
    import re

    fonts = Path(__file__).parents[2] / "static" / "fonts"
    named = set(re.findall(r"url\(\./([^)]+)\)", (fonts / "noto-sans-sc.css").read_text(encoding="utf-8")))
    assert len(named) > 90
    assert named == {piece.name for piece in fonts.glob("*.woff2")}


def test_app_itself_refuses_to_answer_beyond_this_machine(monkeypatch):
    from streamlit import config
    from streamlit.testing.v1 import AppTest

    before = config.get_option("server.address")
    config.set_option("server.address", "198.51.100.7")
    try:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    finally:
        config.set_option("server.address", before)
    assert "只允许本机访问" in app.error[0].value
    assert not app.title
