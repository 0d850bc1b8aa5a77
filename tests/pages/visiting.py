"""Visits to a page of app.py, as a person makes them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

ROOT = Path(__file__).parents[2]
SAID = ("title", "subheader", "caption", "markdown", "html", "info", "warning", "error", "success")


def visit(address: str = "", **query: str | list[str]) -> AppTest:
    """The app as it stands after a fresh visit of `/address?query`."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app._page_hash = calc_hash(address)
    app.query_params = dict(query)
    return app.run()


def words(app: AppTest) -> str:
    """All that the page says outside its widgets."""
    return "\n".join(str(element.value) for kind in SAID for element in app.get(kind))


def press(app: AppTest, label: str) -> AppTest:
    """The app after a click on the button called `label`."""
    return next(button for button in app.button if button.label == label).click().run()


def rows(app: AppTest) -> list[dict[str, str]]:
    """The rows of the table of commitments, each by the codes of its columns."""
    tables = [element.value for element in app.get("html") if '<div class="ledger' in element.value]
    return [
        {code: _plain(cell) for code, cell in re.findall(r'<td class="(\w+)"[^>]*>(.*?)</td>', row)}
        for row in re.findall(r"<tr data-id=.*?</tr>", tables[0] if tables else "")
    ]


def column(app: AppTest, code: str) -> list[str]:
    """The cells of one column of the table of commitments."""
    return [row[code] for row in rows(app)]


def _plain(cell: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br>", "\n", cell))).strip()


def unfold(app: AppTest) -> AppTest:
    """The app with the filters drawn that are folded away at first."""
    app.session_state["filter-more"] = True
    return app.run()
