"""Made-up reports and the words that sites put around them; the same seed makes the same words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape

PLACES = ("临川市", "安平县", "沙河区", "永丰县", "东阳市", "新城区", "清源县", "云溪区", "长岭县", "南湖区")
MEETINGS = (
    "生态环境保护大会",
    "污染防治攻坚推进会",
    "河湖长制工作会议",
    "大气污染防治调度会",
    "生态文明建设动员会",
)
SOURCES = ("生态环境局", "融媒体中心", "人民政府办公室", "日报社", "新闻网")
OPENINGS = (
    "{day}，{place}召开{meeting}，传达上级会议精神，总结前一阶段工作，安排部署下一步任务。",
    "{day}上午，{place}{meeting}在市民中心举行，各镇街和有关部门负责人参加会议。",
)
SENTENCES = (
    "会议指出，去年全域优良天数比率达到{n}%，较上年提高{m}个百分点，群众满意度持续提升。",
    "会议强调，要坚持精准治污、科学治污、依法治污，持续打好蓝天、碧水、净土保卫战。",
    "要加快补齐基础设施短板，年内新建污水管网{n}公里，改造老旧管网{m}公里。",
    "要紧盯重点行业、重点区域、重点时段，落实扬尘管控“六个百分百”要求，严防露天焚烧。",
    "到2025年底前，可吸入颗粒物平均浓度下降到{n}微克/立方米左右，河道水面保洁率保持100%。",
    "由生态环境部门牵头，住建、水务、农业农村等部门配合，建立问题清单、责任清单、时限清单。",
    "会议要求，各级各部门要提高政治站位，压实工作责任，对推进不力的单位和个人严肃追责问责。",
    "要以中央生态环境保护督察反馈问题整改为契机，举一反三、建章立制，确保{m}项任务按期销号。",
    "要推动产业绿色升级，加快淘汰落后产能，新增地热供暖面积{n}万平方米，单位能耗下降{m}%。",
    "要统筹矿山、湿地、草原修复，全年完成造林{n}万亩、坡耕地改造{m}平方公里。",
)
SHORT = ("会议由常务副市长主持。", "相关单位负责同志参加会议。", "会议还研究了其他事项。")
HEADINGS = ("一、坚定不移打好攻坚战", "二、抓紧抓实督察整改", "三、加快推动绿色转型")
OTHER_TITLES = (
    "{place}开展春季义务植树活动", "{place}召开安全生产电视电话会议", "关于{place}部分路段交通管制的通告",
    "{place}举办“最美家庭”揭晓仪式", "{place}图书馆暑期开放时间调整", "{place}深入推进乡村振兴示范点建设",
    "一图读懂{place}政府工作报告", "{place}召开经济运行分析会", "{place}领导走访慰问退役军人",
)  # fmt: skip
DIGESTS = (
    "近日，{place}组织志愿者走进社区，开展垃圾分类宣传活动，发放宣传手册三百余份，受到居民欢迎。",
    "记者从{place}交通部门获悉，新建的跨河大桥将于下月通车，届时两岸居民出行时间将缩短一半。",
    "为丰富群众文化生活，{place}将于本周末举办露天音乐会，欢迎广大市民前往观看。",
)
NAVIGATION = (
    "首页",
    "政务公开",
    "新闻中心",
    "办事服务",
    "互动交流",
    "走进本地",
    "专题专栏",
    "数据开放",
    "站点地图",
)
DISCLAIMER = (
    "凡本网注明来源的作品，版权均属本网所有，未经授权不得转载、摘编或以其他方式使用。",
    "本网转载其他媒体稿件是为传播更多信息，并不意味着赞同其观点，如涉及版权问题请及时与我们联系。",
)


@dataclass(frozen=True, slots=True)
class Article:
    """A report with what surrounds it on its site; `others` are titles and `digests` sentences of other news."""

    place: str
    title: str
    year: int
    month: int
    day: int
    source: str
    author: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    digests: tuple[str, ...]

    @property
    def iso(self) -> str:
        """The day of publication."""
        return f"{self.year}-{self.month:02}-{self.day:02}"


def make_article(seed: int) -> Article:
    """Return the article of `seed`."""
    pick = random.Random(seed)  # noqa: S311 - texts, no secrets
    place = pick.choice(PLACES)
    meeting = pick.choice(MEETINGS)
    year, month, day = pick.randint(2006, 2024), pick.randint(1, 12), pick.randint(2, 28)
    source = place + pick.choice(SOURCES)
    opening = pick.choice(OPENINGS).format(day=f"{month}月{day - 1}日", place=place, meeting=meeting)
    paragraphs = [opening]
    for number in range(pick.randint(1, 6)):
        chosen = pick.sample(SENTENCES, pick.randint(1, 3))
        paragraphs.append("".join(s.format(n=pick.randint(20, 98), m=pick.randint(2, 19)) for s in chosen))
        if pick.random() < 0.25 and number < len(HEADINGS):
            paragraphs.insert(len(paragraphs) - 1, HEADINGS[number])
    if pick.random() < 0.5:
        paragraphs.append(pick.choice(SHORT))
    places = pick.sample(PLACES, 8)
    return Article(
        place=place,
        title=f"{place}召开{year}年{meeting}" if pick.random() < 0.7 else f"{place}{meeting}召开",
        year=year,
        month=month,
        day=day,
        source=source,
        author="本报通讯员",
        paragraphs=tuple(dict.fromkeys(paragraphs)),
        others=tuple(t.format(place=p) for t, p in zip(pick.sample(OTHER_TITLES, 8), places, strict=True)),
        digests=tuple(t.format(place=p) for t, p in zip(DIGESTS, places, strict=False)),
    )


def whole_text(article: Article, opening: str = "<p>", closing: str = "</p>") -> str:
    """Return the paragraphs of `article`, each between `opening` and `closing`."""
    return "".join(f"{opening}{escape(p)}{closing}\n" for p in article.paragraphs)


def whole_page(head: str, body: str) -> str:
    """Return a page with what stands in its head and in its body."""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
