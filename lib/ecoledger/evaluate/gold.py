"""Reads folders of annotated reports: NNN.clean.txt or ID.txt, with what was found by hand in a .json of that name."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ecoledger.errors import GoldError

if TYPE_CHECKING:
    from pathlib import Path

_MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


@dataclass(frozen=True, slots=True)
class GoldItem:
    """Words named by an annotator inside a commitment: a target, deadline or body, as `kind` says."""

    start: int
    end: int
    kind: str
    disputed: bool = False
    values: tuple[Decimal, ...] = ()
    unit: str | None = None
    op: str | None = None
    change: str | None = None
    due: dt.date | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """A labelled unit of the gold text."""

    start: int
    end: int
    label: str
    disputed: bool
    items: tuple[GoldItem, ...]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated report: `source` is the file to read, `text` its clean body without the title line.

    `adcode` is None where the place cannot be known; `meeting` is the annotated record or None; `has_meeting`
    and `has_region` say whether these were annotated at all.
    """

    id: str
    source: Path
    text: str
    has_region: bool
    adcode: str | None
    has_meeting: bool
    meeting: dict[str, Any] | None
    commitments: tuple[GoldCommitment, ...]


def load_gold(folder: Path, sources: Path | None = None) -> tuple[GoldReport, ...]:
    """Return the annotated reports of `folder` in order of name.

    The published copy of NNN.clean.txt is the file in `sources` whose name begins with NNN (by default the folder
    reports/ two levels up, as in data/gold/seeds and data/reports); an ID.txt is its own source.
    Raises GoldError when there is none, or one does not agree with its text.
    """
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    texts = [(file, path) for file in files if (path := _text_file(file))]
    reports = [_load(file, path, sources) for file, path in texts]
    if not reports:
        raise GoldError(f"{folder} 中没有标注报告：应有 NNN.clean.txt 或 ID.txt 及同名 .json 文件。")
    return tuple(reports)


def plain_unit(unit: str | None) -> tuple[str | None, int]:
    """Return `unit` without 万 or 亿, and what the number is to be multiplied by (万亩 is 亩, 10000)."""
    for word, times in _MAGNITUDES.items():
        if unit and unit.startswith(word):
            return unit.removeprefix(word) or None, times
    return unit, 1


def _text_file(file: Path) -> Path | None:
    for name in (f"{file.stem}.clean.txt", f"{file.stem}.txt"):
        if (path := file.with_name(name)).is_file():
            return path
    return None


def _load(file: Path, path: Path, sources: Path | None) -> GoldReport:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        source = path if path.name == f"{file.stem}.txt" else _source(file, sources)
        title = record.get("title")
        shift = len(title) + 1 if title and text.startswith(f"{title}\n") else 0
        meeting = record.get("meeting")
        return GoldReport(
            id=file.stem,
            source=source,
            text=text[shift:],
            has_region="region" in record,
            adcode=(record.get("region") or {}).get("adcode"),
            has_meeting="meeting" in record,
            meeting=meeting if isinstance(meeting, dict) else None,
            commitments=tuple(_commitment(c, text, shift) for c in record["commitments"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError, OSError) as error:
        raise GoldError(f"标注文件 {file.name} 无法使用：{_fault(error)}，请改正后再试。") from error


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"第 {error.lineno} 行不合 JSON 的格式"
    if isinstance(error, UnicodeDecodeError):
        return "它或它的正文不是 UTF-8 编码"
    if isinstance(error, OSError):
        return f"{error.strerror}：{error.filename}"
    if isinstance(error, KeyError):
        return f"缺少 {error.args[0]} 一项"
    return str(error) if type(error) is ValueError else "它的内容不是一份标注"


def _source(file: Path, sources: Path | None) -> Path:
    folder = sources if sources is not None else file.resolve().parents[2] / "reports"
    every = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [path for path in every if path.name.startswith(file.stem) and path.is_file()]
    if not found:
        raise GoldError(f"{folder} 中没有名称以 {file.stem} 开头的原始报告，请指明原始报告所在的文件夹。")
    return found[0]


def _commitment(record: dict[str, Any], text: str, shift: int) -> GoldCommitment:
    start, end = record["start"], record["end"]
    if text[start:end] != record["text"]:
        raise ValueError(f"{start}:{end} 处不是“{record['text']}”")
    items = [_target(t, *_place(t, record)) for t in record["targets"]]
    items += [_deadline(d, *_place(d, record)) for d in record["deadlines"]]
    items += [
        GoldItem(*_place(b, record), "body", bool(b.get("disputed")), role=b["role"])
        for b in record["bodies"]
    ]
    disputed = bool(record.get("disputed"))
    moved = [_moved(item, start - shift, disputed) for item in items]
    return GoldCommitment(start - shift, end - shift, record["label"], disputed, tuple(moved))


def _place(record: dict[str, Any], commitment: dict[str, Any]) -> tuple[int, int]:
    at = commitment["text"].find(record["text"])
    if at < 0:
        raise ValueError(f"“{record['text']}”不在“{commitment['text']}”中")
    return at, at + len(record["text"])


def _moved(item: GoldItem, by: int, disputed: bool) -> GoldItem:
    # Where the commitment itself is in dispute, so is all that stands in it.
    return replace(item, start=item.start + by, end=item.end + by, disputed=item.disputed or disputed)


def _target(record: dict[str, Any], start: int, end: int) -> GoldItem:
    disputed = bool(record.get("disputed"))
    if record["kind"] != "quantitative":
        return GoldItem(start, end, "qualitative", disputed)
    unit, times = plain_unit(record.get("unit"))
    numbers = [record.get("value"), record.get("value2")]
    values = tuple(Decimal(str(n)) * times for n in numbers if n is not None)
    return GoldItem(
        start, end, "quantitative", disputed, values, unit, record.get("op"), record.get("change")
    )


def _deadline(record: dict[str, Any], start: int, end: int) -> GoldItem:
    due = dt.date.fromisoformat(record["end"]) if record.get("end") else None
    return GoldItem(start, end, "deadline", bool(record.get("disputed")), due=due)
