"""What stands in the page before the app does: the tools at the top right.

They work without the server (static/app/looks.js acts), so they hold the words of both languages; style.css shows one.
"""

from __future__ import annotations

from html import escape

from dashboard.language import load_texts

PRINT, DISPLAY = "打印", "显示"
CHOICES = {
    "language": "语言",
    "scheme": "明暗",
    "size": "字号",
}
WORDS = {
    "language.zh": "中文",
    "language.en": "English",
    "scheme.auto": "随系统",
    "scheme.light": "浅色",
    "scheme.dark": "深色",
    "size.normal": "标准",
    "size.large": "大字（适老）",
}


def write_toolbar() -> str:
    """Return the tools. Raises TextError for texts that cannot be used."""
    groups = "".join(_group(kind, name) for kind, name in CHOICES.items())
    return (
        f'<aside class="tools" aria-labelledby="look-tools"><button type="button" class="tool" data-print>{_both(PRINT)}</button>'
        f'<details><summary class="tool" id="look-tools">{_both(DISPLAY)}</summary><div class="choices">{groups}</div></details></aside>'
    )


def _group(kind: str, name: str) -> str:
    buttons = "".join(
        f'<button type="button" data-look="{code}" aria-pressed="false">{_both(word)}</button>'
        for code, word in WORDS.items()
        if code.startswith(f"{kind}.")
    )
    return f'<div role="group" aria-labelledby="look-{kind}"><span id="look-{kind}">{_both(name)}</span>{buttons}</div>'


def _both(chinese: str) -> str:
    """Return a word in both languages; the languages' own names are the same in both."""
    english = load_texts().get(chinese, chinese)
    if english == chinese:
        return escape(chinese)
    return f'<span lang="zh-CN">{escape(chinese)}</span><span lang="en-GB">{escape(english)}</span>'
