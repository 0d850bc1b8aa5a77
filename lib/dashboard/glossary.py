"""What the words of the field mean here: shown where a word stands as a name, by static/app/term.js."""

from __future__ import annotations

import json

from dashboard.language import load_texts

TERMS = {
    "承诺": "会议上说出的、今后要做到的一件事，连同原话一起入账。",
    "行动": "可核查的行动：说了要做什么，事后能查有没有做。",
    "可核查的行动": "说了要做什么，事后能查有没有做。",
    "原则": "原则性表态：只说态度和方向，无法逐项核查。",
    "原则性表态": "只说态度和方向，无法逐项核查。",
    "目标": "承诺要达到的结果，有数值的为定量目标，没有数值的为定性目标。",
    "有目标": "写明了要达到的结果，定量、定性都算。",
    "有数值": "目标中有可以比较的数，例如百分之几、多少亩。",
    "时限": "承诺中写明的完成时间，有多个时以最早的确定日期为准。",
    "有时限": "写明了完成时间，包括“年底前”“长期坚持”等说法。",
    "完成时限": "各条承诺中最早的确定日期；“长期坚持”一类不计。",
    "责任单位": "负责落实的单位；没有写明时不推测。",
    "有责任单位": "写明了由哪个单位负责。",
    "牵头": "几家单位共同负责时为主的一家；未写明时取列在首位的。",
    "牵头单位": "几家单位共同负责时为主的一家；未写明时取列在首位的。",
    "配合": "协助牵头单位落实的单位。",
    "配合单位": "协助牵头单位落实的单位。",
    "已过期限": "完成时限早于今天。只说日期已过，不说是否完成。",
    "临近": "完成时限就在近期，默认为 30 天以内，天数可以设定。",
    "未到期": "完成时限在今后，还不算临近。",
    "长期": "“长期坚持”一类，没有到期的日子，不会过期。",
    "时限含糊": "提到了时间，但推不出确定的日期，例如“尽快”。",
    "未提时限": "没有提到完成时间。",
    "灯色": "完成时限离今天有多远；不代表是否完成。",
    "存疑": "读取时有没有把握的地方，请对照原文核对。",
    "文字可靠": "原文没有损坏，或损坏处已有把握地修复。",
    "文字不可靠": "原文损坏较重，须对照权威来源核对。",
    "转载": "与台账中已有的报告是同一篇报道，并入后不重复计数。",
    "相似度": "两份文字有多少相同，百分之百为每个字都相同。",
    "无报告": "台账中没有这个地区的报告；计算占比时仍算在内。",
    "规划期": "以五年规划为期，按规划最后一年的年底计。",
    "年底": "按当年 12 月 31 日计。",
    "推算": "原文没有写明日期，由会议日期推算得出。",
    "写明": "原文直接写出。",
    "已有情况": "报告中说的是已经做到的，不是承诺。",
    "诉求": "对别人的要求，不是自己的承诺。",
}
"""Each word with a sentence. The word is explained wherever it stands alone as the name of a figure, column or choice."""


def write_glossary() -> str:
    """Return the words and sentences of both languages for the browser. Raises TextError."""
    texts = load_texts()
    english = {texts.get(word, word): texts.get(says, says) for word, says in TERMS.items()}
    told = json.dumps({"zh": TERMS, "en": english}, ensure_ascii=False, separators=(",", ":"))
    safe = told.replace("<", "\\u003c")
    return f'<script type="application/json" id="terms">{safe}</script>'
