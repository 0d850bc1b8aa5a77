"""Text that remembers, character by character, where in the original it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class MappedText:
    """`text`, and for each of its characters the half-open span `[starts[i], ends[i])` in the original.

    Every edit returns a new MappedText. Characters that an edit puts in take the span of what they replace,
    so a highlight of repaired words covers the damaged ones.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a text and its offsets differ in length")

    @classmethod
    def of(cls, original: str) -> MappedText:
        """Return `original` mapped to itself."""
        return cls(original, tuple(range(len(original))), tuple(range(1, len(original) + 1)))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that the characters `[start, end)` came from."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"bad span {start}:{end} in a text of {len(self.text)} characters")
        return min(self.starts[start:end]), max(self.ends[start:end])

    def cut(self, start: int, end: int) -> MappedText:
        """Return the characters `[start, end)`."""
        return MappedText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def replace(self, edits: Iterable[tuple[int, int, str]]) -> MappedText:
        """Return the text with each `(start, end, new)` put in; edits are in order and do not overlap.

        A replacement of equal length keeps the map character by character.
        """
        edits = tuple(edits)
        if not edits:
            return self
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, new in edits:
            if start < at:
                raise ValueError(f"edits overlap or are out of order at {start}")
            text.append(self.text[at:start])
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            text.append(new)
            if len(new) == end - start:
                starts.extend(self.starts[start:end])
                ends.extend(self.ends[start:end])
            elif new:
                source_start, source_end = self._around(start, end)
                starts.extend([source_start] * len(new))
                ends.extend([source_end] * len(new))
            at = end
        text.append(self.text[at:])
        starts.extend(self.starts[at:])
        ends.extend(self.ends[at:])
        return MappedText("".join(text), tuple(starts), tuple(ends))

    def substitute(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> MappedText:
        """Return the text with each match of `pattern` replaced; a match that stays the same is left alone."""
        edits = []
        for match in pattern.finditer(self.text):
            words = new if isinstance(new, str) else new(match)
            if words != match.group():
                edits.append((match.start(), match.end(), words))
        return self.replace(edits)

    def translate(self, table: dict[int, str]) -> MappedText:
        """Return the text with single characters exchanged one for one."""
        text = self.text.translate(table)
        if len(text) != len(self.text):
            raise ValueError("a translation must keep the length; use replace for the rest")
        return MappedText(text, self.starts, self.ends)

    def join(self, spans: Iterable[tuple[int, int]], separator: str = "\n") -> MappedText:
        """Return the pieces `[start, end)` in order with `separator` between them.

        A separator maps to the gap between its neighbours in the original.
        """
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in spans:
            if text and start < end:
                left, right = ends[-1], self.starts[start]
                text.append(separator)
                starts.extend([min(left, right)] * len(separator))
                ends.extend([max(left, right)] * len(separator))
            text.append(self.text[start:end])
            starts.extend(self.starts[start:end])
            ends.extend(self.ends[start:end])
        return MappedText("".join(text), tuple(starts), tuple(ends))

    def _around(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.source_span(start, end)
        at = self.ends[start - 1] if start else (self.starts[0] if self.starts else 0)
        return at, at
