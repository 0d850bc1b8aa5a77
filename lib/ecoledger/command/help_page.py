"""The help of the command in Chinese, in columns of cells: a Chinese character takes two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len

from ecoledger.command.line_break import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADINGS = {"Options": "选项", "Commands": "子命令", "Positional arguments": "参数"}
_TEXTS = {"Show this message and exit.": "显示这份说明。", "Show the version and exit.": "显示版本。"}
_WORDS = {
    "INTEGER RANGE": "整数",
    "INTEGER": "整数",
    "TEXT": "文字",
    "PATH": "文件",
    "[%Y-%m-%d]": "年-月-日",
    "default: ": "缺省 ",
    "required": "必填",
}
_WORD = re.compile("|".join(map(re.escape, _WORDS)))
_GAP = 2
_WIDEST_NAME = 30
_NARROWEST = 20


class HelpPage(click.HelpFormatter):
    """Writes what click knows of a command with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 - click's
        """Write how the command is called."""
        self.write(f"用法：{prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        indent = " " * self.current_indent
        for line in wrap(" ".join(text.split()), max(self.width - self.current_indent, _NARROWEST)):
            self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:  # noqa: ARG002 - click's
        """Write names beside what they mean."""
        said = [(_translate(name), _translate(_TEXTS.get(text, text))) for name, text in rows]
        indent = " " * self.current_indent
        beside = min(max(cell_len(name) for name, _ in said), _WIDEST_NAME) + _GAP
        room = max(self.width - self.current_indent - beside, _NARROWEST)
        for name, text in said:
            first, *rest = wrap(text, room)
            gap = beside - cell_len(name)
            if gap < _GAP:
                self.write(f"{indent}{name}\n{indent}{' ' * beside}{first}\n")
            else:
                self.write(f"{indent}{name}{' ' * gap}{first}\n")
            for line in rest:
                self.write(f"{indent}{' ' * beside}{line}\n")


class HelpContext(click.Context):
    """A context whose help is a HelpPage."""

    formatter_class = HelpPage


def _translate(words: str) -> str:
    return _WORD.sub(lambda match: _WORDS[match.group()], words)
