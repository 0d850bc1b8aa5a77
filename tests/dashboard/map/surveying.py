"""Surveys of made-up figures, for tests of what is drawn from them."""

import datetime as dt

from dashboard.map.boundary import GEO_FOLDER, NATION
from dashboard.map.choice import Choice
from dashboard.map.drill import find_view
from dashboard.map.measure import MEASURES
from dashboard.map.survey import Survey
from ecoledger.ledger.filter import UNKNOWN, Filter
from ecoledger.ledger.latest import Latest
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.region import Measure

RULE = LightRule(dt.date(2026, 1, 1))


def made(commitments, **more):
    """What a place with so many commitments has."""
    return Measure(reports=1, meetings=1, commitments=commitments, **more)


def surveyed(
    place, measures, *, show="commitments", indicator="", wanted=None, chosen=frozenset(), targets=None
):
    """The survey of a place with these measures by code."""
    view = find_view(GEO_FOLDER, place, chosen)
    names = {boundary.adcode: boundary.name for boundary in view.boundaries}
    others = {code: "地区不详" if code == UNKNOWN else "本级" for code in measures if code not in names}
    latest = {
        code: (Latest("完成治理<b>", dt.date(2025, 5, 6)),) for code, m in measures.items() if m.commitments
    }
    return Survey(
        view=view,
        choice=Choice(MEASURES[show], indicator),
        wanted=wanted or Filter(),
        rule=RULE,
        names=names,
        others=others,
        measures=measures,
        targets=targets or {},
        latest=latest,
    )


__all__ = ["NATION", "RULE", "made", "surveyed"]
