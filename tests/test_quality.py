"""The reading stands on its floors: data/gold/floors.toml, kept by `ecoledger eval --floors`."""

import pytest

from ecoledger.command.eval_command import READERS
from ecoledger.evaluate.case import score_cases
from ecoledger.evaluate.floor import check_floor, load_floors, measure_cases, measure_scores
from ecoledger.evaluate.score import score_folder
from ecoledger.pipeline import parse
from tests.conftest import ROOT, gold_folders

FLOORS = load_floors(ROOT / "data" / "gold" / "floors.toml")
CASES = ROOT / "tests" / "cases"


@pytest.mark.parametrize("folder", gold_folders(), ids=lambda folder: folder.name)
def test_no_score_falls_below_its_floor(folder):
    scores = score_folder(folder, parse, ROOT / "data" / "reports" if folder.name == "seeds" else None)
    below = check_floor(folder.name, FLOORS[folder.name], measure_scores(folder, scores))
    assert below == (), "\n".join(below)


def test_no_list_of_cases_falls_below_its_floor():
    below = check_floor("cases", FLOORS["cases"], measure_cases(CASES, score_cases(CASES, READERS)))
    assert below == (), "\n".join(below)


def test_every_set_has_a_floor_for_what_it_is_annotated_with():
    assert set(FLOORS) == {"seeds", "plans", "news", "cases"}
    for name in ("seeds", "plans", "news"):
        assert {"action", "principle", "qualitative", "deadline", "body", "text"} <= set(FLOORS[name].share)
        assert {"region", "deadline"} <= set(FLOORS[name].wrong)
