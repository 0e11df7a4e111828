"""Whose word it still is: the statement before, for a sentence that names nobody."""

from bisect import bisect_left

from quellenlage.model import StatementType
from quellenlage.reading.attribution.passage import Finding, Passage

FURTHEST = 8
INDIRECT = frozenset({StatementType.INDIRECT, StatementType.INDIRECT_FREE_INDIRECT, StatementType.FREE_INDIRECT})


class Told:
    """The statements found so far, to look back from a sentence."""

    def __init__(self, passage: Passage, found: list[Finding]) -> None:
        self.passage = passage
        self.found = sorted(found, key=lambda f: f.start)
        self.starts = [f.start for f in self.found]
        self.indirect = {passage.sentence_number(f.end - 1) for f in found if f.type in INDIRECT or _framed(f)}

    def antecedent(self, number: int, start: int) -> Finding | None:
        """Give the last statement with a source that begins before token ``start``, at most some sentences back."""
        for k in range(bisect_left(self.starts, start) - 1, -1, -1):
            finding = self.found[k]
            near = number - self.passage.sentence_number(finding.end - 1)
            if near > FURTHEST:
                return None
            if not finding.source or _of_relative(self.passage, finding):
                continue
            if finding.type is not StatementType.REPORTED or near <= 1:
                return finding
        return None

    def just_said(self, number: int, last: Finding | None) -> bool:
        """Say whether the sentence before ``number`` ends in something that somebody said in indirect speech."""
        carried = last is not None and self.passage.sentence_number(last.end - 1) == number - 1
        return carried or number - 1 in self.indirect


def _framed(finding: Finding) -> bool:
    """Say whether a quotation has a frame of its own, so that the next sentence can go on with it."""
    return finding.type is StatementType.DIRECT and bool(finding.frame) and bool(finding.source)


def _of_relative(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a relative pronoun under a preposition: *Bilder, aus denen hervorgeht, …*."""
    first = finding.source[0][0]
    return passage.doc[first].tag_ == "PRELS" and first > 0 and passage.doc[first - 1].tag_ == "APPR"
