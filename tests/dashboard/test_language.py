import pytest

from dashboard import language
from dashboard.language import TEXTS, TextError, list_names, load_texts, tr
from dashboard.looks import Looks

HEAD = "chinese,english\n"
BROKEN = [
    ("chinese;english\n", "own.csv:1: "),
    (HEAD + "共 {n} 条,{count} rows\n", "own.csv:2: "),
    (HEAD + "地图,Map\n报告\n", "own.csv:3: "),
    (HEAD + "地图,Map\n地图,Chart\n", "own.csv:3: "),
    (HEAD + "地图,\n", "own.csv:2: "),
    (HEAD + "共 {n 条,{n rows\n", "own.csv:2: "),
    (HEAD + "地图,Map,more\n", "own.csv:2: "),
]


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setattr(language, "read_looks", lambda: Looks("en"))


def load(tmp_path, text):
    (tmp_path / "own.csv").write_text(text, encoding="utf-8")
    return load_texts(tmp_path)


@pytest.mark.parametrize(("text", "place"), BROKEN)
def test_a_broken_file_is_named_with_its_line(tmp_path, text, place):
    with pytest.raises(TextError, match=f"^{place}"):
        load(tmp_path, text)


def test_two_files_may_say_the_same(tmp_path):
    (tmp_path / "other.csv").write_text(HEAD + "地图,Map\n", encoding="utf-8")
    assert load(tmp_path, HEAD + '地图,Map\n"共 {n:,} 条","{n:,} in all"\n') == {
        "地图": "Map",
        "共 {n:,} 条": "{n:,} in all",
    }


@pytest.mark.parametrize(("text", "names"), [("", ()), ("{b} 与 {a:,}", ("a", "b")), ("{{a}}", ())])
def test_list_names(text, names):
    assert list_names(text) == names


def test_chinese_stands_as_it_is_written():
    assert tr("共 {n:,} 条", n=12345) == "共 12,345 条"
    assert tr("{没有值}") == "{没有值}"


@pytest.mark.usefixtures("english")
def test_english_is_looked_up(monkeypatch):
    texts = {"共 {n:,} 条": "{n:,} in all", "地图": "Map"}
    monkeypatch.setattr(language, "load_texts", lambda: texts)
    assert tr("地图") == "Map"
    assert tr("共 {n:,} 条", n=12345) == "12,345 in all"
    assert tr("没有译文 {n}", n=1) == "没有译文 1"


def test_our_files_are_sound():
    assert load_texts(TEXTS)
