"""One report from several sites: said before it is saved, listed on its page, and undone."""

import pytest

from ecoledger.identity import report_id
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
    assert "内容相同（相似度 " in saved.info[0].value
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
