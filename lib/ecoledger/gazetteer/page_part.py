"""The parts of a page that tell of its place: title, first paragraph, the rest, source, the site's own words and address."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.gazetteer.table import read_table

if TYPE_CHECKING:
    from ecoledger.gazetteer.evidence import Zone

    Part = tuple[Zone, str]

_LEAD = 200  # characters of the first paragraph that can name who meets
_SITE_LINE = re.compile(r"人民政府|政府网|门户网站|欢迎|当前位置|首页|要闻|版权|主办|新闻网|融媒")
_SITE_LINES = 30
_LONGEST_SITE_LINE = 80  # longer ones are lists of links to everywhere
_SIGNED = re.compile(
    r"(?m)^\s*(?P<organ>[一-龥]{3,16}(?:局|厅|委|委员会|政府|办公室|指挥部|领导小组))\s*\n\s*20\d{2}年\d{1,2}月\d{1,2}日\s*$"
)  # the last lines of a letter
_CREDIT = re.compile(
    r"[（(](?P<medium>[一-龥]{2,8}(?:日报|晚报|时报|新闻网|网|电视台|融媒体?中心))[ 　]*(?:全媒体|首席|见习)?(?:记者|通讯员)"
)
_OFFICE = re.compile(
    r"(?<=.{3})(?:rd|zx)$"
)  # the congress (人大) and consultative conference (政协) of a place


def split_parts(
    title: str | None, body: str, source: str | None, url: str | None, context: str
) -> list[Part]:
    """Return the parts that hold any text, each with its zone."""
    lead, rest = _split_lead(body)
    own = {line.strip() for line in body.splitlines()} | {(title or "").strip()}
    lines = [line.strip() for line in context.splitlines()]
    site = [
        line
        for line in lines
        if line not in own and len(line) <= _LONGEST_SITE_LINE and _SITE_LINE.search(line)
    ]
    signed = "\n".join(m["organ"] for m in _SIGNED.finditer(context))
    reporters = "\n".join(m["medium"] for m in _CREDIT.finditer(context))
    parts: list[Part] = [
        ("title", title or ""),
        ("lead", lead),
        ("body", rest),
        ("source", source or signed),
        ("site", "\n".join([*site[:_SITE_LINES], reporters])),
        ("host", "\n".join(_host_names(url or ""))),
    ]
    return [(zone, text) for zone, text in parts if text.strip()]


def _split_lead(body: str) -> tuple[str, str]:
    """Return the sentences of the first paragraph up to about 200 characters, and the rest."""
    first = body.lstrip().split("\n", 1)[0]
    start = body.find(first) if first else 0
    end = start + len(first)
    if len(first) > _LEAD:
        stop = first.find("。", _LEAD)
        end = start + (stop + 1 if stop >= 0 else len(first))
    return body[:end], body[end:]


def _host_names(url: str) -> list[str]:
    """Return the official names that a government site's address spells: www.guichi.gov.cn is 贵池区."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # no address at all
        return []
    if not host.endswith(".gov.cn"):
        return []
    gazetteer, hosts = load_gazetteer(), _load_hosts()
    labels = host.removesuffix(".gov.cn").split(".")
    known = (hosts.get(label) or hosts.get(_OFFICE.sub("", label)) or [] for label in labels)
    codes = [code for each in known for code in each]
    return [gazetteer.full_name(code) for code in dict.fromkeys(codes)]


@cache
def _load_hosts() -> dict[str, list[str]]:
    hosts: dict[str, list[str]] = {}
    for label, adcode in read_table("host", ("label", "adcode")):
        hosts.setdefault(label, []).append(adcode)
    for label, adcode, _ in read_table("site", ("label", "adcode", "reason")):
        hosts[label] = [adcode]
    return hosts
