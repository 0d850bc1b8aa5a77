"""Bodies: who is to act, in what role, under which name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoledger.extract.body import find_bodies
from ecoledger.lexicon.loader import load_table, words
from ecoledger.model import Place, Region

PATH = (Place("340000", "安徽省"), Place("341700", "池州市"), Place("341702", "贵池区"))
COUNTY = Region("341702", "贵池区", "county", PATH, ())
COUNTY_CITY = Region(
    "320583",
    "昆山市",
    "county",
    (Place("320000", "江苏省"), Place("320500", "苏州市"), Place("320583", "昆山市")),
    (),
)
MUNICIPALITY = Region("310000", "上海市", "province", (Place("310000", "上海市"),), ())
DISTRICT = Region(
    "310115", "浦东新区", "county", (Place("310000", "上海市"), Place("310115", "浦东新区")), ()
)
UNDER_PROVINCE = Region(
    "429004", "仙桃市", "county", (Place("420000", "湖北省"), Place("429004", "仙桃市")), ()
)
WITHOUT_COUNTIES = Region(
    "441900", "东莞市", "prefecture", (Place("440000", "广东省"), Place("441900", "东莞市")), ()
)
AUTONOMOUS = (Place("450000", "广西壮族自治区"), Place("450100", "南宁市"), Place("450103", "青秀区"))
STATE = (Place("532900", "大理白族自治州"), Place("532901", "大理市"))
LEAGUE = (Place("150000", "内蒙古自治区"), Place("152500", "锡林郭勒盟"), Place("152502", "锡林浩特市"))


def region_of(path, level="county"):
    return Region(path[-1].adcode, path[-1].name, level, path, ())


CITY = Region("341700", "池州市", "prefecture", PATH[:2], ())
ORGANS = [
    (row["organ"], name)
    for row in load_table("organ", ("organ", "names", "short", "not_in"), key="organ")
    for name in words(row["names"])
]
LETTERS = "由市区县生态环境局住建财政部门各级企业政府要应会同牵头配合督促落实的、，。和（）党委责任"


def bodies(text, region=COUNTY, places=()):
    return find_bodies(text, 0, len(text), region, places)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("各级党委政府要扛起责任", [("各级党委政府", "responsible")]),
        ("各镇街、各部门要落实任务", [("各镇街", "responsible"), ("各部门", "responsible")]),
        ("各地各部门要牢记嘱托", [("各地各部门", "responsible")]),
        (
            "各镇街、各部门、各方面要执行",
            [("各镇街", "responsible"), ("各部门", "responsible"), ("各方面", "responsible")],
        ),
        ("全区上下要深入学习", [("全区上下", "responsible")]),
        ("党政主要负责同志要认真履职", [("党政主要负责同志", "responsible")]),
        ("市直有关部门要加强指导", [("市直有关部门", "responsible")]),
        ("其他相关部门要分工负责", [("其他相关部门", "responsible")]),
        ("广大环卫工作者要坚守岗位", [("广大环卫工作者", "responsible")]),
        ("人大政协要积极参与", [("人大政协", "support")]),
        ("各级人大和政协要发挥监督作用", [("各级人大和政协", "support")]),
        ("由市生态环境局牵头，市财政局配合", [("市生态环境局", "lead"), ("市财政局", "support")]),
        ("由区住建局负责整改", [("区住建局", "responsible")]),
        ("区水利局会同区农业农村局开展整治", [("区水利局", "lead"), ("区农业农村局", "support")]),
        ("区住建局、区水利局要密切配合", [("区住建局", "support"), ("区水利局", "support")]),
        ("督促企业落实治污责任", [("企业", "responsible")]),
        ("支持骨干企业开展节水改造", [("骨干企业", "responsible")]),
        ("支持青阳县争创示范区", [("青阳县", "responsible")]),
        ("贵池区要提高站位", [("贵池区", "responsible")]),
        ("压实企业主体责任", [("企业主体", "responsible")]),
        (
            "压紧压实属地责任、部门监管责任、企业主体责任",
            [("属地", "responsible"), ("部门", "responsible"), ("企业主体", "responsible")],
        ),
        ("所有乡镇和涉农部门必须开展排查", [("所有乡镇", "responsible"), ("涉农部门", "responsible")]),
        ("沿黄各盟市和有关部门要提高站位", [("各盟市", "responsible"), ("有关部门", "responsible")]),
        ("盟（市）、旗（县）要落实责任", [("盟（市）", "responsible"), ("旗（县）", "responsible")]),
        ("各县应于年底前申请验收", [("各县", "responsible")]),
        ("各市（州）必须守住底线", [("各市（州）", "responsible")]),
        ("5县（市、区）政府要报送方案", [("5县（市、区）政府", "responsible")]),
        (
            "健全党委领导、政府主导、企业主体、社会组织和公众共同参与的格局",
            [("党委", "lead"), ("政府", "lead"), ("企业主体", "responsible"), ("社会组织和公众", "support")],
        ),
        (
            "（责任单位：区住建局、区水利局）",
            [("区住建局", "lead"), ("区水利局", "responsible")],
        ),
        (
            "（牵头单位：区住建局；配合单位：区水利局）",
            [("区住建局", "lead"), ("区水利局", "support")],
        ),
        ("有关部门和地方要密切配合", [("有关部门", "support"), ("地方", "support")]),
        ("沿黄各省区要坚决落实", [("各省区", "responsible")]),
        ("京津冀三地要联防联控", [("京津冀三地", "responsible")]),
        (
            "公安、检察、法院要加强衔接",
            [("公安", "responsible"), ("检察", "responsible"), ("法院", "responsible")],
        ),
        ("明确区城管局为牵头单位", [("区城管局", "lead")]),
        ("由分管副区长牵头", [("分管副区长", "lead")]),
        ("政协要民主监督", [("政协", "support")]),
        ("人民政协要凝聚智慧", [("人民政协", "responsible")]),
        ("你公司要于月底前完成整改", [("你公司", "responsible")]),
        ("区委书记要亲自研究，区长要具体抓", [("区委书记", "responsible"), ("区长", "responsible")]),
        ("各县（市、区）人民政府要落实", [("各县（市、区）人民政府", "responsible")]),
        ("市、县（市、区）人民政府负责组织实施", [("市、县（市、区）人民政府", "responsible")]),
        (
            "健全政府企业公众协同的体系",
            [("政府", "responsible"), ("企业", "responsible"), ("公众", "support")],
        ),
        ("市生态环境局贵池区分局要加强执法", [("市生态环境局贵池区分局", "responsible")]),
        ("市生态环境局贵池区生态环境分局负责", [("市生态环境局贵池区生态环境分局", "responsible")]),
        # party organs, people's organisations, courts, organs under the centre
        ("由市委组织部牵头，市委宣传部配合", [("市委组织部", "lead"), ("市委宣传部", "support")]),
        ("市委统战部、市委政法委要抓好落实", [("市委统战部", "responsible"), ("市委政法委", "responsible")]),
        ("区委改革办、区委编办要加强督察", [("区委改革办", "responsible"), ("区委编办", "responsible")]),
        (
            "市总工会、团市委、市妇联要发动群众",
            [("市总工会", "responsible"), ("团市委", "responsible"), ("市妇联", "responsible")],
        ),
        (
            "工会、共青团、妇联等群团组织要发挥作用",
            [("工会", "responsible"), ("共青团", "responsible"), ("妇联", "responsible")],
        ),
        ("团区委要组织志愿者", [("团区委", "responsible")]),
        ("民革、民盟要建言献策", [("民革", "responsible"), ("民盟", "responsible")]),
        ("市消防支队要开展排查", [("市消防支队", "responsible")]),
        ("长江海事局要加强监管", [("长江海事局", "responsible")]),
        ("合肥海关要严防洋垃圾入境", [("合肥海关", "responsible")]),
        ("国网池州供电公司要保障电力", [("国网池州供电公司", "responsible")]),
        ("区人武部要组织民兵", [("区人武部", "responsible")]),
        # towns, villages, zones, firms
        ("梅龙街道办事处要加强巡查", [("梅龙街道办事处", "responsible")]),
        ("殷汇镇人民政府负责整改", [("殷汇镇人民政府", "responsible")]),
        ("督促各村（居）落实管护", [("各村（居）", "responsible")]),
        (
            "街道办事处、社区居委会要落实管护",
            [("街道办事处", "responsible"), ("社区居委会", "responsible")],
        ),
        ("贵池工业园区管委会负责落实", [("贵池工业园区管委会", "responsible")]),
        ("市城投集团负责建设", [("市城投集团", "responsible")]),
        ("中石化池州分公司要完成改造", [("中石化池州分公司", "responsible")]),
        ("企业要落实主体责任", [("企业", "responsible")]),
        # chiefs of rivers and the like, people in charge
        ("市级河长要每季度巡河一次", [("市级河长", "responsible")]),
        ("属地街道、社区两级河长要加强巡查", [("属地街道、社区两级河长", "responsible")]),
        ("各县、区人民政府（管委会）负责落实", [("各县、区人民政府（管委会）", "responsible")]),
        ("田长、路长要履职尽责", [("田长", "responsible"), ("路长", "responsible")]),
        ("各级林长要带头巡林", [("各级林长", "responsible")]),
        ("县四套班子领导要亲力亲为", [("县四套班子领导", "responsible")]),
        ("行业主管领导要深入一线", [("行业主管领导", "responsible")]),
        ("各乡镇、部门领导要坚持到边到角", [("各乡镇", "responsible"), ("部门领导", "responsible")]),
        ("区长、分管副区长要包保督办", [("区长", "responsible"), ("分管副区长", "responsible")]),
        # offices and task forces
        ("市污防攻坚指挥部办公室要加强督办", [("市污防攻坚指挥部办公室", "responsible")]),
        ("领导小组办公室要建立台账", [("领导小组办公室", "responsible")]),
        ("区治水专班要挂图作战", [("区治水专班", "responsible")]),
        ("市河湖长制办公室要抓好考核", [("市河湖长制办公室", "responsible")]),
        ("市长江办、市考核办要定期通报", [("市长江办", "responsible"), ("市考核办", "responsible")]),
        # collectives
        (
            "各县（市、区）、各成员单位要落实",
            [("各县（市、区）", "responsible"), ("各成员单位", "responsible")],
        ),
        ("有条件的地区要先行先试", [("有条件的地区", "responsible")]),
        ("该县要立即整改", [("该县", "responsible")]),
        ("兵团各师市要落实责任", [("各师市", "responsible")]),
        # roles by words, and the first of a list
        (
            "（市发展改革委、市工信局、市水利局等按职责分工负责）",
            [("市发展改革委", "lead"), ("市工信局", "responsible"), ("市水利局", "responsible")],
        ),
        (
            "（市生态环境局牵头，市水利局、市住建局按职责分工负责）",
            [("市生态环境局", "lead"), ("市水利局", "responsible"), ("市住建局", "responsible")],
        ),
        (
            "由市水务局牵头，会同市生态环境局、市农业农村局开展排查",
            [("市水务局", "lead"), ("市生态环境局", "support"), ("市农业农村局", "support")],
        ),
        ("督促各镇街落实网格化监管", [("各镇街", "responsible")]),
        ("各乡镇、街道要落实属地责任", [("各乡镇", "responsible"), ("街道", "responsible")]),
        ("市水利局、市排水管理处要密切配合", [("市水利局", "support"), ("市排水管理处", "support")]),
        ("省厅要加强指导", [("省厅", "responsible")]),
        ("被约谈县（市、区）人民政府对存在的问题要高度重视", [("被约谈县（市、区）人民政府", "responsible")]),
        ("督察组将督促整改", [("督察组", "responsible")]),
        ("请你厅（局）按照提纲编写报告", [("你厅（局）", "responsible")]),
        ("拟创建地区应提交材料", [("拟创建地区", "responsible")]),
        ("请市局各分局务必提高认识", [("市局各分局", "responsible")]),
        ("有关分局请于7月14日前反馈", [("有关分局", "responsible")]),
        ("坚持省负总责、市县抓落实", [("省", "lead"), ("市县", "responsible")]),
        ("贵池区各镇街、各部门要落实", [("贵池区各镇街", "responsible"), ("各部门", "responsible")]),
        ("市局组织对材料进行预审核", [("市局", "responsible")]),
        ("市政府分管领导要靠前指挥", [("市政府分管领导", "responsible")]),
        ("市政府副秘书长要加强协调", [("市政府副秘书长", "responsible")]),
        (
            "乡镇人民政府、街道办事处负责组织实施",
            [("乡镇人民政府", "responsible"), ("街道办事处", "responsible")],
        ),
        ("各国有企业、驻市央企要带头", [("各国有企业", "responsible"), ("驻市央企", "responsible")]),
        ("施工工地要做到湿法作业", [("施工工地", "responsible")]),
        ("网格员、志愿者要每日巡查", [("网格员", "responsible"), ("志愿者", "responsible")]),
        ("市区两级要上下联动", [("市区两级", "responsible")]),
        (
            "落实党委政府领导责任、部门监管责任和企业主体责任",
            [("党委政府", "responsible"), ("部门", "responsible"), ("企业主体", "responsible")],
        ),
        ("生态环境部门要牵头抓总，其他部门要密切配合", [("生态环境部门", "lead"), ("其他部门", "support")]),
        ("责成市住建局限期整改", [("市住建局", "responsible")]),
        (
            "市水利局要会同市自然资源局制定方案",
            [("市水利局", "lead"), ("市自然资源局", "support")],
        ),
    ],
)
def test_bodies(text, found):
    assert [(b.text, b.role) for b in bodies(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "加强对重点企业的监管",
        "增加财政收入，用好财政资金",
        "落实政府工作报告部署",
        "约谈有关企业负责人",
        "对失职失责的领导干部，要严肃追责",
        "全面跟踪报道各地整改工作情况",
        "向市生态环境局报告",
        "顾及各方面感受",
        "支持民营企业发展",
        "联系人大代表群体",
        "近年来，区委、区政府深入贯彻",
        "培育企业家精神",
        "全社会研发投入占比",
        "优化政府投资结构",
        "各项工作取得成效",
        "全区生态环境质量改善",
        "财政收入要保持增长",
        "严厉打击企业违法行为",
        "充分调动企业积极性",
        "向公安机关移送案件",
        "提请市人大常委会审议",
        "接受人大监督、政协民主监督",
        "设立川渝联合河长办",
        "成立整改工作专班，组建执法队伍",
        "深化田长、林长、河湖长制",
        "充分发挥河长办作用",
        "建设特色小镇，推进美丽乡镇建设",
        "约谈三县政府主要负责人",
        "更多吸引社会资本参与",
        "完成15个县区溯源整治，开展整县推进试点",
        "四川是长江上游重要的生态屏障",
        "考核结果报市委组织部，通报纪检监察机关",
        "为企业提供服务，让市民共享蓝天",
    ],
)
def test_mere_objects_and_look_alikes_are_none(text):
    assert bodies(text) == ()


@pytest.mark.parametrize(
    ("text", "region", "name", "organ"),
    [
        ("区生态环境局要加强监管", COUNTY, "贵池区生态环境局", "生态环境"),
        ("市生态环境局要加强监管", COUNTY, "池州市生态环境局", "生态环境"),
        ("省生态环境厅要加强监管", COUNTY, "安徽省生态环境厅", "生态环境"),
        ("贵池区生态环境局要加强监管", COUNTY, "贵池区生态环境局", "生态环境"),
        ("区生态环境局要加强监管", CITY, "区生态环境局", "生态环境"),
        ("区生态环境局要加强监管", None, "区生态环境局", "生态环境"),
        ("市生态环境局要加强监管", CITY, "池州市生态环境局", "生态环境"),
        ("市生态环境局要加强监管", COUNTY_CITY, "昆山市生态环境局", "生态环境"),
        ("市生态环境局要加强监管", MUNICIPALITY, "上海市生态环境局", "生态环境"),
        ("市生态环境局要加强监管", DISTRICT, "上海市生态环境局", "生态环境"),
        ("区生态环境局要加强监管", DISTRICT, "浦东新区生态环境局", "生态环境"),
        ("区生态环境局要加强监管", MUNICIPALITY, "区生态环境局", "生态环境"),
        ("市生态环境局要加强监管", UNDER_PROVINCE, "仙桃市生态环境局", "生态环境"),
        ("省生态环境厅要加强监管", UNDER_PROVINCE, "湖北省生态环境厅", "生态环境"),
        ("市生态环境局要加强监管", WITHOUT_COUNTIES, "东莞市生态环境局", "生态环境"),
        ("区生态环境局要加强监管", COUNTY_CITY, "区生态环境局", "生态环境"),
        ("县生态环境局要加强监管", COUNTY, "县生态环境局", "生态环境"),
        ("州生态环境局要加强监管", region_of(STATE), "大理白族自治州生态环境局", "生态环境"),
        ("市生态环境局要加强监管", region_of(STATE), "大理市生态环境局", "生态环境"),
        ("我市生态环境局要加强监管", COUNTY, "池州市生态环境局", "生态环境"),
        ("本区生态环境局要加强监管", COUNTY, "贵池区生态环境局", "生态环境"),
        ("本县生态环境局要加强监管", CITY, "本县生态环境局", "生态环境"),
        ("自治州生态环境局要加强监管", region_of(STATE), "大理白族自治州生态环境局", "生态环境"),
        ("盟生态环境局要加强监管", region_of(LEAGUE), "锡林郭勒盟生态环境局", "生态环境"),
        ("自治区生态环境厅要加强监管", region_of(AUTONOMOUS), "广西壮族自治区生态环境厅", "生态环境"),
        (
            "自治区生态环境厅要加强监管",
            region_of(AUTONOMOUS[:1], "province"),
            "广西壮族自治区生态环境厅",
            "生态环境",
        ),
        ("区住建局要加强监管", region_of(AUTONOMOUS), "青秀区住建局", "住房和城乡建设"),
        ("区住建局要加强监管", region_of(AUTONOMOUS[:2], "prefecture"), "区住建局", "住房和城乡建设"),
        ("生态环境部门要加强监管", COUNTY, "贵池区生态环境部门", "生态环境"),
        ("区环委办要加强督办", COUNTY, "贵池区环委办", "生态环境保护委员会办公室"),
        ("区财政局要保障资金", COUNTY, "贵池区财政局", "财政"),
        ("县（区）两级生态环境部门要联动", COUNTY, "县（区）两级生态环境部门", "生态环境"),
        ("区委办要加强统筹", COUNTY, "贵池区委办", "党委办公室"),
        ("区委要加强领导", COUNTY, "贵池区委", "党委"),
        ("各级纪检监察机关要强化监督", COUNTY, "各级纪检监察机关", "纪委监委"),
        ("各相关部门要加强协作", COUNTY, "各相关部门", None),
    ],
)
def test_names_are_bound_to_the_place(text, region, name, organ):
    (found,) = bodies(text, region)
    assert (found.name, found.organ) == (name, organ)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由自治区生态环境厅牵头", ["自治区生态环境厅"]),
        ("请自治区生态环境厅牵头", ["自治区生态环境厅"]),
        ("由自治区生态环境厅和自治区水利厅牵头", ["自治区生态环境厅", "自治区水利厅"]),
        ("由青秀区住建局与自治区水利厅牵头", ["青秀区住建局", "自治区水利厅"]),
        ("由和平区住建局牵头", ["和平区住建局"]),
        ("和平区住建局要加强监管", ["和平区住建局"]),
    ],
)
def test_joining_words_are_no_part_of_a_name(text, found):
    assert [b.text for b in bodies(text, region_of(AUTONOMOUS))] == found


ZONE = Region("370800", "济宁高新区", "other", (Place("370000", "山东省"), Place("370800", "济宁市")), ())


@pytest.mark.parametrize(
    ("text", "region", "name"),
    [
        ("我市要走在前列", CITY, "池州市"),
        ("我市要走在前列", COUNTY, "池州市"),
        ("全区上下要齐心协力", COUNTY, "贵池区上下"),
        ("全县各级各部门要扛起责任", COUNTY, "全县各级各部门"),
        ("全区上下要齐心协力", region_of(AUTONOMOUS[:1], "province"), "广西壮族自治区上下"),
        ("该区要立即整改", COUNTY, "贵池区"),
        ("省厅要加强指导", COUNTY, "安徽省厅"),
        ("市场监管局要加强指导", COUNTY, "贵池区市场监管局"),
        ("市市场监管局要加强指导", COUNTY, "池州市市场监管局"),
        ("市政处要加强养护", COUNTY, "市政处"),
        ("市政府要加强领导", COUNTY, "池州市政府"),
        ("市秸秆禁烧指挥部要加强调度", COUNTY, "池州市秸秆禁烧指挥部"),
        ("市民代表要积极参与", COUNTY, "市民代表"),
        ("市城投集团负责建设", COUNTY, "池州市城投集团"),
        ("区排水管理处负责运维", COUNTY, "贵池区排水管理处"),
        ("长江海事局要加强监管", COUNTY, "长江海事局"),
        ("海事局要加强监管", COUNTY, "贵池区海事局"),
        ("合肥海关要加强监管", COUNTY, "合肥海关"),
        ("高新区管委会要加强监管", ZONE, "济宁高新区管委会"),
        ("管委会要加强监管", ZONE, "济宁高新区管委会"),
        ("区生态环境局要加强监管", ZONE, "济宁高新区生态环境局"),
        ("市生态环境局要加强监管", ZONE, "济宁市生态环境局"),
        ("市生态环境局贵池分局要加强监管", COUNTY, "池州市生态环境局贵池分局"),
    ],
)
def test_words_for_the_place_itself_are_bound(text, region, name):
    assert [b.name for b in bodies(text, region)] == [name]


def test_a_level_before_a_row_of_departments_is_that_of_each():
    found = bodies("市发展改革、生态环境、住建等部门要密切配合")
    assert [(b.text, b.name) for b in found] == [
        ("市发展改革", "池州市发展改革部门"),
        ("生态环境", "池州市生态环境部门"),
        ("住建", "池州市住建部门"),
    ]


@pytest.mark.parametrize(
    ("before", "segment", "found"),
    [
        ("会议要求", "有关部门和镇街集中攻坚", ["有关部门", "镇街"]),
        ("他希望", "生态环境部门的全体执法人员守住底线", ["生态环境部门"]),
        ("他希望", "区委、区政府和有关部门认真总结", ["区委", "区政府", "有关部门"]),
        ("会议指出，", "有关部门和镇街集中攻坚", []),
        ("会议要求，", "5县（市、区）政府在解决问题的同时，切实形成机制", ["5县（市、区）政府"]),
        ("会议要求", "企业主体责任落实到位", []),
    ],
)
def test_who_is_called_on_acts(before, segment, found):
    text = before + segment
    assert [b.text for b in find_bodies(text, len(before), len(text), COUNTY)] == found


def test_a_lead_named_before_is_not_named_again():
    text = "（牵头单位：市生态环境局；责任单位：市住建局、市水利局）"
    start = text.index("责任")
    assert [b.role for b in find_bodies(text, start, len(text), COUNTY)] == ["responsible", "responsible"]


def test_departments_named_in_a_row_are_bodies_of_their_own():
    found = bodies("生态环境、住建、水利等部门要各司其职")
    assert [(b.text, b.name, b.organ) for b in found] == [
        ("生态环境", "贵池区生态环境部门", "生态环境"),
        ("住建", "贵池区住建部门", "住房和城乡建设"),
        ("水利", "贵池区水利部门", "水利"),
    ]


def test_places_below_the_region_act_where_they_are_known():
    text = "石台立足生态优势，打造旅游品牌；青阳依托九华山发展康养"
    assert bodies(text, CITY) == ()
    assert [b.text for b in bodies(text, CITY, ("石台", "石台县", "青阳"))] == ["石台", "青阳"]


@pytest.mark.parametrize(("organ", "name"), ORGANS, ids=lambda value: value)
def test_every_name_of_the_catalogue_is_found_as_subject(organ, name):
    found = bodies(f"{name}要加强监管", None)
    assert [b.organ for b in found] == [organ]


def test_offsets_are_those_of_the_whole_text():
    text = "会议指出。各部门要落实。"
    (found,) = find_bodies(text, 5, len(text), COUNTY)
    assert text[found.start : found.end] == "各部门"


@given(st.text(LETTERS, max_size=40), st.sampled_from([None, COUNTY, CITY]))
def test_nothing_raises_and_spans_are_exact(text, region):
    found = bodies(text, region)
    assert all(text[b.start : b.end] == b.text for b in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert bodies(text, region) == found
