"""Layouts are kept with the ledger and found by name."""

import pytest

from ecoledger.export.layout import BUILT_IN, LEDGER, LayoutError, make_layout
from ecoledger.export.saved_layout import drop_layout, get_layout, list_layouts, save_layout
from ecoledger.ledger.setting import save_setting
from ecoledger.ledger.store import open_ledger

OURS = make_layout("我局", "due", "text", text="事项")


@pytest.fixture
def ledger(tmp_path):
    opened = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield opened
    opened.close()


def test_those_of_the_program_come_first(ledger):
    save_layout(ledger, OURS)
    layouts, problems = list_layouts(ledger)
    assert list(layouts) == [*BUILT_IN, "我局"]
    assert problems == ()
    assert get_layout(ledger, "我局") == OURS
    assert get_layout(ledger, LEDGER.name) == LEDGER


def test_the_later_one_of_a_name_holds_until_it_is_dropped(ledger):
    save_layout(ledger, make_layout("我局", "text"))
    save_layout(ledger, OURS)
    assert get_layout(ledger, "我局") == OURS
    drop_layout(ledger, "我局")
    with pytest.raises(LayoutError, match="没有名为“我局”的版式，现有：台账版式、完整版式。"):
        get_layout(ledger, "我局")


def test_those_of_the_program_cannot_be_replaced(ledger):
    with pytest.raises(LayoutError, match="自带的版式"):
        save_layout(ledger, make_layout(LEDGER.name, "text"))


def test_one_that_cannot_be_used_is_told_not_hidden(ledger):
    save_layout(ledger, OURS)
    save_setting(ledger, "layout", "旧的", {"columns": [["colour", "颜色"]]})
    layouts, (problem,) = list_layouts(ledger)
    assert "我局" in layouts
    assert "旧的" not in layouts
    assert "版式“旧的”中没有名为“colour”的列" in problem
