"""Trains the judge of event words: `python -m training.event_words [--model DIR] [--out FILE]`.

Words are the nouns and full verbs of passages and golden stories to develop on. Right are those that an annotator took
for the name of an event, but for the second word of one that the rules have found; of a word that the rules take for an
event and nobody annotated in a story nothing is known. Printed is, in five folds over passages and stories, what the
judge finds of the words that no rule takes for an event.
"""

from __future__ import annotations

import argparse
import tomllib
import warnings
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import average_precision_score
from sklearn.neural_network import MLPClassifier

from benchmarks import golden, passages
from quellenlage import intake
from quellenlage.language import Language, load
from quellenlage.language.de.encoder.network import INPUT, OUTPUT
from quellenlage.model import Report, Span
from quellenlage.reading import events
from quellenlage.reading.assemble import read_report
from quellenlage.reading.events import word_signs

MARKED = Path("tests/reading/events")
FILES = ("passages", "reports_in_short", "scope", "states_and_days")
FOLDS, THRESHOLDS = 5, (0.5, 0.6, 0.7)
NETWORKS, UNITS, PENALTY, PASSES = 4, 64, 0.03, 60
Places = list[list[Span]]


class Weights(NamedTuple):
    """Of the hidden units and of the one behind them, with their biases."""

    inner: np.ndarray
    bias: np.ndarray
    outer: np.ndarray
    last: np.ndarray


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its fold, its signs, whether a rule takes it for an event, and 1, 0 or -1: right, wrong, unknown."""

    fold: int
    signs: np.ndarray
    ruled: bool
    right: int


def words(language: Language) -> Iterator[Word]:
    """Of all that is marked to develop on, in order."""
    for name, report, places, whole in texts():
        fold = zlib.crc32(name.encode()) % FOLDS
        yield from of_report(report, places, language, fold, whole)


def texts() -> Iterator[tuple[str, Report, Places, bool]]:
    """Give each text with its name, the places of its events, and whether all its events are marked."""
    marked = [(name, tomllib.loads((MARKED / f"{name}.toml").read_text("utf-8"))["passage"]) for name in FILES]
    for name, rows in [*marked, *passages.load(passages.PASSAGES, "develop")]:
        for n, row in enumerate(rows):
            places = [passages.places(row["text"], due["on"]) for due in row["events"]]
            yield f"{name}{n}", Report(uri="passage", text=row["text"], published=passages.PUBLISHED), places, True
    for folder in sorted(path.parent for path in golden.STORIES.glob("*/gold.toml")):
        gold = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
        if gold["set"] == "develop":
            for report in intake.load([folder / "reports"]):
                if isinstance(report, Report):
                    yield folder.name, report, annotated(gold, report), False


def annotated(gold: dict[str, Any], report: Report) -> Places:
    """The places of the annotated mentions in a report; noun and verb of one mention together."""
    mentions = [m for row in gold["event"] for m in row["mentions"] if m["file"] == report.uri]
    return [[_span(report.text, place) for place in (m, *m.get("also", ()))] for m in mentions]


def _span(text: str, place: dict[str, Any]) -> Span:
    at = -1
    for _ in range(place.get("nth", 1)):
        at = text.index(place["quote"], at + 1)
    return Span(at, at + len(place["quote"]))


def of_report(report: Report, places: Places, language: Language, fold: int, whole: bool) -> Iterator[Word]:
    """Read a report by the rules alone and give its words."""
    seen: list[tuple[Any, list[Any]]] = []

    def alone(context: Any, found: Any) -> Iterator[Any]:
        seen.append((context, list(found)))
        return iter(())

    with mock.patch.object(events.likely, "find", alone):
        read_report(report, language)
    context, found = seen[-1]
    triggers = {trigger.token for trigger in found}
    covered = [any(context.span(t, t + 1).meets(s) for t in triggers for s in place) for place in places]
    around = word_signs.beside(context, found)
    for i in range(len(context.doc)):
        if not word_signs.is_candidate(context, i):
            continue
        ruled = i in triggers
        mine = [n for n, place in enumerate(places) if any(context.span(i, i + 1).meets(s) for s in place)]
        right = any(ruled or not covered[n] for n in mine)
        known = right or whole or not ruled
        yield Word(fold, word_signs.signs(context, around, i), ruled, int(right) if known else -1)


def fitted(rows: Sequence[Word]) -> Weights:
    """Fit networks that differ in their seed, and make one of them: their hidden units side by side."""
    known = [row for row in rows if row.right >= 0]
    x, y = np.array([row.signs for row in known]), np.array([row.right for row in known])
    parts = []
    for seed in range(NETWORKS):
        network = MLPClassifier((UNITS,), alpha=PENALTY, early_stopping=True, random_state=seed, max_iter=PASSES)
        network.fit(x, y)
        inner, outer = network.coefs_
        parts.append((inner, network.intercepts_[0], outer / NETWORKS, network.intercepts_[1] / NETWORKS))
    inner, bias, outer, last = zip(*parts, strict=True)
    made = np.hstack(inner), np.hstack(bias), np.vstack(outer), np.sum(last, axis=0)
    return Weights(*(part.astype(np.float16) for part in made))


def likely(rows: np.ndarray, weights: Weights) -> np.ndarray:
    """What the network gives, in numpy."""
    inner, bias, outer, last = (part.astype(np.float32) for part in weights)
    return 1 / (1 + np.exp(-(np.maximum(rows @ inner + bias, 0) @ outer + last)[:, 0]))


def graph(weights: Weights) -> onnx.ModelProto:
    """The network as a graph whose weights are kept in half precision."""
    kept = [numpy_helper.from_array(part, f"{name}_16") for name, part in weights._asdict().items()]
    nodes = [helper.make_node("Cast", [f"{name}_16"], [name], to=TensorProto.FLOAT) for name in weights._fields]
    nodes += [
        helper.make_node("MatMul", [INPUT, "inner"], ["product"]),
        helper.make_node("Add", ["product", "bias"], ["sum"]),
        helper.make_node("Relu", ["sum"], ["units"]),
        helper.make_node("MatMul", ["units", "outer"], ["count"]),
        helper.make_node("Add", ["count", "last"], ["odds"]),
        helper.make_node("Sigmoid", ["odds"], [OUTPUT]),
    ]
    given = helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [None, len(weights.inner)])
    gives = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [None, 1])
    made = helper.make_graph(nodes, "event_words", [given], [gives], initializer=kept)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Print the figures in folds, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="the encoder's folder; the installed one where it is not given")
    parser.add_argument("--out", type=Path, help="where the weights go, as .onnx")
    options = parser.parse_args()
    warnings.simplefilter("ignore", ConvergenceWarning)
    rows = list(words(load("de", options.model)))
    print(f"{len(rows)} words, {sum(row.right == 1 for row in rows)} of them events")
    left = [row for row in rows if not row.ruled]
    said: dict[int, float] = {}
    for fold in range(FOLDS):
        weights = fitted([row for row in rows if row.fold != fold])
        here = [row for row in left if row.fold == fold]
        said |= dict(zip(map(id, here), likely(np.array([row.signs for row in here]), weights), strict=True))
    right, odds = np.array([row.right for row in left]), np.array([said[id(row)] for row in left])
    print(f"left by the rules: {right.sum()}; average precision {100 * average_precision_score(right, odds):.1f}")
    for least in THRESHOLDS:
        print(f"above {least}: {(odds > least).sum()} words, {right[odds > least].sum()} of them annotated")
    if options.out:
        onnx.save(graph(fitted(rows)), options.out)


if __name__ == "__main__":
    main()
