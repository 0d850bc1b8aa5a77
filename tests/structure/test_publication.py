"""What the lines around a report say of date, source and author, however a site writes them."""

import datetime as dt

import pytest

from ecoledger.mapped import MappedText
from ecoledger.restore.restoration import restore
from ecoledger.structure.page import read_page
from ecoledger.structure.publication import Surroundings, read_publication

TITLE = "某市召开生态环境保护大会"
BODY = "3月5日，某市生态环境保护大会召开。\n会议强调，要持续改善湖泊水质，推动产业结构优化。"
DAY = dt.date(2023, 5, 6)
ORGAN = "某市融媒体中心"


@pytest.mark.parametrize(
    "line",
    [
        "来源：某市融媒体中心 发布日期：2023-05-06",
        "来源: 某市融媒体中心　发布时间: 2023-05-06 08:30:00　浏览次数: 12",
        "发布日期：2023年5月6日来源：某市融媒体中心作者：佚名",
        "发布时间：2023/5/6 8:30 信息来源：某市融媒体中心 字号：大 中 小",
        "文章来源：某市融媒体中心 时间：2023.05.06 点击：12",
        "稿源：某市融媒体中心 编辑：某某 日期：2023-05-06",
        "来源丨某市融媒体中心 2023-05-06",
        "来 源：某市融媒体中心 时 间：2023-05-06",
        "2023-05-06 08:30 来源：某市融媒体中心 责编：某某",
        "2023-05-06 来源 某市融媒体中心 点击 12",
        "发布机构：某市融媒体中心 发布日期：2023年05月06日",
        "发布机构 某市融媒体中心 成文日期 2023年05月06日",
        "2023-05-06 08:30  某市融媒体中心",
        "2023年05月06日 08:30 | 某市融媒体中心 | 阅读 12",
        "某市融媒体中心 2023年05月06日 星期六",
        "某市融媒体中心　2023-05-06 08:30",
        "（2023-05-06 某市融媒体中心）",
        "【某市融媒体中心 2023-05-06】",
        "來源：某市融媒體中心 發佈日期：2023-05-06 瀏覽次數：12",
        "發布時間：2023年5月6日　信息來源：某市融媒體中心",
        "【字号：大 中 小】 发布日期：2023-05-06 来源：某市融媒体中心 浏览次数：12 次",
        "时间：2023-05-06  来源：某市融媒体中心  作者：  点击：  次",
        "[2023-05-06]  [来源：某市融媒体中心]  [字体：大 中 小]",
        "〖2023-05-06〗〖来源：某市融媒体中心〗",
        "某市融媒体中心 · 2023-05-06 · 发布于某省",
        "发布人：某某  发布时间：2023-05-06  稿件来源：某市融媒体中心",
        "20230506 来源：某市融媒体中心",
        "更新：2023-05-06 来源：某市融媒体中心",
        "某市融媒体中心 发布于 2023-05-06",
        "时间：二〇二三年五月六日 来源：某市融媒体中心",
        "编辑：小文 审核：小武 2023-05-06 某市融媒体中心",
    ],
)
@pytest.mark.parametrize("place", ["above the title", "below the title"])
def test_one_line_states_day_and_source(line, place):
    head = f"{line}\n{TITLE}" if place == "above the title" else f"{TITLE}\n{line}"
    page = read_page(restore(f"{head}\n{BODY}").mapped, {})
    assert (page.title, page.published, page.source) == (TITLE, DAY, ORGAN)
    assert page.body.text == BODY


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源： 发布日期：2023-05-06 打印", None),
        ("来源：作者：时间：2023-05-06", None),
        ("2023-05-06 来源：某市融媒体中心_要闻", ORGAN),
        ("05-06 08:30   某市融媒体中心", ORGAN),
    ],
)
def test_a_label_without_a_name_and_a_column_are_no_source(line, source):
    page = read_page(restore(f"{TITLE}\n{line}\n{BODY}").mapped, {})
    assert (page.title, page.source, page.body.text) == (TITLE, source, BODY)


@pytest.mark.parametrize(
    "lines",
    [
        "发布日期：2023-05-06\n来源：某市融媒体中心",
        "来源：某市融媒体中心\n作者：佚名\n发布时间：2023-05-06",
        "（2023-05-06）\n文章来源：某市融媒体中心",
        "文章来源：\n某市融媒体中心\n发布时间：\n2023-05-06",
        "2023年5月6日\n信息来源：某市融媒体中心\n责编：某某",
        "索引号 1-2023 主题分类 环保\n发布机构：某市融媒体中心\n发文日期：2023-05-06",
    ],
)
def test_several_lines_state_day_and_source(lines):
    page = read_page(restore(f"{TITLE}\n{lines}\n{BODY}").mapped, {})
    assert (page.title, page.published, page.source) == (TITLE, DAY, ORGAN)
    assert page.body.text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "来源：某市融媒体中心",
        "（来源：某市融媒体中心）",
        "来源丨某市融媒体中心",
        "信息来源：某市融媒体中心 编辑：某某",
    ],
)
def test_the_source_stands_below_the_report(line):
    page = read_page(restore(f"{TITLE}\n2023-05-06\n{BODY}\n{line}").mapped, {})
    assert (page.published, page.source, page.body.text) == (DAY, ORGAN, BODY)


def lines(above=(), below=(), opening=""):
    return Surroundings(tuple(above), (), tuple(below), (*above, *below), opening)


@pytest.mark.parametrize(
    ("above", "below", "meta", "day"),
    [
        (["发布时间：2023-05-06"], [], {"date": "2023-05-07"}, DAY),
        (["2024-12-01 星期日"], [], {"date": "2023-05-06 10:00"}, DAY),
        (["2023-05-06"], ["更新时间：2024-11-30"], {}, DAY),
        (["成文日期：2022-12-30", "发布日期：2023-05-06"], [], {}, DAY),
        (["成文日期：2023-05-06"], [], {}, DAY),
        (["更新时间：2023-05-06"], [], {}, DAY),
        ([], ["更新时间：2024-11-30"], {"date": "2023-05-06T07:30:00+08:00"}, DAY),
        ([], ["最后更新日期：2024年11月30日"], {}, None),
        (["今天是 2024年12月1日 星期日"], [], {}, None),
        ([], ["发布时间：2023-05-06"], {"sent": "2024-03-01"}, DAY),
        ([], [], {"sent": "2023-05-06"}, DAY),
        (["发布时间：2023-13-45"], [], {}, None),
        (["会议时间：2023-05-06"], [], {}, None),
        (["来源：中国环境报（2023-05-06）"], [], {}, DAY),
        (["二○二三年五月六日"], [], {}, DAY),
        (["时间：二〇二三年十月二十三日"], [], {}, dt.date(2023, 10, 23)),
        (["时间：二〇二三年十二月三十日"], [], {}, dt.date(2023, 12, 30)),
        (["23-05-06 18:22"], [], {}, DAY),
        ([], ["某县人民政府办公室 2023年5月6日印发"], {}, DAY),
    ],
)
def test_the_day_of_publication_is_never_that_of_the_site(above, below, meta, day):
    assert read_publication(lines(above, below), meta).published == day


@pytest.mark.parametrize(
    ("above", "meta", "opening", "source"),
    [
        (["来源：甲报"], {"source": "乙报"}, "", "甲报"),
        (["2023-05-06 甲市日报"], {"source": "乙报"}, "", "乙报"),
        (["2023-05-06 甲市日报"], {"site": "某某网"}, "", "甲市日报"),
        (["发布机构：市水务局", "来源：甲报"], {}, "", "甲报"),
        (["来源：《中国环境报》 2023-05-06"], {}, "", "中国环境报"),
        (["来源：中国环境报（2023-05-06）"], {}, "", "中国环境报"),
        (["原文刊于《中国环境报》2023年5月6日第3版"], {}, "", "中国环境报"),
        (["来源：甲报，2023-05-06"], {}, "", "甲报"),
        (["来源：“生态某市”微信公众号"], {}, "", "“生态某市”微信公众号"),
        (["来源：本站", "发布机构：市水务局"], {}, "", "市水务局"),
        ([], {"site": "某某网"}, "甲市日报讯（记者 某某） 3月5日", "甲市日报"),
        ([], {"site": "某某网"}, "3月5日，会议召开。", "某某网"),
        (["江苏环保 2024-01-23 17:30 发表于江苏"], {}, "", "江苏环保"),
        (["原创 某某 江苏环保 2024-01-23 17:30 发表于江苏"], {}, "", "江苏环保"),
        (["来源：江苏发布 2024-01-23"], {}, "", "江苏发布"),
        (["2023-05-06 浏览 12"], {}, "", None),
    ],
)
def test_the_source_is_who_published_first(above, meta, opening, source):
    assert read_publication(lines(above, opening=opening), meta).source == source


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("作者：本报通讯员 来源：甲报", "本报通讯员"),
        ("来源：甲报作者：佚名", None),
        ("2023-05-06 | 甲报 | 作者：某某", "某某"),
        ("记者丨某某", "某某"),
        ("作 者：某某 编 辑：小编", "某某"),
        ("时间：2023-05-06 作者：admin", None),
        ("供稿：市水务局", "市水务局"),
        ("某市日报记者 某某", "某某"),
        ("（本报记者 某某 通讯员 某某）", "某某"),
    ],
)
def test_the_author_is_named_by_a_label(line, author):
    assert read_publication(lines([line]), {}).author == author


def test_a_list_of_other_news_gives_no_day():
    page = read_page(MappedText.of(f"{TITLE}\n2023-05-06\n{BODY}\n相关新闻\n2024-11-10 某县召开大会"), {})
    assert page.published == DAY


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n{ORGAN}\n2023-05-06 08:30",
        f"{TITLE}\n2023-05-06 08:30\n{ORGAN}\n发表于江苏",
        f"{TITLE}\n原创 {ORGAN}\n2023-05-06 08:30",
        f"生态环境工作简报\n第 12 期（总第 340 期）\n{ORGAN}\n2023年5月6日\n{TITLE}",
        f"{TITLE}\n{ORGAN}\n23-05-06 18:22 {ORGAN}官方账号",
        f"{TITLE}\n{ORGAN}\n5月6日\n关注\n2023-05-06 12:00 · 来自某省",
    ],
)
def test_a_medium_stands_alone_beside_the_day(head):
    page = read_page(restore(f"{head}\n{BODY}").mapped, {})
    assert (page.title, page.published, page.source) == (TITLE, DAY, ORGAN)


def test_the_organ_that_signs_below_with_the_day_is_the_source():
    page = read_page(restore(f"{TITLE}\n{BODY}\n某县人民政府办公室\n2023年5月6日").mapped, {})
    assert (page.title, page.published, page.source) == (TITLE, DAY, "某县人民政府办公室")
    assert page.body.text == BODY


@pytest.mark.parametrize(
    ("stated", "day"), [((), dt.date(2023, 5, 8)), (("发布时间：2023-05-06",), dt.date(2023, 5, 6))]
)
def test_the_day_in_the_address_is_the_last_resort(stated, day):
    page = {"url": "https://www.example.gov.cn/xw/202305/t20230508_3668633.html"}
    assert read_publication(lines(list(stated)), page).published == day
