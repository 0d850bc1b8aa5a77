"""What a path names: files, folders with all below them, and what cannot be read without stopping the rest."""

import io
import os
import socket
import threading
import time

import pytest

from ecoledger.command.source import Source, list_sources, open_source
from ecoledger.errors import UnreadableError
from ecoledger.intake.limit import MAX_FILE


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b/c/d.txt", ".hidden", ".git/e.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "nowhere").symlink_to(tmp_path / "no")
    os.mkfifo(tmp_path / "fifo")
    return tmp_path


def test_a_folder_stands_for_the_files_below_it(folder):
    sources = list_sources([str(folder)])
    assert [source.name for source in sources] == [str(folder / "a.txt"), str(folder / "b/c/d.txt")]
    assert [source.read() for source in sources] == [b"a.txt", b"b/c/d.txt"]


def test_an_empty_folder_stands_for_nothing(tmp_path):
    assert list_sources([str(tmp_path)]) == []


@pytest.mark.parametrize(("path", "kind"), [("", "missing"), ("no.txt", "missing"), ("a" * 300, "access")])
def test_a_path_that_cannot_be_read_fails_by_itself(path, kind):
    (source,) = list_sources([path])
    with pytest.raises(UnreadableError) as caught:
        source.read()
    assert caught.value.kind == kind
    assert str(caught.value).count("。") == 1


def test_a_folder_that_cannot_be_listed_is_told(folder, monkeypatch):
    listed = os.scandir

    def closed(path):
        if str(path).endswith("c"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", closed)
    good, bad = list_sources([str(folder)])
    assert good.read() == b"a.txt"
    with pytest.raises(UnreadableError, match="权限"):
        bad.read()


def test_no_more_is_read_than_can_be_taken():
    (source,) = list_sources(["/dev/zero"])
    assert len(source.read()) == MAX_FILE + 1


def test_a_pipe_that_nobody_writes_to_is_empty_and_not_waited_for(folder):
    (source,) = list_sources([str(folder / "fifo")])
    assert source.read() == b""


def test_a_pipe_that_somebody_writes_to_is_read_to_its_end(tmp_path):
    read, write = os.pipe()
    writer = threading.Thread(target=lambda: (time.sleep(0.1), os.write(write, b"ab"), os.close(write)))
    writer.start()
    (source,) = list_sources([f"/dev/fd/{read}"])
    assert source.read() == b"ab"
    writer.join()
    os.close(read)


def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        (source,) = list_sources(["s"])
        with pytest.raises(
            UnreadableError, match=r"^无法读取 s：这是设备或套接字，不是文件，请检查路径与权限。$"
        ):
            source.read()


def test_a_file_without_permission_is_refused_in_chinese(tmp_path, monkeypatch):
    def closed(*_):
        raise PermissionError(13, "Permission denied", "a.txt")

    monkeypatch.setattr(os, "open", closed)
    (source,) = list_sources(["a.txt"])
    with pytest.raises(UnreadableError, match=r"^无法读取 a.txt：没有权限，请检查路径与权限。$"):
        source.read()


def test_nothing_on_standard_input_is_told_by_its_name(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    (member,) = open_source(Source("-"))
    assert member.error is not None
    assert str(member.error).startswith("标准输入中没有文字")
