"""The scores of a folder as rows of words, for a table on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ecoledger.evaluate.case import CaseScore
    from ecoledger.evaluate.score import Scores

CASE_HEAD = ("用例表", "正确", "应有", "读错的用例")
CASES = {"time": "时间", "regions": "地名", "quantities": "数量"}
HEAD = ("项目", "正确", "找到", "应有", "精确率", "召回率", "F1")

COUNTS = {
    "action": "行动",
    "principle": "原则",
    "quantitative": "定量目标",
    "op": "比较方式",
    "change": "增减",
    "qualitative": "定性目标",
    "deadline": "期限",
    "body": "责任主体",
    "role": "主体角色",
}
FACTS = {"region": "地区", "date": "会议日期", "chair": "主持人", "speakers": "讲话人"}


def score_rows(scores: Scores) -> Iterator[tuple[str, ...]]:
    """Yield a row (columns of HEAD) for each thing that is measured; a share stands in the last column."""
    for name, words in COUNTS.items():
        c = scores.count(name)
        # Nothing found where nothing was wanted is no success to boast of.
        some = c.found or c.wanted
        shares = (f"{x:.3f}" if some else "—" for x in (c.precision, c.recall, c.f1))
        yield (words, str(c.hit), str(c.found), str(c.wanted), *shares)
    for name, words in FACTS.items():
        right, wanted = scores.fact(name)
        if wanted:
            yield (words, str(right), str(wanted), str(wanted), "", "", f"{right / wanted:.3f}")
    yield ("正文字符", "", "", "", "", "", f"{scores.text:.4f}")


def case_rows(scores: Iterable[CaseScore]) -> Iterator[tuple[str, ...]]:
    """Yield a row (columns of CASE_HEAD) for each list."""
    for score in scores:
        right = score.rows - len(score.wrong)
        yield (CASES[score.name], str(right), str(score.rows), "；".join(score.wrong) or "—")
