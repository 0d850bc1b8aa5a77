"""Documents are read, looked at, corrected, and then saved or thrown away."""

import datetime as dt
import io
import zipfile

import pytest

from ecoledger.identity import report_id
from ecoledger.ledger.report import get_report
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import delete_report
from tests.pages.visiting import ROOT, press, visit, words

SAMPLES = sorted((ROOT / "data" / "reports").glob("*.txt"))
UNDATED = next(path for path in SAMPLES if path.name.startswith("003"))
DATED = next(path for path in SAMPLES if path.name.startswith("000"))


def upload(app, *documents):
    return app.file_uploader[0].set_value([(name, data, "text/plain") for name, data in documents]).run()


def stored(url, data):
    ledger = open_ledger(url)
    try:
        return get_report(ledger, report_id(data))
    finally:
        ledger.close()


def test_nothing_is_stored_before_it_is_saved(empty):
    data = DATED.read_bytes()
    app = upload(visit("import"), (DATED.name, data))
    assert not app.exception
    said = words(app)
    assert "上海市金山区召开国家生态文明建设示范区创建工作推进会" in said
    assert "上海市 · 金山区" in said
    assert "2022年5月26日（会议日期）" in said
    assert stored(empty, data) is None
    app = press(app, "存入台账")
    assert "已存入台账。" in words(app)
    assert len(app.get("page_link")) == 1
    assert stored(empty, data).date == dt.date(2022, 5, 26)


def test_several_files_at_once_and_one_that_cannot_be_read(empty):
    app = upload(
        visit("import"), (DATED.name, DATED.read_bytes()), ("表格.xlsx", b"PK\x03\x04" + b"\x00" * 60)
    )
    assert len(app.error) == 1
    assert "表格" in app.error[0].value
    assert app.error[0].value.endswith("。")
    assert [button.label for button in app.button].count("存入台账") == 1
    app = press(app, "移除")
    assert not app.error


def test_several_drafts_are_saved_at_once(empty):
    documents = [(path.name, path.read_bytes()) for path in (DATED, UNDATED)]
    app = press(upload(visit("import"), *documents, ("坏.txt", b"\x00\x01" * 50)), "全部存入台账（2 份）")
    assert words(app).count("已存入台账。") == 2
    assert all(stored(empty, data) for _, data in documents)
    assert not [button for button in app.button if button.label.startswith("全部存入")]


def test_a_ledger_out_of_reach_is_said_before_anything_is_read(unreachable):
    app = upload(visit("import"), (DATED.name, DATED.read_bytes()))
    assert len(app.error) == 1
    assert "台账数据库" in app.error[0].value
    assert "上海市 · 金山区" in words(app)


def test_a_draft_that_is_thrown_away_is_gone(empty):
    data = DATED.read_bytes()
    app = press(upload(visit("import"), (DATED.name, data)), "丢弃")
    assert not app.subheader
    assert stored(empty, data) is None


def test_pasted_text_is_read(empty):
    app = visit("import")
    app.text_area[0].set_value(DATED.read_text(encoding="utf-8", errors="replace"))
    app = press(app, "读取")
    assert "上海市 · 金山区" in words(app)


def test_an_empty_paste_is_said(empty):
    app = press(visit("import"), "读取")
    assert app.warning[0].value == "还没有粘贴文字。"


def test_place_and_date_set_by_hand_hold(empty):
    data = UNDATED.read_bytes()
    app = upload(visit("import"), (UNDATED.name, data))
    assert "日期不详（原文：近日）" in words(app)
    app.date_input[0].set_value(dt.date(2023, 2, 1)).run()
    app.selectbox[0].set_value("340000").run()
    app.selectbox[1].set_value("341700").run()
    said = words(app)
    assert "2023年2月1日（人工设定）" in said
    assert "安徽省 · 池州市" in said
    press(app, "存入台账")
    kept = stored(empty, data)
    assert (kept.date, kept.standing.date_source) == (
        dt.date(2023, 2, 1),
        "person",
    )
    assert kept.region.adcode == "341700"
    assert kept.report.region.adcode == "320900"


def test_the_same_document_again_changes_nothing(empty):
    data = DATED.read_bytes()
    press(upload(visit("import"), (DATED.name, data)), "存入台账")
    app = press(upload(visit("import"), ("另一个名字.txt", data)), "存入台账")
    assert "内容未变" in words(app)


def test_a_ledger_out_of_reach_keeps_the_draft(unreachable):
    app = upload(visit("import"), (DATED.name, DATED.read_bytes()))
    app = press(app, "存入台账")
    assert not app.exception
    assert "台账数据库" in app.error[-1].value
    assert "金山区" in words(app.run())


@pytest.mark.parametrize("name", ["![](http://x)", "<b>a</b>.txt", "$a$ :material/home: *b*"])
def test_a_name_is_shown_as_text(empty, name):
    app = upload(visit("import"), (name, b""))
    assert app.error[0].value.replace("\\", "").startswith(f"“{name}”")
    for mark in "![]()<>$*:":
        assert app.error[0].value.count(mark) == app.error[0].value.count(f"\\{mark}")


def packed(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_every_report_of_an_archive_is_a_draft(empty):
    archive = packed(one=DATED.read_bytes(), two=UNDATED.read_bytes(), bad=b"\x00\x01" * 50)
    app = upload(visit("import"), ("报道.zip", archive))
    assert "上海市 · 金山区" in words(app)
    assert "江苏省 · 盐城市" in words(app)
    assert len(app.error) == 1


def test_a_saved_report_that_was_deleted_can_be_read_again(empty):
    data = DATED.read_bytes()
    app = press(upload(visit("import"), (DATED.name, data)), "存入台账")
    ledger = open_ledger(empty)
    assert delete_report(ledger, report_id(data))
    ledger.close()
    app = press(upload(app, (DATED.name, data)), "存入台账")
    assert stored(empty, data) is not None
    app = press(app, "移出列表")
    assert "已存入台账。" not in words(app)
