"""Every rule's own examples and counter-examples hold; every pattern is bounded on hostile lines."""

import re
import time
from importlib import resources

import pytest

from ecoledger.errors import RuleError
from ecoledger.pipeline import parse
from ecoledger.rules.catalogue import SHOWN, rule_names
from ecoledger.rules.loader import load_rules, parse_rules
from tests.conftest import ROOT

MARK = re.compile(r"【(.*?)】")
FILES = sorted(
    p.name.removesuffix(".toml")
    for p in resources.files("ecoledger.rules").iterdir()
    if p.name.endswith(".toml")
)
RULES = [pytest.param(rule, id=rule.id) for name in FILES for rule in load_rules(name)]
HOSTILE = [
    "1" * 20_000,
    "到2025年、" * 3000,
    "一" * 20_000,
    "年" * 20_000,
    "，" * 20_000,
    "推进" * 10_000,
    "1年" * 10_000,
]


@pytest.mark.parametrize("rule", RULES)
def test_examples_are_found_and_counters_are_not(rule):
    assert rule.examples
    for example in rule.examples:
        marked = MARK.search(example)
        plain = MARK.sub(r"\1", example)
        found = [m.group() for m in rule.pattern.finditer(plain)]
        assert found, example
        if marked:
            assert marked.group(1) in found, (example, found)
    for counter in rule.counter:
        assert not rule.pattern.search(counter), counter


@pytest.mark.parametrize("rule", RULES)
def test_a_pattern_is_bounded_on_hostile_lines(rule):
    for line in HOSTILE:
        began = time.process_time()
        for _ in rule.pattern.finditer(line):
            pass
        assert time.process_time() - began < 5, line[:8]


@pytest.mark.parametrize("subject", SHOWN)
def test_a_rule_that_is_shown_has_a_chinese_name(subject):
    for rule in load_rules(subject):
        if not SHOWN[subject] or rule.kind in SHOWN[subject]:
            assert re.search("[一-龥]", rule.name), f"{subject}.toml: {rule.id} needs a name"


def test_no_two_rules_that_are_shown_have_one_id():
    ids = [rule.id for subject in SHOWN for rule in load_rules(subject)]
    assert len(ids) == len(set(ids))


def test_every_rule_that_spoke_has_a_name():
    for path in sorted((ROOT / "data" / "reports").iterdir()):
        for commitment in parse(path.read_bytes(), path.name).commitments:
            assert set(commitment.rules) <= set(rule_names())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[rule]]\nid='a'\nkind='k'\npattern='x'\nexamples=[]\nextra=1", "unknown keys"),
        ("[[rule]]\nid='a'\nkind='k'\npattern='x'", "missing"),
        ("[[rule]]\nid='a'\nkind='k'\npattern='(x|)'\nexamples=[]", "empty alternative"),
        ("[[rule]]\nid='a'\nkind='k'\npattern='{nope}'\nexamples=[]", "no part named"),
        ("[[rule]]\nid='a'\nkind='k'\npattern='('\nexamples=[]", "a: "),
        ("[[rule]]\nid='a'\nkind='k'\npattern='x'\nexamples=[]\n" * 2, "stands twice"),
        ("[parts]\na='{b}'\nb='{a}'\n[[rule]]\nid='a'\nkind='k'\npattern='{a}'\nexamples=[]", "circle"),
        ("rule = 1 2", "line"),
    ],
)
def test_a_wrong_rule_file_stops_with_file_and_id(text, message):
    with pytest.raises(RuleError, match=message) as caught:
        parse_rules(text, "some.toml")
    assert str(caught.value).startswith("some.toml")
