import datetime as dt
import re
from pathlib import Path

from dashboard.map.classification import EMPTY, MISSING, classify
from dashboard.map.legend import list_notices, write_legend
from dashboard.map.picture import Stamped, make_picture
from tests.dashboard.map.surveying import made, surveyed

NOW = dt.datetime.fromisoformat("2026-01-02 03:04")
ROOT = Path(__file__).parents[3]


def pictured(said=""):
    survey = surveyed("340000", {"341700": made(8), "340100": made(0)}, show="target")
    figures = {code: survey.figure(code) for code in survey.names}
    legend = classify(figures, "share")
    notices = list_notices(own=False, inset=True)
    return make_picture(survey, legend, Stamped("安徽省", said, notices, ("1.0",), NOW)), legend


def test_a_picture_says_all_that_stands_around_the_map():
    picture, _ = pictured("领域：水")
    assert picture.title == "安徽省各地：有目标的承诺占比"
    assert picture.filters == "筛选：领域：水"
    assert picture.file == "生态承诺台账_安徽省_有目标的承诺占比_20260102.png"
    assert (EMPTY, "有报告，无可计数据", "1 个") in picture.legend
    assert (MISSING, "无报告", "14 个") in picture.legend
    for said in (
        "示意图",
        "天地图",
        "南海诸岛见附图",
        "无审图号",
        "导出时间 2026-01-02 03:04",
        "规则版本 1.0",
    ):
        assert said in picture.notices
    assert pictured()[0].filters == "筛选：无（全部承诺）"


def test_every_colour_that_the_script_asks_for_is_given():
    picture, _ = pictured()
    script = (ROOT / "static" / "map" / "picture.js").read_text(encoding="utf-8")
    asked = set(re.findall(r"(?:colours|fills)\.([a-z]+)", script)) | {f"class-{n}" for n in range(1, 6)}
    assert asked <= set(picture.colours)


def test_a_legend_has_each_class_once():
    _, legend = pictured()
    html = write_legend(legend, "名<b>", hatched=True)
    assert html.count("<li>") == len(legend.classes)
    assert "名&lt;b&gt;" in html
