"""Writes what each value was read from: its words, and the rule that read them, for people who check a reading."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dashboard.element import write_quiet
from dashboard.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecoledger.evidence import Line

NOT_KEPT = "读取依据未记录：这份报告是在开始记录依据之前读取的，重新导入后即可查看。"
_HEAD = ("项目", "读作", "原文", "规则")
VALUES = (
    "性质",
    "领域",
    "讲话人",
    "种类",
    "定性目标",
    "要达到的结果",
    "定量目标",
    "界限",
    "增减",
    "基期",
    "指标",
    "指标代码",
    "时限",
    "责任单位",
    "角色",
    "地区",
    "会议",
    "会议日期",
    "主持",
    "讲话",
)
"""What a line of evidence may be about."""
_GONE = "规则已停用"
_MOST = 40
"""Characters shown of the words of a value; all of them stand in the text."""


class Glossary:
    """The rules that are named on a page, each written once; static/app/here.js puts them where they are named."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rules: list[str] = []

    def number(self, line: Line) -> int:
        """Return the number of the rule of `line`, which it gets when it is first asked for."""
        if line.rule not in self._numbers:
            self._numbers[line.rule] = len(self._rules)
            self._rules.append(_rule(line))
        return self._numbers[line.rule]

    def write(self) -> str:
        """Return the rules as HTML that is not shown itself."""
        return f'<div class="rules">{"".join(self._rules)}</div>'


def write_reasons(lines: Iterable[Line] | None, glossary: Glossary | None = None) -> str:
    """Return `lines` as HTML that opens on a click; None says that they were not kept, and nothing is nothing.

    With a `glossary` each rule is only referred to: many lines name the same few rules.
    """
    if lines is None:
        return write_quiet(tr(NOT_KEPT))
    items: list[str] = []
    before = ("", "")
    for line in lines:
        own = (line.value, line.reading)
        items.append(_item(line, glossary, same=own == before))
        before = own
    if not items:
        return ""
    summary = f"<summary>{escape(tr('读取依据（{count} 条）', count=len(items)))}</summary>"
    value, reading, words, rule = (escape(tr(name)) for name in _HEAD)
    head = f'<li class="head"><b>{value}</b><span>{reading}</span><q>{words}</q><i>{rule}</i></li>'
    return f'<details class="why">{summary}<ul>{head}{"".join(items)}</ul></details>'


def _item(line: Line, glossary: Glossary | None, *, same: bool) -> str:
    """Return a line; one of the `same` value as the line before does not say it again."""
    words = line.words if len(line.words) <= _MOST else f"{line.words[: _MOST - 2]}……"
    value = "" if same else f"<b>{escape(tr(line.value))}</b><span>{escape(tr(line.reading))}</span>"
    rule = f'<i data-rule="{glossary.number(line)}"></i>' if glossary else _rule(line)
    return f"<li>{value}<q>{escape(words)}</q>{rule}</li>"


def _rule(line: Line) -> str:
    """Return the name and the example of a rule; its id, for who keeps the rules, is shown on hover."""
    told = line.explanation
    place = f"{told.file} · {line.rule}" if told and told.file not in line.rule else line.rule
    example = (
        f"<small>{escape(tr('例：{example}', example=told.example))}</small>" if told and told.example else ""
    )
    return f'<i title="{escape(place)}">{escape(told.name if told else tr(_GONE))}{example}</i>'
