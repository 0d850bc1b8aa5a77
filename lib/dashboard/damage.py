"""Says of a report what was damaged in the published copy, what was put right, and whether its words may be relied upon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import labels

if TYPE_CHECKING:
    from ecoledger.model import Report

HEAD = ("损坏", "处数", "已修复", "存疑")
_BYTES, _SPUN = "lost_bytes", "spun"


def damage_rows(report: Report) -> list[tuple[str, ...]]:
    """Return a row for each kind of damage, under `HEAD`; what was put back without much certainty is in doubt."""
    unsure = sum(loss.outcome == "doubtful" for loss in report.losses)
    rows = []
    for damage in report.damage:
        repaired = damage.repaired - (unsure if damage.kind == _BYTES else 0)
        counts = (damage.count, repaired, damage.count - repaired)
        rows.append((labels.name_of(labels.DAMAGES, damage.kind), *(f"{count:,}" for count in counts)))
    return rows


def reliance_text(report: Report) -> str:
    """Return in one sentence whether the words of `report` may be relied upon, and why not."""
    spun = sum(damage.count for damage in report.damage if damage.kind == _SPUN)
    lost = [loss for loss in report.losses if loss.outcome == "lost"]
    put_back = len(report.losses) - len(lost)
    if spun:
        return f"文字不可依据：有 {spun:,} 处词语被同义词替换，原文无法复原，须以发布机关的原文为准。"
    if lost:
        touched = sum(any(i.kind == "lost" for i in report.issues_in(c)) for c in report.commitments)
        which = f"，涉及 {touched:,} 条承诺" if touched else "，不涉及承诺"
        return f"文字不可全部依据：有 {len(lost):,} 处字已损坏且无法复原{which}，引用前须查对原文。"
    if not report.reliable:
        return "文字不可全部依据：标题中有字已损坏且无法复原，引用前须查对原文。"
    if put_back:
        return f"文字可以依据；其中 {put_back:,} 处系按残留字节复原，引用前请与原文核对。"
    if report.damage:
        return "文字可以依据：损坏之处均已修复，每个字都能对应到来源原样。"
    return "文字可以依据：没有发现损坏。"
