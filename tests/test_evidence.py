"""Every value that is shown says which rule read it and from which words, and that rule is there to be looked up."""

from dataclasses import replace

import pytest

from ecoledger.evidence import commitment_lines, fact_lines, statement_lines
from ecoledger.explanation import explain_rule
from ecoledger.pipeline import parse
from ecoledger.rules.catalogue import rule_file
from ecoledger.rules.loader import load_rules
from tests.conftest import ROOT

PAGES = [
    *sorted((ROOT / "data" / "reports").iterdir()),
    *sorted((ROOT / "tests" / "cases" / "html").glob("*.html")),
]
PLAN = """涟水县召开生态环境保护大会
来源：涟水县人民政府 2024年3月5日
3月4日，涟水县召开全县生态环境保护大会。县长周某主持会议并讲话。
会议强调，到2025年底，PM2.5平均浓度降至28微克/立方米以下，较2020年下降18%左右。
要新增绿地3.5万亩，创建和美乡村5至8个，力争绿色产业产值翻一番，综合排名进入全省前3位。
由县水利局牵头，县住建局配合，年底前完成河道清淤20余公里。
县财政局要落实资金。各乡镇要按期完成整改，确保所有问题销号。
2023年，全县建成污水处理厂3座，获评省级生态县。
"""


@pytest.fixture(scope="module", params=[*PAGES, None], ids=lambda page: page.name[:12] if page else "plan")
def report(request):
    page = request.param
    return parse(page.read_bytes(), page.name) if page else parse(PLAN.encode(), "plan.txt")


def read(report):
    """Everything of a report that says its reasons."""
    found = [report.region, report.meeting, *report.commitments, *report.statements]
    for item in (*report.commitments, *report.statements):
        found += item.targets
    for item in report.commitments:
        found += (*item.deadlines, *item.bodies)
    return [one for one in found if one is not None]


def test_everything_that_was_read_says_why(report):
    assert len(read(report)) > 5
    for one in read(report):
        assert one.reasons, one


def test_the_words_stand_where_the_reason_says(report):
    for one in read(report):
        for reason in one.reasons:
            assert reason.text, reason
            if reason.start is not None:
                assert report.text[reason.start : reason.start + len(reason.text)] == reason.text


def test_every_rule_that_is_shown_is_there_and_has_a_chinese_name(report):
    lines = [*fact_lines(report)]
    for item in report.commitments:
        lines += commitment_lines(item)
    for item in report.statements:
        lines += statement_lines(item)
    assert len(lines) > 5
    for line in lines:
        assert line.value, line
        assert line.reading, line
        assert line.explanation is not None, line.rule
        assert line.explanation.name, line.rule
        file = rule_file(line.rule)
        if file is not None:
            rules = {rule.id: rule for rule in load_rules(file.removesuffix(".toml"))}
            assert rules[line.rule].name == line.explanation.name
            assert line.explanation.example


def test_what_was_kept_without_reasons_says_so():
    report = parse(PLAN.encode(), "plan.txt")
    item = report.commitments[0]
    assert commitment_lines(replace(item, reasons=None)) is None
    assert statement_lines(replace(report.statements[0], reasons=None)) is None
    assert fact_lines(replace(report, meeting=replace(report.meeting, reasons=None))) is None


def test_each_value_of_a_target_a_deadline_and_a_body_is_told():
    report = parse(PLAN.encode(), "plan.txt")
    lines = [line for item in report.commitments for line in commitment_lines(item)]
    told = {(line.value, line.reading, line.words, line.rule) for line in lines}
    assert {
        ("定量目标", "28 微克/立方米", "28微克/立方米", "unit.csv:微克/立方米"),
        ("界限", "不超过", "以下", "quantity.after.most"),
        ("增减", "下降", "下降", "quantity.change.decrease"),
        ("基期", "2020年", "2020年", "quantity.baseline"),
        ("界限", "约", "左右", "quantity.after.about"),
        ("定量目标", "5—8 个", "5至8个", "unit.csv:个"),
        ("定量目标", "2 倍", "翻一番", "quantity.word"),
        ("界限", "不低于", "20余公里", "quantity.more"),
        ("责任单位", "涟水县水利局", "县水利局", "organ.csv:水利"),
        ("角色", "牵头", "牵头", "body.after.lead"),
        ("定性目标", "要达到的结果", "确保所有问题销号", "outcome.ensure"),
        ("讲话人", "会议", "会议强调，", "speaker.verb"),
    } <= told


@pytest.mark.parametrize("rule", ["gone.rule", "organ.csv:没有这个机构", "gone.csv:x", ""])
def test_a_rule_that_is_no_more_is_not_explained(rule):
    assert explain_rule(rule) is None
