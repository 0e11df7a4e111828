"""Precision, recall and F1, and the two ways in which the fields add them up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Measure(NamedTuple):
    """Precision and recall, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean of the two, 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Shares:
    """Token overlaps, one a quotation: what part of the predicted is gold, what part of the gold is predicted."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)

    def add(self, predicted: frozenset[int], gold: frozenset[int]) -> None:
        """Count one pair; an empty side is no case of that side."""
        common = len(predicted & gold)
        if predicted:
            self.precision.append(common / len(predicted))
        if gold:
            self.recall.append(common / len(gold))

    def measure(self) -> Measure:
        """Average over the quotations."""
        return Measure(_mean(self.precision), _mean(self.recall))


def pooled(shares: Iterable[Shares]) -> Measure:
    """Average over all cases of several parts at once, so that a part weighs as much as it has cases."""
    parts = list(shares)
    precision = [share for part in parts for share in part.precision]
    recall = [share for part in parts for share in part.recall]
    return Measure(_mean(precision), _mean(recall))


@dataclass(slots=True)
class Hits:
    """Right answers among those given, and right answers among those due."""

    given: list[bool] = field(default_factory=list)
    due: list[bool] = field(default_factory=list)

    def measure(self) -> Measure:
        """Give the share of right answers on either side, 0 where there are none."""
        return Measure(_mean(self.given), _mean(self.due))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
