"""Places in a text and stretches of time: what every other record points with."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of ``Report.text`` in code points, start inclusive, end exclusive.

    The same as a TextPositionSelector of the W3C Web Annotation model.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Whole days from ``earliest`` to ``latest``, both inclusive; ``None`` is an open end.

    Raises ``ValueError`` where the interval would be empty.
    """

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"an interval cannot end ({self.latest}) before it begins ({self.earliest})")

    @property
    def day(self) -> date | None:
        """The single day this interval is, or ``None`` if it is wider or open."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def known(self) -> bool:
        """Say whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def closed(self) -> bool:
        """Say whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def meet(self, other: "Interval") -> "Interval | None":
        """Give the days both intervals hold, or ``None`` where there are none."""
        begins = [d for d in (self.earliest, other.earliest) if d]
        ends = [d for d in (self.latest, other.latest) if d]
        earliest, latest = max(begins, default=None), min(ends, default=None)
        if earliest and latest and earliest > latest:
            return None
        return Interval(earliest=earliest, latest=latest)


UNKNOWN = Interval()
