"""What the page shows of a ledger, and that its file says the same."""

import datetime as dt
import json

import pytest

from dashboard.map.boundary import GEO_FOLDER
from dashboard.map.choice import Choice
from dashboard.map.drill import find_view
from dashboard.map.geojson import count_sources, write_geojson
from dashboard.map.measure import MEASURES
from dashboard.map.survey import list_indicators, read_survey
from ecoledger.export.stamp import Stamp
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.commitment import count_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.report import list_reports
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.gold_reports import gold_reports

RULE = LightRule(dt.date(2022, 12, 1))
FILTERS = [Filter(), Filter(words="治理"), Filter(provinces=("340000",), has_deadline=True)]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('seeds')}/ledger.sqlite")
    for report in gold_reports():
        save_report(opened, report)
    yield opened
    opened.close()


def survey_of(ledger, wanted, show="commitments", place=None):
    view = find_view(GEO_FOLDER, place)
    return read_survey(ledger, load_gazetteer(), view, Choice(MEASURES[show]), wanted=wanted, rule=RULE)


@pytest.mark.parametrize("wanted", FILTERS, ids=["all", "word", "place"])
@pytest.mark.parametrize("show", [code for code in MEASURES if code != "indicator"])
def test_behind_each_figure_are_as_many_commitments_as_it_says(ledger, wanted, show):
    survey = survey_of(ledger, wanted, show)
    for code in survey.measures:
        rows = survey.behind(survey.rows_of(code), survey.choice.measure)
        assert count_commitments(ledger, rows) == survey.figure(code).behind


@pytest.mark.parametrize("wanted", FILTERS, ids=["all", "word", "place"])
def test_the_file_has_the_figures_of_the_screen_and_its_sources(ledger, wanted):
    survey = survey_of(ledger, wanted)
    stamp = Stamp((), dt.datetime.fromisoformat("2026-01-02 03:04"), RULE)
    found = json.loads(write_geojson(survey, (), (), stamp, count_sources(ledger, survey)))
    told = {f["id"]: f["properties"]["commitments"] for f in found["features"]}
    assert told == {code: m.commitments for code, m in survey.measures.items()} | dict.fromkeys(
        survey.missing
    )
    assert sum(count or 0 for count in told.values()) == found["ecoledger"]["commitments"]
    reports = list_reports(ledger, wanted.without("provinces"))
    assert {source["id"] for source in found["ecoledger"]["reports"]} == {report.id for report in reports}


def test_the_place_itself_stands_apart_from_the_places_below_it(ledger):
    survey = survey_of(ledger, Filter(), place="341700")
    assert survey.names["341702"] == "贵池区"
    assert not set(survey.others) & set(survey.names)
    assert survey.total.commitments == count_commitments(ledger, survey.whole)


def test_without_targets_there_is_no_indicator(ledger):
    assert list_indicators(ledger, survey_of(ledger, Filter())) == ()
