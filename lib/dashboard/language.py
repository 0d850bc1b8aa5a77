"""The language of the screen: every word on it is written in Chinese in the code, and looked up for other languages."""

from __future__ import annotations


def tr(chinese: str, **values: object) -> str:
    """Return `chinese` in the language of this session, with `values` put in for the names in its braces."""
    return chinese.format(**values) if values else chinese
