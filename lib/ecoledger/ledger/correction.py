"""What a person set by hand, and what holds of a report once that is laid over what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from ecoledger.model import Issue, Region, Report

DateSource = Literal["person", "meeting", "published", "unknown"]
"""Where the date of a report comes from: set by hand, the meeting's, the day of publication, or nowhere."""

_NATION = "100000"


@dataclass(frozen=True, slots=True)
class Correction:
    """The place and the date of the meeting as a person set them; None leaves what was read."""

    region: Region | None = None
    date: dt.date | None = None

    def __bool__(self) -> bool:
        return self.region is not None or self.date is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """The place and the date under which a report is filed; `date` is None where nothing gives one."""

    region: Region | None
    date: dt.date | None
    date_source: DateSource


def standing(report: Report, correction: Correction) -> Standing:
    """Return what holds: a person's word before the meeting's date before the day of publication."""
    region = correction.region or report.region
    if correction.date is not None:
        return Standing(region, correction.date, "person")
    if report.meeting is not None and report.meeting.date is not None:
        return Standing(region, report.meeting.date, "meeting")
    if report.published is not None:
        return Standing(region, report.published, "published")
    return Standing(region, None, "unknown")


def open_issues(report: Report, correction: Correction) -> tuple[Issue, ...]:
    """Return the doubts about the reading that a person's word has not settled."""
    settled = tuple(
        kind
        for kind, said in (("region_", correction.region), ("date_", correction.date))
        if said is not None
    )
    return tuple(issue for issue in report.issues if not issue.kind.startswith(settled))


@dataclass(frozen=True, slots=True)
class Levels:
    """The codes and names of a place by level; None where its path has no such level.

    A district of a municipality has a province and no prefecture.
    """

    province: str | None = None
    prefecture: str | None = None
    county: str | None = None
    province_name: str | None = None
    prefecture_name: str | None = None
    county_name: str | None = None


def levels(region: Region | None) -> Levels:
    """Return the levels of the path of `region`, told apart by the zeros of their codes (GB/T 2260)."""
    found: dict[str, str] = {}
    for place in region.path if region else ():
        level = _level(place.adcode)
        if level is not None:
            found[level] = place.adcode
            found[f"{level}_name"] = place.name
    return Levels(**found)


def _level(adcode: str) -> str | None:
    if len(adcode) != 6 or adcode == _NATION:
        return None
    if adcode.endswith("0000"):
        return "province"
    return "prefecture" if adcode.endswith("00") else "county"
