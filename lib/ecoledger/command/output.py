"""Standard output for whole files."""

from __future__ import annotations

import sys


def write_output(data: bytes | memoryview) -> None:
    """Write all of `data` to standard output and send it off. Raises OSError where that is impossible.

    Where Python runs unbuffered (PYTHONUNBUFFERED), one write may take a part only, and says so by a number alone.
    """
    left = memoryview(data)
    while left:
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()
