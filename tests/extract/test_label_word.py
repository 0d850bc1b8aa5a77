"""The wording of a segment: what was learned only corrects the rules, and says which words speak."""

from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.label import weigh_kind, weigh_rules
from ecoledger.extract.label_word import CONSTANT, LIMIT, split_grams, weigh_words
from ecoledger.lexicon.loader import load_table


def test_a_segment_is_split_into_characters_and_pairs_with_edges_and_one_sign_for_any_number():
    assert split_grams("治2025") == {"＾", "治", "0", "＾治", "治0", "0＾"}
    assert split_grams(" ") == {"＾", "＾＾"}


def test_the_table_holds_a_constant_and_single_characters_or_pairs():
    rows = load_table("label_word", ("gram", "weight"), key="gram")
    assert sum(row["gram"] == CONSTANT for row in rows) == 1
    assert all(1 <= len(row["gram"]) <= 2 for row in rows)
    assert all(float(row["weight"]) for row in rows)


def test_wording_leans_as_people_label():
    assert weigh_words("新建改造污水管网，安装监测设备")[0] > weigh_words("增强政治自觉和责任担当")[0]


def test_what_speaks_loudest_stands_in_the_words_and_is_given_as_a_reason():
    words = "提高政治站位，深刻认识重大意义"
    weight, gram = weigh_words(words)
    total, rules, spans = weigh_kind(words)
    assert gram.strip("＾") in words
    assert total < 0
    assert ("label.wording" in rules) == (weight < 0)
    assert all(0 <= start <= end <= len(words) for start, end in spans)


@given(st.text(max_size=120))
def test_wording_never_adds_more_than_the_limit(words):
    weight, _ = weigh_words(words)
    assert -LIMIT <= weight <= LIMIT
    assert abs(weigh_kind(words)[0] - weigh_rules(words)[0]) <= LIMIT + 1e-9
    assert weigh_words(words) == weigh_words(words)
