import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.map.classification import EMPTY, MISSING, ZERO, classify, figure_text
from dashboard.map.measure import Figure

NOTHING = "nothing to measure"
CASES = [
    # kind, values (None: no report), (label, members) of each class
    ("count", [], [("无报告", 0)]),
    ("count", [None, None], [("无报告", 2)]),
    ("count", [0, None], [("0", 1), ("无报告", 1)]),
    ("count", [7], [("7", 1), ("无报告", 0)]),
    ("count", [1, 1, 2], [("1", 2), ("2", 1), ("无报告", 0)]),
    ("count", [3, 10, None], [("3", 1), ("10", 1), ("无报告", 1)]),
    (
        "count",
        [*range(1, 11)],
        [("1～2", 2), ("3～4", 2), ("5～6", 2), ("7～8", 2), ("9～10", 2), ("无报告", 0)],
    ),
    (
        "count",
        [10, 40, 220, 560, 1234, 9876],
        [("1～40", 2), ("41～250", 1), ("251～600", 1), ("601～1,500", 1), ("1,501～9,876", 1), ("无报告", 0)],
    ),
    (
        "share",
        [None, 0.0, 0.1, 0.25, 0.26, 1.0],
        [("0%", 1), ("25%及以下", 2), ("25%～50%", 1), ("50%～75%", 0), ("75%～100%", 1), ("无报告", 1)],
    ),
    ("share", [NOTHING, 0.5], [("25%及以下", 0), ("25%～50%", 1), ("50%～75%", 0), ("75%～100%", 0),
                               ("有报告，无可计数据", 1), ("无报告", 0)]),
    ("value", [NOTHING, None, 0, 24.1, 40], [("0", 1), ("24.1", 1), ("40", 1), ("有报告，无可计数据", 1), ("无报告", 1)]),
    (
        "value",
        [10, 20.04, 30, 31, 32, 99.5],
        [("10～20.1", 2), ("20.1～30", 1), ("30～31", 1), ("31～32", 1), ("32～99.5", 1), ("无报告", 0)],
    ),
]  # fmt: skip
values = st.lists(st.one_of(st.none(), st.just(NOTHING), st.integers(0, 10**6)), max_size=60)


def figures_of(found):
    told = {None: Figure(None, "", reported=False), NOTHING: Figure(None, "", reported=True)}
    return {str(i): told.get(value) or Figure(value, "", reported=True) for i, value in enumerate(found)}


@pytest.mark.parametrize(("kind", "found", "classes"), CASES)
def test_classes(kind, found, classes):
    legend = classify(figures_of(found), kind)
    assert [(c.label, c.members) for c in legend.classes] == classes


@given(values, st.sampled_from(["count", "value"]))
def test_every_area_is_counted_in_the_class_that_it_has(found, kind):
    figures = figures_of(found)
    legend = classify(figures, kind)
    keys = [legend.key(figure) for figure in figures.values()]
    assert {c.key: c.members for c in legend.classes if c.members} == {key: keys.count(key) for key in keys}
    for value, key in zip(found, keys, strict=True):
        assert (key == MISSING) == (value is None)
        assert (key == EMPTY) == (value == NOTHING)
        if kind == "count":
            assert (key == ZERO) == (value == 0)


@given(values, st.sampled_from(["count", "value"]))
def test_more_is_never_lighter(found, kind):
    figures = figures_of(found)
    legend = classify(figures, kind)
    steps = sorted(
        (value, legend.key(figures[str(i)])) for i, value in enumerate(found) if isinstance(value, int)
    )
    darkness = [0 if key == ZERO else int(key[-1]) for _, key in steps]
    assert darkness == sorted(darkness)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_every_share_has_a_class(found):
    figures = figures_of(found)
    legend = classify(figures, "share")
    assert sum(c.members for c in legend.classes) == len(found)
    assert all(legend.key(figure) for figure in figures.values())


def test_few_classes_run_from_the_lightest_to_the_darkest():
    assert [c.key for c in classify(figures_of([1, 4]), "count").classes] == ["class-1", "class-5", MISSING]
    assert [c.key for c in classify(figures_of([4]), "count").classes] == ["class-3", MISSING]


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (40, "40"), (24.1, "24.1"), (1234567.891, "1,234,567.89"), (0.004, "0")]
)
def test_figure_text(number, text):
    assert figure_text(number) == text
