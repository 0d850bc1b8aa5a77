"""Reads hostile documents until something breaks: python tests/fuzz/fuzz_parse.py --count 1000 --seed 1.

Each document follows from the seed and its number alone, so a failure comes again with --first NUMBER --count 1.
Exit 1 when a document raised what it must not, broke what must hold of every report, or took too long.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # as a script, python finds the modules beside it alone

from ecoledger.errors import UnreadableError  # noqa: E402 - after the path
from ecoledger.pipeline import parse  # noqa: E402
from tests.fuzz.invariant import find_breaches  # noqa: E402
from tests.fuzz.mutation import mutate  # noqa: E402

if TYPE_CHECKING:
    from types import FrameType

SECONDS = 10.0
"""Of the processor, for documents that stay below 1 MB; what is met in the wild takes a tenth of a second."""


class _TooLongError(BaseException):
    """Not an Exception: no handler on the way may swallow it."""


@dataclass(slots=True)
class Outcome:
    """What became of the documents; `failures` tell how to have each again."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    slowest_number: int = 0
    failures: list[str] = field(default_factory=list)


def run(seed: int, first: int, count: int) -> Outcome:
    """Read `count` documents from number `first` on."""
    documents = [file.read_bytes() for file in sorted((ROOT / "data" / "reports").glob("*.txt"))]
    documents += [file.read_bytes() for file in sorted((ROOT / "tests" / "cases" / "html").glob("*.html"))]
    outcome = Outcome()
    for number in range(first, first + count):
        data = mutate(random.Random(f"{seed}.{number}"), documents)  # noqa: S311 - to be had again, not to be secret
        began = time.process_time()
        if said := _fault(data, outcome):
            outcome.failures.append(f"seed {seed}, number {number}, {len(data)} bytes: {said}")
        seconds = time.process_time() - began
        if seconds > outcome.slowest:
            outcome.slowest, outcome.slowest_number = seconds, number
    return outcome


def _fault(data: bytes, outcome: Outcome) -> str | None:
    """Return what is wrong with the reading of `data`, None when all is well."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        breaches = find_breaches(parse(data, "模糊测试.txt"))
    except UnreadableError as error:
        outcome.refused += 1
        return None if str(error).count("。") == 1 and "\n" not in str(error) else f"refused by “{error}”"
    except _TooLongError:
        return f"longer than {SECONDS:.0f} s at {_place()}"
    except Exception as error:  # noqa: BLE001 - any at all is what is looked for
        return f"{type(error).__name__}: {error} at {_place()}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    outcome.read += 1
    return "; ".join(breaches[:3]) or None


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError


def _place() -> str:
    frames = [f for f in traceback.extract_tb(sys.exc_info()[2]) if "ecoledger" in f.filename]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[:-4:-1])


def main() -> int:
    """Read the documents that the arguments say and print what became of them."""
    parser = argparse.ArgumentParser(description="Read hostile documents until something breaks.")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    outcome = run(given.seed, given.first, given.count)
    for failure in outcome.failures:
        print(failure)  # noqa: T201 - the output of a script
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(  # noqa: T201 - the same
        f"{given.count} documents: {outcome.read} read, {outcome.refused} refused, {len(outcome.failures)} failed; "
        f"slowest {outcome.slowest:.1f} s (number {outcome.slowest_number}), {memory} MB"
    )
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
