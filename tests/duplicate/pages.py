"""Pages that publish a report once more, as copies do, and pages that only look like one.

Copies are made of annotated reports by damage; the others are written here, or are other annotated reports.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

from tests.restore.garbler import garble, random_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SPAM = "本站内容均来自互联网，如有侵权请联系删除。更多精彩内容请扫描二维码关注我们的公众号。"
NOTE = (
    "编者按：生态环境保护事关千家万户。近年来各地坚持问题导向，一批群众身边的突出环境问题得到解决，"
    "也积累了可供借鉴的做法。现将这次会议的报道转发如下，供大家学习参考，并请各单位结合实际抓好落实。"
)
TITLE = "以更高标准守护绿水青山 这场会议这样部署"
WRONG = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"


@dataclass(frozen=True, slots=True)
class Original:
    """A report as it was first published."""

    name: str
    title: str
    body: str

    @property
    def page(self) -> str:
        """The page, with its title as the first line."""
        return f"{self.title}\n{self.body}"


def read_originals(folder: Path) -> list[Original]:
    """Return the annotated reports of `folder`."""
    found = []
    for path in sorted(folder.glob("*.json")):
        text_of = path.with_suffix(".clean.txt")
        text = (text_of if text_of.exists() else path.with_suffix(".txt")).read_text(encoding="utf-8").strip()
        title = json.loads(path.read_text(encoding="utf-8")).get("title") or ""
        body = text.removeprefix(title).strip() if title else text
        found.append(Original(path.stem, title, body))
    return found


def cut(text: str, share: float) -> str:
    """Return the first `share` of `text`."""
    return text[: round(len(text) * share)]


def slip(text: str, every: int, seed: int = 1) -> str:
    """Write another character at every `every`-th place, as a bad scan does."""
    chance = Random(seed)  # noqa: S311 - the same text each time
    return "".join(
        chance.choice(WRONG) if at % every == every - 1 and "一" <= char <= "龥" else char
        for at, char in enumerate(text)
    )


def _garbled(one: Original, size: int, share: float = 1.0, **how: bool) -> str:
    page = cut(one.page, share)
    table = random_table(page, one.name, size)
    return garble(page, {char: said for char, said in table.items() if _is_gbk(said)}, **how).text


def _is_gbk(said: str) -> bool:
    try:
        return bool(said.encode("gbk"))
    except UnicodeEncodeError:
        return False


def _without_middle(one: Original) -> str:
    """Leave out whole sentences of the second half, as a page does that is short of room."""
    lines = one.body.split("。")
    kept = [line for at, line in enumerate(lines) if at < len(lines) // 2 or at % 2]
    return f"{one.title}\n{'。'.join(kept)}"


def _first_half(one: Original) -> str:
    """Keep whole sentences from the head until half of the report stands."""
    kept = ""
    for sentence in one.body.split("。"):
        if len(kept) * 2 >= len(one.body):
            break
        kept += f"{sentence}。"
    return f"{one.title}\n{kept}"


COPIES: dict[str, Callable[[Original], str]] = {
    "same": lambda one: one.page,
    "readings and lost bytes": lambda one: _garbled(one, 50),
    "many readings": lambda one: _garbled(one, 150),
    "readings, Simplified": lambda one: _garbled(one, 50, traditional=False, narrow=False),
    "every 20th character": lambda one: slip(one.page, 20),
    "every 10th character": lambda one: slip(one.page, 10),
    "every 7th character": lambda one: slip(one.page, 7),
    "cut to 90 %": lambda one: cut(one.page, 0.9),
    "cut to 70 %": lambda one: cut(one.page, 0.7),
    "cut to 50 %": lambda one: cut(one.page, 0.5),
    "first sentences": _first_half,
    "sentences left out": _without_middle,
    "garbled and cut to 60 %": lambda one: _garbled(one, 50, 0.6),
    "garbled and cut to 50 %": lambda one: _garbled(one, 50, 0.5),
    "every 10th and cut to 50 %": lambda one: slip(cut(one.page, 0.5), 10),
    "notice behind": lambda one: f"{one.page}\n{SPAM}",
    "notice within": lambda one: f"{cut(one.page, 0.4)}{SPAM}{one.page[len(cut(one.page, 0.4)) :]}",
    "another title": lambda one: f"{TITLE}\n{one.body}",
    "another title and cut": lambda one: f"{TITLE}\n{cut(one.body, 0.6)}",
    "no title": lambda one: one.body,
    "editor's note": lambda one: f"{one.title}\n{NOTE}\n{one.body}",
    "editor's note and cut": lambda one: f"{one.title}\n{NOTE}\n{cut(one.body, 0.7)}",
    "joined lines": lambda one: f"{one.title}\n{one.body.replace(chr(10), '')}",
    "dateline": lambda one: f"{one.title}\n来源：生态环境局　发布时间：2024-01-15\n{one.body}",
}
"""Kinds of copies, by what is done to the original."""


def copies_of(one: Original) -> Iterator[tuple[str, str]]:
    """Give the kind and the page of each copy of `one`."""
    for kind, make in COPIES.items():
        yield kind, make(one)


FORMS = (
    "{county}召开{year}年生态环境保护大会\n{month}月{day}日，{county}召开{year}年生态环境保护大会，"
    "深入学习贯彻习近平生态文明思想，总结工作，分析形势，安排部署下一阶段重点任务。{post}{leader}出席会议并讲话。\n"
    "会议指出，过去一年，全{unit}上下坚持生态优先、绿色发展，空气质量优良天数比率达到{air}%，"
    "PM2.5平均浓度{dust}微克/立方米，国考断面水质优良比例{water}%，完成造林{wood}万亩，整治入河排污口{pipe}个。\n"
    "会议强调，要深入打好蓝天、碧水、净土保卫战，加强工业源、移动源、扬尘源治理，统筹水资源、水环境、水生态，"
    "强化土壤污染源头防控，推进农村生活污水治理。要加快推动发展方式绿色低碳转型，积极稳妥推进碳达峰碳中和。\n"
    "会议要求，要严格落实“党政同责”“一岗双责”，健全齐抓共管的工作格局，强化督察考核，"
    "以钉钉子精神抓好中央和省生态环境保护督察反馈问题整改，确保{year}年各项目标任务全面完成。",
    "{county}河长制工作推进会召开\n{month}月{day}日上午，{county}河长制工作推进会召开，"
    "{post}、{unit}总河长{leader}主持会议并讲话。\n{leader}强调，要提高政治站位，牢牢把握河长制工作的总体要求，"
    "压实各级河长责任，推动河湖管护从“有名有责”向“有能有效”转变。要突出问题导向，聚焦河湖“四乱”、"
    "入河排污口、黑臭水体等突出问题，建立台账、挂图作战、销号管理，年底前整治入河排污口{pipe}个，"
    "国考断面水质优良比例达到{water}%以上。要强化协同联动，水利、生态环境、农业农村、住建等部门各司其职、"
    "密切配合，形成治水管水护水的强大合力。要加强宣传引导，营造全社会关心、支持、参与河湖保护的良好氛围。",
    "{county}部署秸秆禁烧工作\n{month}月{day}日，{county}召开秸秆禁烧和综合利用工作会议，安排部署秋季禁烧工作。"
    "{post}{leader}出席会议并讲话。\n{leader}指出，秸秆禁烧是大气污染防治的重要举措，各乡镇、各部门要认清形势，"
    "克服麻痹思想，坚决打赢秸秆禁烧攻坚战。\n{leader}要求，要压紧压实责任，严格落实网格化监管，做到横向到边、"
    "纵向到底、不留死角。要坚持疏堵结合，加快推进秸秆收储运体系建设，秸秆综合利用率达到{air}%以上。"
    "要强化巡查督查，用好高空瞭望、无人机等手段，发现火点立即处置、严肃追责。要加大宣传力度，"
    "通过广播、标语、入户走访等形式，引导群众自觉参与禁烧。",
)
"""Reports that counties fill in year by year."""

FILLED = (
    {"county": "青阳县", "unit": "县", "post": "县委书记", "leader": "马胜利", "year": 2023, "month": 3, "day": 12,
     "air": "92.3", "dust": "31", "water": "95", "wood": "1.5", "pipe": "46"},
    {"county": "青阳县", "unit": "县", "post": "县委书记", "leader": "马胜利", "year": 2024, "month": 3, "day": 20,
     "air": "93.1", "dust": "29", "water": "97.5", "wood": "1.8", "pipe": "38"},
    {"county": "东至县", "unit": "县", "post": "县委书记", "leader": "钱松", "year": 2023, "month": 3, "day": 12,
     "air": "95.6", "dust": "27", "water": "100", "wood": "2.1", "pipe": "52"},
    {"county": "建湖县", "unit": "县", "post": "县长", "leader": "张明康", "year": 2023, "month": 4, "day": 9,
     "air": "84.9", "dust": "28", "water": "90.9", "wood": "0.6", "pipe": "120"},
)  # fmt: skip

TOWNS = (
    ("蓉城镇", "镇党委书记马胜利", "2"),
    ("陵阳镇", "镇党委书记吴波", "2"),
    ("新河镇", "", "2"),
    ("朱备镇", "", "2"),
)
"""Towns of one county that report the same day in the same words."""

TOWN = (
    "{0}召开人居环境整治推进会\n3月{2}日，青阳县{0}召开农村人居环境整治推进会。{1}镇村干部参加会议。\n"
    "会议指出，{0}要深刻领会改善农村人居环境的重要意义，坚持因地制宜、分类施策，扎实推进农村厕所革命、"
    "生活污水治理和垃圾分类处理。要发动群众积极参与，开展村庄清洁行动，清理房前屋后杂物和沟渠淤泥，"
    "建立健全长效管护机制。要压实责任，各村党组织书记要当好第一责任人，定期调度、及时通报，确保整治工作取得实效。"
)

WRITERS = (
    ("003", "盐城部署城市污水治理攻坚\n"
     "本报讯（记者）我市日前召开动员会，对今年的生态环境保护和城市污水治理作出安排。市长张明康到会讲话，"
     "市委常委、副市长王连春主持，副市长王娟参加。\n记者从会上了解到，今年盐城把管网改造摆在突出位置，"
     "各板块与市政府签署了责任状，承诺按期完成提标改造和雨污分流。张明康说，老百姓对家门口的水好不好感受最直接，"
     "治水就是惠民生。“坚持问题导向，加强源头收集管控，加快管网建设改造，提升污水集中收集处理水平。”"
     "他在讲话中要求，主管部门按月调度、按季通报，进度滞后的要说明原因、限期赶上。\n"
     "对于督察反馈的问题，会议要求逐条过堂，谁的问题谁负责到底，整改情况向社会公开，接受群众监督。"
     "会议还播放了突出问题整改的专题片，几家单位介绍了做法。与会同志表示，回去后立即传达，抓紧排出计划。"),
    ("001", "贵池：向“表面整改”说不\n"
     "9月16日，贵池区的干部们在会场里看了两期专题片，片中点名的问题一个也没有遮掩。当天召开的全区生态环境保护大会，"
     "从“揭短”开始。区委书记马胜利在会上说，群众盼的是好山好水，来不得半点虚功。区长钱松主持会议，"
     "吴波、鲍胜利等参加。\n马胜利要求，各镇街、园区把自己摆进去，对照清单一件一件改，改完了再组织“回头看”，"
     "防止反弹。“要管好用好镇街环保站和网格员队伍，推深做实生态环境保护网格化监管机制。”"
     "长江岸线、矿山、农村是重点，哪里薄弱就盯住哪里。对整改不彻底造成严重后果的，严肃追责问责。\n"
     "会议提出，环保设施的短板要靠项目来补，积极向上争取资金的同时，也欢迎社会资本参与。"
     "会上还通报了全区生态环境保护工作的情况，明确了下一步的安排。"),
)  # fmt: skip
"""Accounts of the meetings of two seeds by another hand; they quote a sentence or two of the same speech."""

LATER = (
    "我区召开突出生态环境问题整改工作调度会\n11月8日，全区突出生态环境问题整改工作调度会召开，"
    "听取问题整改进展情况汇报，研究下一步工作。区委书记马胜利主持会议并讲话。\n{doctrine}\n"
    "会议听取了12个问题的整改进展，其中7个已完成整改，3个正在验收，2个进度滞后。会议明确，"
    "滞后的问题由分管负责同志包保，12月底前必须见底。涉及的镇街要把工期排到天，每周报送一次进度，"
    "区生态环保督察办现场核查。对矿山修复，要按方案补植补种，开春前完成覆土；对入江排口，"
    "要查清来源，分类立标，逐一建档。会议还研究了秋冬季大气污染防治和饮用水水源地保护工作。"
)
"""Another meeting of the same place, with a paragraph of doctrine of the first."""


def strangers(seeds: dict[str, Original]) -> Iterator[tuple[str, str, str]]:
    """Give pairs of pages of different reports that share much, with their kind."""
    for form in FORMS:
        filled = [form.format(**values) for values in FILLED]
        for at, one in enumerate(filled):
            for other_at, other in enumerate(filled[:at]):
                kind = "same form, next year" if (at, other_at) == (1, 0) else "same form, another county"
                yield kind, other, one
    towns = [TOWN.format(name, f"{who}出席会议并讲话，" if who else "", day) for name, who, day in TOWNS]
    for one, other in combinations(towns, 2):
        yield "same form, another town", one, other
    for name, page in WRITERS:
        yield "another writer", seeds[name].page, page
    paragraphs = seeds["001"].body.split("\n")
    for doctrine in (paragraphs[1], "\n".join(paragraphs[1:3]), "\n".join(paragraphs[1:4])):
        yield "shared doctrine", seeds["001"].page, LATER.format(doctrine=doctrine)
