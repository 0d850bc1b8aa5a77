"""Words can be read, marks can be seen, and meanings told apart without seeing all colours, light and dark."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from dashboard.colour import DARK, LIGHT, Scheme, Tone, rgb
from ecoledger.ledger import light
from ecoledger.term import LABELS

STYLE = Path(__file__).parents[2] / "static" / "app" / "style.css"
WORDS, GRAPHICS = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
APART = 7.0  # in hundredths of OKLab's unit; about 2 can just be seen

# Machado, Oliveira, Fernandes 2009, severity 1.0: what a person without one kind of cone sees, in linear RGB.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}  # fmt: skip
SCHEMES = [pytest.param(scheme, id=scheme.name) for scheme in (LIGHT, DARK)]


def linear(colour: str) -> list[float]:
    return [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in rgb(colour))
    ]


def contrast(one: str, other: str) -> float:
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (high + 0.05) / (low + 0.05)


def oklab(colour: str, sight: str) -> tuple[float, float, float]:
    """Return the place of a colour in OKLab (Ottosson 2020), where distances are as they look."""
    seen = linear(colour)
    r, g, b = (min(max(sum(m * c for m, c in zip(row, seen, strict=True)), 0), 1) for row in SIGHTS[sight])
    long, middle, short = (
        c ** (1 / 3)
        for c in (
            0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
            0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
            0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
        )
    )
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def distance(one: str, other: str, sight: str) -> float:
    pairs = zip(oklab(one, sight), oklab(other, sight), strict=True)
    return 100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5


def tones(scheme: Scheme) -> dict[str, Tone]:
    return {
        "good": scheme.good, "warning": scheme.warning, "error": scheme.error,
        **scheme.lights, **scheme.labels, **scheme.standings,
    }  # fmt: skip


def test_known_distances():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert distance("#808080", "#808080", "full") == 0
    assert distance("#ff0000", "#00a000", "full") > 2 * distance("#ff0000", "#00a000", "protanopia")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_can_be_read(scheme):
    for words in (scheme.text, scheme.quiet, scheme.faint, scheme.accent):
        assert min(contrast(words, scheme.ground), contrast(words, scheme.panel)) >= WORDS
    assert contrast(scheme.accent, scheme.accent_pale) >= WORDS
    assert contrast(scheme.text, scheme.accent_pale) >= WORDS
    for name, tone in tones(scheme).items():
        assert (
            min(contrast(tone.text, ground) for ground in (scheme.ground, scheme.panel, tone.pale)) >= WORDS
        ), name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_can_be_seen(scheme):
    marks = {name: tone.mark for name, tone in tones(scheme).items()}
    for name, mark in {**marks, **dict(enumerate(scheme.series))}.items():
        assert contrast(mark, scheme.ground) >= GRAPHICS, name


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_meanings_are_told_apart(scheme, sight):
    groups = [
        [tone.mark for tone in group.values()] for group in (scheme.lights, scheme.labels, scheme.standings)
    ]
    for group in (*groups, scheme.series):
        assert min(distance(one, other, sight) for one, other in combinations(group, 2)) >= APART


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_steps_of_a_map_are_told_apart(scheme, sight):
    assert min(distance(one, other, sight) for one, other in pairwise(scheme.classes)) >= APART
    brightness = [oklab(colour, sight)[0] for colour in scheme.classes]
    assert brightness in (sorted(brightness), sorted(brightness, reverse=True))


def test_names_are_those_of_the_ledger():
    for scheme in (LIGHT, DARK):
        assert set(scheme.lights) == set(light.LIGHTS)
        assert set(scheme.labels) == set(LABELS)


def read_variables(selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r" \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.S)
    assert block is not None, selector
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


@pytest.mark.parametrize(("scheme", "selector"), [(LIGHT, ":root"), (DARK, ':root[data-scheme="dark"]')])
def test_style_has_the_same_colours(scheme, selector):
    expected = {
        name.replace("_", "-"): value
        for name in scheme.__slots__
        if isinstance(value := getattr(scheme, name), str) and name != "name"
    }
    for name, tone in tones(scheme).items():
        expected |= {name: tone.mark, f"{name}-text": tone.text, f"{name}-pale": tone.pale}
    expected |= {f"series-{i}": colour for i, colour in enumerate(scheme.series, 1)}
    expected |= {f"class-{i}": colour for i, colour in enumerate(scheme.classes, 1)}
    assert read_variables(selector) == expected
