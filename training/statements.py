"""Trains the judge of *soll* on the reports in `reports/`: `python -m training.statements [--model DIR] [--out FILE]`.

Candidates are the clauses with *soll* that stand in no statement found before; right are those that an annotated
FreeIndirect statement covers. Printed are precision, recall and F1 of the rules and of rules and judge together, in
five folds over reports.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from quellenlage.language import Language, load
from quellenlage.reading.attribution import before_hearsay
from quellenlage.reading.attribution.antecedent import Told
from quellenlage.reading.attribution.hearsay import is_told, possible
from quellenlage.reading.attribution.judgement import features
from quellenlage.reading.attribution.passage import Passage
from training import annotated

FOLDS = 5
STRENGTH = 0.3  # of the L2 penalty; half and double give the same within the folds


@dataclass(frozen=True, slots=True)
class Candidate:
    """One clause with *soll*: what the judge sees of it, what the rules say, what is right."""

    fold: int
    seen: np.ndarray
    by_rule: bool
    right: bool


def candidates(language: Language) -> Iterator[Candidate]:
    """Of all annotated reports, in order."""
    for number, report in enumerate(annotated.read_all().values()):
        passage = Passage(language.nlp(report.text), language)
        told = [span for s in report.statements if s.type == "FreeIndirect" for span in s.content]
        found = before_hearsay(passage)
        before = Told(passage, found)
        for n in possible(passage, found):
            finite = passage.doc[passage.clauses[n].finite or 0].idx
            right = any(start <= finite < end for start, end in told)
            yield Candidate(number % FOLDS, features(passage, n), is_told(passage, n, before), right)


def fitted(rows: list[Candidate]) -> np.ndarray:
    """The weights, the bias last (logistic regression with an L2 penalty, by L-BFGS)."""
    seen = np.array([row.seen for row in rows], dtype=np.float64)
    right = np.array([row.right for row in rows], dtype=np.float64)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = seen @ weights[:-1] + weights[-1]
        error = 1 / (1 + np.exp(-scores)) - right
        value = (np.logaddexp(0, scores) - right * scores).sum() + STRENGTH * (weights[:-1] @ weights[:-1]) / 2
        return float(value), np.append(seen.T @ error + STRENGTH * weights[:-1], error.sum())

    start = np.zeros(seen.shape[1] + 1)
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x)


def judged(row: Candidate, weights: np.ndarray) -> bool:
    """What rule and judge say together."""
    return row.by_rule or bool(row.seen @ weights[:-1] + weights[-1] > 0)


def figures(rows: list[Candidate], said: list[bool]) -> str:
    """Precision, recall and F1."""
    hits = sum(row.right and yes for row, yes in zip(rows, said, strict=True))
    found, gold = sum(said), sum(row.right for row in rows)
    f1 = 200 * hits / max(found + gold, 1)
    return f"P {100 * hits / max(found, 1):.1f}, R {100 * hits / max(gold, 1):.1f}, F1 {f1:.1f}"


def main() -> None:
    """Print the figures in folds, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="the encoder's folder; the installed one where it is not given")
    parser.add_argument("--out", type=Path, help="where the weights go, as .npy")
    options = parser.parse_args()
    rows = list(candidates(load("de", options.model)))
    print(f"{len(rows)} clauses with soll, {sum(row.right for row in rows)} of them hearsay")
    print("rules:          ", figures(rows, [row.by_rule for row in rows]))
    said: dict[int, bool] = {}
    for fold in range(FOLDS):
        weights = fitted([row for row in rows if row.fold != fold])
        said |= {i: judged(row, weights) for i, row in enumerate(rows) if row.fold == fold}
    print("rules and judge:", figures(rows, [said[i] for i in range(len(rows))]))
    if options.out:
        np.save(options.out, fitted(rows).astype(np.float32))


if __name__ == "__main__":
    main()
