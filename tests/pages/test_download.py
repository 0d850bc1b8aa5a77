"""What is downloaded is what is filtered, in the order of the table."""

import csv
import datetime as dt
import io

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.download.file import build_file, file_name
from dashboard.language import load_texts
from ecoledger.export.column import COLUMNS
from ecoledger.export.form import FORMS
from ecoledger.export.layout import BUILT_IN, FULL, LEDGER, make_layout
from ecoledger.export.saved_layout import get_layout, list_layouts, save_layout
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.sort import Sort
from ecoledger.ledger.store import open_ledger
from tests.pages.visiting import press, visit


@pytest.fixture
def ledger(filled, tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'filled.sqlite'}")
    yield ledger
    ledger.close()


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("wanted", "sort", "said"),
    [
        (Filter(), Sort(), "无（全部承诺）"),
        (Filter(provinces=("340000",), labels=("action",)), Sort("due", descending=False), "地区：安徽省"),
    ],
)
def test_a_csv_holds_exactly_the_filtered_rows(ledger, wanted, sort, said):
    rows = csv_rows(build_file(ledger, wanted, sort, FORMS["csv"], FULL)())
    assert [row["承诺编号"] for row in rows] == [row.id for row in iter_commitments(ledger, wanted, sort)]
    assert rows
    assert all(said in row["筛选条件"] for row in rows)


def test_rows_that_are_chosen_are_the_rows_of_the_file(ledger):
    chosen = sorted(row.id for row in iter_commitments(ledger, Filter()))[3:6]
    data = build_file(ledger, Filter(commitments=tuple(chosen)), Sort(), FORMS["csv"], LEDGER)()
    assert sorted(row["承诺编号"] for row in csv_rows(data)) == chosen
    assert {row["筛选条件"] for row in csv_rows(data)} == {"选定的承诺：3 条"}


def test_every_kind_of_file_is_made(ledger):
    for form in FORMS.values():
        assert build_file(ledger, Filter(), Sort(), form, LEDGER)(), form.name
        assert file_name(form).endswith(f".{form.ending}")


def test_nothing_is_built_before_the_click(ledger, monkeypatch):
    monkeypatch.setattr("dashboard.download.file.iter_commitments", None)
    build_file(ledger, Filter(), Sort(), FORMS["csv"], LEDGER)


def test_the_page_offers_every_kind_of_file(filled):
    offered = [button.label for button in visit("commitments").get("download_button")]
    assert sorted(offered) == sorted(form.name for form in FORMS.values())


def test_what_the_session_knows_is_asked_before_the_click(ledger, monkeypatch):
    rule = LightRule(dt.date(2022, 6, 1), near=7)
    monkeypatch.setattr("dashboard.download.file.current_rule", lambda: rule)
    build = build_file(ledger, Filter(), Sort(), FORMS["csv"], LEDGER)
    monkeypatch.setattr("dashboard.download.file.current_rule", None)
    assert {row["亮灯规则"][:31] for row in csv_rows(build())} == {
        "以 2022-06-01 为准：早于当日为已过期限，7 天以内"
    }


def editor():
    import streamlit as st

    from dashboard.connection import get_ledger
    from dashboard.download.choice import chosen_layout
    from dashboard.download.editor import begin, draw_editor
    from ecoledger.export.saved_layout import list_layouts

    layouts, _ = list_layouts(get_ledger())
    if "begun" not in st.session_state:
        st.session_state["begun"] = True
        begin(layouts[st.session_state["from"]])
    if st.session_state["layout-base"] in layouts:  # a layout that was dropped closes the dialog
        draw_editor(get_ledger(), layouts)
    st.text(chosen_layout(layouts).name)


def edit(name):
    """The editor as it stands when it is opened from the layout `name`."""
    app = AppTest.from_function(editor, default_timeout=30)
    app.session_state["from"] = name
    return app.run()


def set_to(app, kind, key, value):
    next(widget for widget in app.get(kind) if widget.key == key).set_value(value)
    return app.run()


def test_an_office_sets_and_keeps_a_layout(filled, ledger):
    app = edit("台账版式")
    app = set_to(app, "multiselect", "layout-codes", ["text", "due", "id"])
    press(set_to(app, "text_input", "layout-name", "我局"), "保存并使用")
    kept = get_layout(ledger, "我局")
    assert kept.columns == (("text", "承诺内容"), ("id", "承诺编号"), ("due", "到期日期"))
    assert app.text[0].value == "我局"


def test_the_table_of_columns_begins_from_the_layout(filled, ledger):
    save_layout(ledger, make_layout("我局", "due", "text", text="事项"))
    app = edit("我局")
    assert app.dataframe[0].value["title"].tolist() == ["到期日期", "事项"]
    assert app.text_input[0].value == "我局"
    app = set_to(app, "selectbox", "layout-base", "完整版式")
    assert len(app.dataframe[0].value) == len(FULL.columns)
    assert app.text_input[0].value == ""


@pytest.mark.parametrize(
    ("codes", "name", "said"), [(["text"], "完整版式", "是自带的版式，不能改动"), ([], "我局", "没有列")]
)
def test_a_layout_that_cannot_be_is_not_saved(filled, ledger, codes, name, said):
    app = set_to(edit("台账版式"), "multiselect", "layout-codes", codes)
    app = set_to(app, "text_input", "layout-name", name)
    assert said in app.warning[0].value
    assert next(button for button in app.button if button.label == "保存并使用").disabled


def test_a_layout_is_dropped(filled, ledger):
    save_layout(ledger, make_layout("我局", "text"))
    app = press(edit("我局"), "删除版式“我局”")
    assert list(list_layouts(ledger)[0]) == ["台账版式", "完整版式"]
    assert not app.exception


def test_what_is_offered_has_a_name_in_english():
    offered = (
        *(word for form in FORMS.values() for word in (form.name, form.use)),
        *(column.name for column in COLUMNS),
        *BUILT_IN,
    )
    assert [word for word in offered if word not in load_texts()] == []
