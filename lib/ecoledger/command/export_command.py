"""`ecoledger export`: writes the filtered commitments to a file."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import click

from ecoledger.command.filter_option import describe, filter_options, read_filter, read_sort
from ecoledger.command.output import write_output
from ecoledger.command.system_error import describe_reason
from ecoledger.config import database_url
from ecoledger.export.form import FORMS
from ecoledger.export.layout import LEDGER, LayoutError
from ecoledger.export.saved_layout import get_layout
from ecoledger.export.stamp import Stamp
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.store import open_ledger


@click.command("export", help="把符合条件的承诺写成文件。")
@click.option("--format", "form", type=click.Choice(list(FORMS)), required=True, help="文件格式。")
@click.option(
    "--layout", "name", default=LEDGER.name, show_default=True, help="表格的版式：自带的或在页面上保存的。"
)
@click.option("--output", type=click.Path(path_type=Path), help="写到哪个文件；缺省写到标准输出。")
@filter_options
@click.pass_obj
def command(environ: dict[str, str], /, form: str, name: str, output: Path | None, **chosen: Any) -> None:
    """Write all rows of the filter, stamped with it and the time."""
    wanted, sort = read_filter(chosen), read_sort(chosen)
    ledger = open_ledger(database_url(environ))
    try:
        layout = get_layout(ledger, name)
    except LayoutError as error:
        raise click.UsageError(str(error)) from error
    stamp = Stamp(describe(wanted), dt.datetime.now().astimezone(), wanted.light_rule)
    rows = iter_commitments(ledger, wanted, sort)
    # Whole before the first byte is written: what a file held is not lost to a ledger that fails half way.
    whole = io.BytesIO()
    FORMS[form].write(rows, stamp, whole, layout)
    if output is None:
        write_output(whole.getbuffer())
        return
    try:
        output.write_bytes(whole.getbuffer())
    except OSError as error:
        raise click.ClickException(f"无法写入 {output}：{describe_reason(error)}，请换一个位置。") from error
