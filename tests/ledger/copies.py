"""Copies of one report, for tests of what publishes it."""

from dataclasses import replace
from random import Random

from ecoledger.identity import commitment_ids


def copy_of(report, name, text=None, **parts):
    """Make the same report of another document, with the ids that follow from it."""
    text = report.text if text is None else text
    kept = [item for item in report.commitments if text[item.start : item.end] == item.text]
    ids = commitment_ids(name, [item.text for item in kept])
    items = tuple(replace(item, id=key) for item, key in zip(kept, ids, strict=True))
    parts = {"file": f"{name}.txt", "commitments": items} | parts
    return replace(report, id=name, text=text, original=f"{name}：{text}", **parts)


def slips(text, share, seed=1):
    """Write another character in place of a share of them."""
    random = Random(seed)  # noqa: S311 - the same text each time
    return "".join("某" if "一" <= c <= "龥" and random.random() < share else c for c in text)


def slipped_copy(report, name, share=0.02, seed=1, **parts):
    """Make a copy with wrong characters, in its commitments too."""
    text = slips(report.text, share, seed)
    items = [replace(item, text=text[item.start : item.end]) for item in report.commitments]
    ids = commitment_ids(name, [item.text for item in items])
    named = tuple(replace(item, id=key) for item, key in zip(items, ids, strict=True))
    return copy_of(report, name, text, commitments=named, **parts)
