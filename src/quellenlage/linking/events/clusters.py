"""Events out of pairs of mentions: average linkage, the likeliest two groups first (Sokal and Michener 1958)."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

# Groups become one where their mentions are one event with this probability, on the average over all pairs. It was
# chosen over folds of stories (``training.events``): less joins more and wrongs more.
ENOUGH = 0.25
# So many pairs that are none stand beside those of two groups, so that many pairs say more than a single one.
DOUBT = 0.5
# What stands for a pair that cannot be one: no group has two such mentions.
NEVER = -1.0

Edges = Mapping[tuple[int, int], float]


class Step(NamedTuple):
    """Two groups that become one: the pair of mentions that is likeliest, and the average over all pairs."""

    one: int
    other: int
    score: float


class Between(NamedTuple):
    """What stands between two groups: the sum over their pairs, and the likeliest pair, its likelihood below zero."""

    total: float
    best: tuple[float, int, int]


def cluster(count: int, edges: Edges, enough: float = ENOUGH) -> tuple[list[list[int]], list[Step]]:
    """Give the groups of ``count`` mentions and the steps that made them; a pair without an edge is none."""
    groups = {n: [n] for n in range(count)}
    rows: list[dict[int, Between]] = [{} for _ in range(count)]
    apart: list[set[int]] = [set() for _ in range(count)]
    heap: list[tuple[float, int, int]] = []
    for (a, b), likely in edges.items():
        if likely == NEVER:
            apart[a].add(b)
            apart[b].add(a)
            continue
        rows[a][b] = rows[b][a] = Between(likely, (-likely, a, b))
        if likely / (1 + DOUBT) >= enough:
            heap.append((-likely / (1 + DOUBT), a, b))
    heapify(heap)
    steps: list[Step] = []
    while heap:
        below, a, b = heappop(heap)
        between = rows[a].get(b)
        if between is None or b in apart[a] or below != -_average(between, len(groups[a]), len(groups[b])):
            continue
        steps.append(Step(*between.best[1:], round(-below, 3)))
        groups[a] += groups.pop(b)
        _merge(a, b, rows, apart)
        for c, found in rows[a].items():
            average = _average(found, len(groups[a]), len(groups[c]))
            if average >= enough:
                heappush(heap, (-average, min(a, c), max(a, c)))
    return [sorted(members) for members in groups.values()], steps


def _average(between: Between, one: int, other: int) -> float:
    return between.total / (one * other + DOUBT)


def _merge(a: int, b: int, rows: list[dict[int, Between]], apart: list[set[int]]) -> None:
    """Let group ``b`` be part of group ``a``, the one with the smaller number."""
    mine, theirs, rows[b] = rows[a], rows[b], {}
    del mine[b], theirs[a]
    for c, found in theirs.items():
        known = mine.get(c)
        joined = Between(known.total + found.total, min(known.best, found.best)) if known else found
        del rows[c][b]
        mine[c] = rows[c][a] = joined
    for c in apart[b]:
        apart[c].discard(b)
        apart[c].add(a)
    apart[a] |= apart[b]
