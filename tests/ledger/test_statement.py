"""The numbers of a ledger beside its filters: promised with their years, stated without a promise."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LightRule
from ecoledger.ledger.promise import NO_YEAR, list_promises
from ecoledger.ledger.selection import select
from ecoledger.ledger.statement import list_stated, of_reports, read_statements
from ecoledger.ledger.write import save_report
from tests.number_reports import Line, number_report

AIR = Line("空气质量优良天数比率达到90%", "空气质量优良天数比率", "BC22-03", "90", "%")
Y25 = ("year_end", None, "2025-12-31")
Y27 = ("year_end", None, "2027-12-31")
PLAN = ("plan_period", "2021-01-01", "2025-12-31")


@pytest.mark.parametrize(("dues", "year", "base"), [
    ((), NO_YEAR, NO_YEAR),
    ((Y25,), 2025, NO_YEAR),
    ((Y25, ("date", None, "2025-06-30")), 2025, NO_YEAR),
    ((Y25, Y27), NO_YEAR, NO_YEAR),
    ((PLAN,), 2025, 2020),
    ((PLAN, Y25), 2025, 2020),
    ((("ongoing", None, "2025-12-31"),), NO_YEAR, NO_YEAR),
])  # fmt: skip
def test_a_number_is_for_the_year_its_commitment_names(ledger, dues, year, base):
    save_report(ledger, number_report("341702", "2023-05-06", [replace(AIR, dues=dues)]))
    lines = list_promises(select(ledger, Filter()).facts)
    assert lines[["year", "base", "value", "ordinal"]].to_numpy().tolist() == [[year, base, 90, 0]]


def test_what_is_stated_stands_apart_from_what_is_promised(ledger):
    achieved, demand = (
        replace(AIR, text="去年优良天数比率达到88%", value="88"),
        replace(AIR, text="建议提高到95%", value="95"),
    )
    report = number_report("341702", "2023-05-06", [AIR], [achieved], [demand])
    save_report(ledger, report)
    stated = list_stated(ledger, Filter())
    assert stated[["kind", "value", "unit"]].to_numpy().tolist() == [
        ["achieved", 88, "%"],
        ["demand", 95, "%"],
    ]
    assert list_promises(select(ledger, Filter()).facts)["value"].tolist() == [90]
    told = read_statements(ledger, stated["number"].tolist())
    assert [(one.text, one.report_id) for one in told.values()] == [
        (s.text, report.id) for s in report.statements
    ]


def test_a_ledger_without_numbers_has_none(ledger):
    assert list_stated(ledger, Filter()).empty
    assert list_promises(select(ledger, Filter()).facts).empty


@pytest.mark.parametrize(("wanted", "count"), [
    (Filter(), 1),
    (Filter(provinces=("340000",)), 1),
    (Filter(provinces=("320000",)), 0),
    (Filter(since=dt.date(2024, 1, 1)), 0),
    (Filter(themes=("water",)), 1),
    (Filter(words="没有这样的字"), 1),
])  # fmt: skip
def test_statements_follow_what_is_asked_of_their_report(ledger, wanted, count):
    save_report(ledger, number_report("341702", "2023-05-06", [AIR], [replace(AIR, value="88")]))
    assert len(list_stated(ledger, wanted)) == count


def test_a_change_of_the_ledger_is_seen(ledger):
    assert list_stated(ledger, Filter()).empty
    save_report(ledger, number_report("341702", "2023-05-06", [AIR], [AIR]))
    assert len(list_stated(ledger, Filter())) == 1


@pytest.mark.parametrize("field", [f for f in fields(Filter) if f.name != "light_rule"], ids=lambda f: f.name)
def test_a_condition_on_commitments_is_not_asked_of_reports(field):
    kind = str(field.type)
    if kind.startswith("tuple"):
        value = ("110000",) if field.name in ("provinces", "prefectures", "counties") else None
        for sample in ("overdue", "lead", "action", "date", "words"):
            try:
                wanted = Filter(light_rule=LightRule(dt.date(2026, 1, 1)), **{field.name: value or (sample,)})
                break
            except ValueError:
                continue
    else:
        sample = {"bool | None": True, "str": "字", "str | None": "id", "dt.date | None": dt.date(2026, 1, 1)}
        wanted = Filter(**{field.name: sample.get(kind, "only")})
    assert of_reports(wanted).by_commitment is False
    assert wanted.by_commitment == (of_reports(wanted).without("light_rule") == Filter())
