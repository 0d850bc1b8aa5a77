"""What the map is told of each place: figures, targets of an indicator, latest commitments."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from statistics import median

import pytest

from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import UNKNOWN, Filter
from ecoledger.ledger.latest import list_latest
from ecoledger.ledger.light import LightRule, light_of
from ecoledger.ledger.region import Measure, measure_regions, measure_targets
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.gold_reports import gold_report, gold_reports

INDICATOR = "BC22-12"
RULE = LightRule(dt.date(2022, 12, 1), near=60)
FILTERS = [Filter(), Filter(has_number=True), Filter(words="治理"), Filter(words="没有这样的词")]


def numbered(target):
    """A target with a number: the seeds have none."""
    size = len(target.text)
    if size % 3 == 0:
        return target
    unit = "%" if size % 2 else "个"
    return replace(target, kind="quantitative", indicator_code=INDICATOR, value=Decimal(size), unit=unit)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('seeds')}/ledger.sqlite")
    for report in gold_reports():
        commitments = tuple(replace(c, targets=tuple(map(numbered, c.targets))) for c in report.commitments)
        save_report(opened, replace(report, commitments=commitments))
    yield opened
    opened.close()


def province(row):
    return row.adcode[:2] + "0000" if row.adcode else UNKNOWN


def last_of(row):
    """The last target of the indicator in each unit that a row names it in."""
    return {t.unit: t for t in row.targets if t.indicator_code == INDICATOR}.values()


def by_province(ledger, wanted):
    found = defaultdict(list)
    for row in iter_commitments(ledger, wanted):
        found[province(row)].append(row)
    return found


@pytest.mark.parametrize("wanted", FILTERS, ids=["all", "number", "word", "nothing"])
def test_figures_are_those_of_the_rows(seeds, wanted):
    measures = measure_regions(seeds, wanted, rule=RULE)
    rows = by_province(seeds, wanted)
    assert set(rows) <= set(measures)
    for code, measure in measures.items():
        lights = [light_of(RULE, row.due, row.deadline_kinds) for row in rows[code]]
        assert measure.commitments == len(rows[code])
        assert measure.with_target == sum(bool(row.targets) for row in rows[code])
        assert measure.with_number == sum(
            any(t.kind == "quantitative" for t in row.targets) for row in rows[code]
        )
        assert measure.with_deadline == sum(bool(row.deadlines) for row in rows[code])
        assert measure.with_body == sum(bool(row.bodies) for row in rows[code])
        assert measure.near == lights.count("near")
        assert measure.overdue == lights.count("overdue")


def test_a_place_with_reports_that_do_not_pass_is_no_place_without_a_report(seeds):
    measures = measure_regions(seeds, Filter(words="没有这样的词"))
    assert set(measures) == {report.region.path[0].adcode for report in gold_reports() if report.region}
    assert set(measures.values()) == {Measure()}


def test_without_a_rule_no_light_is_counted(seeds):
    assert {(m.near, m.overdue) for m in measure_regions(seeds, Filter()).values()} == {(0, 0)}


def test_only_places_within_the_parent_are_told(seeds):
    assert list(measure_regions(seeds, Filter(), "prefecture", "340000")) == ["341700"]
    assert list(list_latest(seeds, Filter(), "prefecture", "340000")) == ["341700"]


@pytest.mark.parametrize("wanted", FILTERS, ids=["all", "number", "word", "nothing"])
def test_the_targets_of_an_indicator_are_those_of_the_rows(seeds, wanted):
    named = [
        (code, t) for code, rows in by_province(seeds, wanted).items() for row in rows for t in last_of(row)
    ]
    units = Counter(t.unit for _, t in named)
    unit = max(units, key=units.__getitem__, default="")
    values = defaultdict(list)
    for code, target in named:
        if target.unit == unit:
            values[code].append(float(target.value))
    found = measure_targets(seeds, wanted, INDICATOR)
    told = {code: (t.median, t.lowest, t.highest, t.commitments, t.unit) for code, t in found.items()}
    assert told == {code: (median(v), min(v), max(v), len(v), unit) for code, v in values.items()}
    assert bool(told) == (wanted.words != "没有这样的词")


def test_an_indicator_that_nobody_names_has_no_targets(seeds):
    assert measure_targets(seeds, Filter(), "BC22-99") == {}


@pytest.mark.parametrize("wanted", FILTERS, ids=["all", "number", "word", "nothing"])
def test_the_latest_are_the_latest(seeds, wanted):
    latest = list_latest(seeds, wanted)
    rows = by_province(seeds, wanted)
    assert set(latest) == {code for code, found in rows.items() if found}
    for code, found in latest.items():
        dates = sorted((row.date for row in rows[code]), key=lambda day: day or dt.date.min, reverse=True)
        assert [one.date for one in found] == dates[:3]
        assert {one.text for one in found} <= {row.text for row in rows[code]}


def test_undated_commitments_come_last(ledger):
    report = gold_report("001")
    save_report(ledger, replace(report, published=None, meeting=None))
    (found,) = list_latest(ledger, Filter()).values()
    assert [one.date for one in found] == [None, None, None]
    assert [one.text for one in found] == [one.text for one in report.commitments[:3]]


def test_an_empty_ledger_has_no_places(ledger):
    assert measure_regions(ledger, Filter()) == {}
    assert measure_targets(ledger, Filter(), "BC22-12") == {}
    assert list_latest(ledger, Filter()) == {}
