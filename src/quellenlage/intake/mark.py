"""A stretch of furniture, with what it says."""

from dataclasses import dataclass, field
from datetime import date

from quellenlage.model import Interval, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Furniture of one ``kind`` (share, byline, credit …) and the facts it states, if any."""

    kind: str
    span: Span
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    day: date | None = None
    month: Interval | None = field(default=None)
