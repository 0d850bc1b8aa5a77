"""The bench of the pages runs, and measures all it says it does."""

from concurrent.futures import ThreadPoolExecutor

from dashboard.navigation import COMMITMENTS, MAP, OVERVIEW
from tests.bench.bench_pages import measure
from tests.bench.made_ledger import make_ledger


def test_the_bench_measures_visits_turns_filters_and_clicks(tmp_path):
    make_ledger(tmp_path / "ledger.sqlite", 600).close()
    said = []
    places = (OVERVIEW, MAP, COMMITMENTS)
    with ThreadPoolExecutor(1) as apart:  # the browser of the other tests has the loop of this thread
        measuring = apart.submit(
            measure,
            tmp_path / "ledger.sqlite",
            tmp_path,
            said.append,
            places=places,
            changes=6,
            turns=1,
            clicks=1,
        )
        bench = measuring.result()
    assert bench.broken == []
    names = {figures.name for figures in bench.figures}
    assert {f"page change {place.title}" for place in places} <= names
    assert {"first visit 总览", "filter change 承诺台账", "map click"} <= names
    assert all(lap.took > 0 for figures in bench.figures for lap in figures.laps)
    assert all(figures.laps for figures in bench.figures)
    assert any(served for figures in bench.figures for served in figures.served)
    assert len(said) >= len(bench.figures) + 3
