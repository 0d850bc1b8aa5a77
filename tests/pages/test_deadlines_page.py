"""The deadlines page: counts that lead to rows, a calendar, what has no day, and the rule of lights."""

import datetime as dt
import re

import pytest

from dashboard import clock
from ecoledger.ledger.setting import load_setting
from ecoledger.ledger.store import open_ledger
from tests.bench.made_ledger import make_ledger
from tests.pages.visiting import press, visit, words

ON = dt.datetime.fromisoformat("2025-11-22T09:00")
LEGEND = re.compile(r'<div class="(\w+)"><b>(?:<a [^>]+>)?([\d,]+)')


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: ON)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("deadlines") / "made.sqlite"
    make_ledger(path, commitments=400).close()
    return f"sqlite:///{path}"


@pytest.fixture
def ledger(made, monkeypatch):
    monkeypatch.setenv("ECOLEDGER_DATABASE", made)
    return made


def legend(app) -> dict[str, int]:
    return {name: int(count.replace(",", "")) for name, count in LEGEND.findall(words(app))}


def test_the_lights_add_up_and_lead_to_their_rows(ledger):
    app = visit("deadlines")
    assert not app.exception
    counts = legend(app)
    assert counts.pop("whole") == sum(counts.values()) == 400
    assert all(f"/commitments?light={name}" in words(app) for name, count in counts.items() if count)
    assert "以2025年11月22日为准" in words(app)


def test_a_filter_narrows_the_board(ledger):
    whole = legend(visit("deadlines"))["whole"]
    assert 0 < legend(visit("deadlines", theme="water"))["whole"] < whole


def test_the_calendar_shows_the_month_of_the_address(ledger):
    app = visit("deadlines", view="calendar", month="2025-12")
    assert not app.exception
    assert "<caption>2025年12月</caption>" in words(app)
    assert words(app).index("周一") < words(app).index("周日")
    app = press(app, "下一月")
    assert "<caption>2026年1月</caption>" in words(app)
    assert app.query_params["month"] == "2026-01"
    app = press(app, "回到本月")
    assert 'aria-current="date"' in words(app)


@pytest.mark.parametrize("month", ["2025-13", "绝非月份", "9999-01"])
def test_a_month_that_is_none_is_this_month(ledger, month):
    app = visit("deadlines", view="calendar", month=month)
    assert "<caption>2025年11月</caption>" in words(app)


def test_what_is_vague_stands_apart_with_its_words(ledger):
    app = visit("deadlines", view="vague")
    assert not app.exception
    assert "<q>" in words(app)
    assert "可重复计" in words(app)
    assert 'class="board"' not in words(app)


def test_the_view_turns_to_what_goes_on_for_ever(ledger):
    app = visit("deadlines")
    app.segmented_control[0].set_value("ongoing").run()
    assert not app.exception
    assert app.query_params["view"] == "ongoing"
    assert "不会过期" in words(app)


def test_the_rule_is_set_for_all(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'own.sqlite'}"
    make_ledger(tmp_path / "own.sqlite", commitments=60).close()
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    app = visit("deadlines")
    app.number_input[0].set_value(7)
    app.radio[0].set_value("blue_near")
    app = press(app, "保存设置")
    assert not app.exception
    assert "7 天以内为临近" in words(app)
    assert "<style>:root { --overdue:" in words(app)
    held = open_ledger(url)
    assert load_setting(held, "light", "usual") == {"near": 7, "palette": "blue_near"}
    held.close()


def test_the_calendar_file_is_offered(ledger):
    labels = [button.proto.label for button in visit("deadlines").get("download_button")]
    assert "下载日历（.ics）" in labels


def test_nothing_is_said(empty):
    app = visit("deadlines")
    assert not app.exception
    assert "台账中还没有承诺" in words(app)


def test_a_filter_without_result_is_said(filled):
    assert "没有符合筛选条件的承诺" in words(visit("deadlines", q="没有这样的词"))


def test_a_ledger_out_of_reach_is_said_in_one_sentence(unreachable):
    app = visit("deadlines")
    assert not app.exception
    assert len(app.error) == 1
