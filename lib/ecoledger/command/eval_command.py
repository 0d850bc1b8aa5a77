"""`ecoledger eval`: scores what is read against a folder of annotated reports."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ecoledger.evaluate.score import score_folder
from ecoledger.evaluate.table import HEAD, score_rows
from ecoledger.pipeline import parse


@click.command("eval", help="对照标注好的报道文件夹，给读取结果打分。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--sources", type=click.Path(path_type=Path), help="原始文件所在的文件夹；缺省时按标注文件名去找。"
)
def command(folder: Path, sources: Path | None) -> None:
    """Print a table of scores."""
    scores = score_folder(folder, parse, sources)
    table = Table(*HEAD, title=Text(f"{folder}：{len(scores.reports)} 份报道"))
    for row in score_rows(scores):
        table.add_row(*row)
    Console().print(table)
