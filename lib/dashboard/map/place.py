"""Which place the shared filter looks at, and so which view the map shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.language import tr
from dashboard.map.boundary import NATION
from dashboard.place import place_name
from ecoledger.ledger.filter import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.map.drill import View
    from ecoledger.gazetteer.division import Division
    from ecoledger.gazetteer.gazetteer import Gazetteer
    from ecoledger.ledger.filter import Filter


@dataclass(frozen=True, slots=True)
class Focus:
    """`place` is the place looked at (None: the nation), `chosen` those to mark when they are several."""

    place: str | None
    chosen: frozenset[str] = frozenset()


def find_focus(wanted: Filter, gazetteer: Gazetteer) -> Focus:
    """Return the one place that is filtered, or the lowest that holds all that are."""
    codes = {*wanted.provinces, *wanted.prefectures, *wanted.counties} - {UNKNOWN}
    paths = {code: [step.adcode for step in gazetteer.path(code)] for code in codes}
    above = {step for code, path in paths.items() for step in path if step != code}
    lowest = [path for code, path in paths.items() if path and code not in above]
    if not lowest:
        return Focus(None)
    if len(lowest) == 1:
        return Focus(lowest[0][-1])
    shared = _shared(lowest)
    return Focus(shared[-1] if shared else None, frozenset(path[len(shared)] for path in lowest))


def view_name(view: View) -> str:
    """Return what the whole of a view is called."""
    return tr("全国") if view.parent == NATION else place_name(view.parent)


def _shared(paths: list[list[str]]) -> list[str]:
    """Return the steps that all paths begin with; each path goes on after them."""
    steps = []
    for column in zip(*(path[:-1] for path in paths), strict=False):
        if len(set(column)) > 1:
            break
        steps.append(column[0])
    return steps


def units_text(divisions: Iterable[Division]) -> str:
    """Return how many divisions there are, by level: 13 个地级行政区、4 个省直辖县级行政区."""
    counted: Counter[str] = Counter(division.level for division in divisions)
    told = [
        (tr("{count} 个省级行政区", count=counted["province"]), counted["province"]),
        (tr("{count} 个地级行政区", count=counted["prefecture"]), counted["prefecture"]),
        (
            tr("{count} 个省直辖县级行政区", count=counted["county"])
            if counted["prefecture"]
            else tr("{count} 个县级行政区", count=counted["county"]),
            counted["county"],
        ),
    ]
    return tr("、").join(words for words, count in told if count)
