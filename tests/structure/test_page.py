"""The report is found in its page, whatever a site put around it."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.intake.document import read_document
from ecoledger.mapped import MappedText
from ecoledger.restore.restoration import restore
from ecoledger.structure.line import Kind, find_kind
from ecoledger.structure.page import Page, read_page

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "data" / "gold" / "seeds"
HTML = ROOT / "tests" / "cases" / "html"
BODY = (
    "10月12日，全区生态环境保护大会召开。区委书记出席会议并讲话。\n"
    "会议强调，要持续改善湖泊水质，推动产业结构优化。\n"
    "区领导出席会议。"
)


def read(data: bytes) -> Page:
    document = read_document(data, "某报道")
    return read_page(
        restore(document.text).mapped,
        {key: restore(value).mapped.text for key, value in document.meta.items()},
    )


def page_of(text: str) -> Page:
    return read_page(MappedText.of(text), {})


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_published_copy_gives_its_report(number):
    facts = json.loads((SEEDS / f"{number}.json").read_text(encoding="utf-8"))
    clean = (SEEDS / f"{number}.clean.txt").read_text(encoding="utf-8").strip("\n")
    [path] = (ROOT / "data" / "reports").glob(f"{number}_*.txt")
    document = read_document(path.read_bytes(), path.name)
    restored = restore(document.text)
    page = read_page(restored.mapped, {})
    assert page.title == facts["title"]
    assert page.published == (dt.date.fromisoformat(facts["published"]) if facts["published"] else None)
    assert page.source == facts["source"]
    assert restored.script == facts["script"]
    assert {d.kind for d in (*restored.damage, *page.damage)} == set(facts["damage"])
    assert page.body.text == clean.removeprefix(f"{page.title}\n")
    assert page.issues == ()
    for i in range(0, len(page.body.text), 50):
        start, end = page.body.source_span(i, i + 1)
        assert start < end


@pytest.mark.parametrize(
    "gold", json.loads((HTML / "gold.json").read_text(encoding="utf-8")), ids=lambda g: g["name"]
)
def test_a_web_page_gives_its_report(gold):
    page = read((HTML / f"{gold['name']}.html").read_bytes())
    assert page.title == restore(gold["title"]).mapped.text
    assert str(page.published) == gold["date"][:10]
    assert page.source == restore(gold["source"]).mapped.text
    assert page.body.text == restore("\n".join(gold["paras"])).mapped.text


@pytest.mark.parametrize(
    ("head", "tail", "title", "published", "source"),
    [
        ("", "", None, None, None),
        ("全区生态环境保护大会召开\n", "", "全区生态环境保护大会召开", None, None),
        (
            "首页 > 新闻中心 > 正文\n区委召开生态环境保护会议\n2023-10-12 19:13 来源：区融媒体中心 作者：佚名\n字号：大 中 小\n",
            "\n责任编辑：某某\n上一篇：全市安全生产会议召开\n下一篇：全市召开大会，部署工作。",
            "区委召开生态环境保护会议",
            dt.date(2023, 10, 12),
            "区融媒体中心",
        ),
        (
            "区委召开生态环境保护会议\n发布时间：2023年10月12日\n",
            "（区融媒体中心 某某）\n分享到：\n相关阅读\n2023-11-20 全市召开大会",
            "区委召开生态环境保护会议",
            dt.date(2023, 10, 12),
            None,
        ),
        (
            "",
            "\n（原标题：区委召开会议部署工作）\n来源：区政府网\n本网站内容版权归原作者所有，未经授权不得转载。",
            "区委召开会议部署工作",
            None,
            "区政府网",
        ),
        (
            "摘要：记者获悉，全区大会召开。\n市政府召开常务会议\n区长张某主持会议\n",
            "\n（信息来源：某城融媒）\n您访问的链接即将离开“某某之窗”门户网站 是否继续？",
            "市政府召开常务会议",
            None,
            "某城融媒",
        ),
        (
            "下面是小编为大家整理的区长在大会上讲话，供大家参考。\n全区大会召开部署工作\n",
            "\n某某市人民政府",
            "全区大会召开部署工作",
            None,
            None,
        ),
        (
            "全区大会召开部署工作\n",
            "\n澳门威尼斯人娱乐场 百家乐\n国产亚洲综合无码视频在线观看。",
            "全区大会召开部署工作",
            None,
            None,
        ),
    ],
)
def test_what_stands_around_the_report_goes(head, tail, title, published, source):
    page = page_of(head + BODY + tail)
    assert page.body.text == BODY
    assert (page.title, page.published, page.source) == (title, published, source)


def test_those_whom_a_letter_addresses_belong_to_it():
    letter = "各县区生态环境局、水利（水务）局：\n" + BODY
    page = page_of("关于开展专项行动的通知\n发布日期：2019-12-02 来源：市生态环境局\n" + letter)
    assert page.body.text == letter
    assert page.title == "关于开展专项行动的通知"


def test_the_heading_of_the_first_chapter_belongs_to_a_plan():
    plan = "二、持续巩固生态屏障\n（一）保护好湿地\n" + BODY
    page = page_of("某某市关于建设美丽城市的实施意见\n" + plan)
    assert (page.title, page.body.text) == ("某某市关于建设美丽城市的实施意见", plan)


def test_the_medium_that_sent_a_report_is_its_source_where_no_other_is_stated():
    assert page_of("临汾新闻网讯（记者 某某） " + BODY).source == "临汾新闻网"
    assert page_of("本报讯（记者 某某） " + BODY).source is None
    assert page_of("全区大会召开部署工作\n2023-11-22 09:24 三都澳侨报\n" + BODY).source == "三都澳侨报"
    assert page_of("某报讯 2023\n来源：区政府网\n" + BODY).source == "区政府网"


def test_the_address_of_the_original_is_kept():
    page = page_of(BODY + "\n原文链接：http://sthjt.example.cn/gzdt/t1.shtml")
    assert page.url == "http://sthjt.example.cn/gzdt/t1.shtml"
    assert page.context.endswith("t1.shtml")


def test_headings_stay_and_captions_go():
    text = BODY.replace("\n", "\n一、总体要求\n图为会议现场。\n会议现场 某某摄\n", 1)
    assert page_of(text).body.text == BODY.replace("\n", "\n一、总体要求\n", 1)


def test_to_whom_a_bulletin_goes_is_no_part_of_it():
    page = page_of(
        BODY + "\n报：市委、市政府领导。\n送：各县（市、区）人民政府，市直有关单位。\n（共印80份）"
    )
    assert page.body.text == BODY


@pytest.mark.parametrize(
    "caption",
    [
        "会议现场。（资料图）",
        "城区一景。区融媒体中心供图",
        "（本文图片由区融媒体中心提供）",
        "（资料图）",
        "图为会议现场",
        "座谈现场 摄影：某某",
        "20230506_1683.png （423.95 KB, 下载次数： 245）",
        "下载附件",
        "2023-5-6 19:06 上传",
        "（双框）",
        "某市牛皮癣医院哪家好",
    ],
)
def test_a_caption_in_the_middle_goes(caption):
    assert page_of(BODY.replace("\n", f"\n{caption}\n", 1)).body.text == BODY


def test_a_long_notice_of_the_site_is_not_the_report():
    notice = "\n免责声明：" + "本网转载的文章版权归原作者所有，未经授权不得转载，本网不承担责任。" * 20
    assert page_of(BODY + notice).body.text == BODY


def test_a_page_without_a_report_says_so():
    page = page_of("首页 | 登录\n网站地图 | 联系我们")
    assert page.body.text == ""
    assert [issue.kind for issue in page.issues] == ["no_body"]


def test_each_kind_of_a_line_is_one_that_the_rules_know():
    assert find_kind("要抓好落实，确保完成目标任务。") == "prose"
    assert find_kind("分享到：") in Kind.__args__


LETTER = "现将方案公开征求意见，请于9月28日前书面反馈。"
CONTACTS = "电子邮件：a@example.com\n邮寄地址：某市某路1号\n联系电话：010-12345678"


@pytest.mark.parametrize(
    "annex",
    [
        f"某县湿地保护实施意见\n（征求意见稿）\n各镇人民政府，县直各部门：\n{BODY}",
        f"附件：某县湿地保护实施方案\n一、总体要求\n{BODY}",
        BODY,
    ],
)
def test_an_annex_below_the_contacts_of_a_letter_belongs_to_it(annex):
    page = page_of(f"关于公开征求意见的公告\n2018-09-14\n{LETTER}\n{CONTACTS}\n{annex}")
    assert page.body.text == f"{LETTER}\n{annex}"


@pytest.mark.parametrize(
    "below",
    [
        "",
        "\n主办：某市人民政府",
        "\n关于印发方案的通知\n2023-01-02",
        "\n市长调研湿地保护\n某市召开会议部署工作，要求抓好落实，各级各部门主要负责人参加会议，会议以视频形式召开到镇村",
    ],
)
def test_contacts_end_a_report_that_has_no_annex(below):
    assert page_of(f"{BODY}\n{CONTACTS}{below}").body.text == BODY


@pytest.mark.parametrize(
    ("credit", "source", "title"),
    [
        ("（来源：某市发布）", "某市发布", None),
        ("（记者某某）（原标题：某市召开会议部署工作）", None, "某市召开会议部署工作"),
        ("（王娟）", None, None),
        ("（撰稿人：张伟 审稿人：王娟）", None, None),
        ("（据某省生态环境微信号）", None, None),
        ("（王娟 张伟）", None, None),
        ("（全文完）", None, None),
        ("终 审：张 伟", None, None),
    ],
)
def test_credits_behind_the_last_sentence_go_but_are_read(credit, source, title):
    page = page_of(BODY + credit)
    assert (page.body.text, page.source, page.title) == (BODY, source, title)


@pytest.mark.parametrize("words", ["（高标准农田除外）", "（街道、区）", "（见附件）"])
def test_brackets_behind_the_last_sentence_that_are_no_credit_stay(words):
    assert page_of(BODY + words).body.text == BODY + words


def test_what_a_site_that_shares_documents_writes_above_the_text_goes():
    head = "某局讲话.docx\n- 页数：10\n《某局讲话.docx》由会员分享，可在线阅读，更多相关请在某某网上搜索。"
    page = page_of(f"{head}\n在全市绿化动员会上的讲话\n同志们：\n{BODY}")
    assert (page.title, page.body.text) == ("在全市绿化动员会上的讲话", f"同志们：\n{BODY}")


def test_an_empty_label_takes_no_date_for_a_name():
    page = page_of(f"某镇召开环保会议\n来源：\n2019-09-02 09:15:32\n责编：\n某某\n{BODY}")
    assert (page.published, page.source) == (dt.date(2019, 9, 2), None)


@given(st.text(alphabet="全区会议召开，。：\n 来源2023-1年月日编辑>|首页（）", max_size=80))
def test_no_page_stops_the_reader(text):
    page = page_of(text)
    assert len(page.body.text) == len(page.body.starts)


def test_the_address_that_the_head_states_counts_where_the_page_names_none():
    text = "某市召开生态环境保护大会\n会议强调，要持续改善湖泊水质。"
    meta = {"url": "https://www.example.gov.cn/1.html"}
    assert read_page(restore(text).mapped, meta).url == meta["url"]
    named = f"{text}\n原文链接：http://a.example.cn/2.html"
    assert read_page(restore(named).mapped, meta).url == "http://a.example.cn/2.html"


def test_a_title_with_a_bar_and_put_before_a_sentence_again():
    page = read(
        "|全区召开生态环境保护大会\n\n10月12日，全区生态环境保护大会召开。\n"
        "【|全区召开生态环境保护大会】会议强调，要持续改善湖泊水质，推动产业结构优化。\n".encode()
    )
    assert page.title == "全区召开生态环境保护大会"
    assert page.body.text == (
        "10月12日，全区生态环境保护大会召开。\n会议强调，要持续改善湖泊水质，推动产业结构优化。"
    )


def test_an_original_title_in_title_marks_stands_without_them():
    assert page_of(f"{BODY}\n原标题：《区委召开会议部署整改工作》").title == "区委召开会议部署整改工作"
    assert page_of(f"{BODY}\n原标题：《某法》执法检查组来区检查").title == "《某法》执法检查组来区检查"
