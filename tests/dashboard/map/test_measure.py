import datetime as dt

import pytest

from dashboard.map.measure import INDICATOR, MEASURES, Figure
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.region import Measure, RegionTarget

RULE = LightRule(dt.date(2026, 1, 1), near=45)
FULL = Measure(reports=2, meetings=1, commitments=8, with_target=2, with_deadline=4, with_body=8, near=3)
BARE = Measure(reports=1)

CASES = [
    ("commitments", FULL, Figure(8, "8 条", reported=True, behind=8)),
    ("meetings", FULL, Figure(1, "1 次", reported=True, behind=8)),
    ("reports", FULL, Figure(2, "2 份", reported=True, behind=8)),
    ("target", FULL, Figure(0.25, "25%（2/8 条）", reported=True, behind=2)),
    ("number", FULL, Figure(0.0, "0%（0/8 条）", reported=True, behind=0)),
    ("body", FULL, Figure(1.0, "100%（8/8 条）", reported=True, behind=8)),
    ("near", FULL, Figure(3, "3 条", reported=True, behind=3)),
    ("overdue", FULL, Figure(0, "0 条", reported=True, behind=0)),
    ("commitments", BARE, Figure(0, "0 条", reported=True, behind=0)),
    ("target", BARE, Figure(None, "有报告，无承诺", reported=True)),
    ("commitments", None, Figure(None, "无报告", reported=False)),
    ("target", None, Figure(None, "无报告", reported=False)),
]
TARGETS = [
    (FULL, RegionTarget(40, 38.5, 42, "%", 3), Figure(40, "40 %（3 条，38.5～42）", reported=True, behind=3)),
    (FULL, RegionTarget(40, 40, 40, "%", 1), Figure(40, "40 %（1 条）", reported=True, behind=1)),
    (FULL, None, Figure(None, "有报告，无此指标", reported=True)),
    (None, None, Figure(None, "无报告", reported=False)),
]
NARROWED = [
    ("commitments", Filter(words="水")),
    ("reports", Filter(words="水")),
    ("number", Filter(words="水", has_number=True)),
    ("body", Filter(words="水", has_body=True)),
    ("near", Filter(words="水", lights=("near",), light_rule=RULE)),
    ("overdue", Filter(words="水", lights=("overdue",), light_rule=RULE)),
    ("indicator", Filter(words="水", indicators=("BC22-12",))),
]


@pytest.mark.parametrize(("code", "measure", "figure"), CASES)
def test_figure(code, measure, figure):
    assert MEASURES[code].figure(measure) == figure


@pytest.mark.parametrize(("measure", "target", "figure"), TARGETS)
def test_figure_of_an_indicator(measure, target, figure):
    assert INDICATOR.figure(measure, target) == figure


@pytest.mark.parametrize(("code", "wanted"), NARROWED)
def test_the_commitments_behind_a_figure(code, wanted):
    assert MEASURES[code].narrow(Filter(words="水"), RULE, "BC22-12") == wanted


def test_titles_say_what_is_counted():
    assert MEASURES["near"].title(RULE) == "45 天内到期的承诺数"
    assert INDICATOR.title(RULE, "森林覆盖率（%）") == "森林覆盖率（%）：目标值中位数"
