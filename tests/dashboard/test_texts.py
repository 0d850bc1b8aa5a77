"""Every Chinese word that reaches the screen can be looked up in English."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard import labels
from dashboard.language import list_names, load_texts
from ecoledger import term

ROOT = Path(__file__).parents[2]
HAN = re.compile(r"[㐀-鿿]")
SOURCES = [
    ROOT / "app.py",
    *sorted((ROOT / "pages").glob("*.py")),
    *sorted((ROOT / "lib" / "dashboard").rglob("*.py")),
]

DATA = {
    "lib/dashboard/place.py": {"人工设定"},  # the evidence of a place, stored with it
    "lib/dashboard/toolbar.py": {"中文"},  # a language in its own words
    "lib/dashboard/shell.py": {
        "<noscript><p>请在浏览器中启用 JavaScript 后再打开本页。</p>"
        '<p lang="en">Please allow JavaScript in your browser, then open this page again.</p></noscript>'
    },  # both
    "lib/dashboard/labels.py": {"同比", "环比"},  # words of a report, compared with
}
"""Chinese words in the code that are data of the ledger and not words of the screen."""


@dataclass(frozen=True)
class Word:
    """A Chinese literal: `passed` where it is handed to tr(), `table` where it stands outside of functions."""

    text: str
    line: int
    passed: bool
    table: bool


class Finder(ast.NodeVisitor):
    """Collects the Chinese literals of a module."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.functions = 0

    def add(self, text: str, node: ast.expr, *, passed: bool = False, table: bool = False) -> None:
        if HAN.search(text):
            self.words.append(Word(text, node.lineno, passed, table))

    def inside(self, node: ast.AST) -> None:
        self.functions += 1
        self.generic_visit(node)
        self.functions -= 1

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = inside  # noqa: N815 - names of ast

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else it is a docstring
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.add(node.value, node, table=not self.functions)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self.add("".join(str(part.value) for part in node.values if isinstance(part, ast.Constant)), node)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node: ast.Call) -> None:
        if not (isinstance(node.func, ast.Name) and node.func.id == "tr"):
            self.generic_visit(node)
            return
        self.pass_on(node.args[0])
        for keyword in node.keywords:
            self.visit(keyword.value)

    def pass_on(self, node: ast.expr) -> None:
        """What a choice between two literals hands on, tr() gets all the same."""
        if isinstance(node, ast.IfExp):
            self.visit(node.test)
            self.pass_on(node.body)
            self.pass_on(node.orelse)
        elif isinstance(node, ast.Constant):
            self.add(str(node.value), node, passed=True)
        else:
            self.visit(node)


def find_words(source: str) -> list[Word]:
    finder = Finder()
    finder.visit(ast.parse(source))
    return finder.words


CASES = [
    ('"""说明"""', []),
    ('def f():\n    """说明"""\n    return tr("共 {n} 条", n=1)', [("共 {n} 条", True, False)]),
    ('def f():\n    return f"共 {n} 条"', [("共  条", False, False)]),
    ('def f():\n    st.info("共有")', [("共有", False, False)]),
    ('def f():\n    return tr("有" if yes else "无")', [("有", True, False), ("无", True, False)]),
    ('def f():\n    return tr("有", more="无")', [("有", True, False), ("无", False, False)]),
    ('NAMES = {"a": "甲"}', [("甲", False, True)]),
    ('def f():\n    return tr(\n        "甲"\n        "乙"\n    )', [("甲乙", True, False)]),
    ("f = lambda: '甲'", [("甲", False, False)]),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_find_words(source, expected):
    assert [(word.text, word.passed, word.table) for word in find_words(source)] == expected


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_word_is_looked_up(path):
    texts = load_texts()
    own = str(path.relative_to(ROOT))
    words = [
        word for word in find_words(path.read_text(encoding="utf-8")) if word.text not in DATA.get(own, ())
    ]
    assert [f"{own}:{word.line}: {word.text}" for word in words if not word.passed and not word.table] == []
    assert [f"{own}:{word.line}: {word.text}" for word in words if word.text not in texts] == []


@pytest.mark.parametrize(
    "table", [name for name in dir(term) if name.isupper() and isinstance(getattr(term, name), dict)]
)
def test_every_term_has_an_english_name(table):
    assert [word for word in getattr(term, table).values() if word not in load_texts()] == []


def test_no_text_is_left_over():
    named = (ROOT / "lib" / "ecoledger" / "export").glob("*.py")  # files say these words too, in Chinese
    used = {word.text for path in (*SOURCES, *named) for word in find_words(path.read_text(encoding="utf-8"))}
    used |= {word for module in (term, labels) for name in dir(module)
             if name.isupper() and isinstance(table := getattr(module, name), dict) for word in table.values() if isinstance(word, str)}  # fmt: skip
    assert sorted(text for text in load_texts() if text not in used and HAN.search(text)) == []


def test_english_has_no_chinese_in_it():
    """But for words to be typed, which are given as examples in both."""
    wrong = [
        pair
        for pair in load_texts().items()
        if set(re.findall(f"{HAN.pattern}+", pair[1])) - set(re.findall(f"{HAN.pattern}+", pair[0]))
    ]
    assert wrong == []


def test_names_in_braces_are_sound():
    assert all(list_names(chinese) == list_names(english) for chinese, english in load_texts().items())


def test_the_browser_gets_its_words_from_the_server():
    """Our scripts hold no word of the screen, but for the list of Streamlit's own; the style has both languages."""
    scripts = [path for path in (ROOT / "static").glob("*/*.js") if path.name != "words.js"]
    code = {
        path.name: re.sub(r"^\s*//.*$|\s//\s.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
        for path in scripts
    }
    assert len(code) > 5
    assert [name for name, text in code.items() if HAN.search(text)] == []
    style = (ROOT / "static" / "app" / "style.css").read_text(encoding="utf-8")
    chinese, english = (
        set(re.findall(r"--word-[a-z]+(?=:)", line)) for line in style.splitlines() if "--word-app:" in line
    )
    assert chinese == english
