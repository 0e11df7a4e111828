"""Events out of pairs of mentions: average linkage, the likeliest two groups first (Sokal and Michener 1958)."""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

# Groups become one where their mentions are one event with this probability, on the average over all pairs. It was
# chosen over folds of stories (``training.events``): less joins more and wrongs more.
ENOUGH = 0.25
# So many pairs that are none stand beside those of two groups, so that many pairs say more than a single one.
DOUBT = 0.5
# What stands for a pair that cannot be one: no group has two such mentions.
NEVER = -1.0
DIGITS = 9

Edges = Mapping[tuple[int, int], float]


class Step(NamedTuple):
    """Two groups that become one: the pair of mentions that is likeliest, and the average over all pairs."""

    one: int
    other: int
    score: float


def cluster(count: int, edges: Edges, enough: float = ENOUGH) -> tuple[list[list[int]], list[Step]]:
    """Give the groups of ``count`` mentions and the steps that made them; a pair without an edge is none."""
    groups = {n: [n] for n in range(count)}
    apart: dict[int, set[int]] = {n: set() for n in range(count)}
    sums: dict[int, dict[int, float]] = {n: {} for n in range(count)}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    heap: list[tuple[float, int, int]] = []
    for (a, b), raw in sorted(edges.items()):
        if raw == NEVER:
            apart[a].add(b)
            apart[b].add(a)
            continue
        sums[a][b] = sums[b][a] = found = round(raw, DIGITS)
        best[a, b] = (-found, a, b)
        likely = _average(a, b, groups, sums)
        if likely >= enough:
            heap.append((-likely, a, b))
    heapify(heap)
    steps: list[Step] = []
    while heap:
        below, a, b = heappop(heap)
        if a not in groups or b not in groups or b in apart[a] or -below != _average(a, b, groups, sums):
            continue
        _, one, other = best[a, b]
        steps.append(Step(one, other, round(-below, 3)))
        _merge(a, b, groups, sums, best)
        for c in apart.pop(b):
            apart[c].discard(b)
            apart[c].add(a)
            apart[a].add(c)
        for c in sums[a]:
            found = _average(a, c, groups, sums)
            if found >= enough:
                heappush(heap, (-found, min(a, c), max(a, c)))
    return [sorted(members) for members in groups.values()], steps


def _average(a: int, b: int, groups: Mapping[int, Sequence[int]], sums: Mapping[int, Mapping[int, float]]) -> float:
    return round(sums[a].get(b, 0.0) / (len(groups[a]) * len(groups[b]) + DOUBT), DIGITS)


def _merge(
    a: int,
    b: int,
    groups: dict[int, list[int]],
    sums: dict[int, dict[int, float]],
    best: dict[tuple[int, int], tuple[float, int, int]],
) -> None:
    """Let group ``b`` be part of group ``a``, the one with the smaller number."""
    groups[a] += groups.pop(b)
    gone = sums.pop(b)
    for c, found in gone.items():
        del sums[c][b]
        if c == a:
            continue
        sums[a][c] = sums[c][a] = round(sums[a].get(c, 0.0) + found, DIGITS)
        mine, theirs = (min(a, c), max(a, c)), (min(b, c), max(b, c))
        best[mine] = min(x for x in (best.get(mine), best.get(theirs)) if x is not None)
