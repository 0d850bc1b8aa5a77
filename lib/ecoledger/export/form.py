"""The kinds of files that rows can be written as."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.export.calendar_file import write_calendar
from ecoledger.export.csv_file import write_csv
from ecoledger.export.jsonl_file import write_jsonl
from ecoledger.export.layout import LEDGER
from ecoledger.export.parquet_file import write_parquet
from ecoledger.export.place_file import write_places
from ecoledger.export.print_file import write_print
from ecoledger.export.word_file import write_word
from ecoledger.export.xlsx_file import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from ecoledger.export.layout import Layout
    from ecoledger.export.stamp import Stamp
    from ecoledger.ledger.commitment import CommitmentRow

    Write = Callable[[Iterable[CommitmentRow], Stamp, BinaryIO], None]
    WriteLaid = Callable[[Iterable[CommitmentRow], Stamp, BinaryIO, Layout], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its name, what it is for, the type it is sent as, and how it is written.

    One of `laid` (a table, whose columns a layout sets) and `free` is there.
    """

    ending: str
    name: str
    use: str
    mime: str
    laid: WriteLaid | None = None
    free: Write | None = None

    def write(
        self, rows: Iterable[CommitmentRow], stamp: Stamp, stream: BinaryIO, layout: Layout = LEDGER
    ) -> None:
        """Write `rows` to `stream`. Raises OSError where the disk is full."""
        if self.laid is not None:
            self.laid(rows, stamp, stream, layout)
        elif self.free is not None:
            self.free(rows, stamp, stream)

    def export(self, rows: Iterable[CommitmentRow], stamp: Stamp, layout: Layout = LEDGER) -> bytes:
        """Return the whole file."""
        stream = io.BytesIO()
        self.write(rows, stamp, stream, layout)
        return stream.getvalue()


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS = {
    form.ending: form
    for form in (
        Form("xlsx", "Excel", "台账表格，附说明页", f"{_OFFICE}.spreadsheetml.sheet", laid=write_xlsx),
        Form("csv", "CSV", "通用表格，逐行注明来历", "text/csv", laid=write_csv),
        Form("docx", "Word 通报", "概述、图表与明细，可直接编辑；超过 3000 条时不列明细", f"{_OFFICE}.wordprocessingml.document", laid=write_word),
        Form("html", "打印稿", "用浏览器打开即可打印，或另存为 PDF", "text/html", laid=write_print),
        Form("ics", "日历", "有确定日期的时限，可导入日历软件", "text/calendar", free=write_calendar),
        Form("geojson", "GeoJSON", "各地区的数量，供地图软件使用", "application/geo+json", free=write_places),
        Form("parquet", "Parquet", "分列定型的数据，供统计分析", "application/vnd.apache.parquet", free=write_parquet),
        Form("jsonl", "JSON", "每行一条，供程序读取", "application/jsonl", free=write_jsonl),
    )
}  # fmt: skip
