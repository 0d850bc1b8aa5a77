"""The place that holds a meeting: from the five sample reports, from short texts, and never a guess."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.gazetteer.division import load_tables
from ecoledger.gazetteer.evidence import load_weights
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.place import find_places
from ecoledger.gazetteer.resolution import resolve_region
from ecoledger.gazetteer.table import read_table
from ecoledger.rules.loader import load_rules

SEEDS = Path(__file__).parents[2] / "data" / "gold" / "seeds"


def resolve(
    title: str, body: str, *, source: str = "", url: str = "", context: str = "", year: int = 2024
) -> str:
    region, issues = resolve_region(title, body, source, url, context, dt.date(year, 6, 1))
    assert (region is None) == bool(issues)
    return region.adcode if region else issues[0].message


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_sample_reports(number: str) -> None:
    facts = json.loads((SEEDS / f"{number}.json").read_text(encoding="utf-8"))
    text = (SEEDS / f"{number}.clean.txt").read_text(encoding="utf-8")
    title, body = "", text
    if text.startswith(facts["title"] or "\0"):
        title, _, body = text.partition("\n")
    region, issues = resolve_region(title, body, facts["source"], None, text, None)
    assert issues == ()
    assert region is not None
    assert (region.adcode, region.name, region.level) == tuple(facts["region"].values())
    assert region.path[-1].adcode == region.adcode
    assert region.evidence


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("范县召开创建生态文明建设示范县动员会", "10月12日，范县召开会议。", "410926"),
        ("相城区召开生态环境保护大会", "10月12日，全区生态环境保护大会召开。", "320507"),
        ("", "近日，安徽省池州市贵池区召开会议。省生态环境厅、池州市委有关负责同志出席。", "341702"),
        (
            "",
            "省委常委、大同市委书记卢某出席并讲话，全市上下要贯彻习近平总书记考察山西重要讲话精神。",
            "140200",
        ),
        ("海南州召开生态环境保护大会", "6月5日，海南州召开大会。州委书记讲话。", "632500"),
        ("芜湖 政府工作报告 2021", "过去一年，长江、巢湖治理加强，南京都市圈建设加快。", "340200"),
        ("信某在盐城调研时强调", "6月5日，江苏省委书记信某在盐城调研，省委秘书长参加。", "320900"),
        (
            "信某在盐城调研时强调",
            "6月5日，江苏省委书记信某在盐城调研，强调全省上下要攻坚，我省要走在前。",
            "320000",
        ),
        ("", "新华社北京6月5日电 近日，盐城市召开会议。市委书记讲话。", "320900"),
        (
            "",
            "本报讯（记者张某）记者从南京市生态环境局获悉，全市湖泊水质稳中向好。市长强调要攻坚。",
            "320100",
        ),
        ("楚雄 政府工作报告", "全州上下齐心协力，州直各部门真抓实干。", "532300"),
        ("楚雄 政府工作报告", "加快鹿城镇建设。", "532301"),
        ("", "全省生态环境保护大会在合肥召开。省委书记出席并讲话。", "340000"),
        ("", "自治区生态环境保护大会在南宁召开。自治区党委书记出席。", "450000"),
        ("", "唐山市委书记王某到丰南区调研黑臭水体治理，强调全市上下要攻坚。", "130200"),
        ("", "6月5日，副县长李某主持召开铅山县生态环境保护委员会第一次会议。", "361124"),
        ("", "汕尾日报讯（记者 张某）近日，城区召开工作调度会，传达市会议精神。", "441502"),
        ("", "天门网讯 6月5日，市政府召开会议，安排我市整改工作。副市长出席。", "429006"),
        ("", "6月5日，市长王某到宣州区督导河道整治工作。他强调，要抓实整治。", "341800"),
        (
            "我省约谈大气质量改善不力市州",
            "会议通报了全省大气质量情况。德阳市、宜宾市作表态发言。",
            "510000",
        ),
        ("", "国务院总理王某8日参加了广西代表团的审议。王某强调，要保护漓江。", "450000"),
        ("国务院副总理在贵州调研", "6月5日，国务院副总理张某在贵州调研石漠化治理。", "520000"),
        ("座谈会举行", "中共中央政治局常委、国务院副总理张某9日在水利部召开座谈会。", "100000"),
        ("座谈会举行", "全国人大常委会委员长9日下午在浙江宁波主持召开座谈会。", "100000"),
        ("生态环境部约谈运城市政府", "生态环境部就大气问题约谈山西省运城市政府主要负责人。", "140800"),
        ("通州区召开河长制会议", "近日，通州区召开会议。南通市生态环境局副局长出席。", "320612"),
        ("苏州工业园区召开大会", "6月5日，苏州工业园区召开生态环境保护大会。", "320500"),
        ("常务会议研究大气污染防治", "市委书记、市长主持会议。新疆生产建设兵团石河子市召开会议。", "659001"),
        ("", "6月5日，市人大常委会副主任王某带队执法检查组分别对锡山区、新吴区进行了执法检查。", "320200"),
        ("", "8月，省人大常委会秘书长王某率执法检查组先后到益阳市、株洲市开展执法检查。", "430000"),
        ("", "市政协副主席王某带领视察组深入丹阳，在丹阳市政协陪同下视察了治水工作。", "321100"),
        ("西乌旗召开督察工作部署会议", "6月5日，西乌旗召开会议。旗委书记主持，全旗上下要攻坚。", "152526"),
        ("", "6月5日，旗委书记王某主持召开中共克旗第十六届委员会常委会会议，全旗上下要攻坚。", "150425"),
        ("", "县长王某一行察看县污水处理厂、芦溪县生活垃圾填埋场，强调全县各部门要抓实整改。", "360323"),
        ("", "会议要求，全县上下要攻坚，让生态成为展现永靖美丽形象的名片。县委书记讲话。", "622923"),
        (
            "",
            "市河长办赴会，南京都市圈治水会议在南京市浦口区召开，南京、芜湖等市参加，芜湖市水务局有关负责人发言。",
            "340200",
        ),
        (
            "",
            "金山网讯 昨日，市治污指挥部召开会议，传达总书记视察镇江时的重要讲话，全市上下要攻坚。",
            "321100",
        ),
        (
            "全国对口支援工作会议在乌鲁木齐召开",
            "6月5日，全国对口支援工作会议在乌鲁木齐召开。新疆自治区党委副书记出席。",
            "100000",
        ),
        ("", "会议要求，伊春作为国家生态功能区，要加强保护，提升我市环境管理水平。", "230700"),
        (
            "",
            "5月8日，荆门市治水视频会召开。市委书记在京山分会场收看，会后我市召开会议，全市上下要攻坚。",
            "420882",
        ),
        ("", "6月12日，省政协副主席王某率调研组莅临濮阳，开展民主监督。郑州市政协副主席李某参加。", "410900"),
        ("", "张家界新闻网5月25日讯 昨日，全市治水调度会议召开，副市长出席。", "430800"),
        ("", "各省、自治区、直辖市生态环境厅（局），新疆生产建设兵团生态环境局：\n请高度重视。", "100000"),
        ("", "水利部8月24日召开河湖长制工作推进会，要求各地抓好落实。", "100000"),
        (
            "生态环境部党组召开会议",
            "近日，生态环境部党组书记主持召开会议，传达总书记在福建考察时的重要讲话精神。",
            "100000",
        ),
        ("", "区长组织召开全区大气攻坚会，全区上下要攻坚。区政府办、卫东生态环境分局等参加。", "410403"),
        ("", "7月27日，宁波市副市长王某莅临我市视察排涝工作，市长陪同，强调全市上下要攻坚。", "文中没有写明"),
        ("", "5月25日，住建部司长王某来湘调研排水防涝工作，强调要攻坚。", "430000"),
        ("", "我省与邻省会商。全省大会6月5日在合肥召开，省委书记讲话。", "340000"),
    ],
)
def test_texts(title: str, body: str, expected: str) -> None:
    assert resolve(title, body).startswith(expected)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ({"source": "盐城市生态环境局"}, "320900"),
        ({"source": "人民日报"}, "文中没有写明"),
        ({"context": "欢迎来到常州市人民政府！\n当前位置：首页"}, "320400"),
        ({"url": "https://www.yangzhou.gov.cn/a/b.html"}, "321000"),
        ({"url": "http://www.yangzhourd.gov.cn/"}, "321000"),
        ({"url": "http://www.luohe.gov.cn/"}, "411100"),
        ({"context": "请尽快反馈。\n联系人：某某\n聊城市生态环境局\n2020年7月6日"}, "371500"),
        ({"context": "全市上下要提高站位。（昆明日报 记者某某）"}, "530100"),
        ({"url": "http://www.changge.gov.cn/"}, "411082"),
        ({"url": "http://sthjt.ah.gov.cn/"}, "文中没有写明"),
        ({"url": "https://www.example.com/zhenjiang"}, "文中没有写明"),
        ({"url": "https://www.suzhou.gov.cn/"}, "文中没有写明"),  # 苏州, 宿州 and 肃州区 are spelt alike
        ({"url": "http://[bad"}, "文中没有写明"),
    ],
)
def test_the_page_tells_where_the_text_only_says_our_city(page: dict[str, str], expected: str) -> None:
    assert resolve("全市生态环境保护大会召开", "全市上下要提高站位。市委书记出席。", **page).startswith(
        expected
    )


def test_a_page_of_a_higher_place_does_not_stand_in_for_the_one_meant() -> None:
    message = resolve("全区生态环境保护大会召开", "全区上下要提高站位。", source="山西省生态环境厅")
    assert message == "网页出自山西省，文中说的却是“全区”，没有写明是哪个区，请手工选定地区。"


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ("", "江苏省南京市鼓楼区（320106）、"),
        ("福州市生态环境局通报了情况。", "350102"),
        ("南京市副市长出席。", "320106"),
    ],
)
def test_a_shared_name_needs_a_place_above(around: str, expected: str) -> None:
    assert expected in resolve("鼓楼区召开大会", f"鼓楼区召开生态环境保护大会。{around}区委书记讲话。")


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("临安市", 2015, "330112"),
        ("襄樊市", 2009, "420600"),
        ("闸北区", 2014, "310106"),
        ("莱芜市", 2015, "山东省济南市莱芜区（370116）、山东省济南市钢城区（370117）"),
    ],
)
def test_names_are_read_as_of_the_report(name: str, year: int, expected: str) -> None:
    assert expected in resolve(f"{name}召开环境保护大会", f"6月5日，{name}召开环境保护大会。", year=year)


@pytest.mark.parametrize(
    "words",
    [
        "创建省生态文明建设示范县动员会召开，全县上下要攻坚",
        "召开县委常委会，提高县域治理水平",
        "完成县级任务，省、市和县政府要负责",
        "全市长春季造林启动",
        "会上，新任县委书记要求改善市区环境",
        "新华社记者报道，会议召开",
    ],
)
def test_words_that_hold_a_name_are_no_place(words: str) -> None:
    assert [place for place in find_places(words, None) if place.certain] == []
    assert resolve_region(words, words, None, None, "", None)[0] is None


@pytest.mark.parametrize("medium", [row[0] for row in read_table("medium", ("name", "adcode", "reason"))])
def test_a_medium_alone_tells_no_place(medium: str) -> None:
    body = f"{medium}讯 10月12日，生态环境保护大会召开，区委书记出席。{medium}记者报道。"
    region, issues = resolve_region("生态环境保护大会召开", body, medium, None, "", None)
    assert region is None
    assert [issue.kind for issue in issues] == ["region_unknown"]


def test_a_medium_tells_which_of_two_places_is_meant() -> None:
    body = "10月12日，鼓楼区召开生态环境保护大会，全区上下要攻坚。"
    assert resolve("鼓楼区召开生态环境保护大会", body, source="东南网") == "350102"
    assert resolve("鼓楼区召开生态环境保护大会", body, source="龙虎网") == "320106"


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("苏州工业园区召开大会", "苏州工业园区", "苏州市"),
        ("库尔勒经济技术开发区召开大会", "库尔勒经济技术开发区", "库尔勒市"),
        ("济宁高新区党工委会议召开", "济宁高新区", "济宁市"),
        ("许昌市城乡一体化示范区管委会召开大会", "许昌市城乡一体化示范区", "许昌市"),
        ("镇江新区召开大会", "镇江新区", "镇江市"),
        ("成都东部新区召开大会", "成都东部新区", "成都市"),
        ("合肥新站高新区召开大会", "合肥新站高新区", "合肥市"),
        ("郑东新区召开大会", "郑东新区", "郑州市"),
        ("乌拉盖管理区召开大会", "乌拉盖管理区", "锡林郭勒盟"),
        ("江苏省苏州市苏州工业园区召开大会", "苏州工业园区", "苏州市"),
    ],
)
def test_a_development_zone_is_named_as_such(text: str, name: str, within: str) -> None:
    region, _ = resolve_region(text, f"6月5日，{text}。全区上下要攻坚。", None, None, "", None)
    assert region is not None
    assert (region.name, region.level, region.path[-1].name) == (name, "other", within)


@pytest.mark.parametrize(
    "text",
    ["宿城区召开大会，宿迁经开区、宿迁高新区参加", "济宁市召开大会，济宁高新区参加", "浦东新区召开大会"],
)
def test_a_division_that_names_its_zones_stays_itself(text: str) -> None:
    region, _ = resolve_region(text, f"6月5日，{text}。", None, None, "", None)
    assert region is not None
    assert region.level in {"county", "prefecture"}


def test_of_a_town_the_site_of_its_county_tells() -> None:
    body = "6月5日，增福镇召开秸秆禁烧工作会议，镇党委书记讲话。全镇上下要攻坚。"
    assert resolve("增福镇召开会议", body, url="http://www.changge.gov.cn/") == "411082"
    assert resolve("增福镇召开会议", body, url="http://www.xuchang.gov.cn/").startswith("文中没有写明")


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("生态环境部集中约谈广东省广州、江门，江苏省盐城和浙江省温岭等市政府。", ("440100", "320900")),
        ("中央督察组分别向上海、浙江、江西等省（市）反馈督察情况。", ("310000", "330000")),
        ("近日，甘肃省委书记张某，青海省委书记李某就黄河保护一同调研，要求两省协同。", ("620000", "630000")),
        (
            "6月5日，扬州市和泰州市联合召开治水会议。扬州市副市长张某、泰州市副市长李某出席。",
            ("321000", "321200"),
        ),
    ],
)
def test_a_joint_meeting_is_left_open_with_its_places(body: str, places: tuple[str, ...]) -> None:
    message = resolve("", body)
    assert message.startswith("地区有几种可能")
    assert all(place in message for place in places)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("天长县", (1990, "341181"), (2024, "文中没有写明")),  # 1993 a city
        ("宣州市", (1998, "341802"), (2024, "文中没有写明")),  # 2000 a district
        ("荥阳县", (1992, "410182"), (2024, "文中没有写明")),
        ("即墨市", (2016, "370215"), (2024, "370215")),
        ("巢湖市", (2009, "地区有几种可能"), (2024, "340181")),
    ],
)
def test_a_division_is_known_by_the_name_of_its_day(
    name: str, before: tuple[int, str], after: tuple[int, str]
) -> None:
    for year, expected in (before, after):
        found = resolve(f"{name}召开大会", f"6月5日，{name}召开大会。", year=year)
        assert found.startswith(expected) or (year == 2024 and found == before[1])


@pytest.mark.parametrize(
    "text", ["", "天下大同。", "绿水青山就是金山银山。", "长江、太湖、自然保护地。", "自然资源和规划局。"]
)
def test_where_no_place_is_named_none_is_guessed(text: str) -> None:
    assert resolve("", text) == "文中没有写明是哪里的会议，请手工选定地区。"


def test_a_meeting_of_any_county_is_found_with_its_prefecture_as_source() -> None:
    gazetteer = load_gazetteer()
    counties = [d for d in load_tables().divisions.values() if d.level == "county"]
    for county in counties[::9]:
        above = gazetteer.division(county.parent)
        assert above is not None
        body = f"近日，{county.name}召开大会，传达全国、全省、全市大会精神。{county.name[-1]}委书记王某出席。"
        assert (
            resolve(f"{county.name}召开大会", body, source=f"{above.name}生态环境局", year=2026)
            == county.adcode
        )


def test_names_of_before_lead_to_what_became_of_them() -> None:
    columns = ("unit", "name", "level", "codes", "parent", "short", "successors", "since", "until")
    rows = [row for row in read_table("former", columns) if int(row[8]) >= 1998]
    for _, name, *_, successors, _, until in rows[::9]:
        body = f"6月5日，{name}召开环境保护大会。全{name[-1]}上下要攻坚。"
        found = resolve(f"{name}召开环境保护大会", body, year=int(until))
        heirs = successors.split(";")
        assert found in heirs if len(heirs) == 1 and found.isdigit() else any(h in found for h in heirs)


def test_the_whole_prefecture_is_no_county() -> None:
    body = "6月5日，全州治水大会召开。州委书记出席，全州上下要攻坚。"
    assert resolve("全州治水大会召开", body, source="甘南藏族自治州人民政府") == "623000"


def test_every_kind_of_cue_has_a_weight() -> None:
    kinds = {rule.kind for rule in load_rules("region_cue")} - {"superior"}
    assert kinds | {"opening", "plain", "national", "host", "member", "handed"} == set(load_weights())


@given(
    st.text(max_size=30),
    st.text(alphabet="全市区县召开大会在〈〉北京通州鼓楼委书记，。\n", max_size=80),
    st.dates(),
)
def test_any_text_gives_a_region_or_an_issue(title: str, body: str, on: dt.date) -> None:
    region, issues = resolve_region(title, body, title, title, body + title, on)
    assert (region is None) == (len(issues) == 1)


def test_a_page_that_names_places_without_end_is_bounded() -> None:
    began = time.process_time()
    resolve_region("鼓楼区召开大会", "鼓楼区召开大会，朝阳区召开大会，" * 4000, None, None, "", None)
    assert time.process_time() - began < 10  # a minute and more where every clue is compared with every other
