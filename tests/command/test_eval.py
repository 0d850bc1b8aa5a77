"""`ecoledger eval`: scores, lists of cases, and floors that a run may not fall below."""

import shutil

import pytest
from click.testing import CliRunner

from ecoledger.cli import main
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases"


def run(*arguments):
    return CliRunner().invoke(main, ["eval", *map(str, arguments)], prog_name="ecoledger")


@pytest.fixture
def lists(tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    shutil.copy(CASES / "regions.csv", folder)
    return folder


def test_lists_of_cases_are_scored(lists):
    result = run(lists)
    assert result.exit_code == 0
    assert "地名" in result.stdout
    assert "26" in result.stdout


def test_a_floor_is_recorded_held_and_lowered_for_a_reason(lists, tmp_path):
    floors = tmp_path / "floors.toml"
    missing = run(lists, "--floors", floors)
    assert (missing.exit_code, "--raise" in missing.stderr) == (1, True)
    assert run(lists, "--floors", floors, "--raise").exit_code == 0
    assert run(lists, "--floors", floors).exit_code == 0
    table = lists / "regions.csv"
    table.write_text(table.read_text(encoding="utf-8") + "99,杭州,广东省,,,single\n", encoding="utf-8")
    changed = run(lists, "--floors", floors)
    assert changed.exit_code == 1
    assert "摘要不符" in changed.stderr
    below = run(lists, "--floors", floors, "--raise")
    assert below.exit_code == 1
    assert "cases 的地名用例错漏 1 处，多于底线的 0 处。" in below.stderr
    silent = run(lists, "--floors", floors, "--lower", "regions")
    assert silent.exit_code == 1
    assert "--reason" in silent.stderr
    lowered = run(lists, "--floors", floors, "--lower", "regions", "--reason", "新增用例写错", "--raise")
    assert lowered.exit_code == 0
    assert 'reason = "新增用例写错"' in floors.read_text(encoding="utf-8")
    assert run(lists, "--floors", floors).exit_code == 0


def test_floors_are_named_before_they_are_changed(lists):
    result = run(lists, "--raise")
    assert result.exit_code == 2
    assert "--floors" in result.stderr


def test_several_folders_are_scored_in_one_run(lists, tmp_path):
    other = tmp_path / "others"
    shutil.copytree(lists, other)
    result = run(lists, other, "--floors", tmp_path / "floors.toml", "--raise")
    assert result.exit_code == 0
    assert "cases 不低于底线。" in result.stdout
    assert "others 不低于底线。" in result.stdout
    refused = run(lists, other, "--floors", tmp_path / "floors.toml", "--lower", "regions", "--reason", "x")
    assert (refused.exit_code, refused.stderr) == (2, "选项 --lower 一次只用于一个文件夹。\n")
