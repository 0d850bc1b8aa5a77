"""Who may import whom, read from the imports themselves; and that modules stay small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIBRARY = ROOT / "lib" / "ecoledger"

# A room of the library → the rooms it may use beside itself.
KNOWLEDGE = {"rules", "lexicon", "model", "mapped", "errors"}
STAGES = {"intake", "restore", "structure", "extract", "gazetteer", "indicators"}
ALLOWED = {
    "intake": KNOWLEDGE,
    "restore": KNOWLEDGE,
    "structure": KNOWLEDGE,
    "gazetteer": KNOWLEDGE,
    "indicators": KNOWLEDGE,
    "duplicate": {"model"},
    "extract": KNOWLEDGE | {"indicators"},
    "rules": {"errors", "lexicon"},
    "lexicon": {"errors"},
    "ledger": {"model", "errors", "identity", "duplicate", "lexicon"},
    "export": {"model", "errors", "ledger", "term", "ingest", "gazetteer"},
    "evaluate": {"model", "errors"},
    "model": set(),
    "mapped": set(),
    "errors": set(),
    "identity": set(),
    "term": set(),
    "explanation": {"rules", "lexicon", "gazetteer", "indicators"},
    "evidence": {"model", "term", "explanation"},
    "contract": {"model"},
    "config": set(),
    "pipeline": STAGES | {"model", "mapped", "identity", "version"},
    "progress": {"ingest"},
    "ingest": {"pipeline", "ledger", "structure", "identity", "version", "model", "errors"},
}
# The one door from the library to the dashboard: the command that serves it.
DOORS = {LIBRARY / "command" / "serve_command.py"}
ONLY_IN = {
    "streamlit": ("app.py", "pages/", "lib/dashboard/"),
    "sqlalchemy": ("lib/ecoledger/ledger/",),
    "alembic": ("lib/ecoledger/ledger/",),
}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def sources() -> list[Path]:
    return [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "lib").rglob("*.py"))]


@pytest.mark.parametrize("path", sorted(LIBRARY.rglob("*.py")), ids=lambda p: str(p.relative_to(LIBRARY)))
def test_a_room_uses_only_the_rooms_below_it(path):
    room = path.relative_to(LIBRARY).parts[0].removesuffix(".py")
    used = {name.split(".")[1] for name in imported(path) if name.startswith("ecoledger.")}
    if room in ALLOWED:
        assert used <= ALLOWED[room] | {room}
    above = {"app", "pages"} if path in DOORS else {"app", "pages", "dashboard"}
    assert not {name for name in imported(path) if name.split(".")[0] in above}


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_library_stays_in_its_room(path):
    place = str(path.relative_to(ROOT))
    for package, rooms in ONLY_IN.items():
        if any(name.split(".")[0] == package for name in imported(path)):
            assert place.startswith(rooms), package


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_small_enough_to_be_read(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (100 if path.parent.name == "pages" else 300)
