"""Floors of quality: what a set of annotated reports was once read at, below which no change may fall.

The file holds for each set a digest of its annotations, the least F1 of each measure, how many may be wrong, and
what was lowered and why. Floors are raised to what is measured; lowering one takes a reason, which stays in the file.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ecoledger.errors import GoldError
from ecoledger.evaluate.case import LISTS
from ecoledger.evaluate.table import COUNTS, FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ecoledger.evaluate.case import CaseScore
    from ecoledger.evaluate.score import Scores

NAMES = (
    COUNTS | FACTS | {"text": "正文字符", "time": "时间用例", "regions": "地名用例", "quantities": "数量用例"}
)
_HEAD = "# 各标注集的质量底线，由 ecoledger eval --floors 维护：--raise 提高，--lower 连同 --reason 降低。\n"


@dataclass(frozen=True, slots=True)
class Measured:
    """What a set is read at: `share` an F1 or likeness by measure, `wrong` how many are wrong or missed."""

    digest: str
    share: Mapping[str, float]
    wrong: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and the reason somebody gave."""

    measure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floor:
    """The floor of one set."""

    digest: str
    share: Mapping[str, float]
    wrong: Mapping[str, int]
    lowered: tuple[Lowered, ...] = ()


def measure_scores(folder: Path, scores: Scores) -> Measured:
    """Return what the annotated reports of `folder` were read at; what is nowhere annotated is left out."""
    counts = {name: scores.count(name) for name in COUNTS}
    share = {name: count.f1 for name, count in counts.items() if count.wanted}
    facts = {name: scores.fact(name) for name in FACTS}
    wrong = {name: wanted - right for name, (right, wanted) in facts.items() if wanted}
    deadline = counts["deadline"]
    if deadline.wanted:
        wrong["deadline"] = deadline.found + deadline.wanted - 2 * deadline.hit
    names = [f"{report.id}{end}" for report in scores.reports for end in (".json", ".clean.txt", ".txt")]
    return Measured(_digest(folder, names), share | {"text": scores.text}, wrong)


def measure_cases(folder: Path, scores: Iterable[CaseScore]) -> Measured:
    """Return how many rows of each list of `folder` were read wrongly."""
    wrong = {score.name: len(score.wrong) for score in scores}
    return Measured(_digest(folder, [f"{name}.csv" for name in LISTS]), {}, wrong)


def check_floor(name: str, floor: Floor, measured: Measured) -> tuple[str, ...]:
    """Return a sentence for everything that keeps the set `name` from standing on its floor."""
    if measured.digest != floor.digest:
        return (
            f"标注集 {name} 已有改动，与底线记录的摘要不符：请核对改动后用 --raise 重新记录，"
            "低于底线的项目先用 --lower 写明原因。",
        )
    low = [
        f"{name} 的{NAMES[key]}为 {_down(measured.share.get(key, 0)):.3f}，低于底线 {least:.3f}。"
        for key, least in floor.share.items()
        if measured.share.get(key, 0) < least
    ]
    low += [
        f"{name} 的{NAMES[key]}错漏 {measured.wrong.get(key, most + 1)} 处，多于底线的 {most} 处。"
        for key, most in floor.wrong.items()
        if measured.wrong.get(key, most + 1) > most
    ]
    return tuple(low)


def raise_floor(floor: Floor | None, measured: Measured) -> Floor:
    """Return the floor at what is measured where that is higher, with the digest of what was measured."""
    share = {key: _down(value) for key, value in measured.share.items()}
    wrong = dict(measured.wrong)
    if floor is not None:
        share = {key: max(value, floor.share.get(key, 0.0)) for key, value in share.items()}
        wrong = {key: min(count, floor.wrong.get(key, count)) for key, count in wrong.items()}
    return Floor(measured.digest, share, wrong, floor.lowered if floor else ())


def lower_floor(floor: Floor, measured: Measured, measure: str, reason: str) -> Floor:
    """Return the floor with `measure` lowered to what is measured, for `reason`.

    Raises GoldError where there is no such measure or no reason, or where it is not below the floor.
    """
    if not reason.strip():
        raise GoldError("降低底线须用 --reason 写明原因。")
    if measure in floor.share and measured.share.get(measure, 0.0) < floor.share[measure]:
        value = _down(measured.share.get(measure, 0.0))
        told = Lowered(measure, floor.share[measure], value, reason.strip())
        return replace(floor, share={**floor.share, measure: value}, lowered=(*floor.lowered, told))
    if measure in floor.wrong and measured.wrong.get(measure, 0) > floor.wrong[measure]:
        count = measured.wrong[measure]
        told = Lowered(measure, floor.wrong[measure], count, reason.strip())
        return replace(floor, wrong={**floor.wrong, measure: count}, lowered=(*floor.lowered, told))
    known = "、".join(dict.fromkeys((*floor.share, *floor.wrong)))
    raise GoldError(f"{measure} 没有低于底线，不用降低；可用的项目有：{known}。")


def load_floors(path: Path) -> dict[str, Floor]:
    """Return the floors in `path` by the name of their set; none where there is no such file. Raises GoldError."""
    if not path.exists():
        return {}
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: _floor(table) for name, table in data.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"底线文件 {path} 无法使用：{error}。") from error


def save_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write `floors`. Raises GoldError."""
    try:
        path.write_text(
            _HEAD + "".join(_lines(name, floors[name]) for name in sorted(floors)), encoding="utf-8"
        )
    except OSError as error:
        raise GoldError(f"底线文件 {path} 无法写入：{error.strerror}。") from error


def _floor(table: dict[str, Any]) -> Floor:
    lowered = tuple(
        Lowered(one["measure"], one["before"], one["after"], one["reason"])
        for one in table.get("lowered", ())
    )
    share = {key: float(value) for key, value in table["share"].items()}
    wrong = {key: int(value) for key, value in table["wrong"].items()}
    if unknown := {*share, *wrong} - set(NAMES):
        raise ValueError(f"没有项目 {'、'.join(sorted(unknown))}")
    return Floor(table["digest"], share, wrong, lowered)


def _lines(name: str, floor: Floor) -> str:
    lines = [f"\n[{name}]", f'digest = "{floor.digest}"', f"\n[{name}.share]"]
    lines += [f"{key} = {value}" for key, value in floor.share.items()]
    lines += [f"\n[{name}.wrong]", *(f"{key} = {count}" for key, count in floor.wrong.items())]
    for told in floor.lowered:
        reason = told.reason.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
        lines += [f"\n[[{name}.lowered]]", f'measure = "{told.measure}"', f"before = {told.before}"]
        lines += [f"after = {told.after}", f'reason = "{reason}"']
    return "\n".join(lines) + "\n"


def _digest(folder: Path, names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(names):
        path = folder / name
        if path.is_file():
            digest.update(f"{name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _down(value: float) -> float:
    """Return `value` to three decimals, rounded down: a floor is never above what was measured."""
    return math.floor(value * 1000) / 1000
