"""A story's mentions as arrays: one number or one row of ones and zeros a mention, pairs as rows against all."""

from collections.abc import Iterable, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from quellenlage.model import Interval

Numbers = NDArray[np.float32]
Indices = NDArray[np.int64]
Mask = NDArray[np.bool_]

# Days without a beginning or an end.
NEVER, EVER = -(10**7), 10**7


def numbered(values: Iterable[object]) -> Indices:
    """Give each value the number of its first place."""
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)


def members(sets: Sequence[Set[str]]) -> Numbers:
    """Give a matrix with a row for each set and a column for each thing in any of them."""
    return aligned(sets)[0]


def aligned(*rows: Sequence[Set[str]]) -> list[Numbers]:
    """Give a matrix of ones and zeros for each row of sets, with a column for each thing in any of them."""
    column: dict[str, int] = {}
    for sets in rows:
        for found in sets:
            for thing in found:
                column.setdefault(thing, len(column))
    out = []
    for sets in rows:
        matrix = np.zeros((len(sets), max(1, len(column))), dtype=np.float32)
        for n, found in enumerate(sets):
            matrix[n, [column[thing] for thing in found]] = 1
        out.append(matrix)
    return out


def day_numbers(intervals: Sequence[Interval]) -> tuple[Numbers, Numbers]:
    """Give first and last days as numbers; what has none begins before and ends after all others."""
    first = [i.earliest.toordinal() if i.earliest else NEVER for i in intervals]
    last = [i.latest.toordinal() if i.latest else EVER for i in intervals]
    return np.array(first, dtype=np.float64), np.array(last, dtype=np.float64)


def equal(numbers: Indices, rows: Indices) -> Mask:
    """Say which pairs have the same number."""
    found: Mask = numbers[rows][:, None] == numbers[None, :]
    return found


def each(mask: Mask, rows: Indices) -> Mask:
    """Say which pairs both have it."""
    return mask[rows][:, None] & mask[None, :]


def shared(matrix: Numbers, rows: Indices) -> Numbers:
    """Count what the sets of each pair share."""
    return matrix[rows] @ matrix.T


def common(one: Numbers, other: Numbers, rows: Indices) -> Numbers:
    """Count what a set of one matrix shares with those of another."""
    return one[rows] @ other.T


def both_have(matrix: Numbers, rows: Indices) -> Mask:
    """Say which pairs both have something."""
    some: Mask = np.any(matrix > 0, axis=1)
    return some[rows][:, None] & some[None, :]
