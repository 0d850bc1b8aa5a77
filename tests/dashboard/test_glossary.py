import json

from dashboard.glossary import TERMS, write_glossary


def test_the_browser_is_told_every_term_in_both_languages():
    head, _, rest = write_glossary().partition(">")
    told = json.loads(rest.removesuffix("</script>"))
    assert head == '<script type="application/json" id="terms"'
    assert told["zh"] == TERMS
    assert len(told["en"]) >= len(TERMS) - 3, "two Chinese words may have one English name"
    assert "Its deadline lies before today." in told["en"]["Past its deadline"]


def test_a_sentence_says_more_than_its_word():
    assert [
        word for word, says in TERMS.items() if not says.endswith("。") or len(says) <= len(word) + 4
    ] == []
