"""What a page lost is found again in the report: put back or marked, at its words, and counted where it matters."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.mapped import MappedText
from ecoledger.pipeline import parse
from ecoledger.restore.loss import find_losses, place_issues
from ecoledger.restore.restoration import restore
from tests.conftest import ROOT, SEEDS
from tests.restore.garbler import garble, random_table

TITLE = "全市召开生态环境保护大会"
HEAD = "来源：大同日报 2024年3月1日"
BODY = "1日，全市召开大会。会议要求，年底前完成20个村的污水治理，确保水质达标。"
FOOT = "相关阅读：3?6日工作动态"


def read(*lines):
    return parse("\n".join(lines).encode(), "会议.txt")


def test_words_put_back_are_told_at_their_place_with_a_certainty():
    path = next((ROOT / "data" / "reports").glob("001_*"))
    report = parse(path.read_bytes(), path.name)
    (loss,) = report.losses
    assert (loss.text, loss.outcome) == ("保基础", "likely")
    assert report.text[loss.start : loss.end] == "保基础"
    assert 0.8 <= loss.certainty < 1
    assert "?" in report.original[loss.source_start : loss.source_end]
    (issue,) = (issue for issue in report.issues if issue.kind == "reconstructed")
    assert (issue.start, issue.end) == (loss.start, loss.end)
    assert "把握99%" in issue.message
    assert report.reliable


def test_a_commitment_with_a_lost_place_is_in_doubt_and_says_why():
    report = read(TITLE, HEAD, BODY.replace("20个村", "2?0个村"))
    (loss,) = report.losses
    assert (loss.text, loss.certainty, loss.outcome) == ("?", None, "lost")
    assert report.original[loss.source_start : loss.source_end] == "?"
    touched = [c for c in report.commitments if c.start <= loss.end and loss.start <= c.end]
    assert touched
    for commitment in report.commitments:
        kinds = {issue.kind for issue in report.issues_in(commitment)}
        assert ("lost" in kinds) is (commitment in touched)
    assert not report.reliable


@pytest.mark.parametrize(
    ("lines", "reliable", "told"),
    [
        ((TITLE, HEAD, BODY), True, 0),
        ((TITLE, HEAD, BODY, FOOT), True, 0),  # beside the report
        (("全市召?开生态环境保护大会", HEAD, BODY), False, 1),
        ((TITLE, HEAD, BODY.replace("达标", "达?标")), False, 1),
    ],
)
def test_a_lost_place_counts_in_title_and_body_alone(lines, reliable, told):
    report = read(*lines)
    assert report.reliable is reliable
    assert [issue.kind for issue in report.issues].count("lost") == told


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(SEEDS.glob("*.clean.txt"))), st.integers(0, 10**6))
def test_every_loss_of_a_body_stands_at_its_words(path, seed):
    chance = random.Random(seed)  # noqa: S311 - places of cuts, no secret
    lines = path.read_text(encoding="utf-8").splitlines()
    start = chance.randrange(len(lines))
    clean = "\n".join(lines[start : start + 3])
    restored = restore(garble(clean, random_table(clean, str(seed), 20)).text)
    mapped = restored.mapped
    left, right = sorted(chance.choices(range(len(mapped.text) + 1), k=2))
    body = mapped.cut(left, right)
    losses = find_losses(restored, body)
    for loss in losses:
        assert body.text[loss.start : loss.end] == loss.text
        source = body.source_span(loss.start, loss.end)
        assert loss.source_start <= source[0] < loss.source_end
    within = [one for one in restored.reconstructions if left <= one.start and one.end <= right]
    assert {one.text.strip("\n") for one in within} - {""} <= {loss.text for loss in losses}
    issues = place_issues(restored, body, None)
    assert len([i for i in issues if i.kind in ("reconstructed", "lost")]) == len(losses)


def test_a_body_without_words_has_no_losses():
    assert find_losses(restore("3?6日，召开大会。"), MappedText.of("")) == ()
