"""What holds several reports gives them one by one; a bad one never stops the rest; bombs stay shut."""

import struct
import zipfile

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake import container
from ecoledger.intake.container import is_beside_page, open_documents
from ecoledger.intake.document import read_document
from tests.intake.maker import make_docx, make_gbk_zip, make_page, make_xlsx, make_zip

TEXT = "会议强调，要持续改善湖泊水质。".encode()


def found(data: bytes, name="包.zip") -> dict[str, str | None]:
    """Return the kind of error for each member by name."""
    return {m.name: m.error.kind if m.error else None for m in open_documents(data, name)}


def test_one_document_is_itself():
    (member,) = open_documents(TEXT, "a.txt")
    assert (member.name, member.read()) == ("a.txt", TEXT)


def test_members_of_every_kind_come_out():
    data = make_zip(
        {
            "一.txt": TEXT,
            "夹/二.docx": make_docx(),
            "三.html": make_page(),
            "四.csv": "标题,正文\n甲,字。\n乙,字。".encode(),
            "五.xlsx": make_xlsx({"表": [["标题", "正文"], ["丙", "字。"]]}),
            "六.zip": make_zip({"七.txt": TEXT}),
            "夹/": b"",
        }
    )
    assert found(data) == dict.fromkeys(
        [
            "包.zip/一.txt",
            "包.zip/夹/二.docx",
            "包.zip/三.html",
            "包.zip/四.csv 第2行",
            "包.zip/四.csv 第3行",
            "包.zip/五.xlsx 第2行",
            "包.zip/六.zip/七.txt",
        ]
    )


def test_names_in_gbk_are_read():
    assert list(found(make_gbk_zip({"报道/某市大会.txt": TEXT, "说明.txt": TEXT}))) == [
        "包.zip/报道/某市大会.txt", "包.zip/说明.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["gbk", "big5hkscs", "utf-8"])
@pytest.mark.parametrize("name", ["臺北市環境保護會議紀要.txt", "某市召開生態環境保護大會.txt"])
def test_names_in_any_encoding_are_read(encoding, name):
    stand_in = "0" * len(name.encode(encoding))
    data = make_zip({stand_in: TEXT}, zipfile.ZIP_STORED).replace(stand_in.encode(), name.encode(encoding))
    assert list(found(data)) == [f"包.zip/{name}"]


def test_a_name_in_the_extra_field_of_info_zip_is_read():
    import io
    import zlib

    info = zipfile.ZipInfo("a.txt")
    path = "报道.txt".encode()
    field = b"\x01" + struct.pack("<I", zlib.crc32(b"a.txt")) + path
    info.extra = struct.pack("<HH", 0x7075, len(field)) + field
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, TEXT)
    assert list(found(buffer.getvalue())) == ["包.zip/报道.txt"]


def test_what_a_system_or_a_browser_adds_is_left_out():
    members = {
        "页.html": make_page(),
        "页_files/style.css": b"p {}",
        "页_files/inner/a.js": b"1",
        "__MACOSX/._页.html": b"x",
        ".DS_Store": b"x",
        "文稿_files/报道.txt": TEXT,
    }
    assert list(found(make_zip(members))) == ["包.zip/页.html", "包.zip/文稿_files/报道.txt"]
    assert is_beside_page("a/b.files/c.png", frozenset(("a/b.mht",)))
    assert not is_beside_page("a/b.files/c.png", frozenset(("b.mht",)))


def test_a_bad_member_does_not_stop_the_rest():
    data = make_zip({"甲.txt": TEXT * 50, "乙.txt": TEXT}, zipfile.ZIP_STORED)
    broken = data.replace(TEXT * 50, TEXT * 49 + b"?" * len(TEXT), 1)
    assert found(broken) == {"包.zip/甲.txt": "broken", "包.zip/乙.txt": None}


def test_a_locked_member_is_told():
    data = bytearray(make_zip({"甲.txt": TEXT, "乙.txt": TEXT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert found(bytes(data)) == {"包.zip/甲.txt": "locked", "包.zip/乙.txt": None}


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x05\x06", make_zip({"a": TEXT})[:60]], ids=["begun", "ended", "cut"]
)
def test_a_broken_archive_is_one_sentence(data):
    (member,) = open_documents(data, "包.zip")
    with pytest.raises(UnreadableError, match=r"^“包\.zip”已损坏，无法打开：请重新获取完整的文件后再导入。$"):
        member.read()


def test_archives_nest_two_deep_and_no_deeper():
    data = make_zip({"底.txt": TEXT})
    for name in ("三.zip", "二.zip", "一.zip"):
        data = make_zip({name: data, f"{name}旁.txt": TEXT})
    kinds = found(data)
    assert kinds["包.zip/一.zip/二.zip/三.zip"] == "too_deep"
    assert [kind for kind in kinds.values() if kind] == ["too_deep"]
    assert len(kinds) == 4


def test_a_bomb_stays_shut():
    kinds = found(make_zip({"炸.txt": bytes(30 * 1024 * 1024), "好.txt": TEXT}))
    assert kinds == {"包.zip/炸.txt": "bomb", "包.zip/好.txt": None}
    (member,) = open_documents(make_zip({"大.txt": bytes(65 * 1024 * 1024)}), "包.zip")
    assert member.error is not None
    assert str(member.error) == "“包.zip/大.txt”解压后有65MB，超过64MB的上限：请只保留报道后再导入。"


def test_a_member_that_lies_about_its_size_is_not_unpacked_further():
    data = make_zip({"a.txt": bytes(3_000_000)})
    lying = data.replace(struct.pack("<I", 3_000_000), struct.pack("<I", 30))
    assert found(lying) == {"包.zip/a.txt": "broken"}


@pytest.mark.parametrize(("members", "size", "kind"), [(4, 10**9, "too_many"), (100, 400, "too_large")])
def test_members_and_size_are_counted_over_inner_archives(members, size, kind):
    inner = make_zip({f"{n}.txt": TEXT for n in range(3)})
    opening = container._Opening("包.zip", {}, container._Budget(members, size))
    with pytest.raises(UnreadableError, match=r"^“包\.zip”.*其余未读") as caught:
        list(container._open(make_zip({"一.zip": inner, "二.zip": inner}), "包.zip", opening, 0))
    assert caught.value.kind == kind


def test_too_many_entries_are_refused_before_they_are_listed(monkeypatch):
    monkeypatch.setattr("ecoledger.intake.container.MAX_MEMBERS", 2)
    assert found(make_zip({f"{n}.txt": TEXT for n in range(3)})) == {"包.zip": "too_many"}


def test_a_file_beyond_all_bounds_is_refused(monkeypatch):
    monkeypatch.setattr("ecoledger.intake.container.MAX_FILE", 10)
    assert found(TEXT) == {"包.zip": "too_large"}


def test_a_container_is_no_document():
    for data in (make_zip({"a.txt": TEXT}), make_xlsx({"一": [["正文"], ["字"]]})):
        with pytest.raises(UnreadableError) as caught:
            read_document(data, "包")
        assert caught.value.kind == "container"


def test_an_entity_bomb_in_a_docx_is_refused():
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "'
        + b"l" * 1000
        + b'"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
    )
    data = make_zip({"[Content_Types].xml": b"<a/>", "word/document.xml": bomb})
    with pytest.raises(UnreadableError, match="实体定义") as caught:
        read_document(data, "x.docx")
    assert caught.value.kind == "bomb"
