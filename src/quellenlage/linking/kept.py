"""What follows from a report's reading alone: made once, for a story that is joined again and again as it grows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from quellenlage.model import Reading

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What ``make`` gives for each reading, as long as the reading is the same."""

    def __init__(self, make: Callable[[Reading], Made]) -> None:
        self._make = make
        self._rows: dict[str, tuple[Reading, Made]] = {}

    def hold(self, readings: Sequence[Reading]) -> Mapping[str, Made]:
        """Hold just these readings, and give what was made of each, by the id of its report."""
        rows: dict[str, tuple[Reading, Made]] = {}
        for reading in readings:
            known = self._rows.get(reading.report.id)
            same = known is not None and (known[0] is reading or known[0] == reading)
            rows[reading.report.id] = known if known and same else (reading, self._make(reading))
        self._rows = rows
        return {id_: made for id_, (_, made) in rows.items()}
