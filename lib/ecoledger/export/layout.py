"""Which columns a file has, in which order and under which titles: an office may set its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ecoledger.errors import EcoLedgerError
from ecoledger.export.column import BY_CODE, COLUMNS

MAX_NAME = 30
MAX_TITLE = 30
RESERVED = ("筛选条件", "导出时间", "亮灯规则", "报告出处")
"""Titles of the columns that a CSV adds, to say where it comes from."""


class LayoutError(EcoLedgerError):
    """A layout cannot be; the message says what to change (Chinese)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its name, and its columns, each a code of `column.COLUMNS` and the title that stands above it.

    Every column stands once, and no two under one title. Raises LayoutError.
    """

    name: str
    columns: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        _check_words("版式名称", self.name, MAX_NAME)
        if not self.columns:
            raise LayoutError(f"版式“{self.name}”没有列，请至少选一列。")
        for code, title in self.columns:
            if code not in BY_CODE:
                raise LayoutError(f"版式“{self.name}”中没有名为“{code}”的列，请从列表中选择。")
            _check_words("列名", title, MAX_TITLE)
            if title in RESERVED:
                raise LayoutError(f"列名“{title}”留给文件说明来历用，请换一个。")
        _check_once([BY_CODE[code].name for code in self.codes], "列“{}”选了两次，请去掉一个。")
        _check_once(self.titles, "有两列都叫“{}”，请改其中一个列名。")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the columns."""
        return tuple(code for code, _ in self.columns)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(title for _, title in self.columns)


def make_layout(name: str, *codes: str, **titles: str) -> Layout:
    """Return a layout of these columns under their usual titles, but for those in `titles`."""
    return Layout(name, tuple((code, titles.get(code, BY_CODE[code].name)) for code in codes))


def read_layout(name: str, value: Any) -> Layout:
    """Return the layout that `write_layout` gave `value` for. Raises LayoutError where it is anything else."""
    pairs = value.get("columns") if isinstance(value, dict) else None
    if not isinstance(pairs, list) or not all(_is_pair(pair) for pair in pairs):
        raise LayoutError(f"版式“{name}”的内容不是版式，请删去后重新设置。")
    return Layout(name, tuple((code, title) for code, title in pairs))


def write_layout(layout: Layout) -> dict[str, list[list[str]]]:
    """Return the layout without its name, as JSON types."""
    return {"columns": [list(pair) for pair in layout.columns]}


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(word, str) for word in pair)


def _check_words(what: str, words: str, most: int) -> None:
    if not words.strip():
        raise LayoutError(f"{what}不能为空，请填写。")
    if words != words.strip() or not words.isprintable():
        shown = "".join(character for character in words if character.isprintable()).strip()
        raise LayoutError(f"{what}“{shown}”前后有空格或夹有换行等字符，请去掉。")
    if len(words) > most:
        raise LayoutError(f"{what}最多 {most} 个字，“{words}”有 {len(words)} 个。")


def _check_once(words: tuple[str, ...] | list[str], message: str) -> None:
    for word in words:
        if words.count(word) > 1:
            raise LayoutError(message.format(word))


LEDGER = make_layout(
    "台账版式",
    "number",
    "theme",
    "text",
    "target",
    "lead",
    "responsible",
    "support",
    "finish",
    "light",
    "meeting",
    "date",
    "place",
    "title",
    "source",
    "id",
    meeting="来源会议",
    title="来源报告",
    source="发布单位",
)
"""The columns that officials keep in a ledger, in their usual order; then where each comes from."""

FULL = Layout("完整版式", tuple((column.code, column.name) for column in COLUMNS))
"""Everything that is known of a commitment."""

BUILT_IN = {layout.name: layout for layout in (LEDGER, FULL)}
