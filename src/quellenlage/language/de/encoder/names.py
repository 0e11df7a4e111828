"""Names from label scores: the best sequence in which every I- follows its own type."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e9


def transitions(labels: list[str]) -> NDArray[np.float64]:
    """0 where label j may follow label i, else a score that forbids it; the last row is the start of a text."""
    allowed = np.zeros((len(labels) + 1, len(labels)))
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            before = [i for i, other in enumerate(labels) if other[2:] == label[2:]]
            allowed[:, j] = FORBIDDEN
            allowed[before, j] = 0.0
    return allowed


def best_labels(scores: NDArray[np.float32], allowed: NDArray[np.float64]) -> NDArray[np.int64]:
    """Viterbi over scores (words, labels); gives label numbers (words,). Most words need no search."""
    greedy: NDArray[np.int64] = scores.argmax(axis=1)
    before = np.concatenate([[len(allowed) - 1], greedy[:-1]])
    if (allowed[before, greedy] == 0.0).all():
        return greedy
    total = scores[0] + allowed[-1]
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        reached = total[:, None] + allowed[:-1]
        back[i] = reached.argmax(axis=0)
        total = reached.max(axis=0) + scores[i]
    path = [int(total.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return np.array(path[::-1])
