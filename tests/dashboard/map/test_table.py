from urllib.parse import parse_qs, urlsplit

from lxml import html

from dashboard.map.table import list_places, write_measure_table, write_missing, write_undrawn
from ecoledger.ledger.filter import UNKNOWN, Filter
from ecoledger.ledger.region import RegionTarget
from tests.dashboard.map.surveying import made, surveyed

FULL = made(8, with_target=2, with_deadline=4, with_body=8, with_number=1, overdue=3)
MEASURES = {"341700": FULL, "340100": made(20), "340000": made(5), "340300": made(0)}
HEAD = ["地区", "承诺", "报告", "会议", "数字", "目标", "时限", "单位", "临近", "已过期"]


def read(survey):
    """The rows of the table, each cell as its text and where it leads."""
    rows = html.fromstring(write_measure_table(survey)).xpath(".//tr")
    return [[(c.text_content(), next(iter(c.xpath(".//a/@href")), None)) for c in row] for row in rows]


def test_the_largest_comes_first_and_the_rows_add_up():
    rows = read(surveyed("340000", MEASURES))
    assert [text for text, _ in rows[0]] == HEAD
    assert [[text for text, _ in row][:5] for row in rows[1:]] == [
        ["合肥市", "20", "1", "1", "0%"],
        ["池州市", "8", "1", "1", "12%"],
        ["蚌埠市", "0", "1", "1", "—"],
        ["本级", "5", "1", "1", "0%"],
        ["合计", "33", "4", "4", "3%"],
    ]


def test_each_figure_leads_to_the_commitments_behind_it():
    wanted = Filter(themes=("water",))
    row = next(row for row in read(surveyed("340000", MEASURES, wanted=wanted)) if row[0][0] == "池州市")
    place = {"province": ["340000"], "prefecture": ["341700"], "theme": ["water"]}
    led = {
        name: parse_qs(urlsplit(link).query) if link else None
        for name, (_, link) in zip(HEAD, row, strict=True)
    }
    assert led["地区"] == place
    assert led["承诺"] == led["报告"] == led["会议"] == place
    assert led["目标"] == place | {"has": ["target"]}
    assert led["已过期"] == place | {"light": ["overdue"]}
    assert led["临近"] is None  # there are none


def test_what_a_place_itself_reports_and_what_has_no_place_have_links_of_their_own():
    rows = read(surveyed("340000", MEASURES))
    own = next(row for row in rows if row[0][0] == "本级")
    assert own[0][1] is None
    assert own[1][1] == "/commitments?province=340000&prefecture=340000"
    unknown = next(row for row in read(surveyed(None, {UNKNOWN: FULL})) if row[0][0] == "地区不详")
    assert unknown[1] == ("8", "/commitments?province=000000")


def test_an_indicator_stands_first_and_is_not_added_up():
    targets = {"341700": RegionTarget(41.5, 40, 43, "%", 2)}
    survey = surveyed("340000", MEASURES, show="indicator", indicator="BC22-12", targets=targets)
    rows = read(survey)
    assert [text for text, _ in rows[0]][:2] == ["地区", "指标"]
    assert list_places(survey)[0] == "341700"
    assert rows[1][1] == ("41.5", "/commitments?province=340000&prefecture=341700&indicator=BC22-12")
    assert rows[-1][1] == ("—", None)


def test_the_shown_measure_orders_the_rows():
    survey = surveyed("340000", MEASURES, show="body")
    assert list_places(survey) == ("341700", "340100", "340300", "340000")
    assert [text for text, _ in read(survey)[0]] == [
        "地区",
        "单位",
        *[name for name in HEAD[1:] if name != "单位"],
    ]
    assert write_measure_table(survey).count('aria-sort="descending"') == 1


def test_chosen_places_are_marked():
    survey = surveyed("340000", MEASURES, chosen=frozenset({"341700"}))
    marked = html.fromstring(write_measure_table(survey)).xpath(".//tr[@class='chosen']/th")
    assert [name.text_content() for name in marked] == ["池州市"]


def test_places_without_a_report_are_named():
    said = write_missing(surveyed("340000", MEASURES))
    assert "无报告（13 个）" in said
    assert "铜陵市" in said
    assert "池州市" not in said
    assert write_undrawn(surveyed("340000", MEASURES)) == ""
