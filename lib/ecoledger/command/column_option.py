"""The option that says in which column of a table a field of a report stands."""

from __future__ import annotations

import click

from ecoledger.intake.record import FIELDS


class ColumnType(click.ParamType[tuple[str, str]]):
    """`field=heading`, such as text=新闻内容."""

    name = "字段=列名"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return field and heading; fails with a sentence where the field is none."""
        field, _, heading = value.partition("=")
        if field not in FIELDS or not heading.strip():
            self.fail(f"“{value}”应写作 字段=列名，字段为 {'、'.join(FIELDS)} 之一。", param, ctx)
        return field, heading.strip()


COLUMN = click.option(
    "--column",
    "columns",
    multiple=True,
    type=ColumnType(),
    help="表格（CSV、XLSX、JSONL）中某字段所在的列，如 text=新闻内容；可多次给出。",
)
