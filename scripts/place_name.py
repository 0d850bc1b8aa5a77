"""Short names of divisions, as people write them: 贵池区 → 贵池, 海南藏族自治州 → 海南州, 海南."""

from __future__ import annotations

import re

_PEOPLES = [
    "各族",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
]
_ONE = "|".join(sorted((f"{p}族|{p}" if len(p) > 1 else f"{p}族" for p in _PEOPLES), key=len, reverse=True))
_AUTONOMOUS = re.compile(rf"(?P<stem>.*?)(?P<people>(?:{_ONE})+)自治(?P<kind>[州县旗])")
_PROVINCES = {"内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"}
_PLAIN = re.compile(r"(?P<stem>.{2,}?)(?:特别行政区|地区|(?<=神农架)林区|矿区|特区|省|市|区|县|盟|旗)")
_WRITTEN_OUT = re.compile(r".*[左右前中后]旗|.*联合旗|井陉矿区")  # 井陉 alone is the county


def short_names(name: str) -> tuple[str, ...]:
    """Return the short forms of an official name, the usual one first; none when it is short already (祁县)."""
    if name in _PROVINCES:
        return ("内蒙古" if name.startswith("内蒙古") else name[:2],)
    if match := _AUTONOMOUS.fullmatch(name):
        return _autonomous(match["stem"], match["people"], match["kind"])
    if _WRITTEN_OUT.fullmatch(name):
        return ()
    if name.endswith("新区") and len(name) > 3 and not name.startswith("滨海"):
        return (name.removesuffix("新区"),)
    match = _PLAIN.fullmatch(name)
    return (match["stem"],) if match else ()


def _autonomous(stem: str, people: str, kind: str) -> tuple[str, ...]:
    if not stem:  # 东乡族自治县, 鄂温克族自治旗: the people is the name
        return (people.removesuffix("族") + kind,)
    if len(stem) == 1:
        return (stem + kind,)
    return (stem + kind, stem) if kind == "州" else (stem, stem + kind)
