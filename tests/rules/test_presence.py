"""A quick look never misses what a rule would find."""

import pytest

from ecoledger.rules.loader import load_rules
from ecoledger.rules.presence import may_find

RULES = [rule for name in ("region_text", "speaker", "segment", "person") for rule in load_rules(name)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_may_find_something_in_each_of_its_examples(rule):
    for example in rule.examples:
        words = example.replace("【", "").replace("】", "")
        assert may_find(rule, words)
        assert may_find(rule, f"，{words}", 1)


def test_where_the_words_of_a_rule_do_not_stand_it_finds_nothing():
    verb = next(rule for rule in RULES if rule.kind == "verb")
    assert not may_find(verb, "各部门抓好落实")
    assert not may_find(verb, "会议强调，各部门抓好落实", 4)
    assert not may_find(verb, "各部门抓好落实，会议强调", 0, 7)
