"""What was handed in and waits: files, and how the columns of tables are understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import draft, import_desk
from dashboard.element import as_text, write_quiet, write_table
from dashboard.import_job import Handed
from dashboard.language import tr
from ecoledger.errors import UnreadableError
from ecoledger.intake.container import is_beside_page
from ecoledger.intake.preview import Preview, preview_table
from ecoledger.intake.record import FIELDS
from ecoledger.intake.signature import find_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FEW = 5
"""So many plain files are read at once, to be looked at before they are saved; more of them are an import."""

_CHOSEN = "import-chosen"
_CELL = 28
"""Characters of a cell in a preview."""
_COLUMNS = 12
_LISTED = 12
_NAMES = {
    "text": "正文",
    "title": "标题",
    "date": "发布日期",
    "source": "来源",
    "author": "作者",
    "url": "网址",
}
_ORDER = sorted(FIELDS, key=list(_NAMES).index)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that was handed in; `table` shows it where it is a table, `archive` says that it is a ZIP."""

    name: str
    data: bytes
    table: Preview | None
    archive: bool


def take(files: Iterable[tuple[str, bytes]]) -> None:
    """Read a few plain files into drafts; keep anything larger until a person says what to do."""
    named = sorted(files)
    names = frozenset(name for name, _ in named)
    chosen = tuple(_look(name, data) for name, data in named if not is_beside_page(name, names))
    if len(chosen) <= FEW and not any(one.archive or one.table for one in chosen):
        for one in chosen:
            draft.take(one.data, one.name)
        return
    st.session_state[_CHOSEN] = chosen


def chosen_files() -> tuple[Chosen, ...]:
    """Return the files that wait."""
    found: tuple[Chosen, ...] = st.session_state.get(_CHOSEN, ())
    return found


def draw_chosen(files: tuple[Chosen, ...]) -> None:
    """Draw the files, the columns of tables, and what can be done with them."""
    st.subheader(tr("待导入（{count} 个文件）", count=len(files)), anchor=False)
    plain = [one for one in files if one.table is None]
    if plain:
        listed = tr("、").join(one.name for one in plain[:_LISTED])
        more = tr(" 等 {count} 个文件", count=len(plain)) if len(plain) > _LISTED else ""
        st.html(write_quiet(listed + more))
    handed = [Handed(one.name, one.data, _draw_columns(at, one)) for at, one in enumerate(files)]
    lacking = [one.name for one, done in zip(files, handed, strict=True) if one.table and not _has_body(done)]
    if lacking:
        names = tr("、").join(tr("“{name}”", name=name) for name in lacking)
        st.warning(
            as_text(tr("请为{names}指定正文所在的列，再开始导入。", names=names)),
            icon=":material/view_column:",
        )
    with st.container(horizontal=True):
        if st.button(tr("开始导入"), type="primary", icon=":material/play_arrow:", disabled=bool(lacking)):
            if import_desk.begin(handed):
                drop()
            st.rerun()
        if st.button(tr("逐份核对（至多 {most} 份）", most=draft.MOST), disabled=bool(lacking)):
            with st.spinner(tr("正在读取……")):
                for one in handed:
                    draft.take(one.data, one.name, one.columns)
            drop()
            st.rerun()
        st.button(tr("移除"), on_click=drop, key="drop-chosen")


def drop() -> None:
    """Forget the files that wait."""
    st.session_state.pop(_CHOSEN, None)


def _look(name: str, data: bytes) -> Chosen:
    try:
        table = preview_table(data, name)
    except UnreadableError:
        return Chosen(name, data, None, archive=True)  # the import will say what is wrong with it
    return Chosen(name, data, table, find_kind(data) == "zip")


def _has_body(one: Handed) -> bool:
    return bool(one.columns.get("text"))


def _draw_columns(at: int, one: Chosen) -> Mapping[str, str]:
    """Let the columns of a table be set right; return the heading of each field, "" for a field without one."""
    if one.table is None:
        return {}
    with st.container(border=True):
        st.markdown(tr("**{name}** 是表格，一行一份报道。请核对各列的含义。", name=as_text(one.name)))
        columns = {}
        places = [*st.columns(3), *st.columns(3)]
        for place, field in zip(places, _ORDER, strict=True):
            columns[field] = place.selectbox(
                tr(_NAMES[field]),
                one.table.headings if field == "text" else ("", *one.table.headings),
                index=_index(one.table, field),
                format_func=lambda heading: heading or tr("（没有这一列）"),
                placeholder=tr("请选择"),
                key=f"column-{at}-{one.name}-{field}",
            )
        st.html(_write_first(one.table, columns))
    return {field: heading or "" for field, heading in columns.items()}


def _index(table: Preview, field: str) -> int | None:
    known = table.columns.get(field)
    if field == "text":
        return table.headings.index(known) if known else None
    return table.headings.index(known) + 1 if known else 0


def _write_first(table: Preview, columns: Mapping[str, str | None]) -> str:
    """Return the first rows: the columns that are used under the name of their field, then the others."""
    used = {heading: tr(_NAMES[field]) for field in _ORDER if (heading := columns[field])}
    rest = [heading for heading in table.headings if heading not in used]
    shown = [*used, *rest][:_COLUMNS]
    head = [_say_use(heading, used.get(heading)) for heading in shown]
    rows = [[_cut(row.get(heading, "")) for heading in shown] for row in table.rows]
    return f'<div class="preview">{write_table(head, rows)}</div>'


def _say_use(heading: str, field: str | None) -> str:
    """Return a heading with the field that it is used for."""
    if field is None:
        return tr("{heading}（不用）", heading=heading)
    return field if heading == field else tr("{field}（{heading}）", field=field, heading=heading)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _CELL else line[:_CELL] + "……"
