"""How fast a document is read, beside jieba cutting the same text.

    python -m tests.bench.bench_parse [FOLDER ...]

The clean seeds and the damaged reports are read when no folder is named. Both sides run in one process on one core once
all tables are loaded; the best of several rounds counts. What is remembered of the words of a document is forgotten before
it is read again: each is read as if for the first time. A machine's own figures say little: the ratio does.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import jieba

from ecoledger import pipeline
from ecoledger.extract import measure_phrase, period
from ecoledger.gazetteer import place
from ecoledger.restore import script
from ecoledger.rules import gate
from ecoledger.structure import actor, person, segment
from tests.conftest import ROOT, SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUNDS = 7
FRESH = 5
STAGES = {
    "intake": ("read_document",),
    "restore": ("restore", "restore_words"),
    "structure": ("read_page", "read_meeting", "find_people", "split_segments"),
    "gazetteer": ("resolve_region",),
    "extract": ("read_commitments",),
}
"""The steps of pipeline.parse by the functions that it calls for them; identities and the like are the rest."""
REMEMBERED = (
    gate._scan,
    period.find_periods,
    measure_phrase._strip,
    place._read_names,
    script._may_be_traditional,
    actor.find_actors,
    person.find_mentions,
    segment.read_speeches,
)
"""What remembers words of a document, so that it need not read them twice."""
IMPORT = """
import time
began = time.perf_counter()
import ecoledger.pipeline
print(time.perf_counter() - began)
"""
FIRST = """
import sys, time
from pathlib import Path
from ecoledger.pipeline import parse
data = Path(sys.argv[1]).read_bytes()
began = time.process_time()
parse(data, "first")
print(time.process_time() - began)
"""
MEMORY = """
import resource, sys
from pathlib import Path
from ecoledger.pipeline import parse
for path in map(Path, sys.argv[1:]):
    parse(path.read_bytes(), path.name)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main(folders: list[str]) -> None:
    """Print speeds and their ratio for each folder, what each stage takes, the time of an import and of the first report, and memory."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    jieba.setLogLevel(logging.ERROR)
    chosen = [Path(folder) for folder in folders] or [SEEDS, ROOT / "data" / "reports"]
    paths = {folder: sorted(folder.glob("*.txt")) for folder in chosen}
    for folder, files in paths.items():
        compare(folder.name, [file.read_bytes() for file in files])
    told = min(run_fresh(IMPORT) for _ in range(FRESH))
    first = min(run_fresh(FIRST, str(next(iter(paths.values()))[0])) for _ in range(FRESH))
    peak = run_fresh(MEMORY, *(str(file) for files in paths.values() for file in files))
    say(f"import {told:.2f} s, first report {first:.2f} s, peak memory {peak:.0f} MB")


def compare(name: str, documents: Sequence[bytes]) -> None:
    """Print how fast the `documents` are read and cut, and the microseconds a character of each stage."""
    texts = [data.decode("utf-8") for data in documents]
    size = sum(map(len, texts))
    parsed, cut = [], []
    for _ in range(ROUNDS):  # side by side, so that what slows the machine down slows both
        parsed.append(
            sum(seconds(lambda data=data: pipeline.parse(data, name)) for data in forgotten(documents))
        )
        cut.append(seconds(lambda: [jieba.lcut(text) for text in texts]))
    ours, theirs = size / min(parsed), size / min(cut)
    say(f"{name}: {size} characters, parse {ours:,.0f}/s, jieba {theirs:,.0f}/s, ratio {ours / theirs:.2f}")
    rounds = []
    for _ in range(ROUNDS):
        with timed_stages() as spent:
            for data in forgotten(documents):
                pipeline.parse(data, name)
        rounds.append(spent)
    each = ", ".join(f"{stage} {min(spent[stage] for spent in rounds) / size * 1e6:.2f}" for stage in STAGES)
    say(f"  µs a character: {each}")


@contextmanager
def timed_stages() -> Iterator[Counter[str]]:
    """Count the seconds of each stage while the pipeline runs."""
    spent: Counter[str] = Counter()
    before = {name: getattr(pipeline, name) for names in STAGES.values() for name in names}

    def timed(stage: str, name: str) -> Callable[..., object]:
        def run(*words: object) -> object:
            began = time.process_time()
            try:
                return before[name](*words)
            finally:
                spent[stage] += time.process_time() - began

        return run

    for stage, names in STAGES.items():
        for name in names:
            setattr(pipeline, name, timed(stage, name))
    try:
        yield spent
    finally:
        for name, function in before.items():
            setattr(pipeline, name, function)


def forgotten(documents: Sequence[bytes]) -> Iterator[bytes]:
    """Yield each of the documents once its words are forgotten."""
    for data in documents:
        for function in REMEMBERED:
            function.cache_clear()
        yield data


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` keeps the processor busy."""
    began = time.process_time()
    work()
    return time.process_time() - began


def run_fresh(program: str, *arguments: str) -> float:
    """Return the number that `program` prints in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def say(line: str) -> None:
    """Print a line at once: a run takes a while."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
