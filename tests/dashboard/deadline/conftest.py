"""A made-up ledger, large enough that every light and many months occur."""

import pytest

from tests.bench.made_ledger import make_ledger


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    ledger = make_ledger(tmp_path_factory.mktemp("deadline") / "made.sqlite", commitments=1200)
    yield ledger
    ledger.close()
