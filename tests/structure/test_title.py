"""The title of a report, however the page states it."""

import pytest

from ecoledger.mapped import MappedText
from ecoledger.structure.page import read_page

BODY = "3月5日，全县生态环境保护大会召开。\n会议强调，要持续改善湖泊水质，推动产业结构优化。"
TITLE = "某县召开生态环境保护大会"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (TITLE, TITLE),
        (f"{TITLE}_政务要闻_某县人民政府", TITLE),
        (f"{TITLE}-某县生态环境局", TITLE),
        (f"{TITLE} | 某某网", TITLE),
        (f"{TITLE}--地方频道--某某网", TITLE),
        (f"{TITLE} - 某县人民政府门户网站", TITLE),
        (f"某县人民政府 今日动态 {TITLE}", TITLE),
        (f"某县人民政府 {TITLE}", TITLE),
        (f"某县日报数字报-{TITLE}", TITLE),
        (f"某县新闻网_{TITLE}", TITLE),
        ("凝心聚力 真抓实干推进生态建设", "凝心聚力 真抓实干推进生态建设"),
        ("聚焦两会 | 某县：做好生态环境保护工作", "聚焦两会 | 某县：做好生态环境保护工作"),
        ("某县2021-2025年生态环境保护规划 - 某县政府", "某县2021-2025年生态环境保护规划"),
        (
            "某县人民政府办公室关于印发工作方案的通知 - 某县人民政府",
            "某县人民政府办公室关于印发工作方案的通知",
        ),
    ],
)
def test_the_site_is_no_part_of_the_title(stated, title):
    assert read_page(MappedText.of(BODY), {"title": stated}).title == title


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n2023-05-06",
        f"凝心聚力 真抓实干\n{TITLE}\n——以高水平保护支撑高质量发展\n2023-05-06 某县日报",
        f"发布机构：某县政府办\n发布日期：2023-05-06\n名称：{TITLE}\n有效性：有效",
        f"政务公开\n发布日期：2023-05-06\n标题 {TITLE}",
        f"来源：某县融媒体中心\n发布日期：2023-05-06\n{TITLE}",
        f"2023年5月6日 星期六\n某县日报 第A01版\n{TITLE}",
        f"{TITLE}\n某县日报记者 某某\n2023-05-06 07:00",
    ],
)
def test_the_title_stands_above_the_report(head):
    assert read_page(MappedText.of(f"{head}\n{BODY}"), {}).title == TITLE


@pytest.mark.parametrize("title", ["县委书记调研县生态环境局", "某县：推进生态文明建设再上新台阶"])
def test_a_title_that_ends_in_an_organ_is_one(title):
    assert read_page(MappedText.of(f"{title}\n2023-05-06\n{BODY}"), {}).title == title


@pytest.mark.parametrize(
    "line",
    [
        "您好，今天是2023年5月6日星期六",
        "05-06 18:22 某县融媒体中心",
        "某县绿化动员讲话全文.docx",
        "某某医院 http://m.example.com/a.html",
        "张伟，李强，王娟",
        "李 强，张 伟，王娟",
        "（某某设计研究院有限公司，某市 430010）",
        "启动仪式现场",
        "某某专业门户网站",
        "绿色家园--环保网移动版",
        "各相关部门负责人参加会议",
        "第七部分 附则 ................ 21",
    ],
)
def test_some_lines_are_never_a_title(line):
    assert read_page(MappedText.of(f"{line}\n{BODY}"), {}).title is None
    assert read_page(MappedText.of(f"{TITLE}\n{line}\n{BODY}"), {}).title == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "某县长调研湖泊治理时强调\n强化责任 全力推进水质改善",
            "某县长调研湖泊治理时强调 强化责任 全力推进水质改善",
        ),
        ("全县环境整治推进会要求：\n瞄准关键 压实责任", "全县环境整治推进会要求：瞄准关键 压实责任"),
        (
            "某县长在治水会上强调\n提高认识 抓好统筹\n确保整改一处成功一处\n某县长主持会议",
            "某县长在治水会上强调 提高认识 抓好统筹 确保整改一处成功一处",
        ),
        (f"{TITLE}\n强化责任 全力推进水质改善", "强化责任 全力推进水质改善"),
    ],
)
@pytest.mark.parametrize("dateline", ["", "\n2023-05-06 来源：某县日报"])
def test_a_line_that_leads_to_the_title_is_of_it(head, title, dateline):
    page = read_page(MappedText.of(f"{head}{dateline}\n{BODY}"), {})
    assert (page.title, page.body.text) == (title, BODY)


def test_the_lines_of_a_title_are_no_damage():
    text = f"某县长调研湖泊治理时强调\n强化责任 全力推进水质改善\n{BODY}"
    assert read_page(MappedText.of(text), {}).damage == ()


def test_a_line_without_a_word_of_the_report_is_no_title():
    body = "\n".join([BODY, *(f"会议要求，第{n}项任务要抓好落实，确保按期完成。" for n in range(9))])
    assert read_page(MappedText.of(f"超级网游 户外运动\n{body}"), {}).title is None
    assert read_page(MappedText.of(f"湖泊清波 户外运动\n{body}"), {}).title == "湖泊清波 户外运动"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"【聚焦】为了一湖碧水，十几位县领导齐聚湖边！\n{BODY}",
            "【聚焦】为了一湖碧水，十几位县领导齐聚湖边！",
        ),
        (f"如何守住一湖碧水？某县这样做！\n本报讯 {BODY}", "如何守住一湖碧水？某县这样做！"),
    ],
)
def test_an_exclamation_above_a_report_without_a_title_is_its_title(text, title):
    page = read_page(MappedText.of(text), {})
    assert (page.title, page.body.text) == (title, text.partition("\n")[2])


@pytest.mark.parametrize(
    "body",
    [
        f"如何守住一湖碧水？让我们走近湖边！\n县委书记说，要久久为功，抓好湖泊水质。\n{BODY}",
        "同志们，大家辛苦了！\n今天的会议十分重要，要抓好落实，压实责任。",
    ],
)
def test_an_exclamation_that_belongs_to_the_text_stays(body):
    assert read_page(MappedText.of(body), {}).body.text == body
    assert read_page(MappedText.of(f"{TITLE}\n{body}"), {}).body.text == body
