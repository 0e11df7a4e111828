"""Figures with what they count, compared as a reader would: *rund 400* and *390* do not exclude each other."""

import re
from dataclasses import dataclass
from importlib import import_module

WORD = re.compile(r"\d+(?:[.\u202f\u00a0]\d{3})*(?:,\d+)?|[^\W\d_]+")
SPACES = re.compile(r"[.\u202f\u00a0]")
TOLERANCE = 0.1
STEM = 7
SHORTEST_UNIT = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the stem of what it counts."""

    number: float
    unit: str

    def agrees(self, other: "Figure") -> bool:
        """Say whether two figures can be roundings of one."""
        larger = max(self.number, other.number)
        return abs(self.number - other.number) <= TOLERANCE * larger


def read(text: str, language: str) -> Figure | None:
    """Read *1.200 Beschäftigte* or *zwei Millionen Euro*; ``None`` where no number is given or nothing is counted."""
    numerals = import_module(f"quellenlage.language.{language}.numerals")
    words = WORD.findall(text)
    for i, word in enumerate(words):
        number = _digits(word) if word[0].isdecimal() else numerals.cardinal(word.lower())
        if number is None:
            continue
        rest = words[i + 1 :]
        factor = numerals.scale(rest[0].lower()) if rest else None
        unit = rest[-1].casefold() if rest[1 if factor else 0 :] else ""
        return Figure(number * (factor or 1), unit[:STEM]) if len(unit) >= SHORTEST_UNIT else None
    return None


def _digits(word: str) -> float:
    return float(SPACES.sub("", word).replace(",", "."))
