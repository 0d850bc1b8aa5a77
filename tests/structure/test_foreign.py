"""What is foreign to a report goes, wherever a site put it; no word of a report goes with it."""

import random
import re

import pytest

from ecoledger.lexicon.spam import find_injected, is_spam
from ecoledger.mapped import MappedText
from ecoledger.restore.restoration import restore
from ecoledger.structure.injected import drop_injected
from ecoledger.structure.line import find_kind
from ecoledger.structure.page import read_page
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]
FIRST = "10月12日，全区生态环境保护大会召开，区委书记出席会议并讲话。"
SECOND = "会议强调，要持续改善湖泊水质，推动产业结构优化，压实各方责任。"
THIRD = "会议要求，要加强监督执法，严格考核问责，确保完成年度任务。"
BODY = "\n".join((FIRST, SECOND, THIRD))

SPAM = [
    "一区二区三区视频在线观看，国产不卡AV在线，久久综合免费人伦观看",
    "国产精品视频在线观看。看片免费。",
    "澳门新葡京官网 彩票平台 百家乐",
    "彩票官网",
    "bet365官网 体育投注 开户送彩金",
    "双色球开奖结果 走势图",
    "代开发票 办证刻章 QQ：123456789",
    "男科医院 无痛人流 价格",
    "股票配资平台 网贷秒批",
    "加微信：abc12345",
]
NOTICES = [
    "本文来自某某网，转载请注明出处。",
    "更多精彩内容请关注某某公众号",
    "点击上方蓝字关注我们",
    "分享到 微信 微博 QQ空间",
    "首页 > 新闻 > 正文",
    "字体：大 中 小",
    "打印本页 关闭窗口",
    "我来说两句",
    "收藏本站 设为首页",
    "图为会议现场。",
    "（资料图）",
    "会议现场 区融媒体中心摄",
    "标签：环保 大会",
    "微信公众号：生态某市",
    "长按二维码关注我们",
    "阅读 1234 在看 56",
    "返回搜狐，查看更多",
    "您现在的位置：首页",
]
RUNS = [
    "澳门新葡京官网 彩票平台 百家乐 ",
    "【国产精品视频在线观看】",
    "看片 免费在线观看 国产视频 ",
    "加微信：abc12345。",
    "（联系客服QQ 12345678）",
    "www.bet365abc.com ",
    "（本文来自某某网，转载请注明出处）",
    "转载请注明来源于某某网。",
    "更多精彩内容请关注某某公众号。",
    "分享到：微信 微博 QQ空间 ",
    "（资料图）",
    "[打印本页][关闭窗口]",
]


def page_of(text: str):
    return read_page(restore(text).mapped, {})


@pytest.mark.parametrize("line", [*SPAM, *NOTICES])
@pytest.mark.parametrize(
    "layout",
    [
        "{line}\n全区大会召开部署工作\n" + BODY,
        "全区大会召开部署工作\n{line}\n" + BODY,
        "全区大会召开部署工作\n" + BODY + "\n{line}",
        f"全区大会召开部署工作\n{FIRST}\n{{line}}\n{SECOND}\n{THIRD}",
        f"全区大会召开部署工作\n{FIRST}\n{SECOND}\n\n{{line}}\n\n{THIRD}",
    ],
    ids=["above the title", "under the title", "below", "between", "between, apart"],
)
def test_a_foreign_line_goes_wherever_it_stands(layout, line):
    page = page_of(layout.format(line=line))
    assert page.body.text == BODY
    assert page.title == "全区大会召开部署工作"
    [damage] = page.damage
    assert damage.kind == ("spam" if line in SPAM else "boilerplate")
    assert (damage.count, damage.repaired) == (1, 1)


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("mark", ["持续改善湖泊水质，", "压实各方责任。", "10月12日，"])
def test_a_run_inside_a_paragraph_goes(run, mark):
    page = page_of(BODY.replace(mark, mark + run))
    assert page.body.text == BODY
    assert [damage.count for damage in page.damage] in ([1], [2])


def test_what_stays_keeps_its_place_in_the_published_copy():
    damaged = BODY.replace("湖泊水质，", "湖泊水质，看片 免费在线观看 国产视频 ").replace(
        THIRD, f"（资料图）\n{THIRD}"
    )
    page = page_of(damaged)
    for words in (FIRST, "推动产业结构优化", THIRD):
        at = page.body.text.index(words)
        start, end = page.body.source_span(at, at + len(words))
        assert damaged[start:end] == words


@pytest.mark.parametrize(
    "repeated",
    [
        "{title}\n{first}\n{title}\n{second}\n{title}\n{third}",
        "{title}\n{first}\n生态湖泊风景如画\n{second}\n生态湖泊风景如画\n{third}",
        "{title}\n{first}\n图为会议现场。\n{second}\n图为会议现场。\n图为会议现场。\n{third}",
        "{title}\n{first}\n{second}\n{second}\n{third}",
        "{title}\n{first}\n{second}（资料图）\n（资料图）\n{third}",
    ],
)
def test_captions_and_paragraphs_that_repeat_go(repeated):
    text = repeated.format(title="全区大会召开部署工作", first=FIRST, second=SECOND, third=THIRD)
    assert page_of(text).body.text == BODY


@pytest.mark.parametrize(
    "body",
    [
        "（一）主要目标\n到2025年完成治理。\n（二）保障措施\n加强领导。\n（一）主要目标\n到2030年完成修复。\n（二）保障措施\n压实责任。",
        "推进水源地治理。\n牵头单位：市生态环境局\n推进黑臭水体治理。\n牵头单位：市生态环境局\n推进工作落实。",
        "会议强调，依法打击赌博、色情、代开发票等违法行为，净化网络环境。",
        "体育彩票公益金支持生态修复，福利彩票公益金支持养老服务。",
        "组织观看警示教育片，免费开放公园，完善高清视频监控网络和综合平台。",
        "引导欧美、日韩企业和国产电动汽车企业在线参加博览会，官方网站提供下载。",
        "开通政务微信公众号和微博，建立微信工作群300个，方便群众咨询。",
        "让更多群众关注生态环境，更多精彩项目落地见效，社会各界高度关注公众参与。",
        "文章来源于一线实践，注明数据出处，引用标准须现行有效。",
        "详见https://www.mee.gov.cn/a.html，登录www.12369.gov.cn举报，邮箱a.b@c.cn。",
        "（资料图册已印发）各单位要认真学习，打印装订成册，关闭排污口20个。",
        "举报电话：12369，微信举报平台同步开通，举报邮箱已公布。",
        "群众可扫描二维码登录“美丽中国”APP，查看空气质量，参与监督。",
        "下载安装“河长通”app，注册登录后即可巡河打卡，贷款贴息支持绿色消费。",
        "整治办证刻章小广告、棋牌室噪声和娱乐场所油烟，开展网贷、刷单诈骗宣传。",
        "请关注市生态环境局官网，了解更多信息；更多内容详见附件，请遵照执行。",
        "澳门、香港和金沙县代表参加会议，会议在皇冠酒店召开，体育场馆免费开放。",
    ],
)
def test_no_line_of_a_report_is_lost(body):
    text = f"{FIRST}\n{body}\n{THIRD}"
    page = page_of(text)
    assert page.body.text == text
    assert page.damage == ()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_line_of_an_annotated_report_is_lost(path):
    text = path.read_text(encoding="utf-8").strip("\n")
    restored = restore(text)
    page = read_page(restored.mapped, {})
    lines = restored.mapped.text.split("\n")
    assert set(lines) - set(page.body.text.split("\n")) - {page.title} == set()
    assert drop_injected(restored.mapped)[0] == restored.mapped
    assert not any(is_spam(line) or find_injected(line) for line in lines)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_spam_goes_from_an_annotated_report_and_nothing_else(path):
    clean = page_of(path.read_text(encoding="utf-8")).body.text
    chance = random.Random(path.stem)  # noqa: S311 — where spam stands, no secret
    places = [match.end() for match in re.finditer("[，。；](?!\n|$)", clean)]
    at = chance.choice(places)
    run = chance.choice(RUNS)
    damaged = clean[:at] + run + clean[at:]
    lines = damaged.split("\n")
    number = chance.randrange(1, len(lines) + 1)
    lines.insert(number, chance.choice(SPAM))
    got = drop_injected(MappedText.of("\n".join(lines)))[0].text
    kept = "\n".join(line for line in got.split("\n") if line and find_kind(line) != "spam")
    assert kept == clean


@pytest.mark.parametrize(
    ("published", "clean"),
    [
        (
            "企业http://www.example.com/enterprise/要提高环保意识，抓好落实。",
            "企业要提高环保意识，抓好落实。",
        ),
        ("请登录http://www.example.com/查询，按时报送。", "请登录http://www.example.com/查询，按时报送。"),
    ],
)
def test_the_address_of_a_link_in_mid_sentence_goes(published, clean):
    assert page_of(f"{FIRST}\n{published}\n{THIRD}").body.text == f"{FIRST}\n{clean}\n{THIRD}"
