"""A signature of words such that like words probably share a part of it: look-ups need not scan all reports.

Densified one-permutation MinHash over shingles of three characters, cut into bands (Broder, 1997, “On the
resemblance and containment of documents”; Li, Owen, Zhang, 2012, “One permutation hashing”; Shrivastava, 2017,
“Optimal densification for fast and accurate minwise hashing”). Bands are stored: whatever changes them needs a
migration that makes them anew, which is why no library's random numbers stand behind them.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import count

SHINGLE = 3
"""Characters. Reports of one field share up to 8 % of such shingles, a copy with every tenth character wrong 55 %."""

BANDS = 32
ROWS = 4
"""Two texts that share 57 % of their shingles share a band with 97 %, at 8 % with 0.1 %."""

SHORTEST = 60
"""Characters: of fewer, likeness says nothing (正文见附件)."""

_BINS = BANDS * ROWS


def find_bands(words: str) -> tuple[int, ...]:
    """Return the bands of `words`, each a signed number of 64 bits, all different; none for too few words.

    Texts that share a band are candidates for being copies of each other.
    """
    if len(words) < SHORTEST:
        return ()
    rows = [str(value) for value in _find_minima(words)]
    bands = (" ".join(rows[at : at + ROWS]) for at in range(0, _BINS, ROWS))
    return tuple(_hash(f"{number}:{band}", signed=True) for number, band in enumerate(bands))


def _find_minima(words: str) -> list[int]:
    """Return the least hash of each bin; an empty bin borrows that of another, the same for all texts."""
    least: dict[int, int] = {}
    for shingle in {words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1)}:
        value, place = divmod(_hash(shingle), _BINS)
        least[place] = min(value, least.get(place, value))
    return [least[_find_filled(place, least)] for place in range(_BINS)]


def _find_filled(place: int, least: dict[int, int]) -> int:
    if place in least:
        return place
    tried = (_hash(f"{place}/{attempt}") % _BINS for attempt in count())
    return next(other for other in tried if other in least)


def _hash(text: str, *, signed: bool = False) -> int:
    digest = blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=signed)
