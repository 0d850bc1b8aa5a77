"""What a filter may hold, and what it finds: compared with the same conditions written out in Python."""

import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.ledger.commitment import count_commitments, iter_commitments, list_commitments
from ecoledger.ledger.facet import count_facets
from ecoledger.ledger.filter import MAX_WORDS, UNKNOWN, Filter
from ecoledger.ledger.light import LIGHTS, LightRule, light_of
from ecoledger.ledger.meeting import list_meetings
from ecoledger.ledger.overview import count_overview, count_undated
from ecoledger.ledger.region import measure_regions
from ecoledger.ledger.report import list_reports
from ecoledger.ledger.sort import Sort
from ecoledger.ledger.store import open_ledger
from ecoledger.ledger.write import save_report
from ecoledger.model import Issue, Target
from tests.gold_reports import gold_kind, gold_reports

DAY = dt.date(2023, 1, 1)
KINDS = {report.id: gold_kind(report) for report in gold_reports()}
PROVINCES = ["310000", "340000", "320000", "140000", UNKNOWN]
PREFECTURES = ["340000", "341700", "320900", "320500", "140200"]
COUNTIES = ["320900", "310116", "341702", "320507"]


def _counted(report):
    """Give the report numbers of indicators, which the seeds have none of, and words that are in doubt."""
    codes = cycle(("BC22-01", "BC22-03", None))
    items = []
    for at, item in enumerate(report.commitments):
        number = Target(item.start, item.end, item.text, "quantitative", "r", None, next(codes), Decimal(at))
        bodies = (
            replace(b, organ="生态环境" if "生态" in b.name else "综合" if "级" in b.name else None)
            for b in item.bodies
        )
        targets = item.targets if at % 3 else (*item.targets, number)
        items.append(replace(item, bodies=tuple(bodies), targets=targets))
    first = report.commitments[0]
    doubt = Issue("label_doubtful", "请核对。", first.start, first.end)
    return replace(report, commitments=tuple(items), issues=(*report.issues, doubt))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """The seeds, and one of them again without place and date."""
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('filter')}/ledger.sqlite")
    for report in (_counted(report) for report in gold_reports()):
        save_report(opened, report, meeting_kind=KINDS[report.id])
    lost = gold_reports()[1]
    items = tuple(replace(c, id=f"lost {i}") for i, c in enumerate(lost.commitments))
    save_report(
        opened,
        replace(
            lost, id="lost", region=None, meeting=None, published=None, reliable=False, commitments=items
        ),
        apart=True,
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def rows(ledger):
    return tuple(iter_commitments(ledger, Filter()))


def some(values):
    return st.lists(st.sampled_from(values), max_size=2).map(tuple)


CONDITIONS = [f.name for f in fields(Filter) if f.name != "light_rule"]
flags = st.sampled_from([None, None, None, True, False])
days = st.none() | st.dates(dt.date(2022, 1, 1), dt.date(2024, 1, 1))
filters = st.builds(
    lambda days, **rest: Filter(since=min(days, default=None), until=max(days, default=None), **rest),
    days=st.lists(st.dates(dt.date(2022, 1, 1), dt.date(2024, 1, 1)), max_size=2),
    provinces=some(PROVINCES),
    prefectures=some(PREFECTURES),
    counties=some(COUNTIES),
    undated=st.sampled_from(["auto", "include", "only", "exclude"]),
    themes=some(["water", "air", "governance"]),
    labels=some(["action", "principle"]),
    deadline_kinds=some(["period", "none", "absent", "date"]),
    bodies=some(["各级各部门", "各地各部门"]),
    organs=some(["生态环境", "综合"]),
    body_roles=some(["lead", "support", "responsible"]),
    meeting_kinds=some(["推进会", "大会"]),
    speakers=some(["会议", "刘健", "张伟"]),
    indicators=some(["BC22-01", "BC22-03"]),
    lights=some(list(LIGHTS)),
    light_rule=st.builds(LightRule, st.dates(dt.date(2023, 1, 1), dt.date(2027, 1, 1)), st.integers(0, 400)),
    due_since=st.sampled_from([None, None, dt.date(2023, 1, 1), dt.date(2024, 1, 1)]),
    due_until=st.sampled_from([None, None, dt.date(2025, 12, 31), dt.date(2030, 12, 31)]),
    words=st.sampled_from(["", "", "", "水", "生态", "责任 生态", "-生态", "水 -治理 -河", "-"]),
    has_target=flags,
    has_number=flags,
    has_deadline=flags,
    has_body=flags,
    reliable=flags,
    doubtful=flags,
)
"""Most leave nothing when all their conditions hold at once; `narrow` takes a few of them."""
narrow = st.builds(
    lambda wanted, names: wanted.without(*names),
    filters,
    st.sets(st.sampled_from(CONDITIONS), min_size=len(CONDITIONS) - 3),
)
filters = st.one_of(filters, narrow, narrow)


def codes(row):
    """Province, prefecture and county of a row, from its place alone."""
    if row.adcode is None:
        return UNKNOWN, None, None
    county = None if row.adcode.endswith("00") else row.adcode
    prefecture = row.adcode[:4] + "00" if row.prefecture else None
    return row.adcode[:2] + "0000", prefecture, county


def placed(wanted, row):
    province, prefecture, county = codes(row)
    if not (wanted.provinces or wanted.prefectures or wanted.counties):
        return True
    if county in wanted.counties:
        return True
    if county is None and prefecture is None and province in wanted.prefectures:
        return True
    if county is None and prefecture in wanted.counties:
        return True
    if prefecture in wanted.prefectures and not any(c[:4] == prefecture[:4] for c in wanted.counties):
        return True
    below = (*wanted.prefectures, *wanted.counties)
    return province in wanted.provinces and not any(c[:2] == province[:2] for c in below)


def passes(wanted, row):
    if row.date is None:
        ranged = wanted.since or wanted.until
        dated = wanted.undated in ("include", "only") or (wanted.undated == "auto" and not ranged)
    else:
        dated = wanted.undated != "only"
        dated = dated and (wanted.since is None or row.date >= wanted.since)
        dated = dated and (wanted.until is None or row.date <= wanted.until)
    kinds = row.deadline_kinds or ("absent",)
    named = [
        body
        for body in row.bodies
        if (not wanted.bodies or body.name in wanted.bodies)
        and (not wanted.organs or body.organ in wanted.organs)
        and (not wanted.body_roles or body.role in wanted.body_roles)
    ]
    said = [word for word in wanted.words.split() if not (word.startswith("-") and len(word) > 1)]
    barred = [word[1:] for word in wanted.words.split() if word not in said]
    return (
        dated
        and placed(wanted, row)
        and (not wanted.themes or bool(set(wanted.themes) & set(row.themes)))
        and (not wanted.labels or row.label in wanted.labels)
        and (not wanted.deadline_kinds or bool(set(wanted.deadline_kinds) & set(kinds)))
        and (bool(named) or not (wanted.bodies or wanted.organs or wanted.body_roles))
        and (not wanted.speakers or row.speaker in wanted.speakers)
        and (not wanted.meeting_kinds or KINDS.get(row.report_id) in wanted.meeting_kinds)
        and (not wanted.indicators or bool({t.indicator_code for t in row.targets} & set(wanted.indicators)))
        and (not wanted.lights or light_of(wanted.light_rule, row.due, kinds) in wanted.lights)
        and (wanted.due_since is None or bool(row.due and row.due >= wanted.due_since))
        and (wanted.due_until is None or bool(row.due and row.due <= wanted.due_until))
        and all(word in row.text for word in said)
        and not any(word in row.text for word in barred)
        and wanted.has_number in (None, any(t.kind == "quantitative" for t in row.targets))
        and wanted.reliable in (None, row.reliable)
        and wanted.doubtful in (None, bool(row.doubts))
        and wanted.has_target in (None, bool(row.targets))
        and wanted.has_deadline in (None, bool(row.deadlines))
        and wanted.has_body in (None, bool(row.bodies))
    )


@settings(max_examples=80, deadline=None)
@given(wanted=filters)
def test_a_filter_finds_what_python_finds(ledger, rows, wanted):
    expected = {row.id for row in rows if passes(wanted, row)}
    assert {row.id for row in iter_commitments(ledger, wanted)} == expected
    assert count_commitments(ledger, wanted) == len(expected)


@settings(max_examples=25, deadline=None)
@given(wanted=filters)
def test_every_count_of_the_same_filter_agrees(ledger, rows, wanted):
    found = [row for row in rows if passes(wanted, row)]
    overview = count_overview(ledger, wanted)
    assert overview.commitments == len(found)
    assert overview.with_target == sum(bool(row.targets) for row in found)
    assert overview.with_deadline == sum(bool(row.deadlines) for row in found)
    assert overview.with_body == sum(bool(row.bodies) for row in found)
    reports = list_reports(ledger, wanted)
    assert overview.reports == len(reports)
    assert {row.report_id for row in found} == {report.id for report in reports}
    assert overview.places == len({report.adcode for report in reports} - {None})
    assert overview.undated_reports == sum(report.date is None for report in reports)
    assert overview.unreliable == sum(not report.reliable for report in reports)
    meetings = list_meetings(ledger, wanted)
    assert overview.meetings == len(meetings)
    assert sum(m.commitments for m in meetings) == sum(row.report_id != "lost" for row in found)
    for level in ("province", "prefecture", "county"):
        measures = measure_regions(ledger, wanted, level)
        assert sum(m.commitments for m in measures.values()) == len(found)
        assert sum(m.reports for m in measures.values()) == len(reports)
        assert sum(m.meetings for m in measures.values()) == len(meetings)
        assert sum(m.with_target for m in measures.values()) == overview.with_target


@settings(max_examples=20, deadline=None)
@given(wanted=filters)
def test_the_count_beside_a_choice_is_what_the_choice_gives(ledger, wanted):
    facets = count_facets(ledger, wanted)
    for name in (
        "themes",
        "labels",
        "speakers",
        "deadline_kinds",
        "bodies",
        "organs",
        "body_roles",
        "indicators",
    ):
        choices = getattr(facets, name)
        assert all(choice.count for choice in choices)
        for choice in choices[:3]:
            assert count_commitments(ledger, replace(wanted, **{name: (choice.value,)})) == choice.count
    for choice in facets.provinces:
        only = replace(wanted.without("prefectures", "counties"), provinces=(choice.value,))
        assert count_commitments(ledger, only) == choice.count


@settings(max_examples=20, deadline=None)
@given(wanted=filters)
def test_choices_of_one_value_add_up(ledger, wanted):
    facets = count_facets(ledger, wanted)
    assert sum(c.count for c in facets.labels) == count_commitments(ledger, wanted.without("labels"))
    places = wanted.without("provinces", "prefectures", "counties")
    assert sum(c.count for c in facets.provinces) == count_commitments(ledger, places)


def test_prefectures_and_counties_are_those_of_the_places_above(ledger):
    facets = count_facets(ledger, Filter(provinces=("320000",)))
    assert [c.value for c in facets.prefectures] == ["320500", "320900"]
    assert [c.name for c in facets.counties] == ["相城区"]
    assert [c.value for c in facets.provinces] == ["140000", "310000", "320000", "340000", UNKNOWN]
    facets = count_facets(ledger, Filter(provinces=("320000",), prefectures=("320900",)))
    assert [c.value for c in facets.prefectures] == ["320500", "320900"]
    assert facets.counties == ()
    whole = count_facets(ledger, Filter())
    assert {c.value: c.name for c in whole.counties} == {
        "310116": "金山区",
        "341702": "贵池区",
        "320507": "相城区",
    }


def test_undated_reports_are_counted(ledger):
    assert count_undated(ledger, Filter(since=DAY)) == 2
    assert count_undated(ledger, Filter(since=DAY, provinces=("320000",))) == 1
    assert count_undated(ledger, Filter(since=DAY, provinces=("340000",))) == 0
    assert count_undated(ledger, Filter(since=DAY, words="盐城水环境")) == 1


@settings(max_examples=20, deadline=None)
@given(
    wanted=filters,
    size=st.integers(1, 30),
    key=st.sampled_from(["date", "due", "region", "theme", "label", "report"]),
    descending=st.booleans(),
)
def test_the_pages_hold_every_row_once_and_in_order(ledger, wanted, size, key, descending):
    sort = Sort(key, descending)
    first = list_commitments(ledger, wanted, sort, 1, size)
    pages = [list_commitments(ledger, wanted, sort, page, size) for page in range(1, first.pages + 1)]
    listed = [row.id for page in pages for row in page.rows]
    assert len(listed) == len(set(listed)) == first.total
    assert listed == [row.id for row in iter_commitments(ledger, wanted, sort)]
    assert all(len(page.rows) == size for page in pages[:-1])


@pytest.mark.parametrize(("page", "shown"), [(-3, 1), (0, 1), (1, 1), (2, 2), (3, 2), (10**12, 2)])
def test_a_page_beyond_the_ends_is_the_nearest(ledger, page, shown):
    assert list_commitments(ledger, Filter(), page=page).page == shown
    empty = list_commitments(ledger, Filter(words="没有的话"), page=page)
    assert (empty.page, empty.pages, empty.total, empty.rows) == (1, 1, 0, ())


@pytest.mark.parametrize("descending", [True, False])
def test_rows_without_a_value_come_last(ledger, descending):
    for key in ("date", "due"):
        values = [getattr(row, key) for row in iter_commitments(ledger, Filter(), Sort(key, descending))]
        known = [value for value in values if value]
        assert values == sorted(known, reverse=descending) + [None] * (len(values) - len(known))


@pytest.mark.parametrize(
    "wrong",
    [
        {"provinces": ["340000"]},
        {"provinces": ("34",)},
        {"counties": ("34170a",)},
        {"labels": ("deed",)},
        {"deadline_kinds": ("never",)},
        {"undated": "perhaps"},
        {"themes": ("",)},
        {"since": dt.date(2024, 1, 2), "until": dt.date(2024, 1, 1)},
        {"words": "水" * (MAX_WORDS + 1)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_filter_refuses_what_cannot_be(wrong):
    with pytest.raises(ValueError, match=r"must|cannot|ends|characters"):
        Filter(**wrong)


def test_filters_of_the_same_choices_are_equal():
    assert Filter(themes=("water", "air", "air")) == Filter(themes=("air", "water"))
    assert Filter(words=" 　").empty
    assert not Filter(undated="only").empty


def test_the_day_of_adding(ledger):
    day = dt.datetime.now(dt.UTC).date()
    whole = count_commitments(ledger, Filter())
    assert count_commitments(ledger, Filter(added_since=day - dt.timedelta(1))) == whole
    assert count_commitments(ledger, Filter(added_since=day + dt.timedelta(2))) == 0
    assert not Filter(added_since=day).by_commitment


def test_one_report(ledger):
    report = list_reports(ledger)[0]
    assert {row.report_id for row in iter_commitments(ledger, Filter(report=report.id))} == {report.id}
    assert [row.id for row in list_reports(ledger, Filter(report=report.id))] == [report.id]
    with pytest.raises(ValueError, match="sort"):
        Sort("words")
