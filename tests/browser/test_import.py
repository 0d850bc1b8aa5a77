"""Import: upload and paste, preview, save, delete; a file that cannot be read gives one sentence."""

import re

from playwright.sync_api import expect

from tests.browser.harness import REPORTS, settled

PASTED = """浙江省湖州市安吉县召开生态环境保护大会
来源：湖州日报 发布日期：2024-03-08
3月7日，安吉县生态环境保护大会召开。县委书记杨某出席会议并讲话。
会议强调，要加快污水管网建设改造，确保2024年底前县城污水集中处理率达到96%以上。县生态环境局要牵头开展排查，县住建局配合。
"""


def upload(page, *files):
    page.locator("input[type=file]").first.set_input_files(list(files))


def test_files_are_read_shown_and_saved(empty, page):
    page.goto(empty + "/import")
    settled(page)
    upload(
        page,
        {"name": "大同.txt", "mimeType": "text/plain", "buffer": next(REPORTS.glob("002_*")).read_bytes()},
        {"name": "坏.txt", "mimeType": "text/plain", "buffer": b"\x00\x01\x02\x03" * 50},
    )
    expect(page.get_by_text("大同市生态环境保护大会召开").first).to_be_visible()
    expect(page.get_by_text(re.compile("坏.txt")).first).to_be_visible()
    page.get_by_role("button", name="存入台账").first.click()
    expect(page.get_by_text("已存入台账")).to_be_visible()
    page.get_by_role("link", name="查看报告").click()
    expect(page.get_by_text("卢东亮").first).to_be_visible()

    # a saved report can be deleted, asked twice
    page.get_by_role("button", name="删除这份报告").click()
    page.get_by_role("button", name="保留").click()
    page.get_by_role("button", name="删除这份报告").click()
    page.get_by_role("button", name="确定删除").click()
    expect(page.get_by_text("已删除").first).to_be_visible()


def test_pasted_text_is_read(writable, page):
    page.goto(writable + "/import")
    settled(page)
    page.get_by_role("tab", name="粘贴文字").click()
    page.get_by_label("报道全文").fill(PASTED)
    page.get_by_label("报道全文").press("Control+Enter")
    page.get_by_role("button", name="读取", exact=True).click()
    expect(page.get_by_text("安吉县").first).to_be_visible()
    page.get_by_role("button", name="存入台账").first.click()
    expect(page.get_by_text("已存入台账")).to_be_visible()
    page.goto(writable + "/commitments?q=管网&province=330000")
    expect(page.get_by_text("共 1 条")).to_be_visible()
