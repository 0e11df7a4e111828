"""Average linkage over pairs, and what can never be one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.linking.events.clusters import NEVER, cluster

SIX = [(a, b) for a, b in combinations(range(6), 2)]
EDGES = st.dictionaries(st.sampled_from(SIX), st.sampled_from([NEVER, 0.1, 0.3, 0.5, 0.8, 0.95]))


def groups(edges: dict[tuple[int, int], float], count: int = 6) -> set[frozenset[int]]:
    return {frozenset(group) for group in cluster(count, edges)[0]}


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
    _, steps = cluster(4, {(0, 1): 0.95, (2, 3): 0.94, (0, 2): 0.6, (1, 3): 0.8, (1, 2): 0.7, (0, 3): 0.7})
    assert [(step.one, step.other) for step in steps] == [(0, 1), (2, 3), (1, 3)]


@given(EDGES)
def test_all_mentions_are_in_one_group_and_no_pair_that_can_never_be_one(edges: dict[tuple[int, int], float]) -> None:
    found, steps = cluster(6, edges)
    assert sorted(n for group in found for n in group) == list(range(6))
    assert len(steps) == 6 - len(found)
    apart = {pair for pair, likely in edges.items() if likely == NEVER}
    assert not any(pair in apart for group in found for pair in combinations(group, 2))


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(edges: dict[tuple[int, int], float], chance: object) -> None:
    rows = list(edges.items())
    chance.shuffle(rows)  # type: ignore[attr-defined]
    assert cluster(6, dict(rows)) == cluster(6, edges)
