"""How this browser wants the app: language, light or dark, size of type; static/app/looks.js says so in a cookie."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar, cast, get_args

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if TYPE_CHECKING:
    from collections.abc import Sequence

COOKIE = "ecoledger_looks"
_HELD = threading.local()

Language = Literal["zh", "en"]
Choice = Literal["auto", "light", "dark"]
Size = Literal["normal", "large"]
Shown = Literal["light", "dark"]

_LARGE = 19 / 15
"""How much larger large type is; style.css says the same of all that is no drawing."""

_Word = TypeVar("_Word", bound=str)


@dataclass(frozen=True, slots=True)
class Looks:
    """`scheme` is what the person chose, auto being what the system says; `shown` is what that came to."""

    language: Language = "zh"
    scheme: Choice = "auto"
    size: Size = "normal"
    shown: Shown = "light"


def read_looks() -> Looks:
    """Return what the browser of this session said when the session began; the usual looks outside of one."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return Looks()
    # A page asks for its language with every word: a run has one thread and one context, and parses what was said once.
    if getattr(_HELD, "context", None) is not context:
        _HELD.looks = parse_looks(dict(st.context.cookies).get(COOKIE, ""))
        _HELD.context = context
    looks: Looks = _HELD.looks
    return looks


def type_size(pixels: int) -> int:
    """Return the size of words that are drawn in a chart or map: large type makes them larger with all others."""
    return round(pixels * _LARGE) if read_looks().size == "large" else pixels


def parse_looks(said: str) -> Looks:
    """Return what the words of the browser mean (zh.auto.normal.light); each word that means nothing is as if not said."""
    words = (*said.split("."), "", "", "", "")
    return Looks(
        _known(words[0], cast("Sequence[Language]", get_args(Language))),
        _known(words[1], cast("Sequence[Choice]", get_args(Choice))),
        _known(words[2], cast("Sequence[Size]", get_args(Size))),
        _known(words[3], cast("Sequence[Shown]", get_args(Shown))),
    )


def _known(word: str, words: Sequence[_Word]) -> _Word:
    return cast("_Word", word) if word in words else words[0]
