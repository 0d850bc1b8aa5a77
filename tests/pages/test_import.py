"""Documents are read, looked at, corrected, and then saved or thrown away; many are imported with progress."""

import csv
import datetime as dt
import io
import os
import re
import zipfile

import pytest

from dashboard import draft, import_desk
from dashboard.import_result import build_file
from ecoledger.export.outcome import write_outcomes_csv
from ecoledger.identity import report_id
from ecoledger.ledger.report import get_report
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import delete_report
from tests.import_gate import hold_reader
from tests.intake.maker import PARAGRAPHS
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


@pytest.fixture
def gate(monkeypatch):
    return hold_reader(monkeypatch)


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
    app = upload(visit("import"), (DATED.name, DATED.read_bytes()), ("表格.et", b"\x00\x01" * 60))
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
    app = press(upload(visit("import"), ("报道.zip", archive)), f"逐份核对（至多 {draft.MOST} 份）")
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


def table(rows, heads=("新闻稿", "题", "刊发")):
    stream = io.StringIO()
    csv.writer(stream).writerows([heads, *rows])
    return stream.getvalue().encode("gbk", "replace")


def text_of(path):
    return path.read_text(encoding="utf-8", errors="replace")


def finished(app):
    """The app once no import runs."""
    job = get_desk_of(app).job
    job.wait(60)
    return app.run()


def get_desk_of(app):
    return import_desk._desk(os.environ["ECOLEDGER_DATABASE"])


def figures(app):
    """The counts on top of a result, by name."""
    found = re.findall(r"<b>([\d,]+)</b><span>(.+?)</span>", words(app))
    return {name: int(number.replace(",", "")) for number, name in found}


def start(*documents):
    return press(upload(visit("import"), *documents), "开始导入")


def test_an_archive_is_imported_as_a_whole(empty):
    archive = packed(one=DATED.read_bytes(), two=UNDATED.read_bytes(), bad=b"\x00\x01" * 50)
    app = upload(visit("import"), ("报道.zip", archive))
    assert "待导入（1 个文件）" in words(app)
    assert "报道.zip" in words(app)
    app = finished(press(app, "开始导入"))
    assert not app.exception
    assert figures(app) == {"处理的报道": 3, "新增": 2, "转载": 0, "更新": 0, "未变": 0, "失败": 1}
    assert "全部完成" in words(app)
    assert "“报道.zip/bad”不是文字文件" in words(app)
    assert stored(empty, DATED.read_bytes()) is not None
    frame = app.dataframe[0].value
    assert list(frame["结果"]) == ["新增", "新增", "失败"]
    assert list(frame["文件"]) == ["报道.zip/one", "报道.zip/two", "报道.zip/bad"]


def test_the_files_of_a_result_hold_the_rows_of_the_screen(empty):
    app = finished(
        start(("报道.zip", packed(one=DATED.read_bytes(), again=DATED.read_bytes(), bad=b"\x00\x01" * 50)))
    )
    frame = app.dataframe[0].value
    done = get_desk_of(app).job.done
    made = build_file(done, write_outcomes_csv)().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(made, newline="")))
    assert [[row[name] for name in frame.columns] for row in rows] == frame.astype(str).to_numpy().tolist()
    assert list(frame["结果"]) == ["新增", "未变", "失败"]
    app = app.button_group[0].set_value("失败").run()
    assert list(app.dataframe[0].value["文件"]) == ["报道.zip/bad"]
    assert "共 **1** 份" in words(app)


def test_copies_are_told_with_their_report_and_how_to_part_them(empty):
    clean = (ROOT / "data" / "gold" / "seeds" / "000.clean.txt").read_bytes()
    app = finished(start(("两份.zip", packed(one=DATED.read_bytes(), two=clean))))
    assert figures(app)["转载"] == 1
    row = app.dataframe[0].value.iloc[1]
    assert row["说明"].startswith(
        "与《上海市金山区召开国家生态文明建设示范区创建工作推进会》是同一篇报道（相似度 "
    )
    assert stored(empty, clean).report.id == report_id(DATED.read_bytes())
    app = press(app.button_group[0].set_value("转载").run(), "撤销合并")
    assert not app.exception
    app = app.button_group[0].set_value("全部").run()
    assert (figures(app)["新增"], figures(app)["转载"]) == (2, 0)
    assert not app.dataframe[0].value.iloc[1]["说明"]
    assert len(stored(empty, clean).sources) == 1


def test_columns_are_shown_and_set_right(empty):
    rows = [
        [PARAGRAPHS[0] + PARAGRAPHS[1], "金山区召开生态环境保护大会", "2022-05-27"],
        [PARAGRAPHS[2] + PARAGRAPHS[3], "盐城市召开生态环境保护大会", "2023-02-02"],
    ]
    app = upload(visit("import"), ("汇总.csv", table(rows)))
    assert "汇总\\.csv" in words(app)
    assert "指定正文所在的列" in app.warning[0].value
    assert '<th scope="col">新闻稿（不用）</th>' in words(app)
    assert next(button for button in app.button if button.label == "开始导入").disabled
    for label, heading in (("正文", "新闻稿"), ("标题", "题"), ("发布日期", "刊发")):
        app = next(box for box in app.selectbox if box.label == label).set_value(heading).run()
    assert not app.warning
    assert "<td>金山区召开生态环境保护大会</td><td>2022-05-27</td>" in words(app)
    assert '<th scope="col">标题（题）</th>' in words(app)
    app = finished(press(app, "开始导入"))
    assert list(app.dataframe[0].value["文件"]) == ["汇总.csv 第2行", "汇总.csv 第3行"]
    assert list(app.dataframe[0].value["报告"]) == [
        "金山区召开生态环境保护大会",
        "盐城市召开生态环境保护大会",
    ]


def test_columns_that_are_known_are_chosen_and_may_be_left_out(empty):
    rows = [[text_of(DATED), "金山区召开生态环境保护大会", "2022-05-27"]]
    app = upload(visit("import"), ("汇总.csv", table(rows, ("正文", "标题", "发布日期"))))
    assert {box.label: box.value for box in app.selectbox} == {
        "正文": "正文", "标题": "标题", "发布日期": "发布日期", "来源": "", "作者": "", "网址": "",
    }  # fmt: skip
    app = next(box for box in app.selectbox if box.label == "标题").set_value("").run()
    app = finished(press(app, "开始导入"))
    assert app.dataframe[0].value["报告"][0] != "金山区召开生态环境保护大会"


def test_many_plain_files_wait_and_may_be_looked_through(empty):
    documents = [(f"{number}.txt", DATED.read_bytes() + b" " * number) for number in range(6)]
    app = upload(visit("import"), *documents)
    assert "待导入（6 个文件）" in words(app)
    assert not app.subheader[0].value.startswith("上海")
    looked = press(app, f"逐份核对（至多 {draft.MOST} 份）")
    assert [button.label for button in looked.button].count("存入台账") == 6
    assert stored(empty, documents[0][1]) is None


def test_what_waits_can_be_taken_away(empty):
    app = press(upload(visit("import"), ("a.zip", packed(one=DATED.read_bytes()))), "移除")
    assert "待导入" not in words(app)
    assert app.file_uploader


def test_drafts_from_one_file_have_an_end(empty, monkeypatch):
    monkeypatch.setattr(draft, "MOST", 1)
    archive = packed(one=DATED.read_bytes(), two=UNDATED.read_bytes())
    app = press(upload(visit("import"), ("a.zip", archive)), "逐份核对（至多 1 份）")
    assert "超过 1 份" in app.error[0].value
    assert "开始导入" in app.error[0].value


def test_an_import_is_stopped_resumed_and_seen_by_another_session(empty, gate):
    app = start(("a.zip", packed(one=DATED.read_bytes(), two=UNDATED.read_bytes())))
    gate.wait()
    app.run()
    assert "正在导入　0 / 2 份" in words(app)
    assert "当前：a.zip/one" in words(app)
    assert not app.file_uploader
    other = visit("import")
    assert "由另一个窗口开始" in words(other)
    assert "由另一个窗口开始" not in words(app)
    assert not other.file_uploader
    press(app, "停止")
    gate.open()
    app = finished(app)
    assert "已停止　1 / 2 份" in words(app)
    assert stored(empty, DATED.read_bytes()) is not None
    assert stored(empty, UNDATED.read_bytes()) is None
    app = press(app, "继续")
    gate.open()
    app = finished(app)
    assert figures(app)["新增"] == 2
    assert figures(other.run())["新增"] == 2, "who has watched an import sees its end"


def test_a_stopped_import_is_ended_and_a_later_session_finds_its_result(empty, gate):
    app = start(("a.zip", packed(one=DATED.read_bytes(), two=UNDATED.read_bytes())))
    gate.wait()
    press(app, "停止")
    gate.open()
    app = press(finished(app), "结束，其余不再导入")
    assert "已结束，1 份未读" in words(app)
    later = visit("import")
    assert later.file_uploader
    assert later.expander[0].label.startswith("上次导入的结果（")
    app = press(app, "收起结果")
    assert app.expander[0].label.startswith("上次导入的结果（")


def test_two_sessions_cannot_begin_at_once(empty, gate):
    one = upload(visit("import"), ("a.zip", packed(one=DATED.read_bytes())))
    two = upload(visit("import"), ("b.zip", packed(two=UNDATED.read_bytes())))
    press(one, "开始导入")
    gate.wait()
    two = press(two, "开始导入")
    assert "由另一个窗口开始" in words(two)
    gate.open()
    two = finished(two)
    assert figures(two)["处理的报道"] == 1
    assert "待导入（1 个文件）" in words(two), "what it wanted to import still waits"


def test_a_ledger_out_of_reach_keeps_what_waits(unreachable):
    app = press(upload(visit("import"), ("a.zip", packed(one=DATED.read_bytes()))), "开始导入")
    assert not app.exception
    assert "台账数据库" in app.error[-1].value
    assert "待导入（1 个文件）" in words(app.run())
