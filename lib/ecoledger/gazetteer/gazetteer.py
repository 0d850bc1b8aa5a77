"""The gazetteer: divisions by code, the tree above and below them, and their names in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ecoledger.gazetteer.division import NATION, Division, Sense, Tables, load_ordinary, load_tables
from ecoledger.lexicon.word_finder import WordFinder
from ecoledger.model import Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a division at `[start, end)` of a text, with all it can stand for."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]


class Gazetteer:
    """Divisions of China, today's and since 1980. Get it with `load_gazetteer`; it never changes."""

    def __init__(self, tables: Tables, ordinary: frozenset[str]) -> None:
        divisions = tables.divisions
        self._divisions = divisions
        self._former = tables.former
        self._ordinary = ordinary
        self._children: dict[str, list[Division]] = {}
        for division in divisions.values():
            self._children.setdefault(division.parent, []).append(division)
        self._paths = {adcode: self._climb(adcode) for adcode in divisions}
        self._names = WordFinder(tables.names)

    def division(self, adcode: str) -> Division | None:
        """Return the division of today with this code (100000 is the whole country), or None."""
        return self._divisions.get(adcode)

    def successors(self, adcode: str) -> tuple[str, ...]:
        """Return the codes of today for a code of today or of before (330185 is 330112 now); () when unknown."""
        return (adcode,) if adcode in self._divisions else self._former.get(adcode, ())

    def children(self, adcode: str | None = None) -> tuple[Division, ...]:
        """Return the divisions right below `adcode` in order of code; without it, the provinces."""
        return tuple(self._children.get(adcode or NATION, ()))

    def path(self, adcode: str) -> tuple[Division, ...]:
        """Return the divisions from the province down to `adcode`; () for an unknown code.

        A county of a direct-administered municipality, or right below a province, has no step between.
        """
        return self._paths.get(adcode, ())

    def _climb(self, adcode: str) -> tuple[Division, ...]:
        steps: list[Division] = []
        division = self._divisions.get(adcode)
        while division is not None and division.adcode != NATION:
            steps.append(division)
            division = self._divisions.get(division.parent)
        return tuple(reversed(steps))

    def places(self, adcode: str) -> tuple[Place, ...]:
        """Return the path of `adcode` as places."""
        return tuple(Place(d.adcode, d.name) for d in self.path(adcode))

    def full_name(self, adcode: str) -> str:
        """Return the official path as people write it: 安徽省池州市贵池区."""
        return "".join(d.name for d in self.path(adcode))

    def holds(self, upper: str, adcode: str) -> bool:
        """Tell whether `adcode` lies in `upper` or is the same."""
        return upper == NATION or any(d.adcode == upper for d in self.path(adcode))

    def is_ordinary(self, name: str) -> bool:
        """Tell whether a name is an ordinary word as well, so that alone it names no place."""
        return name in self._ordinary

    def find_mentions(self, text: str) -> tuple[Mention, ...]:
        """Return all names of divisions in `text`, the longest from the left, without overlap."""
        found = self._names.find_longest(text)  # 新华网 names no place, nor does 新华 in it
        return tuple(Mention(start, end, text[start:end], senses) for start, end, senses in found if senses)


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer, read once. Raises RuleError when its tables are broken."""
    return Gazetteer(load_tables(), load_ordinary())
