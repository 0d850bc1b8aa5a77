"""A short run of the fuzz; tests/fuzz/fuzz_parse.py runs longer, and has any failure again by its number."""

from tests.fuzz.fuzz_parse import run


def test_hostile_documents_are_read_or_refused():
    outcome = run(seed=2024, first=0, count=60)
    assert outcome.failures == []
    assert outcome.read > 10
    assert outcome.refused > 5
