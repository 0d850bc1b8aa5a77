"""The lights of this office: how many days are near, and in which colours they stand."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.clock import today
from dashboard.connection import get_ledger
from dashboard.labels import date_text, name_of
from dashboard.language import tr
from dashboard.light_colour import PALETTES, USUAL
from ecoledger.errors import LedgerError
from ecoledger.ledger import setting
from ecoledger.ledger.light import LIGHTS, NEAR_DAYS, LightRule
from ecoledger.term import LIGHTS as LIGHT_NAMES

if TYPE_CHECKING:
    from ecoledger.ledger.light import Light
    from ecoledger.ledger.store import Ledger

MOST_DAYS = 365
_KIND, _NAME = "light", "usual"


@dataclass(frozen=True, slots=True)
class LightSetting:
    """Days before a deadline that are near it, and the name of a palette."""

    near: int = NEAR_DAYS
    palette: str = USUAL


def current_rule() -> LightRule:
    """Return the rule as it holds today."""
    return LightRule(today(), current_setting().near)


def current_setting() -> LightSetting:
    """Return what this office has set, the usual where nothing is set, out of a session, or out of reach of the ledger."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return LightSetting()
    try:
        return read_setting(setting.load_setting(get_ledger(), _KIND, _NAME))
    except LedgerError:
        return LightSetting()


def save_setting(ledger: Ledger, chosen: LightSetting) -> None:
    """Let `chosen` hold for all who use this ledger. Raises LedgerError."""
    setting.save_setting(ledger, _KIND, _NAME, asdict(chosen))


def read_setting(value: Any) -> LightSetting:
    """Return a stored setting; what cannot be in it is as usual."""
    held = value if isinstance(value, dict) else {}
    near, palette = held.get("near"), held.get("palette")
    if not isinstance(near, int) or isinstance(near, bool) or not 0 <= near <= MOST_DAYS:
        near = NEAR_DAYS
    return LightSetting(near, palette if isinstance(palette, str) and palette in PALETTES else USUAL)


def say_rule(rule: LightRule) -> str:
    """Return the rule in one sentence, in the language of the screen."""
    return tr(
        "以{on}为准：早于当日为已过期限，{near} 天以内为临近，其后为未到期；一条承诺看其最早的确定日期；"
        "长期坚持的另列，不会过期；已过期限只说日期已过，不说是否完成。",
        on=date_text(rule.on),
        near=rule.near,
    )


def list_colours() -> tuple[tuple[str, str], ...]:
    """Return the name of each light and that of its colour, as files have them."""
    palette = PALETTES[current_setting().palette]
    return tuple((LIGHT_NAMES[light], palette.name(light)) for light in LIGHTS)


def light_name(light: Light) -> str:
    """Return what a light is called on the screen."""
    return name_of(LIGHT_NAMES, light)
