"""What is downloaded is what is filtered, in the order of the table."""

import csv
import io

import pytest

from dashboard.download.file import build_file, file_name
from ecoledger.export.form import FORMS
from ecoledger.export.layout import FULL, LEDGER
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.sort import Sort
from ecoledger.ledger.store import open_ledger
from tests.pages.visiting import visit


@pytest.fixture
def ledger(filled, tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'filled.sqlite'}")
    yield ledger
    ledger.close()


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("wanted", "sort", "said"),
    [
        (Filter(), Sort(), "无（全部承诺）"),
        (Filter(provinces=("340000",), labels=("action",)), Sort("due", descending=False), "地区：安徽省"),
    ],
)
def test_a_csv_holds_exactly_the_filtered_rows(ledger, wanted, sort, said):
    rows = csv_rows(build_file(ledger, wanted, sort, FORMS["csv"], FULL)())
    assert [row["承诺编号"] for row in rows] == [row.id for row in iter_commitments(ledger, wanted, sort)]
    assert rows
    assert all(said in row["筛选条件"] for row in rows)


def test_rows_that_are_chosen_are_the_rows_of_the_file(ledger):
    chosen = sorted(row.id for row in iter_commitments(ledger, Filter()))[3:6]
    data = build_file(ledger, Filter(commitments=tuple(chosen)), Sort(), FORMS["csv"], LEDGER)()
    assert sorted(row["承诺编号"] for row in csv_rows(data)) == chosen
    assert {row["筛选条件"] for row in csv_rows(data)} == {"选定的承诺：3 条"}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_kind_of_file_is_made(ledger, form):
    assert build_file(ledger, Filter(), Sort(), form, LEDGER)()
    assert file_name(form).endswith(form.ending)


def test_nothing_is_built_before_the_click(ledger, monkeypatch):
    monkeypatch.setattr("dashboard.download.file.iter_commitments", None)
    build_file(ledger, Filter(), Sort(), FORMS["csv"], LEDGER)


def test_the_page_offers_every_kind_of_file(filled):
    offered = [button.label for button in visit("commitments").get("download_button")]
    assert offered == [form.name for form in FORMS.values()]
