"""Floors: what falls below one is named, raising never lowers, lowering takes a reason that stays."""

import pytest

from ecoledger.errors import GoldError
from ecoledger.evaluate.case import CaseScore
from ecoledger.evaluate.floor import (
    Floor,
    Lowered,
    Measured,
    check_floor,
    load_floors,
    lower_floor,
    measure_cases,
    measure_scores,
    raise_floor,
    save_floors,
)
from ecoledger.evaluate.score import Count, ReportScore, Scores
from ecoledger.evaluate.table import COUNTS

FLOOR = Floor("d", {"action": 0.9, "body": 0.8}, {"deadline": 1, "region": 0})


def measured(action=0.9, body=0.8, deadline=1, region=0, digest="d"):
    return Measured(digest, {"action": action, "body": body}, {"deadline": deadline, "region": region})


def test_what_stands_on_its_floor_is_not_named():
    assert check_floor("seeds", FLOOR, measured()) == ()
    assert check_floor("seeds", FLOOR, measured(1.0, 1.0, 0)) == ()


@pytest.mark.parametrize(
    ("got", "sentence"),
    [
        (measured(action=0.8999), "seeds 的行动为 0.899，低于底线 0.900。"),
        (measured(body=0.5), "seeds 的责任主体为 0.500，低于底线 0.800。"),
        (measured(deadline=2), "seeds 的期限错漏 2 处，多于底线的 1 处。"),
        (measured(region=1), "seeds 的地区错漏 1 处，多于底线的 0 处。"),
    ],
)
def test_what_falls_below_is_named(got, sentence):
    assert check_floor("seeds", FLOOR, got) == (sentence,)


def test_a_measure_that_is_no_longer_taken_is_below():
    assert len(check_floor("seeds", FLOOR, Measured("d", {}, {}))) == 4


def test_changed_annotations_are_named_before_anything_else():
    (sentence,) = check_floor("seeds", FLOOR, measured(action=0.1, digest="other"))
    assert "摘要不符" in sentence
    assert "--raise" in sentence


def test_raising_keeps_what_is_higher_and_never_rounds_up():
    floor = raise_floor(FLOOR, measured(action=0.95678, body=0.1, deadline=0, region=5))
    assert floor.share == {"action": 0.956, "body": 0.8}
    assert floor.wrong == {"deadline": 0, "region": 0}
    assert check_floor("seeds", floor, measured(0.95678, 0.8, 0, 0)) == ()
    assert raise_floor(None, measured()).share == FLOOR.share


def test_lowering_keeps_the_reason():
    floor = lower_floor(FLOOR, measured(action=0.85), "action", " 改正了标注 ")
    assert floor.share == {"action": 0.85, "body": 0.8}
    assert floor.lowered == (Lowered("action", 0.9, 0.85, "改正了标注"),)
    floor = lower_floor(floor, measured(deadline=3), "deadline", "多一类说法")
    assert floor.wrong == {"deadline": 3, "region": 0}
    assert [told.measure for told in floor.lowered] == ["action", "deadline"]


@pytest.mark.parametrize(
    ("measure", "reason", "message"),
    [
        ("action", " ", "--reason"),
        ("action", "因为", "没有低于底线"),
        ("nope", "因为", "action、body、deadline、region"),
    ],
)
def test_lowering_without_need_or_reason_is_refused(measure, reason, message):
    with pytest.raises(GoldError, match=message):
        lower_floor(FLOOR, measured(action=0.95 if reason.strip() else 0.1), measure, reason)


def test_floors_are_written_and_read_back(tmp_path):
    path = tmp_path / "floors.toml"
    floor = lower_floor(FLOOR, measured(action=0.85), "action", '说法“甲”\\"乙"\n改了')
    save_floors(path, {"seeds": floor, "cases": Floor("e", {}, {"time": 1})})
    floors = load_floors(path)
    assert list(floors) == ["cases", "seeds"]
    assert floors["seeds"].share == floor.share
    assert floors["seeds"].wrong == floor.wrong
    assert floors["seeds"].lowered[0].reason == '说法“甲”\\"乙" 改了'
    assert load_floors(tmp_path / "none.toml") == {}


@pytest.mark.parametrize(
    "text", ["[seeds", "[seeds]\ndigest='d'", "seeds = 1", "[s]\ndigest='d'\nshare={x=1}\nwrong={}"]
)
def test_a_broken_file_is_named(tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.toml 无法使用"):
        load_floors(path)


def scores(**counts):
    zero = Count(0, 0, 0)
    return Scores(
        (ReportScore("a", {name: counts.get(name, zero) for name in COUNTS}, {"region": False}, 1.0),)
    )


def test_what_is_not_annotated_is_not_measured(tmp_path):
    got = measure_scores(tmp_path, scores(action=Count(1, 2, 2), deadline=Count(1, 2, 4)))
    assert got.share == {"action": 0.5, "deadline": 1 / 3, "text": 1.0}
    assert got.wrong == {"region": 1, "deadline": 4}


def test_the_digest_is_that_of_the_annotations_alone(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    before = measure_scores(tmp_path, scores()).digest
    (tmp_path / "notes.md").write_text("x")
    assert measure_scores(tmp_path, scores()).digest == before
    (tmp_path / "a.txt").write_text("乙", encoding="utf-8")
    assert measure_scores(tmp_path, scores()).digest != before


def test_lists_of_cases_are_measured_by_what_is_wrong(tmp_path):
    got = measure_cases(tmp_path, [CaseScore("time", 3, ("甲", "乙"))])
    assert (got.share, got.wrong) == ({}, {"time": 2})
