"""Lights: how near a commitment is to its earliest dated deadline. Nothing is said of whether it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

ABSENT: Final = "absent"
"""Stands among the kinds of deadline for commitments that name none; `none` is words without a date (按期)."""

Light = Literal["overdue", "near", "course", "ongoing", "vague", "none"]
"""Past its day; near it; not yet near; 长期坚持, which never falls due; a deadline without a day; no deadline."""

LIGHTS: Final[tuple[Light, ...]] = get_args(Light)

NEAR_DAYS = 30
"""So many days before its deadline a commitment is near it, unless the office says otherwise."""


@dataclass(frozen=True, slots=True)
class LightRule:
    """Lights as they stand on the day `on`; `near` counts days before the deadline, the day itself being 0.

    Raises ValueError for a negative number of days.
    """

    on: dt.date
    near: int = NEAR_DAYS

    def __post_init__(self) -> None:
        if self.near < 0:
            raise ValueError(f"a deadline cannot be near for {self.near} days")


def light_of(rule: LightRule, due: dt.date | None, kinds: Iterable[str]) -> Light:
    """Return the light of a commitment: `due` is its earliest dated deadline, `kinds` those of all its deadlines."""
    if due is not None:
        left = (due - rule.on).days
        return "overdue" if left < 0 else "near" if left <= rule.near else "course"
    return undated_light(kinds)


def undated_light(kinds: Iterable[str]) -> Light:
    """Return the light of a commitment that names no day."""
    named = set(kinds) - {ABSENT}
    if not named:
        return "none"
    return "ongoing" if "ongoing" in named else "vague"
