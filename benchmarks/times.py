"""Score time expressions as TempEval-3 does.

Each gold expression, in the order of the gold, takes the system's expression that overlaps it best and that no
earlier one has taken: the same span first, then the longest overlap.

strict: the same span. relaxed: an overlapping span. value, type: relaxed, and the same value or type.
strict+value: strict, and the same value.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.measures import Hits, Measure

TYPES = ("DATE", "TIME", "DURATION", "SET")
KINDS = ("strict", "relaxed", "value", "strict+value", "type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A TIMEX3 tag: code points, end exclusive; ``None`` where an attribute is missing."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Give start and end."""
        return self.start, self.end


Pair = tuple[Timex | None, Timex | None]


def pair(system: Sequence[Timex], gold: Sequence[Timex]) -> list[Pair]:
    """Pair the expressions of one document as (system, gold), gold in its order, then the system's left-overs."""
    free = dict(enumerate(system))
    pairs: list[Pair] = []
    for due in gold:
        best = _best(free, due)
        pairs.append((None if best is None else free.pop(best), due))
    return pairs + [(left, None) for left in free.values()]


def judge(ours: Timex, theirs: Timex) -> dict[str, bool]:
    """Say for a pair that overlaps which of ``KINDS`` it satisfies."""
    strict, value = ours.span == theirs.span, ours.value == theirs.value
    return {
        "strict": strict,
        "relaxed": True,
        "value": value,
        "strict+value": strict and value,
        "type": ours.type == theirs.type,
    }


def score(documents: Iterable[tuple[Sequence[Timex], Sequence[Timex]]]) -> dict[str, Measure]:
    """Measure (system, gold) of every document: each kind, and relaxed and value by type as ``value:DATE``."""
    rows = KINDS + tuple(f"{kind}:{name}" for name in TYPES for kind in ("relaxed", "value"))
    hits = {row: Hits() for row in rows}
    for system, gold in documents:
        for ours, theirs in pair(system, gold):
            _add(hits, ours, theirs)
    return {row: hit.measure() for row, hit in hits.items()}


def _best(free: dict[int, Timex], due: Timex) -> int | None:
    near = [i for i, ours in free.items() if ours.start < due.end and due.start < ours.end]
    return max(near, key=lambda i: (free[i].span == due.span, _overlap(free[i], due)), default=None)


def _overlap(ours: Timex, theirs: Timex) -> int:
    return min(ours.end, theirs.end) - max(ours.start, theirs.start)


def _add(hits: dict[str, Hits], ours: Timex | None, theirs: Timex | None) -> None:
    """Count a pair: by type, precision goes by the system's type and recall by the gold's."""
    verdict = judge(ours, theirs) if ours and theirs else {}
    for row, hit in hits.items():
        kind, _, name = row.partition(":")
        right = verdict.get(kind, False)
        if ours and name in ("", ours.type):
            hit.given.append(right)
        if theirs and name in ("", theirs.type):
            hit.due.append(right)
