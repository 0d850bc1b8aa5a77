"""Downloads of exactly the rows that the filters leave, built when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.clock import now
from dashboard.place import place_name
from ecoledger.export.csv_file import export_csv
from ecoledger.export.description import describe_filter
from ecoledger.export.stamp import Stamp
from ecoledger.export.xlsx_file import export_xlsx
from ecoledger.ledger.commitment import iter_commitments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ecoledger.ledger.commitment import CommitmentRow
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.sort import Sort
    from ecoledger.ledger.store import Ledger

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(ledger: Ledger, wanted: Filter, sort: Sort) -> None:
    """Draw a button for each kind of file; the file is made by the click, in the order of the table."""
    with st.container(horizontal=True, gap="small"):
        for label, export, ending, mime in (
            ("下载 CSV", export_csv, "csv", "text/csv"),
            ("下载 Excel", export_xlsx, "xlsx", XLSX),
        ):
            st.download_button(
                label,
                build_file(ledger, wanted, sort, export),
                file_name=f"生态承诺台账.{ending}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
            )


def build_file(
    ledger: Ledger, wanted: Filter, sort: Sort, export: Callable[[Iterable[CommitmentRow], Stamp], bytes]
) -> Callable[[], bytes]:
    """Return a function that makes the file as `export` writes it."""

    def build() -> bytes:
        places = (*wanted.provinces, *wanted.prefectures, *wanted.counties)
        stamp = Stamp(describe_filter(wanted, {code: place_name(code) for code in places}), now())
        return export(iter_commitments(ledger, wanted, sort), stamp)

    return build
