"""Score quotations as GermEval 2023 SpkAtt, task 2, does.

Within a document every predicted quotation is given at most one gold quotation, so that the sum of the token F1
of their contents is greatest (linear sum assignment); an equal type and an equal medium break ties. Precision and
recall of a part (content, source, cue, frame, addressee) are shares of tokens, averaged over the quotations.
*Roles* pools the four parts that are not the content, *joint* pools all five.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.measures import Hits, Measure, Shares, pooled

ROLES = ("addressee", "cue", "frame", "source")
PARTS = ("content", *ROLES)
LABELS = ("type", "medium")
TYPES = ("Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported")

SAME_TYPE = 0.01
SAME_MEDIUM = 0.001

NO_TOKENS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation, its parts as indices of the document's tokens; ``None`` is a label that was not given."""

    content: frozenset[int]
    source: frozenset[int] = NO_TOKENS
    cue: frozenset[int] = NO_TOKENS
    frame: frozenset[int] = NO_TOKENS
    addressee: frozenset[int] = NO_TOKENS
    type: str | None = None
    medium: str | None = None

    def part(self, name: str) -> frozenset[int]:
        """Give the tokens of one of ``PARTS``."""
        tokens: frozenset[int] = getattr(self, name)
        return tokens

    def label(self, name: str) -> str | None:
        """Give one of ``LABELS``."""
        value: str | None = getattr(self, name)
        return value


Pair = tuple[Quotation | None, Quotation | None]


def token_f1(left: frozenset[int], right: frozenset[int]) -> float:
    """Give twice the shared tokens over all tokens of both."""
    common = len(left & right)
    return 2 * common / (len(left) + len(right)) if common else 0.0


def closeness(predicted: Quotation, gold: Quotation) -> float:
    """Say how gladly two quotations are paired: token F1 of the contents, plus the tie-breakers where they overlap."""
    overlap = token_f1(predicted.content, gold.content)
    if not overlap:
        return 0.0
    return overlap + SAME_TYPE * (predicted.type == gold.type) + SAME_MEDIUM * (predicted.medium == gold.medium)


def pair(predicted: Sequence[Quotation], gold: Sequence[Quotation]) -> Iterator[Pair]:
    """Pair the quotations of one document as (predicted, gold); what is left over has ``None`` on the other side.

    As many pairs are made as the shorter side allows, also between contents that do not overlap.
    """
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for row, column in _assign(predicted, gold):
        taken_gold.add(row)
        taken_predicted.add(column)
        yield predicted[column], gold[row]
    yield from ((one, None) for i, one in enumerate(predicted) if i not in taken_predicted)
    yield from ((None, one) for i, one in enumerate(gold) if i not in taken_gold)


def score(documents: Iterable[tuple[Sequence[Quotation], Sequence[Quotation]]]) -> dict[str, Measure]:
    """Measure (predicted, gold) of every document: parts, labels, and the content by type as ``content:Direct``."""
    shares = {part: Shares() for part in PARTS}
    by_type = {name: Shares() for name in TYPES}
    labels = {label: Hits() for label in LABELS}
    for predicted, gold in documents:
        said = [quotation for quotation in predicted if quotation.content]
        for ours, theirs in pair(said, gold):
            _add_parts(shares, ours, theirs)
            _add_types(by_type, ours, theirs)
            _add_labels(labels, ours, theirs)
    return _measures(shares, labels, by_type)


def _assign(predicted: Sequence[Quotation], gold: Sequence[Quotation]) -> list[tuple[int, int]]:
    if not predicted or not gold:
        return []
    matrix = np.array([[closeness(ours, theirs) for ours in predicted] for theirs in gold])
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def _add_parts(shares: Mapping[str, Shares], ours: Quotation | None, theirs: Quotation | None) -> None:
    for name, share in shares.items():
        share.add(ours.part(name) if ours else NO_TOKENS, theirs.part(name) if theirs else NO_TOKENS)


def _add_types(by_type: Mapping[str, Shares], ours: Quotation | None, theirs: Quotation | None) -> None:
    """Count content recall under the gold type and content precision under the predicted type."""
    said = ours.content if ours else NO_TOKENS
    due = theirs.content if theirs else NO_TOKENS
    common = len(said & due)
    if ours and said and (share := by_type.get(ours.type or "")):
        share.precision.append(common / len(said))
    if theirs and due and (share := by_type.get(theirs.type or "")):
        share.recall.append(common / len(due))


def _add_labels(labels: Mapping[str, Hits], ours: Quotation | None, theirs: Quotation | None) -> None:
    for name, hits in labels.items():
        said = ours.label(name) if ours else None
        due = theirs.label(name) if theirs else None
        if said is not None:
            hits.given.append(said == due)
        if due is not None:
            hits.due.append(said == due)


def _measures(
    shares: Mapping[str, Shares], labels: Mapping[str, Hits], by_type: Mapping[str, Shares]
) -> dict[str, Measure]:
    measures = {
        "joint": pooled(shares.values()),
        "content": shares["content"].measure(),
        "roles": pooled(shares[name] for name in ROLES),
    }
    measures |= {name: shares[name].measure() for name in ("source", "cue", "frame", "addressee")}
    measures |= {name: hits.measure() for name, hits in labels.items()}
    measures |= {f"content:{name}": share.measure() for name, share in by_type.items()}
    return measures
