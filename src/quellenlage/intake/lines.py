"""A text as lines: where each stands, and what its shape says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.model import Span

# What Python, Unicode or a browser breaks a line at. A text that a caller passes in keeps its own line ends.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_CLOSED = re.compile(r"[.!?…:;,][“”\"»«’')\]]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its words without the space around them, and where they stand.

    ``block`` counts blocks of lines that no blank line parts.
    """

    text: str
    start: int
    block: int

    @property
    def span(self) -> Span:
        """Where the line stands in the text, without the space around it."""
        return Span(self.start, self.start + len(self.text))

    @property
    def words(self) -> int:
        """How many words the line has; lines longer than any headline are not counted out."""
        return len(self.text[:400].split())

    @property
    def closed(self) -> bool:
        """Say whether the line ends as a sentence or a part of one does."""
        return bool(_CLOSED.search(self.text, max(0, len(self.text) - 4)))

    @property
    def prose(self) -> bool:
        """Say whether the line is running text."""
        return len(self.text) > 200 or (self.closed and self.words > 5)

    def after(self, prefix: int) -> "Line":
        """Give the line without its first ``prefix`` characters and the space behind them."""
        rest = self.text[prefix:]
        kept = rest.lstrip()
        return Line(kept, self.start + prefix + len(rest) - len(kept), self.block)


def lines(text: str) -> Iterator[Line]:
    """Give the lines of ``text`` that are not blank, in order."""
    block, end = 0, 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        gap = text[end : match.start()]
        block += _breaks(gap) > 1
        yield Line(words, match.start() + match.group().index(words[0]), block)
        end = match.end()


def _breaks(gap: str) -> int:
    return gap.count("\n") or gap.count("\r")
