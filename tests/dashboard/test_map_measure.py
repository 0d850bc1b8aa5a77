import pytest

from dashboard.map_measure import MEASURES, count_without, write_rows
from ecoledger.ledger.region import Measure

FULL = Measure(reports=2, meetings=1, commitments=8, with_target=2, with_deadline=4, with_body=8)
BARE = Measure(reports=1)

CASES = [
    ("commitments", FULL, 8, "8 条"),
    ("meetings", FULL, 1, "1 次"),
    ("reports", FULL, 2, "2 份"),
    ("with_target", FULL, 0.25, "25%（2/8 条）"),
    ("with_body", FULL, 1.0, "100%（8/8 条）"),
    ("commitments", BARE, 0, "0 条"),
    ("with_target", BARE, 0.0, "有报告，无承诺"),
    ("commitments", None, None, "无报告"),
    ("with_target", Measure(), None, "无报告"),
]


@pytest.mark.parametrize(("field", "measure", "value", "words"), CASES)
def test_measure(field, measure, value, words):
    assert MEASURES[field].value(measure) == value
    assert MEASURES[field].words(measure) == words


def test_the_table_holds_every_place_the_largest_first():
    names = {"a": "甲", "b": "乙", "c": "丙"}
    rows = write_rows(names, {"b": FULL, "c": BARE}, MEASURES["commitments"], "无报告")
    assert [row[0] for row in rows] == ["乙", "丙", "甲"]
    assert rows[0] == ("乙", "2", "1", "8", "2（25%）", "4（50%）", "8（100%）")
    assert rows[1] == ("丙", "1", "0", "0", "—", "—", "—")
    assert rows[2][1] == "无报告"
    assert count_without(names, {"b": FULL, "c": BARE}) == 1
