"""The catalogue of indicators: what was read in the source, and what some words measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.indicators.catalogue import load_indicators, match_indicator
from ecoledger.lexicon.loader import load_table, words

ROWS = load_table(
    "indicator_match",
    ("code", "same", "unit", "change", "all_of", "none_of", "examples", "counter"),
    key="code",
)


def test_every_indicator_names_its_source_and_what_was_read_there():
    for indicator in load_indicators().values():
        assert indicator.name
        assert indicator.source
        assert indicator.read <= {"name", "unit", "target", "kind"}
        assert "name" in indicator.read
        assert indicator.direction in ("higher", "lower", "reduction", "qualitative")


def test_what_was_not_read_is_not_shown_as_official():
    table = load_indicators()
    assert table["BC22-12"].kind == "评估"
    assert table["BC22-12"].official_kind is None
    assert table["FYP14-05"].official_target == "2025:24.1"
    assert table["FYP15-01"].official_target is None
    assert table["FYP13-11"].official_kind == "约束性"
    assert table["BC22-12"].official_target is None


def test_indicators_that_measure_the_same_are_known_to_each_other():
    assert load_indicators()["BC22-12"].same == ("FYP14-05", "FYP13-11", "DC-04", "ECO24S-8a")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_examples_match_and_counters_do_not(row):
    assert words(row["examples"])
    assert words(row["counter"])
    for phrase in words(row["examples"]):
        found = match_indicator(phrase, row["unit"], row["change"] or None)
        assert found is not None, phrase
        assert found.code == row["code"]
    for phrase in words(row["counter"]):
        found = match_indicator(phrase, row["unit"], row["change"] or None)
        assert found is None or found.code != row["code"], phrase


@pytest.mark.parametrize(
    ("phrase", "unit", "change"),
    [
        ("示范村", "个", None),
        ("森林覆盖率", "亩", None),
        ("森林覆盖率", "百分点", "increase"),
        ("PM2.5平均浓度", "%", None),
        ("水质达标率", "%", None),
        ("PM2.5浓度达标天数占比", "%", None),
        ("", "%", None),
    ],
)
def test_the_merely_similar_stays_unmatched(phrase, unit, change):
    assert match_indicator(phrase, unit, change) is None


@given(st.text(max_size=30), st.text(max_size=5))
def test_nothing_raises(phrase, unit):
    assert match_indicator(phrase, unit) == match_indicator(phrase, unit)
