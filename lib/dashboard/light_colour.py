"""In which colours the lights stand: a few orders of the same six colours, which the colour-blind can tell apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecoledger.ledger.light import LIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.colour import Scheme
    from ecoledger.ledger.light import Light

COLOURS = dict(zip(LIGHTS, ("红", "黄", "绿", "蓝", "紫", "灰"), strict=True))
"""The usual colour of each light, as it is called."""


@dataclass(frozen=True, slots=True)
class Palette:
    """An order of colours: `usual` says whose usual colour a light takes; those not named keep their own."""

    title: str
    usual: Mapping[Light, Light]

    def source(self, light: Light) -> Light:
        """Return the light whose usual colour `light` takes."""
        return self.usual.get(light, light)

    def name(self, light: Light) -> str:
        """Return what the colour of a light is called (Chinese)."""
        return COLOURS[self.source(light)]


USUAL = "usual"
PALETTES: Mapping[str, Palette] = {
    USUAL: Palette("红、黄、绿", {}),
    "blue_near": Palette("红、蓝、绿", {"near": "ongoing", "ongoing": "vague", "vague": "near"}),
    "blue_course": Palette("红、黄、蓝", {"course": "ongoing", "ongoing": "course"}),
}
"""The orders an office may choose from; a title names the colours of overdue, near and on course."""


def paint(scheme: Scheme, name: str) -> Scheme:
    """Return the scheme with the lights in the colours of a palette."""
    palette = PALETTES[name]
    return replace(scheme, lights={light: scheme.lights[palette.source(light)] for light in LIGHTS})


def write_style(name: str, light: Scheme, dark: Scheme) -> str:
    """Return the style that gives the variables of style.css these colours; empty for the usual ones."""
    if name == USUAL:
        return ""
    rules = (
        f"{root} {{ {_variables(paint(scheme, name))} }}"
        for root, scheme in ((":root", light), (':root[data-scheme="dark"]', dark))
    )
    return f"<style>{' '.join(rules)}</style>"


def _variables(scheme: Scheme) -> str:
    return " ".join(
        f"--{light}: {tone.mark}; --{light}-text: {tone.text}; --{light}-pale: {tone.pale};"
        for light, tone in scheme.lights.items()
    )
