"""A layout while it is set: columns chosen, moved, renamed."""

import pytest

from dashboard.download.draft import choose_columns, edit_columns

COLUMNS = (("number", "序号"), ("text", "事项"), ("due", "期限"))


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        (["number", "text", "due"], COLUMNS),
        (["due", "number"], (("number", "序号"), ("due", "期限"))),
        (["number", "text", "due", "lead"], (*COLUMNS, ("lead", "牵头单位"))),
        (["id", "text"], (("text", "事项"), ("id", "承诺编号"))),
        ([], ()),
    ],
)
def test_columns_that_stay_keep_order_and_title(codes, wanted):
    assert choose_columns(COLUMNS, codes) == wanted


@pytest.mark.parametrize(
    ("edited", "codes", "titles"),
    [
        ({}, "number text due", "序号 事项 期限"),
        ({1: {"title": "任务"}}, "number text due", "序号 任务 期限"),
        ({1: {"title": " 任务 "}}, "number text due", "序号 任务 期限"),
        ({2: {"order": 1}}, "due number text", "期限 序号 事项"),
        ({0: {"order": 3}}, "text due number", "事项 期限 序号"),
        ({0: {"order": 2}}, "text number due", "事项 序号 期限"),
        ({2: {"order": 1, "title": "何时"}, 0: {"title": "号"}}, "due number text", "何时 号 事项"),
        ({0: {"order": 99}}, "text due number", "事项 期限 序号"),
        ({0: {"order": None}}, "number text due", "序号 事项 期限"),
    ],
)
def test_an_edit_renames_or_moves(edited, codes, titles):
    found = edit_columns(COLUMNS, edited)
    assert [code for code, _ in found] == codes.split()
    assert [title for _, title in found] == titles.split()


def test_a_title_taken_away_is_empty_and_so_refused_later():
    assert edit_columns(COLUMNS, {0: {"title": None}})[0] == ("number", "")
