"""`ecoledger eval`: scores what is read against a folder of annotated reports, or of lists of cases."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ecoledger.errors import GoldError
from ecoledger.evaluate.case import Readers, has_cases, score_cases
from ecoledger.evaluate.floor import (
    check_floor,
    load_floors,
    lower_floor,
    measure_cases,
    measure_scores,
    raise_floor,
    save_floors,
)
from ecoledger.evaluate.score import score_folder
from ecoledger.evaluate.table import CASE_HEAD, HEAD, case_rows, score_rows
from ecoledger.extract.period import find_periods
from ecoledger.extract.quantity import find_quantities
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.lookup import resolve_place
from ecoledger.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecoledger.evaluate.floor import Measured


def name_places(text: str) -> tuple[str, ...]:
    """Return the full names of the places that `text` may mean."""
    return tuple(load_gazetteer().full_name(place.adcode) for place in resolve_place(text))


READERS = Readers(find_periods, name_places, find_quantities)


@click.command("eval", help="对照标注好的报道文件夹或用例表文件夹，给读取结果打分。")
@click.argument(
    "folders", nargs=-1, required=True, metavar="文件夹…", type=click.Path(path_type=Path, readable=False)
)
@click.option(
    "--sources", type=click.Path(path_type=Path), help="原始文件所在的文件夹；缺省时按标注文件名去找。"
)
@click.option(
    "--floors", type=click.Path(path_type=Path), help="质量底线文件；低于其中以文件夹命名的底线即为失败。"
)
@click.option("--raise", "raising", is_flag=True, help="把底线提高到这次的得分，并记下标注的摘要。")
@click.option(
    "--lower", "measure", metavar="项目", help="把低于底线的一个项目（如 action）的底线降到这次的得分。"
)
@click.option("--reason", default="", help="降低底线的原因，写入底线文件。")
def command(
    *,
    folders: tuple[Path, ...],
    sources: Path | None,
    floors: Path | None,
    raising: bool,
    measure: str | None,
    reason: str,
) -> None:
    """Print a table of scores for each folder; exit 1 when one lies below its floor."""
    if floors is None and (raising or measure):
        raise click.UsageError("选项 --raise 和 --lower 须与 --floors 一起使用。")
    if measure and len(folders) > 1:
        raise click.UsageError("选项 --lower 一次只用于一个文件夹。")
    failed = False
    for folder in folders:
        measured = _measure(folder, sources)
        if floors is not None:
            name = folder.resolve().name
            low = _keep(name, floors, measured, raising=raising, measure=measure, reason=reason)
            for sentence in low:
                click.echo(sentence, err=True)
            if not low:
                click.echo(f"{name} 不低于底线。")
            failed = failed or bool(low)
    sys.exit(1 if failed else 0)


def _measure(folder: Path, sources: Path | None) -> Measured:
    """Print how `folder` is read, and return it."""
    if has_cases(folder):
        cases = score_cases(folder, READERS)
        _print(f"{folder}：{sum(score.rows for score in cases)} 条用例", CASE_HEAD, case_rows(cases))
        return measure_cases(folder, cases)
    scores = score_folder(folder, parse, sources)
    _print(f"{folder}：{len(scores.reports)} 份报道", HEAD, score_rows(scores))
    return measure_scores(folder, scores)


def _keep(
    name: str, path: Path, measured: Measured, *, raising: bool, measure: str | None, reason: str
) -> tuple[str, ...]:
    """Lower or raise the floor of the set `name` where asked; return what lies below it, a sentence each."""
    known = load_floors(path)
    floor = known.get(name)
    if measure is not None:
        if floor is None:
            raise GoldError(f"{path} 中没有 {name} 的底线。")
        known[name] = floor = lower_floor(floor, measured, measure, reason)
        save_floors(path, known)
    if raising and (
        floor is None or floor.digest != measured.digest or not check_floor(name, floor, measured)
    ):
        known[name] = floor = raise_floor(floor, measured)
        save_floors(path, known)
    if floor is None:
        raise GoldError(f"{path} 中没有 {name} 的底线，可用 --raise 记录。")
    return check_floor(name, floor, measured)


def _print(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    table = Table(*head, title=Text(title))
    for row in rows:
        table.add_row(*row)
    Console().print(table)
