"""Trains the judge of event links on the golden stories: `python -m training.events [--out FILE] [--folds]`.

A pair of mentions is right where both are annotated as one event, wrong where they are annotated as two or only one of
them is annotated; of pairs of mentions that nobody annotated nothing is known. Only stories of the set `develop` are
used. With `--folds` each story is joined by trees that were fitted on the others, and what the links are worth then is
printed for several thresholds.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import onnx
from onnx import TensorProto, helper
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score

from benchmarks import dossiers, golden
from quellenlage import intake
from quellenlage.language import load
from quellenlage.linking import assemble, events
from quellenlage.linking.events import clusters, judge, known, signs
from quellenlage.linking.events.profiles import Story, profiles
from quellenlage.model import Reading, Report, Span
from quellenlage.reading.assemble import read_report
from quellenlage.weighing import weigh

# Signs of which more can only make one event likelier, and of which more can only make it less likely.
FOR = (
    "same kind", "word of one kind", "kinds that tell one thing", "same root", "same agent", "same house",
    "shared participants", "same place", "same days", "days that agree", "same things named beside it", "same thing",
    "called so beside it", "same passage in both reports",
)  # fmt: skip
AGAINST = (
    "another thing", "other agents", "other targets", "other participants", "other places",
    "days that exclude each other", "days between", "told at times that exclude each other", "one more of its kind",
    "same sentence",
)  # fmt: skip
TREES, RATE, LEAVES, SMALLEST, PENALTY = 160, 0.07, 10, 40, 1.0
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3)
OUT = Path("src/quellenlage/language/de/event_links.onnx")


@dataclass(frozen=True, slots=True)
class Seen:
    """A story's pairs: the signs of each, and 1, 0 or -1 for right, wrong and unknown."""

    name: str
    signs: np.ndarray
    right: np.ndarray


def stories() -> Iterator[tuple[str, Mapping[str, Any], list[Reading]]]:
    """The golden stories to develop on, with their annotation, as they are read."""
    language = load("de")
    for folder in sorted(path.parent for path in golden.STORIES.glob("*/gold.toml")):
        gold = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
        if gold["set"] == "develop":
            reports = [r for r in intake.load([folder / "reports"]) if isinstance(r, Report)]
            yield folder.name, gold, [read_report(report, language) for report in reports]


def seen(name: str, gold: Mapping[str, Any], readings: Sequence[Reading]) -> Seen:
    """All pairs of a story that are worth a look, with what the annotation says of them.

    The story is joined by the annotation, so that reports are dated as right links would date them.
    """
    meant = annotated(gold, readings)
    facts: dict[frozenset[str], signs.Facts] = {}

    def join(readings: Sequence[Reading], story: Story, _: events.Known | None = None) -> events.Joined:
        told = profiles(readings, story)
        facts[frozenset(p.mention.id for p in told)] = signs.Facts(told, story)
        groups: dict[str, list[str]] = {}
        for p in told:
            groups.setdefault(meant.get(p.mention.id, p.mention.id), []).append(p.mention.id)
        return tuple(map(tuple, groups.values())), ()

    with mock.patch.object(assemble.events, "join", join):
        assemble.link(readings)
    pairs = [(f, block) for f in facts.values() for block in f.pairs(np.arange(len(f.profiles)))]
    right = [_right(meant, f, block) for f, block in pairs]
    free = [~(block.ruled_out | block.told_apart) for _, block in pairs]
    seen_ = np.concatenate([block.signs[f] for (_, block), f in zip(pairs, free, strict=True)])
    return Seen(name, seen_, np.concatenate([row[f] for row, f in zip(right, free, strict=True)]))


def annotated(gold: Mapping[str, Any], readings: Sequence[Reading]) -> dict[str, str]:
    """The annotated event of each mention that stands at an annotated place."""
    at = {reading.report.uri: reading for reading in readings}
    found: dict[str, str] = {}
    for row in gold["event"]:
        for mention in row["mentions"]:
            reading = at[mention["file"]]
            for place in (mention, *mention.get("also", ())):
                begin = _begin(reading.report.text, place["quote"], place.get("nth", 1))
                span = Span(begin, begin + len(place["quote"]))
                for told in reading.events:
                    if told.span.meets(span):
                        found.setdefault(told.id, row["id"])
    return found


def _begin(text: str, quote: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(quote, at + 1)
    return at


def _right(meant: Mapping[str, str], facts: signs.Facts, block: signs.Pairs) -> np.ndarray:
    ids = [p.mention.id for p in facts.profiles]
    rows = [(meant.get(ids[i]), meant.get(ids[j])) for i, j in zip(block.one, block.other, strict=True)]
    return np.array([-1 if a is None and b is None else int(a == b) for a, b in rows], dtype=np.int64)


def fitted(rows: Sequence[Seen]) -> HistGradientBoostingClassifier:
    """The trees."""
    x, y = np.concatenate([row.signs for row in rows]), np.concatenate([row.right for row in rows])
    bound = [int(name in FOR) - int(name in AGAINST) for name in signs.NAMES]
    trees = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=SMALLEST,
        l2_regularization=PENALTY, monotonic_cst=bound, random_state=0,
    )  # fmt: skip
    return trees.fit(x[y >= 0], y[y >= 0])


def graph(trees: HistGradientBoostingClassifier) -> onnx.ModelProto:
    """The trees as one ONNX node that gives log odds."""
    rows: dict[str, list[Any]] = {key: [] for key in ("tree", "node", "feature", "value", "mode", "yes", "no")}
    leaves: dict[str, list[Any]] = {key: [] for key in ("tree", "node", "weight")}
    for n, (tree,) in enumerate(trees._predictors):
        for k, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            rows["tree"].append(n)
            rows["node"].append(k)
            rows["feature"].append(0 if leaf else int(node["feature_idx"]))
            rows["value"].append(0.0 if leaf else float(node["num_threshold"]))
            rows["mode"].append("LEAF" if leaf else "BRANCH_LEQ")
            rows["yes"].append(0 if leaf else int(node["left"]))
            rows["no"].append(0 if leaf else int(node["right"]))
            if leaf:
                leaves["tree"].append(n)
                leaves["node"].append(k)
                leaves["weight"].append(float(node["value"]))
    node = helper.make_node(
        "TreeEnsembleRegressor", [judge.INPUT], [judge.OUTPUT], domain="ai.onnx.ml", n_targets=1,
        base_values=[float(trees._baseline_prediction.item())], aggregate_function="SUM", post_transform="NONE",
        nodes_treeids=rows["tree"], nodes_nodeids=rows["node"], nodes_featureids=rows["feature"],
        nodes_values=rows["value"], nodes_modes=rows["mode"], nodes_truenodeids=rows["yes"],
        nodes_falsenodeids=rows["no"], nodes_missing_value_tracks_true=[0] * len(rows["node"]),
        nodes_hitrates=[1.0] * len(rows["node"]), target_treeids=leaves["tree"], target_nodeids=leaves["node"],
        target_ids=[0] * len(leaves["node"]), target_weights=leaves["weight"],
    )  # fmt: skip
    given = helper.make_tensor_value_info(judge.INPUT, TensorProto.FLOAT, [None, len(signs.NAMES)])
    gives = helper.make_tensor_value_info(judge.OUTPUT, TensorProto.FLOAT, [None, 1])
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    made = helper.make_model(
        helper.make_graph([node], "event_links", [given], [gives]), opset_imports=opsets, ir_version=8
    )
    onnx.checker.check_model(made)
    return made


def folds(told: Sequence[tuple[str, Mapping[str, Any], list[Reading]]], rows: Sequence[Seen]) -> None:
    """Join each story by trees fitted on the others; print what the links are worth by threshold."""
    trees = {row.name: fitted([other for other in rows if other.name != row.name]) for row in rows}
    scores = np.concatenate([trees[row.name].predict_proba(row.signs)[:, 1] for row in rows])
    right = np.concatenate([row.right for row in rows])
    print(f"average precision over pairs: {100 * average_precision_score(right[right >= 0], scores[right >= 0]):.1f}")
    for enough in THRESHOLDS:
        sums = [_joined(gold, readings, trees[name], enough) for name, gold, readings in told]
        for name in ("linking", "b-cubed", "interval", "origins", "not too high"):
            p, r = (100 * x for x in sum((s[name] for s in sums), dossiers.Tally()).measure())
            f = 2 * p * r / (p + r) if p + r else 0.0
            print(f"{enough:.2f}  {name:13} {p:.1f} / {r:.1f} / {f:.1f}")


def _joined(
    gold: Mapping[str, Any], readings: Sequence[Reading], trees: HistGradientBoostingClassifier, enough: float
) -> dict[str, dossiers.Tally]:
    def likely(rows: np.ndarray, _: str) -> np.ndarray:
        return trees.predict_proba(rows)[:, 1] if len(rows) else np.zeros(0)

    def cluster(found: clusters.Matrix) -> tuple[list[list[int]], list[clusters.Step]]:
        return clusters.cluster(found, enough)

    patches = [(events, "likely", likely), (known, "cluster", cluster), (known, "ENOUGH", enough)]
    with ExitStack() as stack:
        for patch in patches:
            stack.enter_context(mock.patch.object(*patch))
        return dossiers.score(gold, golden.joined([weigh(story) for story in assemble.link(readings)]))


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", action="store_true")
    wanted = parser.parse_args()
    told = list(stories())
    rows = [seen(*story) for story in told]
    right = np.concatenate([row.right for row in rows])
    print(f"{len(rows)} stories, {(right == 1).sum()} pairs right, {(right == 0).sum()} wrong")
    if wanted.folds:
        folds(told, rows)
    onnx.save(graph(fitted(rows)), wanted.out)
    print(f"{wanted.out}: {wanted.out.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
