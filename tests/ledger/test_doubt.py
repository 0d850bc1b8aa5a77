"""A row says what is doubtful about its own words, and nothing of its neighbours'."""

from dataclasses import replace

import pytest

from ecoledger.export.column import BY_CODE, Line
from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.write import save_report
from ecoledger.model import Issue
from tests.gold_reports import gold_reports

REPORTS = gold_reports()[:2]
WORDS = REPORTS[0].commitments[3]


@pytest.mark.parametrize(
    ("kind", "start", "end", "doubted"),
    [
        ("label_doubtful", WORDS.start, WORDS.end, True),
        ("reconstructed", WORDS.end - 1, WORDS.end + 1, True),
        ("reconstructed", WORDS.start - 2, WORDS.start, False),
        ("reconstructed", WORDS.end, WORDS.end + 1, False),
        ("lost", WORDS.end, WORDS.end + 1, True),  # it may have cut the commitment short
        ("lost", WORDS.start - 1, WORDS.start, True),
        ("lost", WORDS.end + 1, WORDS.end + 2, False),
        ("region_unknown", None, None, False),
    ],
)
def test_a_doubt_is_told_of_the_words_it_touches(ledger, kind, start, end, doubted):
    first, second = REPORTS
    save_report(ledger, replace(first, issues=(Issue(kind, "请核对。", start, end),) * 2))
    save_report(ledger, replace(second, issues=()))
    rows = {row.id: row for row in iter_commitments(ledger, Filter())}
    row = rows.pop(WORDS.id)
    assert row.doubts == (("请核对。",) if doubted else ())
    told = [other.doubts for other in rows.values() if other.report_id == second.id]
    assert told
    assert not any(told)
    assert BY_CODE["doubt"].cell(Line(1, row, "none")) == ("请核对" if doubted else "")
