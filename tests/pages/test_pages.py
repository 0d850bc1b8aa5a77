"""Every page, on an empty ledger, a filled one, and one that cannot be reached."""

import re
import subprocess
import sys
from html import escape

import pytest

from dashboard.navigation import PLACES
from ecoledger.ledger.commitment import count_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.report import get_report
from ecoledger.ledger.store import open_ledger
from tests.pages.visiting import ROOT, column, press, rows, unfold, visit, words

PAGES = sorted((ROOT / "pages").glob("*_page.py"))
FILTERED = ("", "map", "timeline", "commitments")


def test_a_page_file_does_nothing_when_run():
    script = "import runpy, sys; [runpy.run_path(page, run_name='__main__') for page in sys.argv[1:]]"
    assert len(PAGES) == len(PLACES)
    run = subprocess.run(
        [sys.executable, "-c", script, *map(str, PAGES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stdout) == (0, "")
    assert "Error" not in run.stderr


@pytest.mark.parametrize("address", FILTERED)
def test_an_empty_ledger_is_said(empty, address):
    app = visit(address)
    assert not app.exception
    assert "先导入" in words(app) or "没有" in words(app)


def test_an_empty_ledger_leads_to_the_import(empty):
    app = visit("")
    assert [info.value for info in app.info] == ["台账中还没有报告：请先导入报告。"]
    assert len(app.get("page_link")) == 1


@pytest.mark.parametrize("address", FILTERED)
def test_a_filter_without_result_is_said(filled, address):
    app = visit(address, q="海洋牧场")
    assert not app.exception
    assert "没有" in words(app)
    assert "含“海洋牧场”" in words(app)


@pytest.mark.parametrize("address", [*FILTERED, "report"])
def test_a_ledger_out_of_reach_is_said_once(unreachable, address):
    app = visit(address, **({"id": "any"} if address == "report" else {}))
    assert not app.exception
    assert len(app.error) == 1
    assert "台账数据库" in app.error[0].value
    assert len(app.title) == 1 or address == "report"
    assert any(button.label == "重试" for button in app.button)


def plain(said):
    """What is said, without links."""
    return re.sub(r"</?a\b[^>]*>", "", said)


def test_the_overview_counts_what_the_ledger_holds(filled):
    app = visit("")
    assert not app.exception
    figures = plain(words(app))
    total = sum(len(report.commitments) for report in filled)
    for number, name in ((5, "地区"), (5, "会议"), (total, "承诺")):
        assert f"<b>{number}</b><span>{name}</span>" in figures
    with_target = sum(bool(c.targets) for report in filled for c in report.commitments)
    assert f"<b>{with_target}</b><span>有目标</span>" in figures
    assert "金山区" in words(app)
    assert "1 份报告日期不详" in figures


def test_the_table_shows_fifty_rows_and_turns_pages(filled):
    total = sum(len(report.commitments) for report in filled)
    app = visit("commitments")
    assert len(rows(app)) == 50
    assert f"共 **{total}** 条，第 1 / 2 页" in words(app)
    second = visit("commitments", page="2")
    assert len(rows(second)) == total - 50
    assert column(second, "number")[0] == "51"
    assert set(column(app, "text")).isdisjoint(column(second, "text"))


@pytest.mark.parametrize("page", ["0", "-3", "99", "x", "１"])
def test_a_page_that_is_not_there_is_the_nearest(filled, page):
    app = visit("commitments", page=page)
    assert not app.exception
    assert rows(app)


def test_the_table_holds_what_the_filter_in_the_address_leaves(filled):
    app = visit("commitments", province="340000", label="action", cols="text,label,place")
    assert set(column(app, "place")) == {"贵池区"}
    assert set(column(app, "label")) == {"行动"}
    assert app.query_params == {"province": "340000", "label": "action", "cols": "text,label,place"}
    assert any("安徽省" in button.label for button in app.button)


def test_the_order_in_the_address_holds_for_the_whole_ledger(filled):
    due = [cell[:10] for cell in column(visit("commitments", sort="due"), "due") if cell[:2] == "20"]
    assert due == sorted(due)
    assert due
    days = column(visit("commitments", sort="date"), "date")
    assert days == sorted(days)


def test_a_choice_in_a_widget_goes_to_the_address_and_back_again(filled):
    app = unfold(visit("commitments", cols="text,label"))
    app.multiselect(key="filter-labels").select("principle").run()
    assert app.query_params == {"label": "principle", "cols": "text,label"}
    assert set(column(app, "label")) == {"原则"}
    app.text_input(key="filter-words").set_value("环境").run()
    assert app.query_params == {"label": "principle", "q": "环境", "cols": "text,label"}
    press(app, "清除全部筛选")
    assert app.query_params == {"cols": "text,label"}


def test_filters_folded_away_are_drawn_when_opened_or_in_use_and_keep_what_they_hold(filled):
    app = visit("commitments")
    assert not any(box.key == "filter-speakers" for box in app.multiselect)
    assert any(box.key == "filter-speakers" for box in unfold(app).multiselect)
    app = visit("commitments", undated="only", q="环境")
    assert app.selectbox(key="filter-undated").value == "only"
    app.text_input(key="filter-words").set_value("整改").run()
    assert app.query_params == {"undated": "only", "q": "整改"}


def test_after_the_button_back_the_address_says_what_is_looked_for(filled):
    app = visit("commitments", label="principle", sort="due")
    app.query_params = {"label": "action", "page": "2", "back": "1"}
    app.run()
    assert app.query_params == {"label": "action", "page": "2"}
    assert app.multiselect(key="filter-labels").value == ["action"]
    assert "第 2 / " in words(app)


def test_a_rerun_that_still_carries_the_old_address_changes_nothing(filled):
    app = unfold(visit("commitments"))
    app.multiselect(key="filter-labels").select("principle").run()
    app.query_params = {}
    app.run()
    assert app.query_params == {"label": "principle"}


def test_a_municipality_has_no_prefectures_to_choose(filled):
    def labels(province):
        return [box.label for box in visit("commitments", province=province).multiselect]

    assert "地级" not in labels("310000")
    assert "地级" in labels("340000")


def test_a_province_that_is_taken_away_takes_its_places_with_it(filled):
    app = visit("commitments", province="340000", prefecture="341700")
    app.multiselect(key="filter-provinces").unselect("340000").run()
    assert app.query_params == {}


def test_the_counts_stand_beside_the_choices(filled):
    actions = sum(c.label == "action" for report in filled for c in report.commitments)
    options = unfold(visit("commitments")).multiselect(key="filter-labels").options
    assert f"可核查的行动（{actions}）" in options


def test_undated_reports_left_out_by_a_range_are_counted(filled):
    app = visit("commitments", **{"from": "2000-01-01"})
    assert "另有 1 份日期不详的报告未计入" in words(app)
    assert "日期不详" not in column(app, "date")
    assert set(column(visit("commitments", undated="only"), "date")) == {"日期不详"}


def test_an_unknown_code_in_the_address_is_said_and_ignored(filled):
    app = visit("commitments", theme="fire")
    assert "“fire”不存在" in app.warning[0].value
    assert len(rows(app)) == 50


def test_a_report_shows_its_facts_its_texts_and_its_marks(filled):
    report = filled[0]
    app = visit("report", id=report.id)
    assert not app.exception
    assert app.title[0].value == report.title
    said = words(app)
    assert "上海市 · 金山区" in said
    assert report.meeting.chair in said
    assert escape(report.commitments[0].text[:8]) in said
    assert said.count("<sup>") == 2 * len(report.commitments)
    assert "/" not in said.split("<dt>文件</dt><dd>")[1].split("</dd>")[0]


def test_a_commitment_named_in_the_address_is_framed(filled):
    report = filled[0]
    assert "here" not in words(visit("report", id=report.id))
    assert "here" in words(visit("report", id=report.id, item=report.commitments[0].id))


def test_without_an_id_the_reports_are_listed(filled):
    app = visit("report")
    assert not app.exception
    assert all(
        f'/report?id={report.id}">{report.title or report.meeting.name}</a>' in words(app)
        for report in filled
    )


def test_the_list_of_reports_keeps_to_the_filters(filled):
    here = [report for report in filled if report.region.adcode.startswith("34")]
    app = visit("report", province="340000")
    assert words(app).count("/report?id=") == len(here) > 0
    assert f"共 {len(here)} 份" in words(app)


def test_a_report_leads_back_to_the_list(filled):
    app = press(visit("report", id=filled[0].id, item="x"), "全部报告")
    assert app.query_params == {}
    assert words(app).count("/report?id=") == len(filled)


def test_without_an_id_an_empty_ledger_is_said(empty):
    assert "先导入" in visit("report").info[0].value


@pytest.mark.parametrize("query", [{"id": "nothing"}, {"id": "' OR 1=1"}])
def test_a_report_that_is_not_there_is_said(filled, query):
    app = visit("report", **query)
    assert not app.exception
    assert len(app.info) + len(app.warning) == 1
    assert len(app.get("page_link")) == 1


def test_a_report_is_deleted_only_after_the_second_question(filled, tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'filled.sqlite'}")
    report = filled[0]
    app = press(visit("report", id=report.id), "删除这份报告")
    assert get_report(ledger, report.id) is not None
    assert f"{len(report.commitments)} 条承诺会一并删除" in app.warning[0].value
    press(app, "保留")
    assert get_report(ledger, report.id) is not None
    app = press(press(app, "删除这份报告"), "确定删除")
    assert not app.exception
    assert get_report(ledger, report.id) is None
    assert "已删除" in app.success[0].value
    assert words(app).count("/report?id=") == len(filled) - 1
    assert count_commitments(ledger, Filter()) == sum(len(r.commitments) for r in filled[1:])
    ledger.close()
