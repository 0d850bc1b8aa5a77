"""The plain form: every number is one that JSON can hold."""

import dataclasses
import json
from decimal import Decimal

import pytest

from ecoledger.contract import as_contract
from ecoledger.pipeline import parse

TEXT = "会议要求，要完成河道清淤20公里。"


KEYS = (
    "file id title published source script damage reliable text region meeting people original statements commitments "
    "issues"
)
LOST = "1日，全市召开大会。会议要求，年底前完成2?0个村的污水治理，确保水质达标。"


def test_what_was_lost_is_told_among_the_issues_and_adds_no_key():
    report = parse(LOST.encode(), "会议.txt")
    record = as_contract(report)
    assert " ".join(record) == KEYS
    (told,) = (issue for issue in record["issues"] if issue["kind"] == "lost")
    assert sorted(told) == ["end", "kind", "message", "start"]
    assert record["text"][told["start"] : told["end"]] == "?"
    assert [(loss.start, loss.end) for loss in report.losses] == [(told["start"], told["end"])]
    assert record["reliable"] is False


def plain_value(value: Decimal):
    """Return what `value` as the value of a target becomes in the contract."""
    report = parse(TEXT.encode(), "会议.txt")
    (commitment,) = report.commitments
    target = dataclasses.replace(commitment.targets[0], value=value)
    commitment = dataclasses.replace(commitment, targets=(target,))
    record = as_contract(dataclasses.replace(report, commitments=(commitment,)))
    return json.loads(json.dumps(record, allow_nan=False))["commitments"][0]["targets"][0]["value"]


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("20", 20),
        ("20.0", 20),
        ("0", 0),
        ("0E+50", 0),
        ("2.5", 2.5),
        ("1E+29", 10**29),
        ("1E+30", None),
        ("9" * 5000, None),
        ("1E+999999", None),
        ("1E-999999", None),
        ("Infinity", None),
        ("-Infinity", None),
        ("NaN", None),
    ],
)
def test_a_number_is_held_or_is_none(value, plain):
    assert plain_value(Decimal(value)) == plain


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 400 + ".5", "一" * 5000, "1,111," * 900])
def test_a_number_without_end_in_a_text_does_not_raise(number):
    record = as_contract(parse(f"会议要求，要完成河道清淤{number}公里。".encode(), "会议.txt"))
    json.dumps(record, allow_nan=False)
