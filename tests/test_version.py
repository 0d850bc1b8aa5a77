"""The version of the rules follows from what reads a report."""

import shutil
from pathlib import Path

import ecoledger
from ecoledger import version


def test_a_changed_table_is_another_version(tmp_path, monkeypatch):
    copy = shutil.copytree(Path(ecoledger.__file__).parent, tmp_path / "ecoledger")
    monkeypatch.setattr(version, "__file__", str(copy / "version.py"))
    fresh = version.rules_version.__wrapped__
    before = fresh()
    assert before == fresh() == version.rules_version()
    with (copy / "lexicon" / "unit.csv").open("a", encoding="utf-8") as table:
        table.write("\n")
    assert fresh() != before
    (copy / "ledger" / "store.py").write_text("", encoding="utf-8")
    again = fresh()
    (copy / "ledger" / "store.py").write_text("x = 1", encoding="utf-8")
    assert fresh() == again
