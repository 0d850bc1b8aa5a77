"""Says in one sentence whether the words of a report may be relied upon, and why not: the same on page and command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecoledger.model import Report

_SPUN = "spun"


def describe_reliance(report: Report) -> str:
    """Return the sentence, in Chinese."""
    if report.reliable:
        return _say_reliable(report)
    spun = sum(damage.count for damage in report.damage if damage.kind == _SPUN)
    kinds = {issue.kind for issue in report.issues}
    if not report.text:
        return "没有可以依据的文字：页面中没有找到报道正文，请核对原文，或只粘贴正文后再导入。"
    if spun:
        return f"文字不可依据：有 {spun:,} 处词句已被改写，原文无法复原，须以发布机关的原文为准。"
    if "remnant" in kinds:
        return "文字不可依据：页面大半已损坏而无法读出，正文只是残留的一部分，须查对原文。"
    return _say_in_part(report, kinds)


def _say_in_part(report: Report, kinds: set[str]) -> str:
    lost = sum(loss.outcome == "lost" for loss in report.losses)
    if lost:
        touched = sum(any(i.kind == "lost" for i in report.issues_in(c)) for c in report.commitments)
        which = f"，涉及 {touched:,} 条承诺" if touched else "，不涉及承诺"
        return f"文字不可全部依据：有 {lost:,} 处字已损坏且无法复原{which}，引用前须查对原文。"
    if "cut" in kinds:
        return "文字不可全部依据：正文末句没有写完，后文缺失，引用前须查对原文。"
    return "文字不可全部依据：标题中有字已损坏且无法复原，引用前须查对原文。"


def _say_reliable(report: Report) -> str:
    if report.losses:
        return f"文字可以依据；其中 {len(report.losses):,} 处系按残留字节复原，引用前请与原文核对。"
    if report.damage:
        return "文字可以依据：损坏之处均已修复，每个字都能对应到来源原样。"
    return "文字可以依据：没有发现损坏。"
