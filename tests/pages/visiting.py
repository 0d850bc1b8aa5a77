"""Visits to a page of app.py, as a person makes them."""

from __future__ import annotations

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
