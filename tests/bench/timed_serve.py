"""Serves the dashboard as `ecoledger serve` does, and writes down how long each run of a page took.

    python -m tests.bench.timed_serve PORT LOG [PROFILE_FOLDER]

Each line of LOG is JSON: when a run began, its milliseconds by the clock and on the processor, its page, and whether
only a fragment was drawn. With a folder, each run leaves a profile for pstats there.
"""

from __future__ import annotations

import cProfile
import json
import sys
import time
from pathlib import Path

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from dashboard.serve import serve


def time_runs(log: Path, profiles: Path | None) -> None:
    """Let every run of a page be written down from now on."""
    run = ScriptRunner._run_script

    def timed(self, data) -> None:
        wall, busy = time.perf_counter(), time.thread_time()
        profile = cProfile.Profile() if profiles else None
        if profile:
            profile.enable()
        try:
            run(self, data)
        finally:
            if profile:
                profile.disable()
            context = get_script_run_ctx(suppress_warning=True)
            page = self._pages_manager.get_pages().get(context.page_script_hash, {}) if context else {}
            line = {
                "at": time.time(),
                "ms": (time.perf_counter() - wall) * 1000,
                "busy": (time.thread_time() - busy) * 1000,
                "page": page.get("url_pathname", ""),
                "fragment": bool(data.fragment_id_queue),
            }
            with log.open("a", encoding="utf-8") as output:
                output.write(f"{json.dumps(line)}\n")
            if profile:
                name = f"{time.time():.3f}-{line['page'] or 'overview'}-{line['ms']:.0f}"
                profile.dump_stats(profiles / f"{name}.prof")

    ScriptRunner._run_script = timed


if __name__ == "__main__":
    port, log, *folder = sys.argv[1:]
    time_runs(Path(log), Path(folder[0]) if folder else None)
    serve(port=int(port))
