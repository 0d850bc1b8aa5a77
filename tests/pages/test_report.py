"""The page of a report: damage and doubts, whether the words may be relied upon, and what is no commitment."""

import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard.labels import SHORT_LABELS
from dashboard.place import find_region
from dashboard.report.damage import damage_rows
from dashboard.report.reader import write_reader
from dashboard.report.reason import write_reasons
from ecoledger import term
from ecoledger.evidence import Line
from ecoledger.ledger.correction import Correction, open_issues
from ecoledger.ledger.report import get_report
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from ecoledger.model import Damage, Issue, Loss, Statement
from ecoledger.pipeline import parse
from ecoledger.reliance import describe_reliance
from tests.conftest import ROOT
from tests.pages.visiting import press, visit, words

DAMAGED = next((ROOT / "data" / "reports").glob("001_*"))
LOST = (
    "全市召开生态环境保护大会\n来源：大同日报 2024年3月1日\n"
    "1日，全市召开大会。会议要求，年底前完成2?0个村的污水治理，确保水质达标。\n"
)
SPUN = "会议要求，要建设秀好意思中国，打赢蓝天捍卫战，确保水质达标。\n" * 2


@pytest.fixture(scope="module")
def damaged():
    return parse(DAMAGED.read_bytes(), DAMAGED.name)


def read(text):
    return parse(text.encode(), "会议.txt")


@pytest.mark.parametrize(
    ("certainty", "counts"), [(0.99, ("1", "1", "0")), (0.6, ("1", "0", "1")), (None, ("1", "1", "0"))]
)
def test_the_damage_is_counted_repaired_and_doubtful(damaged, certainty, counts):
    losses = tuple(replace(loss, certainty=certainty) for loss in damaged.losses)
    rows = {row[0]: row[1:] for row in damage_rows(replace(damaged, losses=losses))}
    assert rows["丢失字节"] == counts
    assert rows["夹注拼音"][:2] == ("169", "169")


def test_unsolved_damage_is_doubtful(damaged):
    report = replace(damaged, damage=(Damage("lost_bytes", 1_500, 1_200, ""),), losses=())
    assert damage_rows(report) == [("丢失字节", "1,500", "1,200", "300")]


def test_one_sentence_says_whether_the_words_may_be_relied_upon(damaged):
    clean = replace(damaged, damage=(), losses=())
    assert "没有找到报道正文" in describe_reliance(replace(clean, text="", reliable=False))
    assert describe_reliance(clean) == "文字可以依据：没有发现损坏。"
    assert "均已修复" in describe_reliance(replace(damaged, losses=()))
    assert "1 处系按残留字节复原" in describe_reliance(damaged)
    assert "1 处字已损坏且无法复原，涉及 1 条承诺" in describe_reliance(read(LOST))
    title = read(LOST.replace("2?0", "20").replace("生态环", "生态?环"))
    assert "标题中有字" in describe_reliance(title)
    assert describe_reliance(read(SPUN)).startswith("文字不可依据：有 ")


def test_a_row_says_what_is_doubtful_of_its_commitment():
    report = read(LOST)
    rows = write_reader(report).split("<tr data-item")[1:]
    assert ["无法复原" in row for row in rows] == [
        bool({issue.kind for issue in report.issues_in(one)} & {"lost"}) for one in report.commitments
    ]
    assert any("无法复原" in row for row in rows)


def test_a_row_says_which_rules_read_it_and_from_which_words():
    report = read(LOST.replace("2?0", "20"))
    html = write_reader(report)
    rules = html.split('<div class="rules">')[1].split("</div>")[0].split("</i>")
    (row,) = re.findall(r'<tr class="because">(.*?)</tr>', html)[-1:]
    told = {
        unescape(words): rules[int(number)]
        for words, number in re.findall(r'<q>([^<]*)</q><i data-rule="(\d+)">', row)
    }
    assert "年底" in told["年底前"]
    assert "deadline.year_end" in told["年底前"]
    assert "例：" in told["年底前"]
    assert "unit.csv:个" in told["20个"]
    assert "<b>时限</b><span>2024年12月31日（推算）</span>" in row


def test_a_report_read_before_reasons_were_kept_says_so():
    report = read(LOST)
    commitments = tuple(replace(item, reasons=None) for item in report.commitments)
    html = write_reader(replace(report, commitments=commitments))
    assert html.count("读取依据未记录") == len(commitments)
    assert "data-rule" not in html


def test_a_rule_that_is_no_more_is_shown_by_its_id():
    line = Line("时限", "长期", "<每年>", "gone.rule", None)
    html = write_reasons([line])
    assert '<i title="gone.rule">规则已停用</i>' in html
    assert "<q>&lt;每年&gt;</q>" in html
    assert write_reasons([]) == ""


def test_statements_stand_apart_from_commitments(damaged):
    first = damaged.text[:5]
    statements = (Statement(0, 5, first, "achieved", ()), Statement(0, 5, first, "demand", ()))
    html = write_reader(replace(damaged, statements=statements))
    apart = html.split('<div class="list statements"')[1].split("</table>")[0]
    assert apart.count('data-item="s') == 2
    assert "已有情况" in apart
    assert "诉求" in apart
    assert "情况与诉求" not in write_reader(replace(damaged, statements=()))


def test_a_report_without_commitments_still_shows_its_texts(damaged):
    html = write_reader(replace(damaged, commitments=(), statements=()))
    assert 'class="report original"' in html
    assert "data-item" not in html
    assert "没有读到正文" in write_reader(replace(damaged, text="", offsets=(), commitments=(), losses=()))


ISSUES = (
    Issue("region_unknown", "请手工选定地区。"),
    Issue("date_missing", "文中没有写会议日期。"),
    Issue("deadline_open", "期限无法确定到日期。", 0, 2),
)


def test_what_a_person_set_settles_its_doubts(damaged, tmp_path, monkeypatch):
    report = replace(damaged, issues=ISSUES)
    place, day = find_region("341702"), damaged.meeting.date
    kinds = [
        [issue.kind for issue in open_issues(report, correction)]
        for correction in (Correction(), Correction(place), Correction(date=day), Correction(place, day))
    ]
    assert [len(left) for left in kinds] == [3, 2, 2, 1]
    assert kinds[3] == ["deadline_open"]
    url = f"sqlite:///{tmp_path / 'one.sqlite'}"
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    ledger = open_ledger(url)
    save_report(ledger, report, Correction(place))
    ledger.close()
    said = words(visit("report", id=report.id))
    assert "请手工选定地区" not in said
    assert "文中没有写会议日期" in said


@pytest.mark.parametrize("author", ["市生态环境局", None])
def test_the_author_stands_beside_the_source(damaged, author, tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'one.sqlite'}"
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    ledger = open_ledger(url)
    save_report(ledger, replace(damaged, source="某某日报", author=author))
    ledger.close()
    said = "".join(html.value for html in visit("report", id=damaged.id).get("html"))
    beside = f"<dd>某某日报</dd><dt>作者</dt><dd>{author}</dd>"
    assert (beside in said) is (author is not None)
    assert ("<dt>作者</dt>" in said) is (author is not None)


def test_an_unreliable_report_says_so_at_its_head(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'one.sqlite'}"
    monkeypatch.setenv("ECOLEDGER_DATABASE", url)
    ledger = open_ledger(url)
    report = read(LOST)
    save_report(ledger, report)
    stored = get_report(ledger, report.id).report
    assert stored == report
    assert [type(loss) for loss in stored.losses] == [Loss]
    ledger.close()
    app = visit("report", id=report.id)
    assert not app.exception
    assert "文字不可靠" in words(app)
    assert [warning.value for warning in app.warning] == [describe_reliance(report)]


def test_the_guide_tells_what_counts_and_how_sure_the_reading_is(filled):
    app = press(visit("report", id=filled[0].id), "怎样看懂读取结果")
    assert not app.exception
    said = words(app)
    for part in ("## 什么算承诺", "## 读得准不准", "## 请人工核对"):
        assert part in said


def test_the_guide_names_every_label_kind_role_and_certainty():
    guide = (ROOT / "docs" / "COMMITMENT.md").read_text(encoding="utf-8")
    kinds = {word for key, word in term.DEADLINE_KINDS.items() if key != "absent"}
    for word in {*SHORT_LABELS.values(), *term.ROLES.values(), *term.CERTAINTIES.values(), *kinds}:
        assert word in guide
    assert len(term.THEMES) == 15
    assert "十五类" in guide
