"""What a picture of the map says of itself: it leaves the screen, and all that stands around the map goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.colour import FONT, LIGHT
from dashboard.language import tr
from dashboard.map.classification import STEPS
from dashboard.map.legend import join_sentences

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from dashboard.map.classification import Legend
    from dashboard.map.survey import Survey


@dataclass(frozen=True, slots=True)
class Picture:
    """The words of a picture from above to below: `title`, `filters`, under the map `measure`, `legend`, `notices`.

    The legend has class, range and number of places of each step. `colours` are those of paper, by the names that
    style.css has for them.
    """

    file: str
    title: str
    filters: str
    measure: str
    legend: tuple[tuple[str, str, str], ...]
    notices: str
    colours: Mapping[str, str]
    font: str = FONT


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a picture says of its making: place, filter in words, notices, versions of the rules, time."""

    where: str
    said: str
    notices: tuple[str, ...]
    versions: tuple[str, ...]
    now: dt.datetime


def make_picture(survey: Survey, legend: Legend, stamped: Stamped) -> Picture:
    """Return the words of the picture of a survey."""
    now, where = stamped.now, stamped.where
    made = tr(
        "{name}，导出时间 {time}；规则版本 {versions}。",
        name=tr("生态承诺台账"),
        time=f"{now:%Y-%m-%d %H:%M}",
        versions=tr("、").join(stamped.versions) or tr("（无）"),
    )
    return Picture(
        file=f"{tr('生态承诺台账')}_{where}_{survey.title}_{now:%Y%m%d}.png".replace("/", "／"),
        title=tr("{place}各地：{measure}", place=where, measure=survey.title),
        filters=tr("筛选：{said}", said=stamped.said or tr("无（全部承诺）")),
        measure=survey.title,
        legend=tuple((c.key, c.label, tr("{count} 个", count=c.members)) for c in legend.classes),
        notices=join_sentences((*stamped.notices, made)),
        colours=_colours(),
    )


def _colours() -> Mapping[str, str]:
    names = ("ground", "text", "quiet", "faint", "line", "grid", "zero", "missing")
    steps = {f"class-{step}": LIGHT.classes[step - 1] for step in range(1, STEPS + 1)}
    return {name: getattr(LIGHT, name) for name in names} | steps
