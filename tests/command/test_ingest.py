"""`ecoledger ingest`: what is stopped goes on where it was, and what happened is told and can be kept."""

import csv
import io
import os
import pty
import signal
import subprocess
import sys
import time

import openpyxl
import pytest
from click.testing import CliRunner
from rich.console import Console

from ecoledger import ingest as reader
from ecoledger.cli import main
from ecoledger.command.ingest_command import ingest_paths
from ecoledger.command.ingest_screen import IngestScreen
from ecoledger.command.source import list_sources, open_source
from ecoledger.ingest import Ingested
from ecoledger.ledger.store import open_ledger
from tests.conftest import ROOT

REPORTS = ROOT / "data" / "reports"
PARAGRAPH = "会议强调，要持续改善湖泊水质，加快补齐环境短板，年内建成污水处理厂{}座，确保按期完成建设任务。"


@pytest.fixture
def run(tmp_path):
    """Call `ingest` with a ledger of its own."""
    environ = {"ECOLEDGER_DATABASE": f"sqlite:///{tmp_path / 'ledger.sqlite'}"}
    return lambda *arguments: CliRunner().invoke(main, ["ingest", *map(str, arguments)], env=environ)


@pytest.fixture
def stopped(monkeypatch):
    """Press Ctrl-C while the third report is read."""
    parse, read = reader.parse, []

    def interrupted(data, name, given):
        read.append(name)
        if len(read) == 3:
            raise KeyboardInterrupt
        return parse(data, name, given)

    monkeypatch.setattr(reader, "parse", interrupted)
    return read


def test_what_was_stopped_goes_on_where_it_was(run, stopped, tmp_path):
    table = tmp_path / "结果.csv"
    first = run(REPORTS, "--outcomes", table)
    assert first.exit_code == 130
    assert "新增 2，" in first.stderr
    assert first.stderr.endswith("已停止：以上各份已存入台账；再次运行同一命令，会跳过它们接着读。\n")
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 3
    again = run(REPORTS)
    assert again.exit_code == 0
    assert "新增 3，转载 0，更新 0，未变 2，失败 0" in again.stderr
    assert len(stopped) == 3 + 3  # those that were in are not read again


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_table_says_what_became_of_each_document(run, tmp_path, form):
    sample = REPORTS / "002_0715cd088752073f.txt"
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "空.txt").write_bytes(b"")
    table = tmp_path / f"结果.{form.upper()}"
    clean = ROOT / "data" / "gold" / "seeds" / "002.clean.txt"
    result = run(sample, clean, sample, tmp_path / "坏.pdf", tmp_path / "空.txt", "--outcomes", table)
    assert result.exit_code == 1
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    else:
        sheet = openpyxl.load_workbook(table).active
        head, *body = ([cell or "" for cell in row] for row in sheet.iter_rows(values_only=True))
        rows = [dict(zip(head, row, strict=True)) for row in body]
    assert [row["结果"] for row in rows] == ["新增", "转载", "未变", "失败", "失败"]
    assert rows[0]["文件"] == str(sample)
    assert "已作为它的另一来源并入" in rows[1]["说明"]
    assert "已损坏，无法打开" in rows[3]["说明"]
    assert rows[0]["报告编号"] == rows[1]["报告编号"] == rows[2]["报告编号"]
    assert f"转载 {clean}：与《" in result.stderr
    assert "失败 “" in result.stderr


@pytest.mark.parametrize(
    ("name", "words"), [("结果.txt", "应以 .csv 或 .xlsx 结尾"), ("无/结果.csv", "不能写入")]
)
def test_a_table_that_cannot_be_written_is_said_before_anything_is_read(run, stopped, tmp_path, name, words):
    result = run(REPORTS, "--outcomes", tmp_path / name)
    assert result.exit_code == 2
    assert words in result.stderr
    assert stopped == []


def test_a_terminal_shows_documents_done_and_time_left(tmp_path):
    folder = tmp_path / ("很长的名字" * 12)  # the name must not take the room of the rest
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.csv").write_text(
            f"标题,正文\n甲,{number}字。\n乙,字{number}。\n", encoding="utf-8"
        )
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    now = 0.0

    with IngestScreen(console, list_sources([str(tmp_path)]), {}, clock=lambda: now) as shown:
        for document in shown.documents():
            now += 30  # each takes half a minute
            shown.advance(Ingested(document.name, "new"))
            shown._bar.refresh()
    said = screen.getvalue()
    assert "清点" not in said.rpartition("读取")[2]
    assert "6/6" in said
    assert "还需约 2 分钟" in said  # four to come
    assert said.count("…") >= 6


def test_one_document_is_opened_at_a_time(tmp_path, monkeypatch):
    table = tmp_path / "表.csv"
    table.write_text("标题,正文\n" + "甲,字字字。\n" * 5000, encoding="utf-8")
    opened, ahead = [], []

    def open_and_note(source, columns):
        for member in open_source(source, columns):
            opened.append(member.name)
            yield member

    def take(_ledger, documents):
        for number, document in enumerate(documents, 1):
            ahead.append(len(opened) - number)
            yield Ingested(document.name, "new")

    monkeypatch.setattr("ecoledger.command.ingest_screen.open_source", open_and_note)
    monkeypatch.setattr("ecoledger.command.ingest_command.ingest", take)
    ledger = open_ledger(f"sqlite:///{tmp_path / 'l.sqlite'}")
    done = ingest_paths(ledger, [str(table)], Console(file=io.StringIO()))
    ledger.close()
    assert len(done) == len(opened) == 5000
    assert set(ahead) == {0}


def test_ctrl_c_in_a_terminal_ends_with_the_sentence(tmp_path):
    folder = tmp_path / "报道"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(PARAGRAPH.format(number) * (number % 7 + 1), encoding="utf-8")
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "ecoledger", "ingest", str(folder)],
        stderr=follower,
        stdin=follower,
        start_new_session=True,
        # A shell that runs the tests in the background has them, and who they start, ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - the child has no threads yet
        env={
            **os.environ,
            "ECOLEDGER_DATABASE": f"sqlite:///{tmp_path / 'l.sqlite'}",
            "TERM": "xterm",
            "COLUMNS": "120",
        },
    )
    os.close(follower)
    said = _read_until(leader, b"\xe8\xaf\xbb\xe5\x8f\x96")  # 读取: the bar of reading stands
    process.send_signal(signal.SIGINT)
    said += _read_until(leader, None)
    assert process.wait(60) == 130
    assert "已停止：" in said.decode(errors="replace")
    assert b"Traceback" not in said


def _read_until(terminal, words):
    said = b""
    until = time.monotonic() + 60
    while time.monotonic() < until and (words is None or words not in said):
        try:
            said += os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
    return said
