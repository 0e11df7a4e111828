"""Figures with what they count, compared as a reader would: *rund 400* and *390* do not exclude each other."""

import re
from dataclasses import dataclass

NUMBER = re.compile(r"\d{1,3}(?:[.\u202f\u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
UNIT = re.compile(r"[^\W\d_]{3,}")
TOLERANCE = 0.1
STEM = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the stem of what it counts."""

    number: float
    unit: str

    def agrees(self, other: "Figure") -> bool:
        """Say whether two figures can be roundings of one."""
        larger = max(self.number, other.number)
        return abs(self.number - other.number) <= TOLERANCE * larger


def read(text: str) -> Figure | None:
    """Read ``1.200 Beschäftigte``; ``None`` where there is no number in digits or nothing counted."""
    match = NUMBER.search(text)
    units = UNIT.findall(text[match.end() :]) if match else []
    if not match or not units:
        return None
    digits = re.sub(r"[.\u202f\u00a0]", "", match.group()).replace(",", ".")
    return Figure(float(digits), units[-1].casefold()[:STEM])
