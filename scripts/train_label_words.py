"""Learns lexicon/label_word.csv: which characters and pairs of them tell actions from principles where rules err.

    python scripts/train_label_words.py FOLDER [FOLDER ...]
    python scripts/train_label_words.py --leave-one-out FOLDER [FOLDER ...]

Each folder holds annotated reports as `ecoledger eval` reads them. A logistic regression over characters and pairs is
fitted to their labels with the evidence of the rules as a fixed part of it, so that it learns what they leave over.
With --leave-one-out every report is labelled by weights learned from all the others, and only the scores are printed.
Needs numpy and scipy, which the package itself does not; equal input gives equal weights.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from ecoledger.evaluate.gold import load_gold
from ecoledger.extract.evidence import find_leads
from ecoledger.extract.label import AIM, AIMED, find_topics, weigh_rules
from ecoledger.extract.label_word import CONSTANT, LIMIT, split_grams
from ecoledger.extract.outlook import find_outlooks
from ecoledger.structure.segment import split_segments

OUT = Path(__file__).parents[1] / "lib" / "ecoledger" / "lexicon" / "label_word.csv"
RIDGE = 0.3
"""How strongly weights are held near 0; chosen on reports that neither the rules nor the weights had seen."""
FEWEST = 4
"""A character or pair in fewer segments is left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A segment with a label: its wording, the evidence of the rules, whether it is an action, and its report."""

    grams: frozenset[str]
    evidence: float
    action: bool
    report: str


def read_examples(folder: Path) -> list[Example]:
    """Return the labelled segments of the annotated reports of `folder`."""
    examples = []
    for gold in load_gold(folder, folder):
        segments = split_segments(gold.text)
        leads = find_leads(gold.text, segments)
        topics = find_topics(segments, leads)
        for segment, lead, outlook, topic in zip(
            segments, leads, find_outlooks(segments, leads), topics, strict=True
        ):
            middle = (segment.start + segment.end) // 2
            label = next((c for c in gold.commitments if c.start <= middle < c.end and not c.disputed), None)
            if label is not None:
                words = segment.text[outlook.since :]
                evidence, *_ = weigh_rules(words, lead, topic=topic)
                evidence += AIMED if AIM in outlook.rules else 0
                report = f"{folder.name}/{gold.id}"
                examples.append(Example(split_grams(words), evidence, label.label == "action", report))
    return examples


def learn(examples: list[Example]) -> dict[str, float]:
    """Return the weight of each gram and of the constant."""
    counts = Counter(gram for example in examples for gram in example.grams)
    columns = {gram: at for at, gram in enumerate(sorted(g for g, n in counts.items() if n >= FEWEST))}
    table = _table(examples, columns)
    base = np.array([example.evidence for example in examples])
    sign = np.array([1.0 if example.action else -1.0 for example in examples])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = base + table @ weights[:-1] + weights[-1]
        wrong = -sign / (1 + np.exp(sign * score))
        slope = np.append(table.T @ wrong, wrong.sum()) + RIDGE * weights
        return np.logaddexp(0, -sign * score).sum() + RIDGE * (weights @ weights) / 2, slope

    best = minimize(loss, np.zeros(len(columns) + 1), jac=True, method="L-BFGS-B").x
    return {gram: float(best[at]) for gram, at in columns.items()} | {CONSTANT: float(best[-1])}


def _table(examples: list[Example], columns: dict[str, int]) -> csr_matrix:
    rows: list[int] = []
    places: list[int] = []
    values: list[float] = []
    for row, example in enumerate(examples):
        known = sorted(columns[gram] for gram in example.grams if gram in columns)
        rows += [row] * len(known)
        places += known
        values += [len(known) ** -0.5] * len(known)
    return csr_matrix((values, (rows, places)), shape=(len(examples), len(columns)))


def score(example: Example, weights: dict[str, float]) -> float:
    """Return the evidence of rules and wording together."""
    found = [weights[gram] for gram in example.grams if gram in weights]
    learned = sum(found) / len(found) ** 0.5 + weights[CONSTANT] if found else 0.0
    return example.evidence + max(-LIMIT, min(LIMIT, learned))


def print_scores(examples: list[Example], scores: list[float], name: str) -> None:
    """Print F1 of both labels among the labelled segments."""
    pairs = [(value > 0, example.action) for value, example in zip(scores, examples, strict=True)]
    for label, wanted in (("action", True), ("principle", False)):
        hit = sum(got == want == wanted for got, want in pairs)
        named = sum(got == wanted for got, _ in pairs) + sum(want == wanted for _, want in pairs)
        print(f"{name} {label} {2 * hit / named:.3f}")


def main() -> None:
    """Learn from the folders named, or tell how well reports left out are labelled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--leave-one-out", action="store_true")
    options = parser.parse_args()
    examples = [example for folder in options.folders for example in read_examples(folder)]
    if options.leave_one_out:
        scores = {}
        for report in sorted({example.report for example in examples}):
            weights = learn([example for example in examples if example.report != report])
            scores |= {id(e): score(e, weights) for e in examples if e.report == report}
        print_scores(examples, [example.evidence for example in examples], "rules alone")
        print_scores(examples, [scores[id(example)] for example in examples], "left out")
        return
    weights = learn(examples)
    print_scores(examples, [score(example, weights) for example in examples], "learned from")
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("gram", "weight"))
        writer.writerows(
            (gram, f"{weight:.3f}") for gram, weight in sorted(weights.items()) if round(weight, 3)
        )


if __name__ == "__main__":
    main()
