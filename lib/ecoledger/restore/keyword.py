"""Step 5: a keyword with the words of a site's head (某某公司_官方网站：) that a site put in for a name of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoledger.restore.reading import HAN

if TYPE_CHECKING:
    from ecoledger.mapped import MappedText

# No sentence joins a name to these words with a line or a bar: the title of a page does.
_SIGN = re.compile(
    rf"(?<=[{HAN}A-Za-z0-9])(?:[_|-](?:官方网站|官方网|官网|官方入口|官方平台|官方APP|官方app|APP下载|app下载)"
    r"|[_|-]【[^【】\n，。；、]{0,8}(?:官网|官方|平台|网址|入口|下载|投注)[^【】\n，。；、]{0,6}】)：?"
    rf"(?=[{HAN}0-9“《])"
)
# Put before a mark, with a mark of its own: 扬尘某某娱乐官网下载,、裸土
_BEFORE_MARK = re.compile(r"([^\s，。；：、！？“”（）《》,;:!?]{4,40})(?=[,，][，、；。,])")
_ANY_DOUBLED = re.compile("[,，][，、；。,]")
_OF_SITE = re.compile(
    r"(?:官网|官方网站|网址|[Aa][Pp][Pp]|娱乐|体育|投注|棋牌|电竞)[^，。]{0,4}(?:下载|入口|登录|登陆|注册|官网|网址|平台|[Aa][Pp][Pp])\Z"
)
_NAME = re.compile(r"[^\s，。；：！？、“”（）《》]{2,24}\Z")
_PROSE = re.compile("[，。]")
_FEWEST = 2  # places in sentences
_SHORTEST = 2
_LONGEST = 24


def drop_keywords(mapped: MappedText) -> tuple[MappedText, tuple[int, ...]]:
    """Return the text without such a keyword, and where in the original each began: what stood there is lost."""
    text = mapped.text
    if "官" not in text and "下载" not in text:
        return mapped, ()
    by_sign: dict[str, list[tuple[int, int, str]]] = {}
    for match in _SIGN.finditer(text):
        name = _NAME.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if name:
            by_sign.setdefault(match.group().rstrip("："), []).append((*match.span(), name.group()))
    edits = []
    for found in by_sign.values():
        # What stands before the keyword differs from place to place.
        shared = _count_shared([name for _, _, name in found])
        inside = sum(_is_in_prose(text, start) for start, _, _ in found)
        if inside >= _FEWEST and shared >= _SHORTEST:
            edits += [(start - shared, end, "") for start, end, _ in found]
    edits.sort()
    return mapped.replace(edits), tuple(mapped.starts[start] for start, _, _ in edits)


def drop_inserted(mapped: MappedText) -> tuple[MappedText, int]:
    """Return the text without a keyword that stands before most of its doubled marks, and how many places there were.

    It was put behind words that are all there, so that nothing is lost.
    """
    text = mapped.text
    doubled = len(_ANY_DOUBLED.findall(text))
    if doubled < _FEWEST:
        return mapped, 0
    found = [match for match in _BEFORE_MARK.finditer(text) if _OF_SITE.search(match.group(1))]
    if len(found) < _FEWEST or len(found) * 2 < doubled:
        return mapped, 0
    shared = _count_shared([match.group(1) for match in found])
    if not _OF_SITE.search(found[0].group(1)[-shared:] if shared else ""):
        return mapped, 0
    return mapped.replace([(match.end() - shared, match.end(), "") for match in found]), len(found)


def _count_shared(names: list[str]) -> int:
    """Return how many characters at their end all `names` have in common."""
    every = [set(characters) for characters in zip(*(name[::-1] for name in names), strict=False)]
    return next((number for number, one in enumerate(every) if len(one) > 1), len(every))


def _is_in_prose(text: str, place: int) -> bool:
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    return _PROSE.search(text[start : end if end >= 0 else len(text)]) is not None
