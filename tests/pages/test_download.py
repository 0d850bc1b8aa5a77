"""What is downloaded is what is filtered, in the order of the table."""

import csv
import io

import pytest

from dashboard.download import build_file
from ecoledger.export.csv_file import export_csv
from ecoledger.export.xlsx_file import export_xlsx
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


@pytest.mark.parametrize(
    ("wanted", "sort", "said"),
    [
        (Filter(), Sort(), "无（全部承诺）"),
        (Filter(provinces=("340000",), labels=("action",)), Sort("due", descending=False), "地区：安徽省"),
    ],
)
def test_a_csv_holds_exactly_the_filtered_rows(ledger, wanted, sort, said):
    data = build_file(ledger, wanted, sort, export_csv)()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["承诺编号"] for row in rows] == [row.id for row in iter_commitments(ledger, wanted, sort)]
    assert rows
    assert all(said in row["筛选条件"] for row in rows)


def test_nothing_is_built_before_the_click(ledger):
    built = []
    build_file(ledger, Filter(), Sort(), lambda *given: built.append(given) or b"")
    assert built == []


def test_an_xlsx_is_a_workbook(ledger):
    assert build_file(ledger, Filter(), Sort(), export_xlsx)().startswith(b"PK\x03\x04")


def test_the_page_offers_both_files(filled):
    assert [button.label for button in visit("commitments").get("download_button")] == [
        "下载 CSV",
        "下载 Excel",
    ]
