"""The command as a user calls it: exit codes, what is printed, what is stored."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecoledger.cli import main
from ecoledger.export.form import FORMS
from ecoledger.export.layout import make_layout
from ecoledger.export.saved_layout import save_layout
from ecoledger.ledger.store import open_ledger
from tests.conftest import ROOT

REPORTS = ROOT / "data" / "reports"
SAMPLE = REPORTS / "002_0715cd088752073f.txt"
KEYS = ["file", "id", "title", "published", "source", "script", "damage", "reliable", "text", "region", "meeting", "people", "original", "statements", "commitments", "issues"]  # fmt: skip
COMMITMENT_KEYS = ["id", "start", "end", "text", "source_start", "source_end", "label", "speaker", "themes", "targets", "deadlines", "bodies", "rules"]  # fmt: skip


@pytest.fixture
def run(tmp_path):
    """Call the command with a ledger of its own."""
    environ = {"ECOLEDGER_DATABASE": f"sqlite:///{tmp_path / 'ledger.sqlite'}"}

    def call(*arguments, data=None):
        return CliRunner().invoke(main, [str(a) for a in arguments], env=environ, input=data)

    return call


def records(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_parse_prints_the_contract(run):
    result = run("parse", SAMPLE, "--format", "jsonl")
    assert result.exit_code == 0
    (record,) = records(result.stdout)
    assert list(record) == KEYS
    assert record["commitments"]
    text, original = record["text"], record["original"]
    for item in record["commitments"]:
        assert list(item) == COMMITMENT_KEYS
        assert text[item["start"] : item["end"]] == item["text"]
        assert original[item["source_start"] : item["source_end"]].strip()
        for part in (*item["targets"], *item["deadlines"], *item["bodies"]):
            assert text[part["start"] : part["end"]] == part["text"]
            assert item["start"] <= part["start"] < part["end"] <= item["end"]


def test_parse_reads_folders_and_standard_input(run):
    assert len(records(run("parse", REPORTS).stdout)) == 5
    (record,) = records(run("parse", "-", data=SAMPLE.read_bytes()).stdout)
    assert record["file"] == "-"
    assert record["region"]["adcode"] == "140200"


def test_parse_says_which_file_it_could_not_read_and_goes_on(run, tmp_path):
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    result = run("parse", tmp_path / "无.txt", empty, SAMPLE)
    assert result.exit_code == 1
    missing, unreadable, good = records(result.stdout)
    assert missing["error"]["kind"] == "missing"
    assert "无.txt" in missing["error"]["message"]
    assert set(unreadable) == {"file", "error"}
    assert good["commitments"]


def test_wrong_use_is_exit_2(run):
    assert run("parse").exit_code == 2
    assert run("parse", SAMPLE, "--format", "xml").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_ingest_stores_once_and_says_so(run, tmp_path):
    bad = tmp_path / "坏.txt"
    bad.write_bytes(b"")
    first = run("ingest", REPORTS, bad)
    assert first.exit_code == 1
    assert "新增 5，转载 0，更新 0，未变 0，失败 1" in first.stderr
    assert "坏.txt" in first.stderr
    again = run("ingest", REPORTS)
    assert again.exit_code == 0
    assert "新增 0，转载 0，更新 0，未变 5，失败 0" in again.stderr


def test_a_copy_is_said_to_be_one(run, tmp_path):
    clean = ROOT / "data" / "gold" / "seeds" / "002.clean.txt"
    first = run("ingest", SAMPLE, clean)
    assert first.exit_code == 0
    assert "新增 1，转载 1，更新 0，未变 0，失败 0" in first.stderr
    again = run("ingest", clean, SAMPLE)
    assert "新增 0，转载 0，更新 0，未变 2，失败 0" in again.stderr


def test_stale_rules_are_read_again(run, monkeypatch):
    run("ingest", SAMPLE)
    monkeypatch.setattr("ecoledger.ingest.rules_version", lambda: "newer")
    monkeypatch.setattr("ecoledger.pipeline.rules_version", lambda: "newer")
    again = run("ingest", SAMPLE)
    assert again.exit_code == 0
    assert "失败 0" in again.stderr
    assert "未变 1" in again.stderr  # the words did not change, only the version that read them


def test_an_unusable_ledger_is_one_sentence(tmp_path):
    result = CliRunner().invoke(
        main, ["ingest", str(SAMPLE)], env={"ECOLEDGER_DATABASE": f"sqlite:///{tmp_path}"}
    )
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "台账" in result.stderr


def test_the_module_is_the_command():
    result = subprocess.run(
        [sys.executable, "-m", "ecoledger", "--version"], check=True, capture_output=True, text=True
    )
    assert "ecoledger" in result.stdout


def test_list_and_export_filter_alike(run, tmp_path):
    run("ingest", REPORTS)
    listed = run("list", "--place", "江苏省", "--words", "污水", "--size", 500)
    assert listed.exit_code == 0
    exported = run("export", "--format", "jsonl", "--place", "江苏省", "--words", "污水")
    rows = records(exported.stdout)
    assert rows
    assert f"共 {len(rows)} 条" in listed.stdout
    assert all("污水" in row["text"] and row["province"] == "江苏省" for row in rows)
    assert rows[0]["export"]["filters"] == ["地区：江苏省", "文字：污水（须全部出现）"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--place", "鼓楼区"), "可指多个行政区"),
        (("--place", "乌有市"), "没有名为"),
        (("--since", "2024-01-02", "--until", "2024-01-01"), "晚于截止日期"),
        (("--due-since", "2024-01-02", "--due-until", "2024-01-01"), "完成时限的起始日期 2024-01-02 晚于"),
        (("--has", "body", "--lacks", "body"), "不能同时使用"),
        (("--words", "水" * 201), "最多 200 个字"),
        (("--theme", "nonsense"), "governance"),
        (("--size", "0"), "--size"),
        (("--size", "1" + "0" * 30), "--size"),
        (("--page", "0"), "--page"),
    ],
)
def test_a_filter_that_cannot_be_is_refused(run, arguments, words):
    result = run("list", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_export_writes_files_and_says_where_it_cannot(run, tmp_path):
    run("ingest", SAMPLE)
    for form in FORMS:
        target = tmp_path / f"out.{form}"
        assert run("export", "--format", form, "--output", target).exit_code == 0
        assert target.stat().st_size > 500
    result = run("export", "--format", "csv", "--output", tmp_path / "no" / "out.csv")
    assert result.exit_code == 1
    assert "out.csv" in result.stderr


def test_export_takes_the_layout_of_an_office(run, tmp_path):
    run("ingest", SAMPLE)
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    save_layout(ledger, make_layout("我局", "text", "finish", text="事项"))
    ledger.close()
    head = run("export", "--format", "csv", "--layout", "我局").stdout.partition("\r\n")[0]
    assert head.startswith("\ufeff事项,完成时限,报告出处,")
    usual = run("export", "--format", "csv").stdout
    assert usual.startswith("\ufeff序号,领域,承诺内容,目标,牵头单位,责任单位,配合单位,完成时限,")
    refused = run("export", "--format", "csv", "--layout", "他局")
    assert refused.exit_code == 2
    assert "没有名为“他局”的版式，现有：台账版式、完整版式、我局。" in refused.stderr


def test_an_export_that_fails_leaves_the_file_as_it_was(run, tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("昨天")
    (tmp_path / "ledger.sqlite").write_text("不是数据库")
    result = run("export", "--format", "csv", "--output", target)
    assert result.exit_code == 1
    assert target.read_text() == "昨天"


@pytest.mark.parametrize(
    "command", [("parse", SAMPLE), ("export", "--format", "xlsx"), ("export", "--format", "csv")]
)
def test_a_full_disk_is_one_sentence(command, tmp_path):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "ecoledger", *map(str, command)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "ECOLEDGER_DATABASE": f"sqlite:///{tmp_path / 'ledger.sqlite'}"},
        )
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "磁盘" in result.stderr


def test_what_is_printed_is_never_cut_without_a_word(tmp_path):
    # Unbuffered, a write that fills the disk takes what fits and reports no error.
    with (tmp_path / "out").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "ecoledger", "parse", str(SAMPLE)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
        )
    assert result.returncode == 1
    assert "磁盘" in result.stderr


def test_names_and_words_are_no_markup(run, tmp_path):
    folder = tmp_path / "["
    folder.mkdir()
    (folder / "]空.txt").write_bytes(b"")
    odd = tmp_path / "[red]红\n.txt"
    odd.write_text(SAMPLE.read_text(encoding="utf-8").replace("大气污染", "[/大气]污染"), encoding="utf-8")
    result = run("ingest", f"{tmp_path}/[/]空.txt", odd)
    assert "[/]空.txt" in result.stderr
    assert "新增 1，转载 0，更新 0，未变 0，失败 1" in result.stderr
    assert "[/大气]" in run("list", "--words", "[/大气]污染").stdout.replace("\n", "")


def test_a_name_that_is_no_text_stops_nothing(run, tmp_path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(name).write_bytes(SAMPLE.read_bytes())
    (record,) = [json.loads(line) for line in run("parse", name).stdout_bytes.splitlines()]
    assert record["file"] == name
    result = run("ingest", name, REPORTS / "000_dda2d98884f09aef.txt")
    assert "新增 2" in result.stderr
    assert run("list", "--body", "\udcff").exit_code == 0


def test_a_fault_of_the_reader_costs_no_other_document(run, monkeypatch, tmp_path):
    from ecoledger import pipeline

    def faulty(data, name, given):
        if "004" in name:
            raise IndexError("seven")
        return pipeline.parse(data, name, given)

    monkeypatch.setattr("ecoledger.ingest.parse", faulty)
    result = run("ingest", REPORTS)
    assert result.exit_code == 1
    assert "新增 4" in result.stderr
    assert "IndexError" in result.stderr


def test_archives_and_tables_are_read_document_by_document(run, tmp_path):
    import zipfile

    table = "题,新闻稿\n甲,会议强调、要加强治理。\n乙,\n"
    archive = tmp_path / "包.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(SAMPLE, "一.txt")
        made.writestr("坏.pdf", b"%PDF-1.7")
    sheet = tmp_path / "表.csv"
    sheet.write_bytes(table.encode("gbk"))
    result = run("parse", archive, sheet, "--column", "text=新闻稿", "--column", "title=题")
    assert result.exit_code == 1
    read, broken, row, empty = records(result.stdout)
    (alone,) = records(run("parse", SAMPLE).stdout)
    assert read == alone | {"file": f"{archive}/一.txt"}
    assert broken["error"]["kind"] == "broken"
    assert row["original"] == "会议强调、要加强治理。"
    assert empty["file"] == f"{sheet} 第3行"
    again = run("ingest", archive, sheet, "--column", "text=新闻稿")
    assert "新增 2，" in again.stderr
    assert "失败 2。" in again.stderr
    assert run("parse", sheet, "--column", "正文=新闻稿").exit_code == 2
    assert "no_column" in run("parse", sheet).stdout


def test_standard_input_may_be_an_archive(run):
    import io
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.write(SAMPLE, "一.txt")
    (record,) = records(run("parse", "-", data=data.getvalue()).stdout)
    assert record["file"] == "-/一.txt"


def test_every_filter_of_the_dashboard_is_an_option(run):
    run("ingest", REPORTS)
    every = records(run("export", "--format", "jsonl").stdout)
    absent = records(run("export", "--format", "jsonl", "--deadline-kind", "absent").stdout)
    assert {row["id"] for row in absent} == {row["id"] for row in every if not row["deadlines"]}
    with_body = records(run("export", "--format", "jsonl", "--has", "body", "--has", "target").stdout)
    assert {row["id"] for row in with_body} == {
        row["id"] for row in every if row["bodies"] and row["targets"]
    }
    assert records(run("export", "--format", "jsonl", "--place", "000000").stdout) == []
    for options, passes in (
        (("--lacks", "body"), lambda row: not row["bodies"]),
        (("--has", "number"), lambda row: any(target["value"] is not None for target in row["targets"])),
        (("--light", "overdue", "--near", "7"), lambda row: row["light"] == "overdue"),
        (("--due-until", "2023-01-01"), lambda row: row["due"] and row["due"] <= "2023-01-01"),
        (("--role", "lead"), lambda row: any(body["role"] == "lead" for body in row["bodies"])),
        (("--speaker", every[0]["speaker"]), lambda row: row["speaker"] == every[0]["speaker"]),
        (("--unreliable",), lambda row: not row["reliable"]),
        (("--doubtful",), lambda row: row["doubts"]),
        (("--words", "生态 -大气"), lambda row: "生态" in row["text"] and "大气" not in row["text"]),
    ):
        found = records(run("export", "--format", "jsonl", *options).stdout)
        assert {row["id"] for row in found} == {row["id"] for row in every if passes(row)}, options
