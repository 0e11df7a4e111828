"""The words of a report as linking compares them: no furniture, case folded, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quellenlage.model import Reading, Span, StatementType

WORD = re.compile(r"\w+")
STEM = 7
SHORTEST_CONTENT_WORD = 4


class Word(NamedTuple):
    """A word, case folded, and its span."""

    form: str
    span: Span
    capital: bool

    @property
    def stem(self) -> str:
        """The word without what may be an ending: its first letters, which is enough to compare by."""
        return self.form[:STEM]

    @property
    def content(self) -> bool:
        """Say whether the word is long enough to carry content."""
        return len(self.form) >= SHORTEST_CONTENT_WORD


def words(reading: Reading, *, quotations: bool = True) -> Iterator[Word]:
    """Give the words of the article; without ``quotations``, none that stands in a direct one.

    Two reports that quote the same sentence of a third have not copied from each other.
    """
    left_out = list(reading.report.furniture)
    if not quotations:
        left_out += [s for st in reading.statements if st.type is StatementType.DIRECT for s in st.content]
    left_out.sort()
    at, reach = 0, 0
    for match in WORD.finditer(reading.report.text):
        while at < len(left_out) and left_out[at].start <= match.start():
            reach = max(reach, left_out[at].end)
            at += 1
        if match.start() >= reach:
            text = match.group()
            yield Word(text.casefold(), Span(match.start(), match.end()), text[0].isupper())
