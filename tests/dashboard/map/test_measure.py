import pytest

from dashboard.map.measure import MEASURES
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
