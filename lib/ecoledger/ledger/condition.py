"""The conditions of a filter over the facts: for each that is set, which rows it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import select

from ecoledger.ledger import schema
from ecoledger.ledger.dialect import having_words
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.ledger.light import LIGHTS, undated_light
from ecoledger.ledger.row import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    import pandas as pd
    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from ecoledger.ledger.facts import Facts
    from ecoledger.ledger.filter import Filter
    from ecoledger.ledger.light import LightRule

    Mask = NDArray[np.bool_]

_BATCH = 400
"""SQLite takes 999 values in one IN everywhere."""

FLAGS = ("has_target", "has_number", "has_deadline", "has_body", "doubtful")


def report_masks(facts: Facts, wanted: Filter) -> dict[str, Mask]:
    """Return which reports each condition on reports leaves, by its name."""
    frame = facts.reports
    found: dict[str, Mask] = {}
    if wanted.places:
        found["places"] = placed(frame, wanted)
    if wanted.ranged or wanted.undated != "auto":
        found["dates"] = _dated(frame["date"].to_numpy(), wanted)
    if wanted.added_since is not None:
        found["added"] = frame["added_at"].to_numpy() >= np.datetime64(wanted.added_since)
    if wanted.meeting_kinds:
        found["meeting_kinds"] = among(frame["meeting_kind"], wanted.meeting_kinds)
    if wanted.reliable is not None:
        found["reliable"] = frame["reliable"].to_numpy() == wanted.reliable
    if wanted.report is not None:
        found["report"] = (frame["id"] == wanted.report).to_numpy()
    return found


def commitment_masks(facts: Facts, wanted: Filter, connection: Connection) -> dict[str, Mask]:
    """Return which commitments each condition on commitments leaves, by its name; words are asked of the index."""
    frame = facts.commitments
    found = _listed_masks(frame, wanted) | _part_masks(facts, wanted)
    if wanted.lights and wanted.light_rule is not None:
        lights = light_codes(facts, wanted.light_rule)
        found["lights"] = np.isin(lights, [LIGHTS.index(light) for light in wanted.lights])
    if wanted.due_since or wanted.due_until:
        found["dues"] = _between(frame["due"].to_numpy(), wanted.due_since, wanted.due_until)
    for flag in FLAGS:
        value = getattr(wanted, flag)
        if value is not None:
            found[flag] = frame[flag].to_numpy() == value
    if wanted.terms or wanted.barred:
        found["words"] = _worded(facts, wanted, connection)
    if wanted.commitments:
        found["commitments"] = _numbered(facts, _numbers_of(connection, wanted.commitments))
    return found


def _listed_masks(frame: pd.DataFrame, wanted: Filter) -> dict[str, Mask]:
    """Return the masks of the conditions that ask for one of some words in a column."""
    found = {}
    for name, column in (("labels", "label"), ("speakers", "speaker")):
        if getattr(wanted, name):
            found[name] = among(frame[column], getattr(wanted, name))
    for name, column in (("themes", "themes"), ("deadline_kinds", "kinds")):
        if getattr(wanted, name):
            found[name] = listing_any(frame[column], getattr(wanted, name))
    return found


def _part_masks(facts: Facts, wanted: Filter) -> dict[str, Mask]:
    """Return the masks of the conditions that ask for a body or a target."""
    found = {}
    if wanted.bodies or wanted.organs or wanted.body_roles:
        found["bodies"] = _having(facts, facts.bodies, body_lines(facts.bodies, wanted))
    if wanted.indicators:
        lines = among(facts.targets["indicator_code"], wanted.indicators)
        found["indicators"] = _having(facts, facts.targets, lines)
    return found


def light_codes(facts: Facts, rule: LightRule) -> NDArray[np.int8]:
    """Return the light of every commitment, as its place in LIGHTS."""
    frame = facts.commitments
    undated = _by_category(frame["kinds"], lambda kinds: LIGHTS.index(undated_light(kinds)), missing=0)
    due = frame["due"].to_numpy().astype("datetime64[D]")
    left = (due - np.datetime64(rule.on)).astype(np.int64)
    dated = np.where(
        left < 0,
        LIGHTS.index("overdue"),
        np.where(left <= rule.near, LIGHTS.index("near"), LIGHTS.index("course")),
    )
    codes: NDArray[np.int8] = np.where(np.isnat(due), undated, dated).astype(np.int8)
    return codes


def among(column: pd.Series[Any], chosen: Collection[str]) -> Mask:
    """Return where the category of a row is one of `chosen`."""
    table = np.isin(column.cat.categories.to_numpy(dtype=object), list(chosen))
    found: Mask = np.append(table, False)[column.cat.codes.to_numpy()]
    return found


def listing_any(column: pd.Series[Any], chosen: Iterable[str]) -> Mask:
    """Return where the list of a row names one of `chosen`."""
    wanted = set(chosen)
    found: Mask = _by_category(column, lambda listed: bool(wanted.intersection(listed)), missing=False)
    return found


def _by_category(column: pd.Series[Any], value: Callable[[list[str]], Any], missing: Any) -> Any:
    """Return `value` of the list of each row, worked out once for each of the few lists there are."""
    values = [value(listed.split(SEPARATOR)) for listed in column.cat.categories]
    return np.array([*values, missing])[column.cat.codes.to_numpy()]


def placed(frame: pd.DataFrame, wanted: Filter) -> Mask:
    """Return which reports are filed under the places; one that is narrowed by one below it does not count for itself."""
    itself = [code for code in wanted.prefectures if code.endswith("0000")]
    itself += [code for code in wanted.counties if code.endswith("00")]
    chosen = [code for code in wanted.places if code not in itself]
    found: Mask = among(frame["county"], chosen)
    found |= among(frame["prefecture"], chosen) | among(frame["province"], chosen)
    for code in itself:
        above, *below = (
            ("province", "prefecture", "county") if code.endswith("0000") else ("prefecture", "county")
        )
        found |= among(frame[above], (code,)) & frame[below].isna().all(axis=1).to_numpy()
    if UNKNOWN in wanted.places:
        found |= frame["province"].isna().to_numpy()
    return found


def _dated(days: NDArray[np.datetime64], wanted: Filter) -> Mask:
    unknown: Mask = np.isnat(days)
    if wanted.undated == "only":
        return unknown
    known = _between(days, wanted.since, wanted.until)
    return known | unknown if wanted.with_undated else known


def _between(days: NDArray[np.datetime64], since: Any, until: Any) -> Mask:
    found: Mask = ~np.isnat(days)
    if since is not None:
        found &= days >= np.datetime64(since)
    if until is not None:
        found &= days <= np.datetime64(until)
    return found


def body_lines(bodies: pd.DataFrame, wanted: Filter) -> Mask:
    """Return which bodies answer to all that the filter asks of one."""
    found: Mask = np.ones(len(bodies), dtype=bool)
    for column, chosen in (("name", wanted.bodies), ("organ", wanted.organs), ("role", wanted.body_roles)):
        if chosen:
            found &= among(bodies[column], chosen)
    return found


def _having(facts: Facts, part: pd.DataFrame, lines: Mask) -> Mask:
    found: Mask = np.zeros(len(facts.commitments), dtype=bool)
    found[part["row"].to_numpy()[lines]] = True
    return found


def _worded(facts: Facts, wanted: Filter, connection: Connection) -> Mask:
    def holding(words: tuple[str, ...]) -> Mask:
        return _numbered(facts, connection.scalars(having_words(connection.dialect.name, words)))

    found = holding(wanted.terms) if wanted.terms else np.ones(len(facts.commitments), dtype=bool)
    for word in wanted.barred:
        found &= ~holding((word,))
    return found


def _numbers_of(connection: Connection, ids: tuple[str, ...]) -> Iterable[int]:
    table = schema.commitment
    for at in range(0, len(ids), _BATCH):
        yield from connection.scalars(select(table.c.number).where(table.c.id.in_(ids[at : at + _BATCH])))


def _numbered(facts: Facts, numbers: Iterable[int]) -> Mask:
    found: Mask = np.isin(facts.commitments["number"], np.fromiter(numbers, dtype=np.int64))
    return found
