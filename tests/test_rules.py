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
HOSTILE = ["1", "到2025年、", "一", "年", "，", "推进", "1年", "加强", "不断", "生态", "区", "、", "（", " "]
"""What a line may hold over and over: the words that most rules begin or go on with."""
SHORT, LONG = 3_000, 12_000
SLOW = 0.03
"""Seconds of the processor, below which it cannot be told how they grow."""
MOST = 8
"""A line four times as long may take so many times as long: where time grows with the square it takes sixteen."""


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


def seconds(pattern, line):
    began = time.process_time()
    for _ in pattern.finditer(line):
        pass
    return time.process_time() - began


@pytest.mark.parametrize("rule", RULES)
def test_the_time_of_a_pattern_grows_with_a_hostile_line_and_no_faster(rule):
    for unit in HOSTILE:
        short, long = (unit * (length // len(unit)) for length in (SHORT, LONG))
        if seconds(rule.pattern, long) > SLOW:
            best = [min(seconds(rule.pattern, line) for _ in range(3)) for line in (short, long)]
            assert best[1] < SLOW or best[1] < MOST * best[0], unit


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


def test_what_only_compiling_a_pattern_tells_names_the_rule():
    (rule,) = parse_rules("[[rule]]\nid='a'\nkind='k'\npattern='(?<=x+)y'\nexamples=[]", "some.toml")
    with pytest.raises(RuleError, match="a: look-behind"):
        _ = rule.pattern
