"""The conditions of a filter as people meet them: in the address, in the boxes beside a page, and as chips above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard import labels
from dashboard.language import tr
from dashboard.place import is_place, place_name
from ecoledger.indicators.catalogue import load_indicators
from ecoledger.ledger.filter import UNKNOWN
from ecoledger.term import DEADLINE_KINDS, LABELS, LIGHTS, ROLES, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Listed:
    """A condition that asks for one of some values: its field in the filter, its name in an address and its title."""

    field: str
    query: str
    title: str
    name: Callable[[str], str] = str
    known: Callable[[str], bool] = bool
    """Whether a value can be, as far as that is known without the ledger."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A condition that asks yes or no: `query`=`code` in an address says that `field` is to be `value`."""

    field: str
    value: bool
    query: str
    code: str
    title: str

    @property
    def key(self) -> str:
        """Query and code in one word."""
        return f"{self.query}.{self.code}"


def indicator_name(code: str) -> str:
    """Return the name of an indicator of the catalogue; a code that is none stands for itself."""
    indicator = load_indicators().get(code)
    return code if indicator is None else indicator.name


def _place_below(heads: str) -> Callable[[str], str]:
    """Return what names a place; one that ends with `heads` stands for what it reports itself."""

    def name(code: str) -> str:
        return tr("{place}本级", place=place_name(code)) if code.endswith(heads) else place_name(code)

    return name


def _is_province(code: str) -> bool:
    return code == UNKNOWN or is_place(code)


LISTED = (
    Listed("provinces", "province", "省级", place_name, _is_province),
    Listed("prefectures", "prefecture", "地级", _place_below("0000"), is_place),
    Listed("counties", "county", "县级", _place_below("00"), is_place),
    Listed("themes", "theme", "领域", lambda code: labels.name_of(THEMES, code), THEMES.__contains__),
    Listed("labels", "label", "性质", lambda code: labels.name_of(LABELS, code), LABELS.__contains__),
    Listed("lights", "light", "灯色", lambda code: labels.name_of(LIGHTS, code), LIGHTS.__contains__),
    Listed(
        "deadline_kinds",
        "deadline",
        "时限类型",
        lambda code: labels.name_of(DEADLINE_KINDS, code),
        DEADLINE_KINDS.__contains__,
    ),
    Listed("bodies", "body", "责任单位"),
    Listed("organs", "organ", "机构"),
    Listed("body_roles", "role", "单位职责", lambda code: labels.name_of(ROLES, code), ROLES.__contains__),
    Listed("indicators", "indicator", "指标", indicator_name, lambda code: code in load_indicators()),
    Listed("speakers", "speaker", "发言人"),
    Listed("meeting_kinds", "meeting", "会议类型"),
    Listed("commitments", "pick", "选定的承诺"),
)
PLACES = ("provinces", "prefectures", "counties")

FLAGS = (
    Flag("has_target", True, "has", "target", "有目标"),
    Flag("has_number", True, "has", "number", "有数字目标"),
    Flag("has_deadline", True, "has", "deadline", "有时限"),
    Flag("has_body", True, "has", "body", "有责任单位"),
    Flag("has_target", False, "lacks", "target", "无目标"),
    Flag("has_number", False, "lacks", "number", "无数字目标"),
    Flag("has_deadline", False, "lacks", "deadline", "无时限"),
    Flag("has_body", False, "lacks", "body", "无责任单位"),
    Flag("reliable", False, "only", "unreliable", "报告文字不可靠"),
    Flag("reliable", True, "only", "reliable", "报告文字可靠"),
    Flag("doubtful", True, "only", "doubtful", "存疑"),
    Flag("doubtful", False, "only", "certain", "无存疑"),
)
"""What they are called stands in the catalogue of texts."""


def listed(field: str) -> Listed:
    """Return the condition of that field."""
    return next(one for one in LISTED if one.field == field)
