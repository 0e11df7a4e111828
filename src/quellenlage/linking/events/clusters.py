"""Events out of pairs of mentions: average linkage, the likeliest two groups first (Sokal and Michener 1958)."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Groups become one where their mentions are one event with this probability, on the average over all pairs. It was
# chosen over folds of stories (``training.events``): less joins more and wrongs more.
ENOUGH = 0.25
# So many pairs that are none stand beside those of two groups, so that many pairs say more than a single one.
DOUBT = 0.5
# What stands for a pair that cannot be one: no group has two such mentions.
NEVER = -1.0

Matrix = NDArray[np.float64]


class Step(NamedTuple):
    """Two groups that become one: the pair of mentions that is likeliest, and the average over all pairs."""

    one: int
    other: int
    score: float


def cluster(likely: Matrix, enough: float = ENOUGH) -> tuple[list[list[int]], list[Step]]:
    """Give the groups of mentions and the steps that made them.

    ``likely`` is symmetric, a row and a column a mention: how likely a pair is one event, 0 where it is none,
    ``NEVER`` where it cannot be.
    """
    groups = {n: [n] for n in range(len(likely))}
    between = _Between(likely)
    steps: list[Step] = []
    while (found := between.best(enough)) is not None:
        a, b, score = found
        steps.append(Step(*_likeliest(likely, groups[a], groups[b]), round(score, 3)))
        groups[a] += groups.pop(b)
        between.merge(a, b)
    return [sorted(members) for members in groups.values()], steps


class _Between:
    """What stands between each two groups: the sum over their pairs, below all numbers where they are kept apart."""

    def __init__(self, likely: Matrix) -> None:
        count = len(likely)
        self.sums = np.where(likely == NEVER, -np.inf, likely)
        np.fill_diagonal(self.sums, -np.inf)
        self.sizes = np.ones(count)
        # Each group with the later ones alone, so that of two that are equal the first comes first.
        self.averages = np.where(np.tri(count, dtype=bool), -np.inf, self.sums / (1 + DOUBT))
        self.partner = self.averages.argmax(axis=1) if count else np.zeros(0, dtype=np.int64)
        self.highest = self.averages.max(axis=1, initial=-np.inf)

    def best(self, enough: float) -> tuple[int, int, float] | None:
        """Give the two groups of the highest average and that, ``None`` where it is too low."""
        if not len(self.highest):
            return None
        a = int(self.highest.argmax())
        return (a, int(self.partner[a]), float(self.highest[a])) if self.highest[a] >= enough else None

    def merge(self, a: int, b: int) -> None:
        """Let group ``b`` be part of group ``a``, the one with the smaller number."""
        self.sums[a] += self.sums[b]
        self.sums[:, a] = self.sums[a]
        self.sums[b] = self.sums[:, b] = -np.inf
        self.sizes[a] += self.sizes[b]
        average = self.sums[a] / (self.sizes[a] * self.sizes + DOUBT)
        self.averages[a, a + 1 :] = average[a + 1 :]
        self.averages[:a, a] = average[:a]
        self.averages[b] = self.averages[:, b] = -np.inf
        higher = (average[:a] > self.highest[:a]) | ((average[:a] == self.highest[:a]) & (a < self.partner[:a]))
        stale = (self.partner == a) | (self.partner == b)
        stale[[a, b]] = True
        self.highest[:a][higher], self.partner[:a][higher] = average[:a][higher], a
        rows = self.averages[stale]
        self.partner[stale], self.highest[stale] = rows.argmax(axis=1), rows.max(axis=1)


def _likeliest(likely: Matrix, one: list[int], other: list[int]) -> tuple[int, int]:
    """Give the likeliest pair of two groups, of equal ones the first."""
    pairs = likely[np.ix_(one, other)]
    rows, columns = np.nonzero(pairs == pairs.max())
    return min((min(one[i], other[j]), max(one[i], other[j])) for i, j in zip(rows, columns, strict=True))
