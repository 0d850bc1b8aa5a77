"""The words that made-up reports are put together from: neutral phrases of our own, and nobody's name."""

from __future__ import annotations

from typing import NamedTuple

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
SPEAKERS = tuple(f"发言人{STEMS[n % 10]}{BRANCHES[n % 12]}" for n in range(60))
POSTS = {
    "province": ("省委副书记", "副省长", "省生态环境厅厅长"),
    "prefecture": ("市委书记", "市长", "副市长"),
    "county": ("县委书记", "县长", "副县长"),
}
ALL_OF = {"province": "全省", "prefecture": "全市", "county": "全县"}

VERBS = (
    "加快推进",
    "持续抓好",
    "扎实开展",
    "分批实施",
    "按清单推进",
    "有序组织",
    "逐项完成",
    "从严落实",
    "抓紧完善",
    "全面启动",
)
STANCES = (
    "提高认识，把{what}摆在更加重要的位置",
    "把握方向，统筹做好{what}各项工作",
    "坚持系统观念，协同推进{what}",
    "压实各方责任，形成{what}的工作合力",
    "保持战略定力，久久为功抓{what}",
    "树牢底线思维，守住{what}的安全底线",
)
PLACES = (
    "沿河地带",
    "工业园区",
    "城郊结合部",
    "库区周边",
    "集镇驻地",
    "中心城区",
    "重点流域",
    "干线公路两侧",
    "自然保护地",
    "产业集聚区",
    "农村地区",
    "港口码头",
)
ENDS = (
    "",
    "",
    "，建立台账、逐月调度",
    "，定期公开进展",
    "，做到问题不解决不放过",
    "，并纳入年度考核",
    "，确保各项措施落地见效，让群众切身感受到身边环境一天比一天好",
)
TASKS: dict[str, tuple[str, ...]] = {
    "air": ("散煤治理", "扬尘管控", "挥发性有机物治理", "柴油货车治理", "秸秆禁烧巡查", "燃煤锅炉改造", "重污染天气应对"),
    "water": ("污水处理厂提标改造", "入河排污口整治", "黑臭水体治理", "饮用水源地保护", "雨污分流改造", "河道清淤疏浚", "断面水质监测"),
    "soil": ("受污染耕地管控", "建设用地土壤调查", "重金属污染排查", "地下水污染防治"),
    "waste": ("生活垃圾分类", "危险废物规范管理", "建筑垃圾消纳场建设", "尾矿库治理", "塑料污染治理"),
    "nature": ("湿地修复", "国土绿化", "矿山生态修复", "生物多样性调查", "自然保护地整合", "水土流失治理"),
    "climate": ("碳排放核算", "光伏发电建设", "重点企业节能改造", "新能源公交更换"),
    "green_economy": ("绿色工厂培育", "园区循环化改造", "生态产品价值核算", "落后产能退出"),
    "rural": ("畜禽粪污资源化利用", "农村生活污水治理", "农村改厕", "化肥农药减量", "农膜回收"),
    "inspection": ("督察反馈问题整改", "信访举报件办理", "整改销号核查"),
    "governance": ("河长制落实", "林长制落实", "网格化监管", "排污许可管理", "环境执法检查"),
    "finance": ("专项资金支付", "生态补偿资金拨付", "环保项目融资"),
    "publicity": ("六五环境日宣传", "环境信息公开", "志愿服务活动"),
    "safety": ("环境风险隐患排查", "应急预案演练", "放射源安全检查"),
    "noise": ("建筑施工噪声管控", "交通噪声治理"),
}  # fmt: skip
THEME_WEIGHTS = {
    "air": 18, "water": 20, "soil": 6, "waste": 8, "nature": 10, "climate": 5, "green_economy": 7, "rural": 8,
    "inspection": 6, "governance": 12, "finance": 2, "publicity": 3, "safety": 3, "noise": 1,
}  # fmt: skip


class Measured(NamedTuple):
    """What a number may measure: `words` hold the number at {v}, `scale` multiplies it out (万亩)."""

    phrase: str
    unit: str
    low: float
    high: float
    digits: int
    op: str
    words: str
    change: str | None = None
    scale: int = 1
    themes: tuple[str, ...] = ()


LEAST, MOST, FALL = "达到{v}%以上", "控制在{v}%以内", "下降{v}%"
MEASURED = (
    Measured("空气质量优良天数比率", "%", 68, 98, 1, ">=", LEAST, themes=("air",)),
    Measured("PM2.5浓度", "微克/立方米", 21, 58, 0, "<=", "控制在{v}微克/立方米以下", themes=("air",)),
    Measured("可吸入颗粒物浓度", "微克/立方米", 38, 95, 0, "<=", "降到{v}微克/立方米以下", themes=("air",)),
    Measured("PM2.5平均浓度", "%", 2, 20, 1, "=", FALL, "decrease", themes=("air",)),
    Measured("氮氧化物排放总量", "%", 5, 15, 0, "=", FALL, "decrease", themes=("air",)),
    Measured("地表水达到或好于Ⅲ类水体比例", "%", 60, 100, 1, ">=", LEAST, themes=("water",)),
    Measured("地表水劣Ⅴ类水体比例", "%", 0, 9, 1, "<=", MOST, themes=("water",)),
    Measured("化学需氧量排放总量", "%", 4, 12, 0, "=", FALL, "decrease", themes=("water",)),
    Measured("城镇生活污水集中收集率", "%", 45, 92, 0, ">=", LEAST, themes=("water",)),
    Measured("近岸海域水质优良比例", "%", 55, 96, 0, ">=", LEAST, themes=("water",)),
    Measured("受污染耕地安全利用率", "%", 88, 99, 0, ">=", LEAST, themes=("soil",)),
    Measured("城市生活垃圾回收利用率", "%", 25, 45, 0, ">=", LEAST, themes=("waste",)),
    Measured("城市污泥无害化处置率", "%", 82, 100, 0, ">=", LEAST, themes=("waste",)),
    Measured("森林覆盖率", "%", 9, 72, 2, ">=", LEAST, themes=("nature",)),
    Measured("湿地保护率", "%", 42, 70, 0, ">=", LEAST, themes=("nature",)),
    Measured("单位GDP能源消耗", "%", 2, 18, 1, "=", FALL, "decrease", themes=("climate", "green_economy")),
    Measured("单位GDP二氧化碳排放", "%", 3, 20, 1, "=", FALL, "decrease", themes=("climate",)),
    Measured("非化石能源占能源消费总量比重", "%", 12, 32, 1, ">=", LEAST, themes=("climate",)),
    Measured("农村生活污水治理率", "%", 25, 75, 0, ">=", LEAST, themes=("rural",)),
    Measured("畜禽粪污综合利用率", "%", 76, 98, 0, ">=", LEAST, themes=("rural",)),
    Measured("声环境功能区夜间达标率", "%", 78, 96, 0, ">=", LEAST, themes=("noise",)),
    Measured("新增造林面积", "亩", 0.3, 45, 1, "=", "达到{v}万亩", scale=10_000, themes=("nature",)),
    Measured("新建污水管网", "公里", 5, 400, 0, ">=", "不少于{v}公里", themes=("water", "rural")),
    Measured("完成整改", "个", 3, 260, 0, "=", "{v}个", themes=("inspection", "governance", "safety")),
    Measured("投入资金", "元", 0.2, 38, 1, "=", "{v}亿元", scale=100_000_000, themes=("finance", "waste")),
)
QUALITIES = (
    "生态环境质量持续改善",
    "群众满意度稳步提升",
    "突出问题基本解决",
    "主要污染物排放总量继续减少",
    "监管能力明显增强",
)
ORGANS = (
    ("生态环境", "生态环境局", 30),
    ("水利", "水利局", 12),
    ("住房和城乡建设", "住房和城乡建设局", 12),
    ("农业农村", "农业农村局", 10),
    ("自然资源", "自然资源局", 9),
    ("林业和草原", "林业局", 6),
    ("发展改革", "发展和改革委员会", 7),
    ("工业和信息化", "工业和信息化局", 6),
    ("交通运输", "交通运输局", 5),
    ("城市管理", "城市管理局", 5),
    ("公安", "公安局", 3),
    ("财政", "财政局", 3),
    ("气象", "气象局", 1),
)
COLLECTIVES = ("各级各部门", "各相关单位", "各乡镇（街道）", "有关企业")
MEETINGS = (
    ("生态环境保护大会", 14),
    ("污染防治攻坚推进会", 14),
    ("生态环境保护工作会议", 12),
    ("河湖长制工作电视电话会议", 7),
    ("中央环保督察整改部署会", 6),
    ("大气污染防治调度会", 6),
    ("政府常务会议", 8),
    ("生态文明建设座谈会", 4),
    ("国土绿化动员会", 4),
    ("水污染防治现场会", 4),
    ("环境安全专题会", 4),
    ("环保工作联席会议", 3),
    ("生态环境问题约谈", 2),
    ("领导干部调研生态环境保护工作", 8),
)
DOUBTS = (
    ("label_doubtful", "标为原则的依据不足：文字介于可核查的行动与原则要求之间，请人工确认。"),
    ("spun", "“{words}”疑为同义词替换后的文字，请与原文核对。"),
    ("segment_long", "这一段较长，可能含有多条承诺，请人工确认。"),
)
