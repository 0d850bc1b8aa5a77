"""Which place the shared filter looks at, and so which view the map shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoledger.ledger.filter import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def _shared(paths: list[list[str]]) -> list[str]:
    """Return the steps that all paths begin with; each path goes on after them."""
    steps = []
    for column in zip(*(path[:-1] for path in paths), strict=False):
        if len(set(column)) > 1:
            break
        steps.append(column[0])
    return steps


def units_text(divisions: Iterable[Division]) -> str:
    """Return how many divisions there are, by level: 13 个地级、4 个省直辖县级行政区."""
    counted: Counter[str] = Counter(division.level for division in divisions)
    counties = "省直辖县级" if counted["prefecture"] else "县级"
    words = {"province": "省级", "prefecture": "地级", "county": counties}
    return (
        "、".join(f"{counted[level]} 个{word}" for level, word in words.items() if counted[level]) + "行政区"
    )
