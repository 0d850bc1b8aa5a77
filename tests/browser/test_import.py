"""Import: files of each kind, preview, save, delete; progress, stop and resume; a bad file gives one sentence."""

import csv
import io
import json
import re
from contextlib import suppress

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.harness import REPORTS, ROOT, serving, settled
from tests.intake.maker import (
    make_docx,
    make_eml,
    make_gbk_zip,
    make_mht,
    make_ofd,
    make_page,
    make_pdf,
    make_xlsx,
    make_zip,
)

SEEDS = sorted((ROOT / "data" / "gold" / "seeds").glob("*.clean.txt"))
MANY = 400
"""Reports of a long import: more than a fast machine reads while a person reaches for the button."""
PLACES = [
    "安吉县",
    "德清县",
    "长兴县",
    "桐庐县",
    "淳安县",
    "嘉善县",
    "海盐县",
    "新昌县",
    "武义县",
    "磐安县",
    "常山县",
    "开化县",
]

PASTED = """浙江省湖州市安吉县召开生态环境保护大会
来源：湖州日报 发布日期：2024-03-08
3月7日，安吉县生态环境保护大会召开。县委书记杨某出席会议并讲话。
会议强调，要加快污水管网建设改造，确保2024年底前县城污水集中处理率达到96%以上。县生态环境局要牵头开展排查，县住建局配合。
"""


def upload(page, *files):
    page.locator("input[type=file]").first.set_input_files(list(files))


def upload_bytes(page, files):
    upload(
        page,
        *({"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files),
    )


def title(number):
    return f"{PLACES[number]}召开生态环境保护大会"


def paragraphs(number):
    return (
        f"3月{number + 1}日，{PLACES[number]}生态环境保护大会召开，总结去年工作，部署今年任务。",
        f"会议强调，要持续改善水环境质量，到2025年底前新建污水管网{number * 7 + 20}公里，整治河道{number * 3 + 5}条。",
        f"会议要求，由县生态环境局牵头，年内完成{number * 2 + 3}个入河排污口的整治，县水利局配合。",
    )


def row(number):
    return ["\n".join(paragraphs(number)), title(number), "2024-03-15", "某报"]


HEADINGS = ["正文", "标题", "发布日期", "来源"]


def as_csv(head, rows):
    stream = io.StringIO()
    csv.writer(stream).writerows([head, *rows])
    return stream.getvalue().encode("gbk")


def of_each_kind():
    """A file of each kind that is read, each with a report of its own, and two of kinds that are refused."""
    return {
        "文本.txt": "\n".join((title(0), *paragraphs(0))).encode("gb18030"),
        "网页.html": make_page(paragraphs(1), title(1)),
        "文档.docx": make_docx((title(2), *paragraphs(2))),
        "版式.pdf": make_pdf(paragraphs(3), title(3)),
        "邮件.eml": make_eml(title(4), make_page(paragraphs(4), title(4)).decode()),
        "存页.mht": make_mht(make_page(paragraphs(5), title(5))),
        "公文.ofd": make_ofd([[(line, 20, 30 + 12 * at) for at, line in enumerate(_short(6))]], size=3.6),
        "台账.csv": as_csv(HEADINGS, [row(7)]),
        "汇总.xlsx": make_xlsx({"汇总": [["新闻稿", "题目", "刊发", "媒体"], row(8)]}),
        "接口.jsonl": "\n".join(
            json.dumps(dict(zip(HEADINGS, row(at), strict=True))) for at in (9, 10)
        ).encode(),
        "打包.zip": make_gbk_zip({"各地/报道.txt": "\n".join((title(11), *paragraphs(11))).encode()}),
        "旧版.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        "压缩.rar": b"Rar!\x1a\x07\x01\x00" + b"x" * 100,
    }


def _short(number):
    """Cut the report into lines that a page of paper takes."""
    width = 40
    lines = [title(number)]
    for text in paragraphs(number):
        words = "　　" + text
        lines += [words[at : at + width] for at in range(0, len(words), width)]
    return lines


def read_download(page, label):
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return download.value.path().read_bytes()


@pytest.fixture(scope="module")
def importing(tmp_path_factory):
    """A server whose empty ledger these tests fill."""
    folder = tmp_path_factory.mktemp("importing")
    with serving(folder / "ledger.sqlite", folder / "server.log") as address:
        yield address


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


def choose(page, box, name):
    """Choose from a list as a person does: one that opens while the page is drawn anew closes again."""
    option = page.get_by_role("option", name=name)
    for _ in range(3):
        settled(page)
        box.click()
        with suppress(AssertionError):
            expect(option).to_be_visible(timeout=5000)
            break
    option.click()
    expect(page.get_by_role("option")).to_have_count(0)


def test_files_of_each_kind_are_imported_and_told_of(importing, page):
    page.goto(importing + "/import")
    settled(page)
    upload_bytes(page, of_each_kind().items())
    expect(page.get_by_text("待导入（13 个文件）")).to_be_visible()

    # the columns of the workbook have names of their own
    start = page.get_by_role("button", name="开始导入")
    expect(start).to_be_disabled()
    table = page.get_by_test_id("stVerticalBlock").filter(has_text="汇总.xlsx 是表格").last
    for field, heading in (("正文", "新闻稿"), ("标题", "题目")):
        choose(page, table.get_by_role("combobox", name=field), heading)
    expect(page.get_by_role("cell", name=title(8))).to_be_visible()
    expect(start).to_be_enabled()
    start.click()

    expect(page.get_by_text("开始的导入全部完成")).to_be_visible()
    expect(page.get_by_text("“旧版.doc”是").first).to_be_visible()
    expect(page.get_by_text("“压缩.rar”是RAR压缩包，不能直接读取：请先解压").first).to_be_visible()
    rows = list(csv.DictReader(io.StringIO(read_download(page, "下载 CSV").decode("utf-8-sig"), newline="")))
    told = {row["文件"]: (row["结果"], row["报告"]) for row in rows}
    kinds = ["文本.txt", "网页.html", "文档.docx", "版式.pdf", "邮件.eml", "存页.mht", "公文.ofd", "台账.csv 第2行",
             "汇总.xlsx 第2行", "接口.jsonl 第1行", "接口.jsonl 第2行", "打包.zip/各地/报道.txt"]  # fmt: skip
    assert {name: told.pop(name) for name in kinds} == {
        name: ("新增", title(number)) for number, name in enumerate(kinds)
    }
    assert {name: outcome for name, (outcome, _) in told.items()} == {"旧版.doc": "失败", "压缩.rar": "失败"}
    assert all(int(row["承诺"]) >= 2 for row in rows if row["结果"] == "新增")
    book = openpyxl.load_workbook(io.BytesIO(read_download(page, "下载 Excel")))
    cells = [["" if cell is None else str(cell) for cell in row] for row in book.active.values]
    assert cells == [list(rows[0]), *([*row.values()] for row in rows)]
    page.goto(importing + "/commitments?q=入河排污口")
    expect(page.get_by_text("共 12 条")).to_be_visible()


def stop_after_the_first(page, more_than=0):
    """Stop the import that runs once it has read more than so many; return how many it has read."""
    page.wait_for_function(
        "least => Number((/正在导入　(\\d+)/.exec(document.body.innerText) || [])[1]) > least", arg=more_than
    )
    page.get_by_role("button", name="停止").click()
    stopped = page.get_by_text(re.compile(rf"已停止　\d+ / {MANY} 份"))
    expect(stopped).to_be_visible()
    return int(re.search(r"\d+", stopped.inner_text()).group())


def test_an_import_is_stopped_and_resumed_in_another_browser(importing, page, browser):
    texts = [seed.read_text(encoding="utf-8") for seed in SEEDS]
    reports = {f"{at:03}.txt": f"{texts[at % 5]}\n新建绿道{at + 3}公里。".encode() for at in range(MANY)}
    page.goto(importing + "/import")
    settled(page)
    upload_bytes(page, [("全年.zip", make_zip(reports))])
    page.get_by_role("button", name="开始导入").click()
    first = stop_after_the_first(page)
    expect(page.locator("input[type=file]")).to_have_count(0)
    page.context.close()

    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    again = context.new_page()
    again.goto(importing + "/import")
    expect(again.get_by_text("由另一个窗口开始")).to_be_visible()
    expect(again.get_by_text(f"已停止　{first} / {MANY} 份")).to_be_visible()
    again.get_by_role("button", name="继续").click()
    second = stop_after_the_first(again, first)
    again.get_by_role("button", name="结束，其余不再导入").click()
    expect(again.get_by_text(f"开始的导入已结束，{MANY - second} 份未读")).to_be_visible()
    rows = list(csv.DictReader(io.StringIO(read_download(again, "下载 CSV").decode("utf-8-sig"), newline="")))
    assert [row["文件"] for row in rows] == [f"全年.zip/{name}" for name in reports][:second]
    assert {row["结果"] for row in rows} <= {"新增", "转载"}, "nothing was read twice"
    context.close()


def test_a_folder_is_read_without_what_is_beside_its_pages(importing, page, tmp_path):
    files = {
        "会议/一.html": make_page(paragraphs(0), title(0)),
        "会议/一_files/广告.html": make_page(paragraphs(1), title(1)),
        "会议/二.txt": "\n".join((title(2), *paragraphs(2))).encode(),
        "会议/.隐藏.txt": title(3).encode(),
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page.goto(importing + "/import")
    settled(page)
    page.get_by_role("tab", name="上传文件夹").click()
    expect(page.get_by_role("button", name="选择文件夹")).to_be_visible()
    page.locator("input[type=file]").nth(1).set_input_files(tmp_path / "会议")
    expect(page.get_by_role("heading", name=title(2))).to_be_visible()
    expect(page.get_by_role("heading", name=title(0))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("召开生态环境保护大会"))).to_have_count(2)
