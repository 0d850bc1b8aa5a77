"""The automatic numbers of a Word document as the words that Word shows: 一、 （二） 3. ① （Office Open XML, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecoledger.intake.number_form import format_number
from ecoledger.intake.package import attribute, local

if TYPE_CHECKING:
    from lxml import etree

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the form of its number and the words around it (`（%1）`)."""

    form: str = "decimal"
    words: str = ""
    start: int = 1
    restart: int | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document; the counters run on as paragraphs are asked for in order."""

    levels: dict[str, dict[int, Level]]
    lists: dict[str, str]  # a list → the definition whose counters it shares, or its own where it starts anew
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, list_id: str, depth: int) -> str:
        """Return the number of the next paragraph of the list at `depth` (0 outermost); "" where it shows none."""
        levels = self.levels.get(list_id)
        if not levels or depth not in levels:
            return ""
        counters = self.counters.setdefault(self.lists[list_id], {})
        counters[depth] = counters.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counters if d > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart != 0 and (restart is None or depth < restart):
                del counters[deeper]
        level = levels[depth]
        if level.form in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            other = levels.get(at, level)
            return format_number(counters.setdefault(at, other.start), other.form)

        return _PLACE.sub(number, level.words)


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists that numbering.xml (`root`) defines; none where there is no such part."""
    numbering = Numbering({}, {})
    if root is None:
        return numbering
    abstract = {attribute(e, "abstractNumId"): _read_levels(e) for e in root if local(e) == "abstractNum"}
    for element in root:
        if local(element) != "num":
            continue
        list_id = attribute(element, "numId")
        base = next((attribute(e, "val") for e in element if local(e) == "abstractNumId"), "")
        levels = dict(abstract.get(base, {}))
        own = False
        for override in (e for e in element if local(e) == "lvlOverride"):
            depth = _int(attribute(override, "ilvl"), 0)
            for part in override:
                if local(part) == "lvl":
                    levels[depth] = _read_level(part)
                elif local(part) == "startOverride" and depth in levels:
                    old = levels[depth]
                    levels[depth] = Level(old.form, old.words, _int(attribute(part, "val"), 1), old.restart)
                    own = True
        numbering.levels[list_id] = levels
        numbering.lists[list_id] = f"list {list_id}" if own else f"definition {base}"
    return numbering


def _read_levels(abstract: etree._Element) -> dict[int, Level]:
    return {_int(attribute(e, "ilvl"), 0): _read_level(e) for e in abstract if local(e) == "lvl"}


def _read_level(element: etree._Element) -> Level:
    values = {local(e): attribute(e, "val") for e in element}
    form = next((attribute(e, "val") for e in element.iter() if local(e) == "numFmt"), "decimal")
    restart = values.get("lvlRestart")
    return Level(form, values.get("lvlText", ""), _int(values.get("start", ""), 1),
                 _int(restart, 0) if restart is not None else None)  # fmt: skip


def _int(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default
