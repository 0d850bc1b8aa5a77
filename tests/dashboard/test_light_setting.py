import datetime as dt
import re

import pytest

from dashboard.colour import DARK, LIGHT
from dashboard.light_colour import COLOURS, PALETTES, USUAL, paint, write_style
from dashboard.light_setting import LightSetting, read_setting, say_rule
from ecoledger.export.stamp import Stamp
from ecoledger.ledger.light import LIGHTS, LightRule

STORED = [
    (None, LightSetting()),
    ({}, LightSetting()),
    ({"near": 10, "palette": "blue_near"}, LightSetting(10, "blue_near")),
    ({"near": 0}, LightSetting(0)),
    ({"near": -1}, LightSetting()),
    ({"near": 9999}, LightSetting()),
    ({"near": True}, LightSetting()),
    ({"near": "30", "palette": "pink"}, LightSetting()),
    ({"palette": ["usual"]}, LightSetting()),
    ("blue_near", LightSetting()),
]


@pytest.mark.parametrize(("value", "expected"), STORED)
def test_a_stored_setting_that_cannot_be_is_the_usual_one(value, expected):
    assert read_setting(value) == expected


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_a_palette_gives_every_light_one_of_the_same_colours(name, scheme):
    painted = paint(scheme, name)
    assert set(painted.lights) == set(LIGHTS)
    assert sorted(tone.mark for tone in painted.lights.values()) == sorted(
        tone.mark for tone in scheme.lights.values()
    )


@pytest.mark.parametrize("name", PALETTES)
def test_nothing_but_what_is_overdue_is_red(name):
    palette = PALETTES[name]
    assert [light for light in LIGHTS if palette.name(light) == "红"] == ["overdue"]
    assert palette.title == "、".join(palette.name(light) for light in LIGHTS[:3])


def test_the_style_says_what_the_scheme_says():
    assert write_style(USUAL, LIGHT, DARK) == ""
    style = write_style("blue_near", LIGHT, DARK)
    near = re.findall(r"--near: (#\w{6});", style)
    assert near == [LIGHT.lights["ongoing"].mark, DARK.lights["ongoing"].mark]


def test_the_rule_is_said_in_one_sentence():
    said = say_rule(LightRule(dt.date(2026, 11, 22), near=15))
    assert said.startswith("以2026年11月22日为准")
    assert "15 天以内为临近" in said
    assert said.count("。") == 1


def test_files_say_days_and_colours():
    stamp = Stamp(
        (),
        dt.datetime.fromisoformat("2026-11-22T09:00"),
        LightRule(dt.date(2026, 11, 22), 15),
        (("已过期限", COLOURS["overdue"]),),
    )
    assert "15 天以内为临近" in stamp.light_words
    assert stamp.light_words.endswith("颜色：已过期限红")
