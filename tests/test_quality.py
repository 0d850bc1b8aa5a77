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


GUIDE = {"5 份样例会议报道": "seeds", "16 份市级工作报告的环保部分": "plans", "14 条广播电视新闻": "news"}
COLUMNS = {1: "action", 2: "principle", 3: "quantitative", 4: "qualitative", 6: "body"}
"""The table of figures in docs/COMMITMENT.md: the set of each row, the measure of each column."""


@pytest.mark.parametrize("row", GUIDE)
def test_officials_are_told_the_figures_that_are_held(row):
    guide = (ROOT / "docs" / "COMMITMENT.md").read_text(encoding="utf-8")
    (line,) = [line for line in guide.splitlines() if line.startswith(f"| {row} |")]
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    for column, measure in COLUMNS.items():
        floor = FLOORS[GUIDE[row]].share.get(measure)
        if floor is None:
            assert cells[column] == "无"
        else:
            assert floor <= float(cells[column]) < floor + 0.06
