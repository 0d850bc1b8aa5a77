from dashboard.map.measure import MEASURES
from dashboard.map.table import list_rows, list_without, write_measure_table
from ecoledger.ledger.region import Measure

FULL = Measure(reports=2, meetings=1, commitments=8, with_target=2, with_deadline=4, with_body=8)
BARE = Measure(reports=1)
NAMES = {"a": "甲", "b": "乙<b>", "c": "丙"}


def test_the_largest_comes_first_and_places_without_a_report_are_named_apart():
    measures = {"b": FULL, "c": BARE, "d": FULL}
    assert list_rows(NAMES, measures, MEASURES["commitments"]) == [
        ("乙<b>", "2", "1", "8", "2（25%）", "4（50%）", "8（100%）"),
        ("丙", "1", "0", "0", "—", "—", "—"),
    ]
    assert list_without(NAMES, measures) == ["甲"]


def test_names_are_shown_as_text():
    html = write_measure_table(list_rows(NAMES, {"b": FULL}, MEASURES["with_body"]))
    assert "乙&lt;b&gt;" in html
    assert html.count("<tr>") == 2
