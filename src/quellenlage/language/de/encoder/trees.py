"""Heads from arc scores: the best tree with one root (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]
Heads = NDArray[np.int64]
FORBIDDEN = -1e9


def best_tree(scores: Scores) -> Heads:
    """Heads (words,) from scores (words, 1 + words), where column 0 is the root; exactly one word hangs from it."""
    count = scores.shape[0]
    if count == 1:
        return np.zeros(1, dtype=np.int64)
    scores = scores.copy()
    scores[np.arange(count), np.arange(1, count + 1)] = FORBIDDEN
    heads: Heads = scores.argmax(axis=1)
    if (heads == 0).sum() == 1 and _cycle(np.concatenate([[0], heads])) is None:
        return heads
    root = int((scores[:, 0] - scores[:, 1:].max(axis=1)).argmax())
    scores[:, 0] = FORBIDDEN
    scores[root, :] = FORBIDDEN
    scores[root, 0] = 0.0
    square = np.full((count + 1, count + 1), FORBIDDEN)
    square[1:] = scores
    tree: Heads = _maximum_branching(square)[1:]
    return tree


def _cycle(heads: Heads) -> list[int] | None:
    """Nodes of one cycle among `heads`, where node 0 is the root."""
    colour = [0] * len(heads)
    colour[0] = 2
    for start in range(1, len(heads)):
        node, path = start, []
        while colour[node] == 0:
            colour[node] = 1
            path.append(node)
            node = int(heads[node])
        if colour[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            colour[seen] = 2
    return None


def _maximum_branching(scores: Scores) -> Heads:
    """Heads of all nodes from scores (node, head); node 0 is the root. Contracts one cycle a level."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    ring = np.array(cycle)
    inside = np.zeros(len(heads), dtype=bool)
    inside[ring] = True
    outside = np.flatnonzero(~inside)
    kept = scores[ring, heads[ring]]
    entering = scores[np.ix_(ring, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, ring)]
    size = len(outside)
    small = np.full((size + 1, size + 1), FORBIDDEN)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[size, :size] = entering.max(axis=0)
    small[:size, size] = leaving.max(axis=1)
    np.fill_diagonal(small, FORBIDDEN * 2)
    found = _maximum_branching(small)
    result = heads.copy()
    for i in range(1, size):
        head = int(found[i])
        result[outside[i]] = cycle[int(leaving[i].argmax())] if head == size else outside[head]
    entry = int(found[size])
    result[cycle[int(entering[:, entry].argmax())]] = outside[entry]
    return result
