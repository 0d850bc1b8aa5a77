"""Binds the name of a body to the place of its report: 区生态环境局 in 贵池区 is 贵池区生态环境局."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.extract.organ import VERTICAL

if TYPE_CHECKING:
    from ecoledger.extract.organ import Mention
    from ecoledger.model import Region

_AUTONOMOUS = "自治区"
_OWN = ("自治县", "自治旗", "区", "县", "旗")  # these say the place itself: the 区 of a city is one of many
_SIGNS = (_AUTONOMOUS, "自治州", "省", "市", "州", "盟", *_OWN)
_OURS = re.compile(r"^[我本](?=[省市州盟区县旗].)")
_WHOLE = re.compile(r"^[我本全该你贵](?=[省市州盟区县旗])")
_SIGNED = ("body.collective.office", "body.collective.firm")  # 市城投集团 is some city's as well
_GENERAL = "（、级直两区县市"  # 县（区）两级, 市县: many places, not one
_LOCAL = ("部门", "局", "办", "办公室", "指挥部", "督查室")
_TASK_FORCES = ("指挥部", "领导小组", "专班", "委员会", "办公室")
_NO_SIGN = re.compile(
    r"^市(?:场|监局|容|政(?=局|处|部门|管理|公用))"
)  # 市 of the organ's own name: 市场监管局
_WATERS = ("长江", "黄河", "淮河", "海河", "珠江", "松辽", "太湖", "国家", "中国", "国网")
_ZONE = re.compile(r"^(?:高新区|经开区|开发区|新区|工业园区|园区)(?=管委会|管理委员会|党工委)")


def bind_name(mention: Mention, region: Region | None) -> str:
    """Return the name of `mention` with the place it means in a report of `region`; as written where that is open."""
    words = mention.text
    if region is None or len(words) < 2 or any(words.startswith(place.name) for place in region.path):
        return words
    if mention.organ is None and mention.rule not in _SIGNED and not words.endswith(_TASK_FORCES):
        return _bind_whole(words, region)
    if mention.rule == "body.department":
        place = _place_of(region, mention.sign) if mention.sign else region.name
        return f"{place or mention.sign}{words.removeprefix(mention.sign)}部门"
    bound = _bind_to_zone(words, region) if region.level == "other" else None
    return bound or _bind_organ(mention, region)


def _bind_organ(mention: Mention, region: Region) -> str:
    """Return the name of an organ with the place that its level means, or that of the report where it has none."""
    words = _OURS.sub("", mention.text)
    if words[1] in _GENERAL and not _NO_SIGN.match(words[1:]):
        return mention.text
    sign = None if _NO_SIGN.match(words) else next((s for s in _SIGNS if words.startswith(s)), None)
    if sign is None:
        return region.name + words if mention.kind == "organ" and _is_local(words) else words
    place = _place_of(region, sign)
    return place + words.removeprefix(sign) if place else mention.text


def _is_local(words: str) -> bool:
    """Say whether an organ without a level is that of the place: 海事局 is, 长江海事局 and 合肥海关 are not."""
    foreign = words.startswith(_WATERS) or (words.endswith(VERTICAL) and words not in VERTICAL)
    return words.endswith(_LOCAL) and not foreign


def _bind_to_zone(words: str, region: Region) -> str | None:
    """Return the name of an organ of a development zone: 高新区管委会 and 管委会 in 济宁高新区."""
    zone = _ZONE.match(words)
    if zone and region.name.endswith(zone.group()):
        return region.name + words[zone.end() :]
    return region.name + words if words.startswith(("管委会", "管理委员会", "党工委")) else None


def _bind_whole(words: str, region: Region) -> str:
    """Return 我市, 全区上下, 该县 with the name of the place instead."""
    if not (ours := _WHOLE.match(words)):
        return words
    rest = words[ours.end() :]
    sign = _AUTONOMOUS if rest[0] == "区" and region.name.endswith(_AUTONOMOUS) else rest[0]
    place = _place_of(region, sign)
    return place + rest[1:] if place else words


def _place_of(region: Region, sign: str) -> str | None:
    """Return the lowest place of the region's path that `sign` ends: 市 in 昆山市 is 昆山市, in 浦东新区 上海市."""
    if sign in _OWN:
        own = region.path[-1].name if region.path and region.level != "other" else region.name
        return own if own.endswith(sign) and not own.endswith(_AUTONOMOUS) else None
    return next((place.name for place in reversed(region.path) if place.name.endswith(sign)), None)
