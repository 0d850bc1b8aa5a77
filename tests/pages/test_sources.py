"""One report from several sites: said before it is saved, listed on its page, and undone."""

import pytest

from ecoledger.identity import commitment_ids, report_id
from ecoledger.ledger.report import get_report, list_reports
from ecoledger.ledger.store import open_ledger
from tests.pages.visiting import ROOT, press, visit, words

DAMAGED = next((ROOT / "data" / "reports").glob("001_*.txt")).read_bytes()
CLEAN = (ROOT / "data" / "gold" / "seeds" / "001.clean.txt").read_bytes()


def upload(app, *documents):
    return app.file_uploader[0].set_value([(name, data, "text/plain") for name, data in documents]).run()


def labels(app):
    return [button.label for button in app.button]


@pytest.fixture
def ledger(empty):
    opened = open_ledger(empty)
    yield opened
    opened.close()


@pytest.fixture
def saved(ledger):
    """The import page after the damaged copy is saved and the clean one is read."""
    app = press(upload(visit("import"), ("损坏.txt", DAMAGED)), "存入台账")
    return upload(app, ("完好.txt", CLEAN))


def test_a_copy_is_said_to_be_one_and_becomes_a_source(saved, ledger):
    assert "是同一篇报道（相似度 " in saved.info[0].value
    assert "将作为另一来源并入" in saved.info[0].value
    assert "存入台账" not in labels(saved)
    app = press(saved, "并入已有报告")
    assert not app.exception
    assert "已作为它的另一来源并入" in words(app)
    (row,) = list_reports(ledger)
    assert {source.file for source in get_report(ledger, row.id).sources} == {"损坏.txt", "完好.txt"}


def test_a_copy_may_be_kept_as_a_report_of_its_own(saved, ledger):
    app = press(saved, "另存为单独的报告")
    assert not app.exception
    assert words(app).count("已存入台账。") == 2
    assert len(list_reports(ledger)) == 2


def test_a_report_that_is_new_is_no_copy(empty):
    app = upload(visit("import"), ("完好.txt", CLEAN))
    assert not app.info
    assert "存入台账" in labels(app)
    assert "另存为单独的报告" not in labels(app)


def test_two_copies_read_together_are_one_report(ledger):
    app = upload(visit("import"), ("损坏.txt", DAMAGED), ("完好.txt", CLEAN))
    app = press(app, "全部存入台账（2 份）")
    assert "已存入台账。" in words(app)
    assert "已作为它的另一来源并入" in words(app)
    assert len(list_reports(ledger)) == 1


def test_a_report_lists_its_sources_and_parts_them(saved, ledger):
    press(saved, "并入已有报告")
    for name in (DAMAGED, CLEAN):
        app = visit("report", id=report_id(name))
        assert not app.exception
        said = words(app)
        assert "来源（2）" in said
        assert said.count("正文取自这一份") == 1
        assert "夹注拼音" in said
        assert (said.count("完好.txt"), said.count("损坏.txt")) == (2, 1)
    shown = app.toggle[0].set_value(True).run()
    assert "(huán)" in words(shown)
    assert "(huán)" not in said
    app = press(shown, "分为两份报告")
    assert not app.exception
    assert "已分为两份报告" in words(app)
    assert "来源（2）" not in words(app)
    assert len(list_reports(ledger)) == 2


def test_deleting_a_report_says_that_its_sources_go_too(saved):
    press(saved, "并入已有报告")
    app = press(visit("report", id=report_id(CLEAN)), "删除这份报告")
    assert "2 处来源" in app.warning[-1].value


def test_what_was_joined_on_import_is_parted_there(saved, ledger):
    app = press(press(saved, "并入已有报告"), "撤销合并")
    assert not app.exception
    assert "已撤销合并" in words(app)
    assert "撤销合并" not in labels(app)
    assert len(list_reports(ledger)) == 2


def test_what_was_parted_is_joined_again_by_hand(saved, ledger):
    press(saved, "另存为单独的报告")
    for name in (DAMAGED, CLEAN):
        assert "已由人工与《" in words(visit("report", id=report_id(name)))
    app = press(visit("report", id=report_id(CLEAN)), "重新合并")
    assert not app.exception
    assert "已合并为一份报告" in words(app)
    assert "来源（2）" in words(app)
    assert "已由人工与《" not in words(app)
    assert len(list_reports(ledger)) == 1


def join_with(app, choice):
    box = next(box for box in app.text_input if box.label == "另一份报告的网址")
    return box.set_value(choice).run()


def test_any_two_reports_are_joined_by_address(filled):
    one, other = filled[:2]
    app = join_with(visit("report", id=one.id), f"http://127.0.0.1:8501/report?id={other.id}&item=x")
    app = press(app, "合并为一份报告")
    assert not app.exception
    assert "来源（2）" in words(app)
    app = press(app, "分为两份报告")
    assert "已分为两份报告" in words(app)
    assert "重新合并" in labels(app)


@pytest.mark.parametrize("choice", ["没有的报告", "http://127.0.0.1:8501/report?id=0123456789abcdef"])
def test_a_report_that_is_not_there_cannot_be_joined(filled, choice):
    app = join_with(visit("report", id=filled[0].id), choice)
    assert not app.exception
    assert "台账中没有这份报告" in app.warning[-1].value
    assert "合并为一份报告" not in labels(app)


def test_a_report_of_the_same_place_is_offered_and_joined(saved):
    press(saved, "另存为单独的报告")
    app = visit("report", id=report_id(CLEAN))
    (box,) = [box for box in app.selectbox if box.label == "同一地区的报告"]
    assert len(box.options) == 1
    assert "贵池区" in box.options[0]
    app = press(box.select_index(0).run(), "合并为一份报告")
    assert "来源（2）" in words(app)


def test_a_cut_copy_says_how_much_of_the_text_it_has(ledger):
    half = CLEAN.decode()[:620].encode()
    press(upload(visit("import"), ("完好.txt", CLEAN), ("节选.txt", half)), "全部存入台账（2 份）")
    said = words(visit("report", id=report_id(CLEAN)))
    assert "来源（2）" in said
    assert "不全，约为正文的 5" in said


def test_the_address_of_a_commitment_of_a_joined_report_still_marks_it(saved, ledger):
    item = get_report(ledger, report_id(DAMAGED)).report.commitments[3]
    press(saved, "并入已有报告")
    kept = get_report(ledger, report_id(CLEAN)).report.commitments[3]
    assert (item.text, kept.id) == (kept.text, item.id)
    own = commitment_ids(report_id(CLEAN), [item.text])[0]
    marked = [words(visit("report", id=report_id(CLEAN), item=one)) for one in (item.id, own)]
    assert marked[0] == marked[1] != words(visit("report", id=report_id(CLEAN)))
