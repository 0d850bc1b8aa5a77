import pytest
from lxml import html

from dashboard.map.boundary import GEO_FOLDER
from dashboard.map.choice import Choice
from dashboard.map.drill import find_view
from dashboard.map.measure import MEASURES
from dashboard.map.place import find_focus
from dashboard.map.trail import write_trail
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ledger.filter import Filter

ANHUI = "/map?province=340000&theme=water&show=body"
CASES = [
    ({}, [("全国", None)]),
    ({"provinces": ("340000",)}, [("全国", "/map?theme=water&show=body"), ("安徽省", None)]),
    (
        {"provinces": ("340000",), "prefectures": ("341700",)},
        [("全国", "/map?theme=water&show=body"), ("安徽省", ANHUI), ("池州市", None)],
    ),
    (
        {"provinces": ("340000",), "counties": ("341702",)},
        [
            ("全国", "/map?theme=water&show=body"),
            ("安徽省", ANHUI),
            ("池州市", "/map?province=340000&prefecture=341700&theme=water&show=body"),
            ("贵池区", None),
        ],
    ),
    ({"provinces": ("340000", "320000")}, [("全国", "/map?theme=water&show=body")]),
]


@pytest.mark.parametrize(("places", "steps"), CASES)
def test_each_step_but_the_last_is_a_link(places, steps):
    wanted = Filter(themes=("water",), **places)
    gazetteer = load_gazetteer()
    focus = find_focus(wanted, gazetteer)
    view = find_view(GEO_FOLDER, focus.place, focus.chosen)
    trail = html.fromstring(write_trail(view, wanted, Choice(MEASURES["body"]), gazetteer))
    found = trail.xpath(".//li")
    assert [(step.text_content(), next(iter(step.xpath(".//a/@href")), None)) for step in found] == steps
    assert [step.text_content() for step in trail.xpath(".//*[@aria-current='page']")] == [
        name for name, link in steps if link is None
    ]
