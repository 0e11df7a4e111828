"""Average linkage over pairs, and what can never be one."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.linking.events.clusters import DOUBT, ENOUGH, NEVER, Step, cluster

SIX = [(a, b) for a, b in combinations(range(6), 2)]
EDGES = st.dictionaries(st.sampled_from(SIX), st.sampled_from([NEVER, 0.125, 0.25, 0.5, 0.75, 1.0]))


def joined(count: int, edges: dict[tuple[int, int], float]) -> tuple[list[list[int]], list[Step]]:
    likely = np.zeros((count, count))
    for (a, b), found in edges.items():
        likely[a, b] = likely[b, a] = found
    return cluster(likely)


def groups(edges: dict[tuple[int, int], float], count: int = 6) -> set[frozenset[int]]:
    return {frozenset(group) for group in joined(count, edges)[0]}


def plainly(count: int, edges: dict[tuple[int, int], float]) -> set[frozenset[int]]:
    """Join as the guidelines of average linkage have it, all averages made anew after each step."""
    found = [[n] for n in range(count)]
    while True:
        rows = []
        for i, j in combinations(range(len(found)), 2):
            pairs = [edges.get((min(a, b), max(a, b)), 0.0) for a in found[i] for b in found[j]]
            if NEVER not in pairs:
                rows.append((-sum(pairs) / (len(pairs) + DOUBT), found[i][0], found[j][0], i, j))
        best = min(rows, default=None)
        if best is None or -best[0] < ENOUGH:
            return {frozenset(group) for group in found}
        found[best[3]] += found.pop(best[4])


def test_what_is_likely_one_is_one() -> None:
    assert groups({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, 4) == {frozenset({0, 1, 2}), frozenset({3})}


def test_one_weak_pair_is_too_little_and_many_are_enough() -> None:
    assert len(groups({(0, 1): 0.35}, 2)) == 2
    weak = {(a, b): 0.35 for a in (0, 1) for b in (2, 3)}
    assert len(groups({(0, 1): 0.9, (2, 3): 0.9, **weak}, 4)) == 1


def test_what_can_never_be_one_keeps_groups_apart() -> None:
    found = groups({(0, 1): 0.95, (1, 2): 0.9, (0, 2): NEVER}, 3)
    assert found == {frozenset({0, 1}), frozenset({2})}


def test_steps_name_the_likeliest_pair() -> None:
    _, steps = joined(4, {(0, 1): 0.95, (2, 3): 0.94, (0, 2): 0.6, (1, 3): 0.8, (1, 2): 0.7, (0, 3): 0.7})
    assert [(step.one, step.other) for step in steps] == [(0, 1), (2, 3), (1, 3)]


@given(EDGES)
def test_all_mentions_are_in_one_group_and_no_pair_that_can_never_be_one(edges: dict[tuple[int, int], float]) -> None:
    found, steps = joined(6, edges)
    assert sorted(n for group in found for n in group) == list(range(6))
    assert len(steps) == 6 - len(found)
    apart = {pair for pair, likely in edges.items() if likely == NEVER}
    assert not any(pair in apart for group in found for pair in combinations(group, 2))


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(edges: dict[tuple[int, int], float], chance: object) -> None:
    rows = list(edges.items())
    chance.shuffle(rows)  # type: ignore[attr-defined]
    assert joined(6, dict(rows)) == joined(6, edges)


@given(EDGES)
def test_groups_are_those_of_average_linkage_done_step_by_step(edges: dict[tuple[int, int], float]) -> None:
    assert groups(edges) == plainly(6, edges)


def test_no_mentions_make_no_groups() -> None:
    assert joined(0, {}) == ([], [])
