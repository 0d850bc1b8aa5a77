"""Damaged copies meet the clean ones: what is compared is what restoration made of them."""

from random import Random

import pytest
from opencc import OpenCC

from ecoledger.ingest import ingest
from ecoledger.ledger.report import get_report, list_reports
from ecoledger.ledger.store import open_ledger
from tests.conftest import ROOT

CLEAN = sorted((ROOT / "data" / "gold" / "seeds").glob("*.clean.txt"))
DAMAGED = sorted((ROOT / "data" / "reports").glob("*.txt"))
READINGS = {"環": "huán", "態": "tài", "會": "huì", "設": "shè", "護": "hù", "業": "yè", "區": "qū", "治": "zhì",
            "水": "shuǐ", "要": "yào", "推": "tuī", "進": "jìn", "責": "zé", "任": "rèn", "市": "shì"}  # fmt: skip
SPAM = "本站内容均来自互联网，如有侵权请联系删除。"


class Document:
    def __init__(self, name, data):
        self.name = name
        self._data = data

    def read(self):
        return self._data


def garble(text, number):
    """Write `text` as a site does that adds readings in brackets, in Traditional characters and its own encoding."""
    random = Random(number)  # noqa: S311 - the same damage each time
    table = dict(random.sample(sorted(READINGS.items()), 6))
    page = OpenCC("s2t").convert(text) if number % 2 else text
    page = "".join(c + (f"({table[c]})" if c in table else "") for c in page)
    lines = [*page.split("\n"), SPAM]
    return "\r\n　　".join(lines).encode(("utf-8-sig", "utf-16")[number % 2])


@pytest.fixture
def ledger(tmp_path):
    opened = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield opened
    opened.close()


def test_damaged_copies_of_the_seeds_are_copies(ledger):
    documents = [Document(path.name, path.read_bytes()) for path in (*DAMAGED, *CLEAN)]
    documents += [
        Document(f"{path.name} {number}", garble(path.read_text(encoding="utf-8"), number))
        for path in CLEAN
        for number in (1, 2)
    ]
    Random(5).shuffle(documents)  # noqa: S311 - the same order each time
    done = [(one.file, one.outcome) for one in ingest(ledger, documents)]
    assert sorted(outcome for _, outcome in done) == ["copy"] * 15 + ["new"] * 5
    found = {
        frozenset(s.file[:3] for s in get_report(ledger, row.id).sources) for row in list_reports(ledger)
    }
    assert found == {frozenset({path.name[:3]}) for path in CLEAN}
