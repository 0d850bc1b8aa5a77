"""Scoring: a report that says what the annotator said scores 1, and every kind of slip costs what it should."""

import dataclasses
import datetime as dt
import json
from decimal import Decimal

import pytest

from ecoledger.errors import GoldError
from ecoledger.evaluate.score import score_folder
from ecoledger.evaluate.table import HEAD, score_rows
from ecoledger.model import Body, Commitment, Deadline, Meeting, Place, Region, Report, Target

TITLE = "某市召开大会"
TEXT = "会议召开。\n会议强调，各镇要在年底前治理水体3.5万亩，确保水质改善；要提高站位。"
WORDS = "各镇要在年底前治理水体3.5万亩，确保水质改善；"


def gold_record():
    start = len(TITLE) + 1 + TEXT.index(WORDS)
    return {
        "title": TITLE,
        "region": {"adcode": "341702"},
        "meeting": {"date": "2023-09-16", "chair": "甲", "speakers": ["会议"]},
        "commitments": [
            {
                "text": WORDS,
                "start": start,
                "end": start + len(WORDS),
                "label": "action",
                "targets": [
                    {
                        "text": "治理水体3.5万亩",
                        "kind": "quantitative",
                        "value": 3.5,
                        "value2": None,
                        "unit": "万亩",
                        "op": "=",
                        "change": None,
                    },
                    {"text": "确保水质改善", "kind": "qualitative"},
                ],
                "deadlines": [{"text": "年底前", "start": None, "end": "2023-12-31"}],
                "bodies": [{"text": "各镇", "role": "responsible"}],
            }
        ],
    }


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def commitment(**changes):
    made = Commitment(
        **span(WORDS),
        id="c",
        source_start=0,
        source_end=1,
        label="action",
        speaker="会议",
        themes=("water",),
        targets=(
            Target(**span("3.5万亩"), kind="quantitative", rule="r", value=Decimal(35000), unit="亩", op="="),
            Target(**span("水质改善"), kind="qualitative", rule="r"),
        ),
        deadlines=(
            Deadline(
                **span("年底前"), kind="year_end", certainty="derived", rule="r", due=dt.date(2023, 12, 31)
            ),
        ),
        bodies=(Body(**span("各镇"), name="各镇", organ=None, role="responsible", rule="r"),),
        rules=("r",),
    )
    return dataclasses.replace(made, **changes)


def report(*commitments, text=TEXT):
    return Report(
        file="f",
        id="i",
        title=TITLE,
        published=None,
        source=None,
        script="hans",
        damage=(),
        reliable=True,
        text=text,
        region=Region("341702", "贵池区", "county", (Place("341702", "贵池区"),), ()),
        meeting=Meeting("大会", dt.date(2023, 9, 16), "9月16日", None, "甲", ("会议",)),
        people=(),
        original=text,
        offsets=tuple((i, i + 1) for i in range(len(text))),
        statements=(),
        commitments=commitments,
        issues=(),
        rules_version="0",
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{TEXT}", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(gold_record()), encoding="utf-8")
    return tmp_path


def score(folder, got):
    return score_folder(folder, lambda *_: got)


KINDS = (
    "action",
    "principle",
    "quantitative",
    "op",
    "change",
    "qualitative",
    "deadline",
    "body",
    "role",
)


def test_all_right_is_one(folder):
    scores = score(folder, report(commitment()))
    assert {name: scores.count(name).f1 for name in KINDS} == dict.fromkeys(KINDS, 1.0)
    assert scores.count("action").hit == 1
    assert [scores.fact(name) for name in ("region", "date", "chair", "speakers")] == [(1, 1)] * 4
    assert scores.text == 1.0


def test_nothing_found_misses_all(folder):
    scores = score(folder, report())
    assert (scores.count("action").precision, scores.count("action").recall) == (0.0, 0.0)
    assert scores.count("quantitative").recall == 0.0


def target(**changes):
    kept = commitment().targets
    return {"targets": (dataclasses.replace(kept[0], **changes), kept[1])}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"label": "principle"}, {"action", "principle"}),
        (target(value=Decimal("3.5")), {"quantitative"}),
        (target(unit="公顷"), {"quantitative"}),
        (target(op=">="), {"op"}),
        (target(change="increase"), {"change"}),
        ({"targets": commitment().targets[:1]}, {"qualitative"}),
        ({"deadlines": (dataclasses.replace(commitment().deadlines[0], due=None),)}, {"deadline"}),
        ({"bodies": (dataclasses.replace(commitment().bodies[0], role="lead"),)}, {"role"}),
        ({"bodies": (Body(**span("水体"), name="x", organ=None, role="lead", rule="r"),)}, {"body"}),
    ],
)
def test_each_slip_costs_its_own_count(folder, changes, wrong):
    scores = score(folder, report(commitment(**changes)))
    assert {name for name in KINDS if scores.count(name).f1 < 1} == wrong


def test_places_survive_a_small_difference_of_the_texts(folder):
    shift = "注意："
    made = commitment()
    moved = dataclasses.replace(
        made,
        start=made.start + 3,
        end=made.end + 3,
        **{
            name: tuple(dataclasses.replace(x, start=x.start + 3, end=x.end + 3) for x in getattr(made, name))
            for name in ("targets", "deadlines", "bodies")
        },
    )
    scores = score(folder, report(moved, text=shift + TEXT))
    assert {scores.count(name).f1 for name in KINDS} == {1.0}
    assert 0.9 < scores.text < 1


def test_what_is_disputed_is_neither_missed_nor_wrong(folder):
    record = gold_record()
    record["commitments"][0]["targets"][1]["disputed"] = True
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")
    for targets in (commitment().targets, commitment().targets[:1]):
        count = score(folder, report(commitment(targets=targets))).count("qualitative")
        assert (count.hit, count.found, count.wanted, count.f1) == (0, 0, 0, 1.0)
    record["commitments"][0]["disputed"] = True
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")
    assert score(folder, report()).count("action").f1 == 1.0


def test_the_rows_fill_the_head(folder):
    rows = list(score_rows(score(folder, report(commitment()))))
    assert {len(row) for row in rows} == {len(HEAD)}
    assert rows[0] == ("行动", "1", "1", "1", "1.000", "1.000", "1.000")
    assert rows[1] == ("原则", "0", "0", "0", "—", "—", "—")


@pytest.mark.parametrize("name", ["none", "empty"])
def test_a_folder_without_gold_is_one_sentence(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldError, match="没有标注报告"):
        score(tmp_path / name, report())


def test_a_gold_file_that_does_not_fit_its_text_is_named(folder):
    record = gold_record()
    record["commitments"][0]["start"] += 1
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.json"):
        score(folder, report())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "第 1 行"),
        (b"[" * 100_000, "不是一份标注"),
        (b"[]", "不是一份标注"),
        (b"{}", "缺少 commitments"),
        (b'{"commitments": 1}', "不是一份标注"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_what_is_no_gold_file_is_one_sentence(folder, content, words):
    (folder / "a.json").write_bytes(content)
    with pytest.raises(GoldError, match=words) as caught:
        score(folder, report())
    assert str(caught.value).startswith("标注文件 a.json 无法使用：")
    assert str(caught.value).count("。") == 1


def test_a_gold_file_that_cannot_be_read_is_named(folder):
    (folder / "a.json").unlink()
    (folder / "a.json").mkdir()
    with pytest.raises(GoldError, match=r"无法使用：.*a\.json，请改正"):
        score(folder, report())


def test_a_source_that_cannot_be_read_is_named(folder, tmp_path_factory):
    (folder / "a.txt").rename(folder / "a.clean.txt")
    sources = tmp_path_factory.mktemp("sources")
    (sources / "a.txt").mkdir()
    (sources / "a_2.txt").symlink_to("nowhere")
    with pytest.raises(GoldError, match="原始报告"):
        score_folder(folder, lambda *_: report(), sources)


def test_a_clean_text_needs_its_published_copy(folder, tmp_path_factory):
    (folder / "a.txt").rename(folder / "a.clean.txt")
    sources = tmp_path_factory.mktemp("sources")
    with pytest.raises(GoldError, match="原始报告"):
        score_folder(folder, lambda *_: report(), sources)
    (sources / "a_1.txt").write_bytes(b"published")
    seen = []
    score_folder(folder, lambda *copy: (seen.append(copy), report())[1], sources)
    assert seen == [(b"published", "a_1.txt")]
