"""A walk through the ledger: filter, read, follow a meeting, share what is filtered."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from ecoledger.ledger.commitment import iter_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.sort import Sort
from ecoledger.ledger.store import open_ledger
from tests.browser.harness import settled

WANTED = Filter(provinces=("320000",), words="污水")
ADDRESS = "/commitments?province=320000&q=污水"


@pytest.fixture
def expected(filled_database):
    ledger = open_ledger(f"sqlite:///{filled_database}")
    yield [row.text for row in iter_commitments(ledger, WANTED, Sort())]
    ledger.close()


def test_filters_survive_reload_and_sharing(filled, page, browser, expected):
    page.goto(filled + ADDRESS)
    settled(page)
    count = page.get_by_text(f"共 {len(expected)} 条")
    expect(count).to_be_visible()
    page.reload()
    expect(count).to_be_visible()
    shared = browser.new_page()
    shared.goto(page.url)
    expect(shared.get_by_text(f"共 {len(expected)} 条")).to_be_visible()
    shared.close()


def test_a_filter_goes_along_to_other_pages(filled, page):
    page.goto(filled + ADDRESS)
    settled(page)
    page.get_by_role("link", name="会议时间线").first.click()
    expect(page.get_by_role("heading", name="会议时间线", exact=True)).to_be_visible()
    settled(page)
    assert "province=320000" in page.url
    expect(page.get_by_text("大同市")).to_have_count(0)


def test_a_word_typed_in_filters_and_goes_into_the_address(filled, page):
    page.goto(filled + "/commitments")
    settled(page)
    field = page.get_by_label("关键词", exact=True)
    field.fill("督察")
    field.press("Enter")
    page.wait_for_url(re.compile(r"q=%E7%9D%A3%E5%AF%9F|q=督察"))
    settled(page)
    expect(page.get_by_text(re.compile(r"共 \d+ 条"))).to_be_visible()


def test_the_buttons_back_and_forward_restore_filter_and_page(filled, page):
    page.goto(filled + "/commitments?page=2")
    settled(page)
    expect(page.get_by_text("第 2 / ")).to_be_visible()
    field = page.get_by_label("关键词", exact=True)
    for word in ("督察", "污水"):
        field.fill(word)
        field.press("Enter")
        page.wait_for_url(re.compile(f"q={quote(word)}$"))
        settled(page)
    page.go_back()
    expect(field).to_have_value("督察")
    expect(page.get_by_role("button", name="含“督察”")).to_be_visible()
    page.go_back()
    expect(field).to_have_value("")
    expect(page.get_by_text("第 2 / ")).to_be_visible()
    expect(page).to_have_url(f"{filled}/commitments?page=2")
    page.go_forward()
    expect(field).to_have_value("督察")
    settled(page)
    page.get_by_role("link", name="会议时间线").first.click()
    page.wait_for_url(re.compile("/timeline[?]q="))
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", name="承诺台账", exact=True)).to_be_visible()
    expect(field).to_have_value("督察")


def test_a_report_leaves_nothing_of_itself_in_other_addresses(filled, page):
    page.goto(filled + "/timeline")
    settled(page)
    page.get_by_role("link", name=re.compile("全市生态环境保护大会")).first.click()
    page.wait_for_url(re.compile(r"/report\?id="))
    settled(page)
    page.get_by_role("link", name="区域地图").first.click()
    expect(page.get_by_role("heading", name="区域地图", exact=True)).to_be_visible()
    expect(page).to_have_url(f"{filled}/map")
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/report\?id=\w+$"))
    expect(page.get_by_text("卢东亮").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="会议时间线", exact=True)).to_be_visible()
    expect(page).to_have_url(f"{filled}/timeline")


def test_a_meeting_of_the_timeline_opens_its_report(filled, page):
    page.goto(filled + "/timeline")
    settled(page)
    expect(page.get_by_role("heading", name=re.compile("日期不详"))).to_be_visible()
    page.get_by_role("link", name=re.compile("全市生态环境保护大会")).first.click()
    expect(page.get_by_text("卢东亮").first).to_be_visible()
    assert "/report?" in page.url
    assert "id=" in page.url


def test_the_report_shows_clean_and_published_words_side_by_side(filled, page, filled_database):
    ledger = open_ledger(f"sqlite:///{filled_database}")
    row = next(iter_commitments(ledger, Filter(provinces=("340000",), words="销号"), Sort()))
    ledger.close()
    page.goto(f"{filled}/report?id={row.report_id}")
    settled(page)
    body = page.locator("[data-testid=stMain]").inner_text()
    assert "确保所有问题按期整改销号" in body
    assert "確保所有問題按期整改銷號" in body
    assert "生態(tài)環(huán)境" in body
    assert "夹注拼音" in body


def test_a_row_opens_its_evidence(filled, filled_database, page):
    ledger = open_ledger(f"sqlite:///{filled_database}")
    first = next(iter_commitments(ledger, Filter(), Sort()))
    ledger.close()
    page.goto(filled + "/commitments")
    settled(page)
    page.locator(".ledger tr[data-id]").first.get_by_role("button", name="依据").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("承诺依据")).to_be_visible()
    expect(dialog).to_contain_text(first.text[:20])
    expect(dialog).to_contain_text("读取依据")


@pytest.mark.parametrize("address", ["/", "/map", "/timeline", "/commitments", "/report"])
def test_an_empty_ledger_is_said_in_one_sentence(empty, page, address):
    page.goto(empty + address)
    settled(page)
    expect(page.get_by_text(re.compile("台账中还没有.{2}：请先导入报告。"))).to_be_visible()
    expect(page.get_by_role("link", name="导入报告")).to_be_visible()


def test_a_filter_without_result_is_said(filled, page):
    page.goto(filled + "/commitments?q=绝无此词")
    settled(page)
    expect(page.get_by_text("没有符合筛选条件的承诺")).to_be_visible()
