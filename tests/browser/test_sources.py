"""A copy is told before it is saved; the report lists both sources, parts them and joins them again."""

from playwright.sync_api import expect

from tests.browser.harness import REPORTS, ROOT, settled


def test_a_copy_is_joined_shown_parted_and_joined_again(writable, page):
    page.goto(writable + "/import")
    settled(page)
    clean = (ROOT / "data" / "gold" / "seeds" / "001.clean.txt").read_bytes()
    page.locator("input[type=file]").first.set_input_files(
        [{"name": "完好.txt", "mimeType": "text/plain", "buffer": clean}]
    )
    expect(page.get_by_text("将作为另一来源并入")).to_be_visible()
    page.get_by_role("button", name="并入已有报告").click()
    expect(page.get_by_text("已作为它的另一来源并入")).to_be_visible()
    page.get_by_role("link", name="查看报告").click()
    expect(page.get_by_role("heading", name="来源（2）")).to_be_visible()
    expect(page.get_by_text("完好.txt").first).to_be_visible()
    expect(page.get_by_text(next(REPORTS.glob("001_*")).name).first).to_be_visible()
    page.get_by_text("查看这份原文").click()
    expect(page.get_by_text("不是同一份报告").first).to_be_visible()
    page.get_by_role("button", name="不是同一份报告").last.click()
    page.get_by_role("button", name="分为两份报告").click()
    expect(page.get_by_text("已分为两份报告")).to_be_visible()
    expect(page.get_by_role("heading", name="来源（2）")).to_have_count(0)
    page.get_by_role("link", name="查看分出的报告").click()
    settled(page)
    expect(page.get_by_text("贵池区").first).to_be_visible()
    expect(page.get_by_text("已由人工与《")).to_be_visible()
    page.get_by_role("button", name="重新合并").click()
    expect(page.get_by_text("已合并为一份报告")).to_be_visible()
    expect(page.get_by_role("heading", name="来源（2）")).to_be_visible()
