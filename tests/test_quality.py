"""Floors of quality on annotated reports. Raise them when the reading gets better; never lower one by accident."""

import pytest

from ecoledger.evaluate.score import score_folder
from ecoledger.pipeline import parse
from tests.conftest import ROOT, gold_folders

FLOORS = {
    "seeds": {"action": 0.93, "principle": 0.87, "qualitative": 0.90, "deadline": 1.0, "body": 0.95, "role": 1.0},
    "plans": {"action": 0.98, "principle": 0.94, "quantitative": 0.98, "op": 0.98, "change": 0.99, "qualitative": 0.76,
              "deadline": 0.93, "body": 0.95},
    "news": {"action": 0.89, "principle": 0.79, "quantitative": 1.0, "qualitative": 0.86, "body": 0.92},
}  # fmt: skip
FACTS = {
    "seeds": ("region", "date", "chair", "speakers"),
    "plans": ("region",),
    "news": ("region", "chair", "speakers"),  # broadcast texts do not say their day
}
CHARACTERS = {"seeds": 0.9999, "plans": 0.9999, "news": 0.9999}


@pytest.fixture(scope="module", params=gold_folders(), ids=lambda folder: folder.name)
def scored(request):
    folder = request.param
    sources = ROOT / "data" / "reports" if folder.name == "seeds" else None
    return folder.name, score_folder(folder, parse, sources)


def test_no_score_falls_below_its_floor(scored):
    name, scores = scored
    below = {
        thing: round(scores.count(thing).f1, 3)
        for thing, floor in FLOORS[name].items()
        if scores.count(thing).f1 < floor
    }
    assert below == {}


def test_facts_are_right_everywhere(scored):
    name, scores = scored
    for fact in FACTS[name]:
        wrong = [report.id for report in scores.reports if not report.facts.get(fact, True)]
        assert wrong == [], fact


def test_repaired_bodies_are_whole(scored):
    name, scores = scored
    assert scores.text >= CHARACTERS[name]
