import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.map.classification import COLOURS, NO_REPORT_COLOUR, ZERO_COLOUR, classify

CASES = [
    # kind, values, (label, members) of each class, areas without a report
    ("count", [], [], 0),
    ("count", [None, None], [], 2),
    ("count", [0, None], [("0", 1)], 1),
    ("count", [7], [("7", 1)], 0),
    ("count", [1, 1, 2], [("1", 2), ("2", 1)], 0),
    ("count", [3, 10, None], [("3", 1), ("10", 1)], 1),
    ("count", [*range(1, 11)], [("1～2", 2), ("3～4", 2), ("5～6", 2), ("7～8", 2), ("9～10", 2)], 0),
    (
        "count",
        [10, 40, 220, 560, 1234, 9876],
        [("1～40", 2), ("41～250", 1), ("251～600", 1), ("601～1,500", 1), ("1,501～9,876", 1)],
        0,
    ),
    (
        "share",
        [None, 0.0, 0.1, 0.25, 0.26, 1.0],
        [("0%", 1), ("25%及以下", 2), ("25%～50%", 1), ("50%～75%", 0), ("75%～100%", 1)],
        1,
    ),
]


@pytest.mark.parametrize(("kind", "values", "classes", "without"), CASES)
def test_classes(kind, values, classes, without):
    legend = classify({str(i): value for i, value in enumerate(values)}, kind)
    assert [(c.label, c.members) for c in legend.classes] == classes
    assert legend.without_report == without


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6)), max_size=60))
def test_every_area_is_counted_once_and_has_a_colour(values):
    legend = classify({str(i): value for i, value in enumerate(values)}, "count")
    assert sum(c.members for c in legend.classes) + legend.without_report == len(values)
    assert all(c.members for c in legend.classes)
    for value in values:
        colour = legend.colour(value)
        assert colour == (NO_REPORT_COLOUR if value is None else ZERO_COLOUR if value == 0 else colour)
        assert value in (None, 0) or colour in COLOURS


def test_more_is_darker_and_no_report_is_no_class_colour():
    legend = classify({"a": 1, "b": 4, "c": None}, "count")
    assert [c.colour for c in legend.classes] == [COLOURS[0], COLOURS[-1]]
    assert legend.colour(None) not in {c.colour for c in legend.classes}
