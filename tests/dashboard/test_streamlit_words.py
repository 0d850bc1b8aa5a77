"""Streamlit's own English words: each one in the parts of it that we use is translated, or known not to show.

They are read from the files that Streamlit's browser side is built of, so that a new version cannot bring a word in
unseen: what it adds stands in the failure, to be put into static/app/words.js, or into streamlit_words.csv with why not.
"""

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from streamlit import file_util

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "static" / "app" / "words.js"
LEFT = Path(__file__).with_name("streamlit_words.csv")
WHY = {
    "log",  # for the browser's console
    "menu",  # of the menus that toolbarMode hides: deploying, recording the screen, skills
    "part",  # of a widget that no page has
    "name",  # of keys, types, programs, icons, in code
    "other",  # languages that the browser is never told to have
}
SCRIPTS = Path(file_util.get_static_dir()) / "static" / "js"

PARTS = (
    "BaseButton", "Button", "ButtonGroup", "Checkbox", "DataFrame", "DateInput", "DateTimeInput", "DownloadButton",
    "ErrorElement", "FileUploader", "Html", "ImageList", "Input", "InputInstructions", "Json", "LinkButton", "MenuButton",
    "Metric", "Multiselect", "NumberInput", "PageLink", "Pagination", "Progress", "Radio", "Selectbox", "Slider", "Spinner",
    "StreamlitMarkdown", "Table", "TextArea", "TextField", "TextInput", "TimeInput", "Toast", "Toolbar", "Tooltip",
    "UploadFileInfo", "WidgetLabelHelpIcon", "index", "useCopyToClipboard", "useDescription", "utils",
    "withFullScreenWrapper",
)  # fmt: skip
"""The files of which our pages are drawn. Calendars and lists of React Aria speak Chinese themselves; charts and maps
are drawn without their tools."""

_LITERAL = re.compile(r'`((?:[^`\\]|\\.)*?)`|"((?:[^"\\\n]|\\.)*?)"')
_PHRASE = re.compile(r"[A-Z][a-z’']+(?:[ /-](?:[\w’'\"“”,.()?!:/&+-]|\$\{[^{}]*\})+)*[.…:!?]*")


def find_phrases(script: str) -> set[str]:
    """Return the literals of a script that read like words for people."""
    found = {one if one is not None else other for one, other in
             ((m[1], m[2]) for m in _LITERAL.finditer(script))}  # fmt: skip
    return {text for text in found if len(text) < 200 and _PHRASE.fullmatch(text)}


@cache
def list_phrases() -> dict[str, set[str]]:
    """Return what the parts that we use may say, by part."""
    found: dict[str, set[str]] = {}
    for path in SCRIPTS.glob("*.js"):
        part = path.name.split(".")[0]
        if part in PARTS:
            found.setdefault(part, set()).update(find_phrases(path.read_text(encoding="utf-8")))
    return found


def read_words() -> tuple[dict[str, str], list[re.Pattern[str]]]:
    script = WORDS.read_text(encoding="utf-8")
    words = re.findall(r'^    "((?:[^"\\]|\\.)*)": "(.*)",$', script, re.M)
    assert len(dict(words)) == len(words), "a word stands twice"
    patterns = re.findall(r"^    \[/(.+?)/, \(", script, re.M)
    return dict(words), [re.compile(pattern) for pattern in patterns]


def read_left() -> dict[str, str]:
    with LEFT.open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["why"] for row in csv.DictReader(file)}


def is_translated(phrase: str) -> bool:
    words, patterns = read_words()
    said = re.sub(r"\$\{[^{}]*\}", "7", phrase)
    return said in words or any(pattern.search(said) for pattern in patterns)


CASES = [
    ("children:`No results`,x:`px`", {"No results"}),
    ('a="Page not found";b="stApp";c="flex-start"', {"Page not found"}),
    ("`View ${x-m} more`", {"View ${x-m} more"}),
    ("`0px 1px 4px`+`Ctrl`", {"Ctrl"}),
]


@pytest.mark.parametrize(("script", "phrases"), CASES)
def test_find_phrases(script, phrases):
    assert find_phrases(script) == phrases


def test_every_part_is_there():
    assert set(PARTS) - set(list_phrases()) == set()
    assert sum(map(len, list_phrases().values())) > 400, "the scripts are no longer read rightly"


def test_every_word_of_streamlit_is_translated_or_known():
    known = read_left()
    new = {part: sorted(phrase for phrase in phrases if phrase not in known and not is_translated(phrase))
           for part, phrases in list_phrases().items()}  # fmt: skip
    assert {part: phrases for part, phrases in new.items() if phrases} == {}


def test_no_known_word_is_left_over():
    said = set().union(*list_phrases().values())
    known = read_left()
    assert set(known.values()) <= WHY
    assert sorted(word for word in known if word not in said or is_translated(word)) == []


def test_translations_are_chinese():
    words, patterns = read_words()
    assert len(patterns) > 20
    assert [word for word, chinese in words.items() if not re.search(r"[㐀-鿿—]", chinese)] == []
