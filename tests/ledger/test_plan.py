"""With many rows, what every page asks first is answered from an index."""

import pytest
from sqlalchemy import func, select

from ecoledger.ledger import schema
from ecoledger.ledger.commitment import list_commitments
from ecoledger.ledger.condition import commitment_conditions
from ecoledger.ledger.filter import Filter
from ecoledger.ledger.sort import Sort, order
from ecoledger.ledger.store import open_ledger
from tests.ledger.synthetic import fill

ROWS = 50_000


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    opened = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('many')}/ledger.sqlite")
    fill(opened, ROWS)
    yield opened
    opened.close()


def plan(ledger, query):
    with ledger.read() as connection:
        said = query.compile(connection.engine, compile_kwargs={"literal_binds": True})
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")]


@pytest.mark.parametrize(
    ("sort", "index"),
    [
        (Sort("date", descending=True), "ix_commitment_date"),
        (Sort("date", descending=False), "ix_commitment_date"),
        (Sort("due", descending=False), "ix_commitment_due"),
    ],
    ids=str,
)
def test_a_page_comes_from_a_narrow_index(many, sort, index):
    query = select(schema.commitment.c.number).order_by(*order(sort)).limit(50).offset(40_000)
    steps = plan(many, query)
    assert any(f"USING COVERING INDEX {index}" in step for step in steps), steps
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps), steps


@pytest.mark.parametrize(
    "wanted",
    [Filter(), Filter(provinces=("320000",)), Filter(themes=("water",), labels=("action",), has_target=True)],
    ids=["all", "place", "several"],
)
def test_a_count_comes_from_an_index(many, wanted):
    with many.read() as connection:
        conditions = commitment_conditions(connection, wanted)
    steps = plan(many, select(func.count()).select_from(schema.commitment).where(*conditions))
    assert all("INDEX" in step for step in steps), steps


def test_the_last_page_is_whole(many):
    page = list_commitments(many, Filter(), page=10**6)
    assert (page.total, page.page, len(page.rows)) == (ROWS, 1000, 50)
