"""Numbers, official values and standings in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.labels import CHANGES, COMPARATORS, base_text, name_of, number_text
from dashboard.language import tr

if TYPE_CHECKING:
    from ecoledger.indicators.official import OfficialValue
    from ecoledger.indicators.standing import Aim, Standing

VERDICTS = {
    "weaker": "弱于官方值",
    "equal": "与官方值相当",
    "stronger": "强于官方值",
    "unlike": "不可比",
}
WHYS = {
    "none": "目录中没有适用的官方值",
    "words": "官方要求不是一个数值",
    "total": "官方值是全国总量",
    "unit": "计量单位不同类",
    "change": "一为水平，一为变化幅度",
    "bound": "写的是相反方向的界限",
    "straddling": "区间跨过官方值",
    "year": "未写明单一的目标年份",
    "year_order": "目标年份与官方值不同，高低与先后相抵",
    "baseline": "未写明与哪一年相比",
    "baseline_unlike": "相比的年份不同",
}
SCOPES = {"nation": "全国", "province": "省级", "region": "区域", "model": "申报示范区的地区"}
BETTER = {
    "higher": "越高越好",
    "lower": "越低越好",
    "reduction": "降幅越大越好",
    "qualitative": "定性要求",
}
_BOUNDS = COMPARATORS | {">": "高于 ", "<": "低于 "}
OVER = "已到期"


def aim_text(aim: Aim, baseline: str | None) -> str:
    """Return a number that is aimed at: 下降 不低于 10 %（比2020年）."""
    value = number_text(aim.value)
    if aim.value2 is not None:
        value = f"{value}—{number_text(aim.value2)}"
    sign = name_of(COMPARATORS, aim.op)
    return f"{name_of(CHANGES, aim.change)}{sign}{value} {aim.unit or ''}".rstrip() + base_text(baseline)


def official_text(official: OfficialValue) -> str:
    """Return an official value: 不低于 10 %（比2020年）, or its words."""
    if official.value is None:
        return official.words
    text = f"{name_of(_BOUNDS, official.op)}{_large(official)}".strip()
    return text + base_text(tr("{year}年", year=official.baseline) if official.baseline else None)


def area_text(official: OfficialValue) -> str:
    """Return for whom it holds."""
    return official.area or name_of(SCOPES, official.scope)


def standing_text(standing: Standing, year: int) -> str:
    """Return the verdict, and what it was made against or why it could not be made; `year` is this year."""
    official = standing.official
    if standing.why:
        return name_of(WHYS, standing.why)
    if official is None:
        return ""
    said = [official_text(official)]
    if official.year:
        said.insert(0, tr("{year}年", year=official.year))
    if official.over(year):
        said.append(tr(OVER))
    if standing.about:
        said.append(tr("按约数比较"))
    return tr("，").join(said)


def _large(official: OfficialValue) -> str:
    """Return the number with 亿 or 万 where it is that large, as it is written in Chinese."""
    value = official.value
    if value is None:
        return ""
    for power, multiple in ((10**8, tr("亿")), (10**4, tr("万"))):
        if value >= power:
            return f"{number_text(value / power)} {multiple}{official.unit}"
    return f"{number_text(value)} {official.unit}"
