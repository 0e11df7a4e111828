"""Name labels in which every I- follows its own type."""

import numpy as np
import pytest

from quellenlage.language.de.encoder.names import best_labels, transitions

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


@pytest.mark.parametrize("seed", range(30))
def test_inside_follows_its_type(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(9, len(LABELS))).astype(np.float32)
    found = [LABELS[i] for i in best_labels(scores, transitions(LABELS))]
    for before, label in zip(["O", *found], found, strict=False):
        assert not label.startswith("I-") or before[2:] == label[2:]


def test_greedy_where_greedy_is_allowed() -> None:
    scores = np.eye(5, dtype=np.float32)[[0, 1, 2, 0]]
    assert best_labels(scores, transitions(LABELS)).tolist() == [0, 1, 2, 0]
