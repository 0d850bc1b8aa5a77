"""指标: one indicator against its official values, what is stated apart, and the numbers of none."""

from dataclasses import replace

import pytest

from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from tests.number_reports import Line, number_report
from tests.pages.visiting import visit, words

Y25 = (("year_end", None, "2025-12-31"),)
AIR = Line("到2025年底空气质量优良天数比率达到90%", "空气质量优良天数比率", "BC22-03", "90", "%", dues=Y25)
WEAK = replace(AIR, text="到2025年底空气质量优良天数比率达到80%", value="80")
OPEN = replace(AIR, text="空气质量优良天数比率达到85%以上", value="85", op=">=", dues=())
PM = Line(
    "到2025年底PM2.5浓度降到30微克/立方米", "PM2.5浓度", "BC22-01", "30", "微克/立方米", op="<=", dues=Y25
)
PIPES = Line("新建污水管网12公里", "新建污水管网", None, "12", "公里")
PAST = Line("去年空气质量优良天数比率为88%", "空气质量优良天数比率", "BC22-03", "88", "%")
ASKED = Line("请求支持管网改造300公里", "管网改造", "BC22-03", "95", "%")


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('numbers') / 'ledger.sqlite'}"
    ledger = open_ledger(url)
    for report in (
        number_report("341702", "2023-05-06", [AIR, OPEN, PIPES], [PAST], [ASKED]),
        number_report("110000", "2024-05-06", [WEAK, PM]),
    ):
        save_report(ledger, report, meeting_kind="大会")
    ledger.close()
    return url


@pytest.fixture
def numbers(filled_once, monkeypatch):
    monkeypatch.setenv("ECOLEDGER_DATABASE", filled_once)


def tables(app):
    """The rows promised and those stated, each as one piece of HTML."""
    found = [str(one.value) for one in app.get("html") if 'class="table targets"' in str(one.value)]
    return found if len(found) == 2 else [*found, ""]


def test_the_indicator_with_most_targets_comes_first_and_counts_add_up(numbers):
    app = visit("indicators")
    assert not app.exception
    assert app.selectbox(key="indicator-show").options == [
        "地级及以上城市空气质量优良天数比例　3 个目标",
        "地级及以上城市细颗粒物(PM2.5)浓度　1 个目标",
        "未匹配到指标的数值　1 个目标",
    ]
    told = words(app)
    assert "共 5 个数值目标：4 个匹配到 2 项指标，1 个未匹配" in told
    for verdict, count in (("weaker", 2), ("stronger", 1)):
        assert f'standing={verdict}">{count}</a>' in told
    assert "<b>0</b><span>与官方值相当</span>" in told
    assert "<b>0</b><span>不可比</span>" in told
    assert "2025年，87.5 %，已到期" in told


def test_what_is_stated_stands_apart(numbers):
    promised, stated = tables(visit("indicators"))
    assert PAST.text not in promised
    assert PAST.text in stated
    assert ASKED.text in stated
    assert AIR.text in promised
    assert AIR.text not in stated


def test_a_province_with_a_value_of_its_own_is_set_against_both(numbers):
    told = words(visit("indicators", show="BC22-01"))
    assert "对比本省" in told
    assert "2025年，不超过 32 微克/立方米，已到期" in told
    assert "2027年，不超过 28 微克/立方米" in told


def test_years_may_count(numbers):
    told = words(visit("indicators", years="count"))
    for verdict in ("weaker", "stronger", "unlike"):
        assert f'standing={verdict}&amp;years=count">1</a>' in told
    assert "未写明单一的目标年份" in told


@pytest.mark.parametrize(("standing", "shown"), [("weaker", WEAK), ("stronger", AIR), ("unlike", OPEN)])
def test_a_count_leads_to_its_rows(numbers, standing, shown):
    told = tables(visit("indicators", standing=standing, years="count"))[0]
    assert [line.text for line in (AIR, WEAK, OPEN) if line.text in told] == [shown.text]


def test_numbers_of_no_indicator_are_listed_by_their_words(numbers):
    told = words(visit("indicators", show="none"))
    assert "新建污水管网" in told
    app = visit("indicators", show="none", phrase="新建污水管网", unit="公里")
    assert PIPES.text in words(app)
    assert "对比全国" not in words(app)


@pytest.mark.parametrize(("query", "count"), [({"province": "110000"}, "80"), ({"q": "不存在的字"}, None)])
def test_filters_hold(numbers, query, count):
    app = visit("indicators", show="BC22-03", **query)
    assert not app.exception
    if count is None:
        assert "没有符合筛选条件的数值目标" in words(app)
    else:
        assert WEAK.text in words(app)
        assert AIR.text not in words(app)


def test_the_filter_by_indicator_chooses_it_and_hides_nothing(numbers):
    app = visit("indicators", indicator="BCOP-01")
    assert app.selectbox(key="indicator-show").value == "BC22-01"
    assert len(app.selectbox(key="indicator-show").options) == 3


@pytest.mark.parametrize("query", [
    {"show": "no such code", "standing": "no", "by": "no", "order": "no", "years": "no"},
    {"by": "year", "order": "strong"},
    {"show": "DC-08", "order": "place"},
    {"show": "none", "phrase": "没有"},
])  # fmt: skip
def test_any_address_is_drawn(numbers, query):
    assert not visit("indicators", **query).exception


def test_another_indicator_is_chosen(numbers):
    app = visit("indicators", standing="weaker")
    app.selectbox(key="indicator-show").set_value("BC22-01").run()
    assert app.query_params["show"] == "BC22-01"
    assert "standing" not in app.query_params
    assert PM.text in words(app)


def test_an_empty_ledger_says_so(empty):
    app = visit("indicators")
    assert not app.exception
    assert "台账中还没有数值目标" in words(app)


def test_reports_without_numbers_are_told_from_none(filled):
    assert "筛选范围内的报告没有提出数值目标" in words(visit("indicators"))
