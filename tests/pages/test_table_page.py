"""The table of commitments as a person uses it: columns, order, groups, ticked rows."""

import re

import pytest

from dashboard.table import act, listing, pick
from dashboard.table.bar import KIND
from dashboard.table.column import COLUMNS
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.setting import list_settings, save_setting
from ecoledger.ledger.sort import Sort
from ecoledger.ledger.store import open_ledger
from tests.pages.visiting import column, press, rows, visit, words


@pytest.fixture
def ledger(filled, tmp_path):
    opened = open_ledger(f"sqlite:///{tmp_path / 'filled.sqlite'}")
    yield opened
    opened.close()


def test_every_row_shows_its_whole_text(filled):
    texts = {one.text for report in filled for one in report.commitments}
    app = visit("commitments", size="200")
    assert not app.exception
    assert len(rows(app)) == sum(len(report.commitments) for report in filled)
    assert {text.removesuffix("存疑") for text in column(app, "text")} == texts


def test_columns_stand_as_the_address_names_them(filled):
    app = visit("commitments", cols="due,text,meeting")
    assert [code for code in rows(app)[0] if code not in {"tick", "number", "ways"}] == [
        "due",
        "text",
        "meeting",
    ]
    every = visit("commitments", cols=",".join(one.code for one in COLUMNS))
    assert not every.exception
    assert "ledger wide" in words(every)


def test_several_keys_sort_the_whole_ledger(ledger):
    app = visit("commitments", sort="label,-date", cols="text,label,date", size="200")
    order = (Sort("label", descending=False), Sort("date", descending=True))
    wanted = [row.text for row in iter_commitments(ledger, Filter(), order)]
    assert [text.removesuffix("存疑") for text in column(app, "text")] == wanted
    assert 'aria-sort="ascending"' in words(app)


def test_groups_have_heads_with_links_to_just_their_rows(filled):
    app = visit("commitments", group="theme")
    assert not app.exception
    said = words(app)
    assert "可重复计" in said
    groups = re.findall(r'<tr class="group">.*?href="([^"]+)"', said)
    assert all("theme=" in address for address in groups)
    assert groups
    places = visit("commitments", group="place")
    assert "可重复计" not in words(places)
    assert "按地区小计" in places.expander[0].label


def test_what_is_done_in_the_browser_changes_the_table(filled):
    app = visit("commitments")
    state = app.session_state

    def tell(monkeypatch, **done):
        monkeypatch.setattr("streamlit.session_state", state)
        act.take(done)

    with pytest.MonkeyPatch.context() as patch:
        tell(patch, kind="sort", key="due", more=False)
        tell(patch, kind="sort", key="region", more=True)
        tell(patch, kind="left", column="due")
        tell(patch, kind="hide", column="date")
        tell(patch, kind="more-down", column="date")
        tell(patch, kind="pick", added=["a", "b", 7], dropped=["c"])
        tell(patch, kind="pick", added=["c"], dropped=["a"])
        tell(patch, kind="sort", key="height")
        tell(patch, kind="nonsense", column="text")
        held = listing.held()
        assert [sort.key for sort in held.sort] == ["due", "region", "date"]
        assert held.columns == ("text", "theme", "due", "target", "body", "place")
        assert pick.list_picked() == ("b", "c")


def test_ticked_rows_are_looked_at_alone(ledger):
    chosen = [row.id for row in iter_commitments(ledger, Filter())][3:6]
    app = visit("commitments")
    app.session_state["table-picked"] = tuple(chosen)
    app.run()
    assert "已选 **3** 条" in words(app)
    press(app, "只看这些")
    assert len(rows(app)) == 3
    assert sorted(app.query_params["pick"]) == sorted(chosen)
    press(app, "打印这些")
    sheet = next(element.value for element in app.get("html") if "sheet" in element.value)
    assert sheet.count("<tr data-id") == 3
    press(app, "取消选择")
    assert "已选" not in words(app)


def test_columns_are_saved_under_a_name_and_used_again(ledger):
    app = visit("commitments", cols="due,text")
    app.text_input(key="table-set").set_value("督办用").run()
    app.button(key="table-save").click().run()
    assert list_settings(ledger, KIND) == {"督办用": ["due", "text"]}
    again = visit("commitments")
    assert "due" in rows(again)[0]
    again.button(key="table-use-督办用").click().run()
    assert again.query_params["cols"] == "due,text"
    again.button(key="table-drop-督办用").click().run()
    assert list_settings(ledger, KIND) == {}


def test_a_saved_set_that_makes_no_sense_is_the_usual(ledger):
    save_setting(ledger, KIND, "旧", {"height": 3})
    app = visit("commitments", cols="due")
    app.button(key="table-use-旧").click().run()
    assert not app.exception
    assert "cols" not in app.query_params


def test_the_evidence_of_a_row_opens_on_demand(ledger):
    row = next(iter_commitments(ledger, Filter()))
    app = visit("commitments")
    app.session_state["table-asked"] = row.id
    app.run()
    assert not app.exception
    assert row.text[:10] in words(app)
    assert any("在报告中查看" in link.label for link in app.get("page_link"))
