"""Offsets of a text, packed: thousands of pairs that mostly go up by one become a few hundred bytes."""

from __future__ import annotations

import sys
import zlib
from array import array
from itertools import accumulate, pairwise

Offsets = tuple[tuple[int, int], ...]


def pack_offsets(offsets: Offsets) -> bytes:
    """Return half-open spans as bytes: the steps between starts, then the lengths, 32 bits each, compressed."""
    starts = [start for start, _ in offsets]
    steps = [b - a for a, b in pairwise([0, *starts])]
    numbers = array("i", [*steps, *(end - start for start, end in offsets)])
    return zlib.compress(_little(numbers).tobytes())


def unpack_offsets(data: bytes) -> Offsets:
    """Return the spans that `pack_offsets` was given."""
    numbers = array("i")
    numbers.frombytes(zlib.decompress(data))
    _little(numbers)
    half = len(numbers) // 2
    starts = accumulate(numbers[:half])
    return tuple((start, start + length) for start, length in zip(starts, numbers[half:], strict=True))


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
