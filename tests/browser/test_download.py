"""Files as a browser receives them: each kind by a click, in the layout that the office set."""

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
from playwright.sync_api import expect

from ecoledger.export.form import FORMS
from tests.browser.harness import settled


def fetch(page, name):
    """The file behind the button called `name`."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes(), download.value.suggested_filename


def ids_of_page(page):
    return [row.get_attribute("data-id") for row in page.locator(".ledger tr[data-id]").all()]


def at_rest(page, grid):
    """Where the table is once the dialog has come to rest."""
    expect(grid).to_be_visible()
    was = None
    while (box := grid.bounding_box()) != was:
        was = box
        page.wait_for_timeout(300)
    return box


def test_each_kind_of_file_arrives_with_the_rows_of_the_screen(page, filled):
    page.goto(f"{filled}/commitments?province=140000")
    settled(page)
    shown = ids_of_page(page)
    assert shown
    for form in FORMS.values():
        if form.laid is None:
            page.get_by_role("button", name="更多格式").click()
        data, name = fetch(page, form.name)
        assert name.startswith("生态承诺台账_")
        assert name.endswith(f".{form.ending}")
        if form.ending == "xlsx":
            head, *rows = openpyxl.load_workbook(io.BytesIO(data))["承诺"].iter_rows(values_only=True)
            assert [row[head.index("承诺编号")] for row in rows][: len(shown)] == shown
        if form.ending == "jsonl":
            assert [json.loads(line)["id"] for line in data.splitlines()][: len(shown)] == shown
        if form.laid is None:
            page.keyboard.press("Escape")


def test_an_office_sets_its_layout_and_gets_it(page, writable):
    page.goto(f"{writable}/commitments")
    settled(page)
    page.get_by_role("button", name="设置版式").click()
    dialog = page.get_by_role("dialog")
    grid = dialog.locator("[data-testid=stDataFrame] canvas").first
    box = at_rest(page, grid)
    page.mouse.dblclick(box["x"] + 60, box["y"] + 38 + 35 * 2 + 15)  # the place of the third column, 承诺内容
    entry = page.locator("#portal input")
    entry.fill("1")
    entry.press("Enter")
    expect(dialog.get_by_role("button", name=re.compile("^移除")).first).to_have_accessible_name(
        "移除 承诺内容"
    )
    dialog.get_by_label("版式名称").fill("我局")
    dialog.get_by_label("版式名称").press("Enter")
    dialog.get_by_role("button", name="保存并使用").click()
    expect(dialog).to_have_count(0)
    settled(page)
    data, _ = fetch(page, "CSV")
    head = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert head[:3] == ["承诺内容", "序号", "领域"]
