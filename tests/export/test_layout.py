"""A layout is checked strictly, and read back as it was saved."""

import json

import pytest

from ecoledger.export.column import COLUMNS
from ecoledger.export.layout import (
    BUILT_IN,
    FULL,
    LEDGER,
    Layout,
    LayoutError,
    make_layout,
    read_layout,
    write_layout,
)

PAIR = ("text", "承诺内容")


def test_the_usual_ledger_comes_first_in_its_usual_order():
    usual = ("序号", "领域", "承诺内容", "目标", "牵头单位", "责任单位", "配合单位", "完成时限")
    assert LEDGER.titles[:8] == usual
    assert "来源会议" in LEDGER.titles
    assert list(BUILT_IN) == ["台账版式", "完整版式"]


def test_the_full_layout_has_every_column_under_its_name():
    assert FULL.columns == tuple((column.code, column.name) for column in COLUMNS)
    assert len(set(FULL.codes)) == len(set(FULL.titles)) == len(COLUMNS)


@pytest.mark.parametrize("layout", [LEDGER, FULL, make_layout("我局", "due", "text", text="事项")])
def test_what_is_saved_is_read_back(layout):
    assert read_layout(layout.name, json.loads(json.dumps(write_layout(layout)))) == layout


@pytest.mark.parametrize(
    ("name", "columns", "said"),
    [
        ("", (PAIR,), "版式名称不能为空"),
        (" 我局", (PAIR,), "前后有空格"),
        ("长" * 31, (PAIR,), "最多 30 个字"),
        ("我局", (), "没有列"),
        ("我局", (("colour", "颜色"),), "没有名为“colour”的列"),
        ("我局", (("text", "  "),), "列名不能为空"),
        ("我局", (("text", "承诺\n内容"),), "夹有换行"),
        ("我局", (("text", "长" * 31),), "列名最多 30 个字"),
        ("我局", (PAIR, ("text", "事项")), "列“承诺内容”选了两次"),
        ("我局", (PAIR, ("target", "承诺内容")), "有两列都叫“承诺内容”"),
        ("我局", (("text", "筛选条件"),), "留给文件说明来历用"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(name, columns, said):
    with pytest.raises(LayoutError, match=said) as caught:
        Layout(name, columns)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"columns": {}},
        {"columns": ["text"]},
        {"columns": [["text"]]},
        {"columns": [["text", 1]]},
    ],
)
def test_a_setting_that_is_no_layout_is_refused(value):
    with pytest.raises(LayoutError, match="不是版式"):
        read_layout("我局", value)
