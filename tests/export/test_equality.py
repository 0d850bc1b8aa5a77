"""Every kind of file holds exactly the rows that the ledger lists for a filter and an order, in this order."""

import csv
import io
import json
from random import Random

import docx
import icalendar
import lxml.html
import openpyxl
import pyarrow.parquet as pq
import pytest

from ecoledger.export.form import FORMS
from ecoledger.export.layout import FULL, LEDGER
from ecoledger.ledger.commitment import iter_commitments, list_commitments
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.light import LIGHTS, LightRule
from ecoledger.ledger.sort import Sort

FILTERS = 20


def csv_ids(data):
    return [row["承诺编号"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def xlsx_ids(data):
    head, *rows = openpyxl.load_workbook(io.BytesIO(data))["承诺"].iter_rows(values_only=True)
    return [row[head.index("承诺编号")] for row in rows]


def jsonl_ids(data):
    return [json.loads(line)["id"] for line in data.splitlines()]


def parquet_ids(data):
    return pq.read_table(io.BytesIO(data))["id"].to_pylist()


def calendar_ids(data):
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return list(dict.fromkeys(str(event["UID"]).split("-")[0] for event in events))


def place_ids(data):
    return [one for feature in json.loads(data)["features"] for one in feature["properties"]["ids"]]


def by_place(rows):
    """The rows as a file of places has them: place by place, within it in their order."""
    return sorted(rows, key=lambda row: (row.adcode is None, row.adcode or ""))


def word_ids(data):
    (table,) = (found for found in docx.Document(io.BytesIO(data)).tables if found.cell(0, 0).text == "序号"
                and any(cell.text == "承诺编号" for cell in found.rows[0].cells))  # fmt: skip
    at = [cell.text for cell in table.rows[0].cells].index("承诺编号")
    return [row.cells[at].text for row in table.rows[1:]]


def print_ids(data):
    table = lxml.html.fromstring(data.decode()).find(".//table")
    at = [head.text for head in table.iter("th")].index("承诺编号")
    return [row[at].text for row in table.find("tbody")]


READ = {
    "xlsx": xlsx_ids,
    "csv": csv_ids,
    "docx": word_ids,
    "html": print_ids,
    "ics": calendar_ids,
    "geojson": place_ids,
    "parquet": parquet_ids,
    "jsonl": jsonl_ids,
}
HELD = {"ics": lambda rows: [row for row in rows if row.due], "geojson": by_place}
"""What of the rows a file lists, where it is not all of them as they stand."""


def some(random, values):
    return tuple(random.sample(values, min(len(values), random.randint(1, 3))))


def random_filter(random, rows, rule):
    """A filter of some conditions, of values that occur, so that it leaves something as a rule."""
    sampled = random.sample(rows, 3)
    conditions = {
        "provinces": lambda: {row.adcode[:2] + "0000" for row in sampled},
        "themes": lambda: {theme for row in sampled for theme in row.themes},
        "labels": lambda: {row.label for row in sampled},
        "bodies": lambda: {body.name for row in sampled for body in row.bodies},
        "lights": lambda: some(random, LIGHTS),
        "deadline_kinds": lambda: {kind for row in sampled for kind in row.deadline_kinds} | {"absent"},
        "commitments": lambda: {row.id for row in random.sample(rows, 30)},
    }
    flags = ("has_target", "has_number", "has_deadline", "has_body")
    chosen = {
        name: tuple(conditions[name]()) for name in random.sample(list(conditions), random.randint(0, 2))
    }
    flag = {random.choice(flags): random.random() < 0.5} if random.random() < 0.4 else {}
    words = random.choice(["", "", "治理", "-治理", "生态 环境"])
    return Filter(**chosen, **flag, words=words, light_rule=rule)


@pytest.fixture(scope="module")
def cases(ledger, rows):
    random = Random(11)  # noqa: S311 - the same filters each time is the aim
    rule = LightRule(rows[0].date, near=60)
    sorts = [
        Sort(key, descending=down) for key in ("date", "due", "region", "theme") for down in (True, False)
    ]
    return [(random_filter(random, rows, rule), random.choice(sorts)) for _ in range(FILTERS)]


def test_the_filters_are_worth_a_test(ledger, cases):
    counts = [list_commitments(ledger, wanted, sort).total for wanted, sort in cases]
    assert len(set(counts)) > FILTERS / 2
    assert sum(count > 0 for count in counts) > FILTERS * 0.7


def test_no_form_is_left_out():
    assert set(READ) == set(FORMS)


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("number", range(FILTERS))
def test_a_file_equals_the_screen_to_the_row(ledger, cases, stamp, number, ending):
    wanted, sort = cases[number]
    listed = list_commitments(ledger, wanted, sort, size=1000).rows
    data = FORMS[ending].export(iter_commitments(ledger, wanted, sort), stamp, random_layout(number))
    assert READ[ending](data) == [row.id for row in HELD.get(ending, list)(listed)]


def random_layout(number):
    return (LEDGER, FULL)[number % 2]
