"""Credits that stand behind the last words of a report: （某区融媒体中心 某某）, 责任编辑：某某."""

from __future__ import annotations

import re

from ecoledger.rules.loader import load_rules

_SIGNED = re.compile(r"(?<=[。！？”…]) *[（(][^（）()\n]{2,60}[)）] *$")
_GLUED = re.compile(
    r"(?<=[。！？”）]) *(?:责任编辑|责编|编辑|来源|稿源|作者|供稿|审核|校对|本报记者|通讯员) ?[:：] ?[^。，\n]{2,40}$"
)


def trim_credit(text: str, start: int, end: int) -> int:
    """Return where the paragraph `[start, end)` of `text` ends without the credits behind its last sentence."""
    signed = next(rule.pattern for rule in load_rules("page") if rule.id == "page.credit_signed")
    for _ in range(4):
        line = text[start:end]
        match = _GLUED.search(line) or _SIGNED.search(line)
        if match is None or (match.re is _SIGNED and not signed.search(match.group().strip())):
            break
        end = start + match.start()
    return end
