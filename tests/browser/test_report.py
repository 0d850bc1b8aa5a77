"""A report to be read: a row chosen frames its words in the text as restored and in the text as published."""

import re

import pytest
from playwright.sync_api import expect

from ecoledger.explanation import explain_rule
from ecoledger.ledger.report import get_report, list_reports
from ecoledger.ledger.store import open_ledger
from ecoledger.restore.restoration import restore_words
from tests.browser.harness import settled
from tests.test_pipeline import plain


@pytest.fixture(scope="module")
def reports(filled_database):
    """The sample reports by the number of their file."""
    ledger = open_ledger(f"sqlite:///{filled_database}")
    found = {
        row.file.rsplit("/", 1)[-1][:3]: get_report(ledger, row.id).report for row in list_reports(ledger)
    }
    ledger.close()
    return found


def opened(page, address, report, item=""):
    page.goto(f"{address}/report?id={report.id}{item}")
    settled(page)
    expect(page.locator(".reader")).to_be_visible()


def framed(page, view):
    """The words that are framed in a view, without the numbers before them."""
    return page.locator(f".reader .{view} mark.here").evaluate_all(
        """marks => marks.map(mark => {
            const words = mark.cloneNode(true);
            words.querySelectorAll('sup').forEach(number => number.remove());
            return words.textContent;
        }).join('')"""
    )


def in_sight(page, view):
    """Whether the framed words stand within their pane."""
    return page.locator(f".reader .{view} .pane").evaluate(
        """pane => {
            const box = pane.getBoundingClientRect(), mark = pane.querySelector('mark.here').getBoundingClientRect();
            return mark.top >= box.top - 1 && mark.top < box.bottom;
        }"""
    )


@pytest.mark.parametrize("name", ["001", "004"])
def test_a_row_frames_its_words_in_both_texts(filled, page, reports, name):
    report = reports[name]
    opened(page, filled, report)
    rows = page.locator(".reader .commitments tbody tr[data-item]")
    expect(rows).to_have_count(len(report.commitments))
    for number in (0, len(report.commitments) // 2, len(report.commitments) - 1):
        commitment = report.commitments[number]
        rows.nth(number).click()
        for view in ("repaired", "published"):
            expect(page.locator(f".reader .{view} mark.here").first).to_be_in_viewport()
        assert framed(page, "repaired") == commitment.text
        published = framed(page, "published")
        assert published == report.original[commitment.source_start : commitment.source_end]
        assert plain(restore_words(published)) == plain(commitment.text)
        assert in_sight(page, "repaired")
        assert in_sight(page, "published")
        expect(page).to_have_url(re.compile(f"item={commitment.id}"))
        expect(rows.nth(number).get_by_role("button")).to_have_attribute("aria-pressed", "true")
    rows.nth(len(report.commitments) - 1).click()
    assert framed(page, "repaired") == ""
    assert "item=" not in page.url


def test_a_choice_is_shared_by_its_address(filled, page, reports):
    report = reports["004"]
    commitment = report.commitments[-2]
    opened(page, filled, report, f"&item={commitment.id}")
    expect(page.locator(".reader .repaired mark.here").first).to_be_in_viewport()
    assert framed(page, "repaired") == commitment.text
    assert in_sight(page, "published")


def test_words_put_back_are_marked_and_explained_without_a_pointer(filled, page, reports):
    opened(page, filled, reports["001"])
    legend = page.locator(".reader .legend")
    for word in (
        "可核查的行动",
        "原则性表态",
        "目标",
        "时限",
        "责任单位",
        "复原，较有把握",
        "不属于正文的文字",
    ):
        expect(legend.get_by_text(word, exact=True)).to_be_visible()
    mark = page.locator(".reader .repaired mark.likely")
    expect(mark).to_have_text("保基础")
    assert "把握 99%" in mark.get_attribute("data-note")
    look = "element => getComputedStyle(element).textDecorationStyle"
    assert mark.evaluate(look) == legend.locator(".likely").evaluate(look) == "dotted"
    grey = "element => getComputedStyle(element).color"
    left_out, kept = (
        page.locator(".reader .published s.out").first,
        page.locator(".reader .published .original"),
    )
    assert left_out.evaluate(grey) != kept.evaluate(grey)
    damage = page.get_by_role("table").filter(has_text="丢失字节")
    expect(damage.get_by_role("row", name="丢失字节")).to_have_text(re.compile(r"丢失字节\s*1\s*1\s*0"))
    expect(page.get_by_text("文字可以依据；其中 1 处系按残留字节复原")).to_be_visible()


def test_statements_stand_apart_and_are_framed_on_choice(filled, page, reports):
    report = next(report for report in reports.values() if report.statements)
    opened(page, filled, report)
    row = page.locator(".reader .statements tbody tr[data-item]").first
    expect(row).to_be_hidden()
    page.get_by_text(f"情况与诉求 {len(report.statements)}").click()
    row.click()
    statement = report.statements[0]
    assert framed(page, "repaired") == statement.text
    assert plain(restore_words(framed(page, "published"))) == plain(statement.text)
    expect(page.locator(".reader .commitments tbody tr[data-item]").first).to_be_hidden()


def test_a_narrow_screen_shows_one_text_at_a_time(filled, page, reports):
    page.set_viewport_size({"width": 390, "height": 844})
    report = reports["004"]
    opened(page, filled, report)
    number = len(report.commitments) - 1
    page.locator(".reader .commitments tbody tr[data-item]").nth(number).get_by_role("button").press("Enter")
    repaired, published = page.locator(".reader .repaired"), page.locator(".reader .published")
    expect(repaired).to_be_visible()
    expect(published).to_be_hidden()
    page.locator(".reader .texts").get_by_text("来源原样").click()
    expect(published).to_be_visible()
    expect(repaired).to_be_hidden()
    assert in_sight(page, "published")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


@pytest.mark.parametrize("width", [1440, 390])
def test_a_row_shows_which_rules_read_it(filled, page, reports, width):
    page.set_viewport_size({"width": width, "height": 900})
    report, number = next(
        (report, number)
        for report in reports.values()
        for number, item in enumerate(report.commitments)
        if item.deadlines and item.targets
    )
    commitment = report.commitments[number]
    opened(page, filled, report)
    why = page.locator(".reader .commitments .because").nth(number)
    expect(why).to_be_hidden()
    page.locator(".reader .commitments tbody tr[data-item]").nth(number).get_by_role("button").click()
    expect(why).to_be_visible()
    expect(why.get_by_role("listitem").first).to_be_hidden()
    why.get_by_text("读取依据").click()
    for reason in (*commitment.reasons, *commitment.deadlines[0].reasons, *commitment.targets[0].reasons):
        said = explain_rule(reason.rule)
        line = why.get_by_role("listitem").filter(has=page.locator(f'[title*="{reason.rule}"]'))
        expect(line.get_by_text(said.name, exact=False).first).to_be_visible()
        expect(line.locator("q").filter(has_text=reason.text[:20]).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_facts_show_which_rules_read_them(filled, page, reports):
    opened(page, filled, reports["001"])
    facts = page.locator(".stHtml:has(dl.facts)").first
    facts.get_by_text("读取依据").click()
    for words in ("会议日期", "月日", "姓名之后的“主持”", "引出讲话的动词"):
        expect(facts.get_by_text(words, exact=False).first).to_be_visible()


def test_words_choose_their_row_by_pointer_and_by_keyboard(filled, page, reports):
    report = reports["004"]
    opened(page, filled, report)
    rows = page.locator(".reader .commitments tbody tr[data-item]")
    page.locator('.reader .published mark[data-item="2"]').first.click()
    expect(rows.nth(1)).to_have_class(re.compile("here"))
    expect(rows.nth(1)).to_be_in_viewport()
    expect(rows.nth(1).locator(".said")).to_have_text(report.commitments[1].text)
    page.locator(".reader .repaired sup button").nth(1).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(rows.nth(2)).to_have_class(re.compile("here"))
    assert framed(page, "repaired") == report.commitments[2].text


def test_marked_words_say_what_is_known_of_them_on_hover_and_on_focus(filled, page, reports):
    opened(page, filled, reports["001"])
    said = page.locator("#note-says")
    page.locator(".reader .repaired mark.likely").focus()
    expect(said).to_contain_text("来源页面作")
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()
    page.locator(".reader .published s:not(.out)").first.hover()
    expect(said).to_have_text("夹注拼音，已去除")
    page.locator(".reader .repaired mark.deadline").first.hover()
    expect(said).to_contain_text("时限：")


def test_the_steps_lead_from_one_damaged_place_to_the_next(filled, page, reports):
    opened(page, filled, reports["001"])
    steps = page.locator(".reader .steps")
    places = page.locator(".reader .published").locator("s, mark[tabindex]").count()
    expect(steps).to_contain_text(f"损坏与删去 {places} 处")
    for number in (1, 2):
        page.get_by_role("button", name="下一处").click()
        expect(steps).to_contain_text(f"{number} / {places}")
    page.get_by_role("button", name="上一处").click()
    page.get_by_role("button", name="上一处").click()
    expect(steps).to_contain_text(f"{places} / {places}")
    expect(page.locator(".reader .published .at")).to_be_in_viewport()
