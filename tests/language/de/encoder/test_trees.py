"""The best tree against all trees of a few words."""

import itertools

import numpy as np
import pytest

from quellenlage.language.de.encoder.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Exactly one word hangs from the root (0), and every word reaches it."""
    if heads.count(0) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start + 1, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return sum(float(scores[i, h]) for i, h in enumerate(heads))


@pytest.mark.parametrize("seed", range(60))
def test_against_every_tree(seed: int) -> None:
    draw = np.random.default_rng(seed)
    count = int(draw.integers(1, 6))
    scores = draw.normal(size=(count, count + 1))
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    trees = [t for t in itertools.product(range(count + 1), repeat=count) if is_tree(t)]
    root = found.index(0)
    best = max(total(scores, t) for t in trees if t[root] == 0)
    assert total(scores, found) == pytest.approx(best)


def test_a_tree_even_where_no_score_is_good() -> None:
    assert is_tree(tuple(best_tree(np.full((7, 8), -1e6)).tolist()))
    assert is_tree(tuple(best_tree(np.zeros((40, 41))).tolist()))
