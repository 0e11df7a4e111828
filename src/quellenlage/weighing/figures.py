"""Figures with what they count, compared as a reader would: *rund 400* and *390* do not exclude each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from math import inf

from quellenlage.language import table
from quellenlage.model import Span

WORD = re.compile(r"\d+(?:[.\u202f\u00a0]\d{3})*(?:,\d+)?|[^\W\d_]+|[.,;:!?–%€()]")
SPACES = re.compile(r"[.\u202f\u00a0]")
TOLERANCE = 0.1
STEM = 7
SHORTEST_UNIT = 3
LOOK_AHEAD = 4
# Ends of a plural in the dative that the other cases have without the last letter.
DATIVES = ("eln", "ern")
PEOPLE = "people"
MEASURE = "measure"
# Those who are there, of whom it may be said what befell them: *47 Gäste wurden verletzt*.
CROWD = "crowd"
# Of these a text has many that have nothing to do with each other.
LASTING = f"{MEASURE} lasting"
MANY = frozenset({LASTING, f"{MEASURE} length", f"{MEASURE} share"})
LONGEST_CLAUSE = 20
# Small numbers in words are mostly no count (*einer von drei*).
LEAST = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the stem of what it counts, ``""`` where that is left out.

    ``kind`` is that stem, or ``people`` with what befell them where it is said (``people dead``), or ``measure`` with
    what is measured (``measure length``), for which ``number`` is in the first unit of the language's table.

    ``least`` and ``most`` are what it can be: *mindestens 40* has no ``most``. ``scale`` is the size of its unit.
    """

    number: float
    unit: str
    kind: str = ""
    least: float = 0
    most: float = inf
    scale: float = 1

    @property
    def of_people(self) -> bool:
        """Say whether people are counted."""
        return self.kind.startswith(PEOPLE)

    @property
    def measures(self) -> bool:
        """Say whether a length, a time or a share is given, which only counts beside one of the very same thing."""
        return self.kind in MANY

    def beside(self, other: "Figure") -> "Figure":
        """Give this figure in the unit of the one it is set against, where it has none: *40 Hektar*, *nur 30*."""
        if self.kind or not other.kind.startswith(MEASURE):
            return self
        sizes = (self.number * other.scale, self.least * other.scale, self.most * other.scale)
        return replace(self, number=sizes[0], least=sizes[1], most=sizes[2])

    def compares(self, other: "Figure") -> bool:
        """Say whether both can count the same thing, as far as it is said."""
        kinds = {self.kind, other.kind} - {""}
        return len(kinds) < 2 or (PEOPLE in kinds and self.of_people and other.of_people)

    def agrees(self, other: "Figure") -> bool:
        """Say whether two figures can be roundings of one."""
        larger = max(self.number, other.number)
        return abs(self.number - other.number) <= TOLERANCE * larger

    def excludes(self, other: "Figure") -> bool:
        """Say whether both cannot be right: beyond rounding, and the floor of one above the ceiling of the other."""
        return not self.agrees(other) and (self.least > other.most or other.least > self.most)


def read(text: str, language: str) -> Figure | None:
    """Read *1.200 Beschäftigte* or *zwei Millionen Euro*; ``None`` where no number is given or nothing is counted."""
    return next((figure for _, figure in find(text, language) if len(figure.unit) >= SHORTEST_UNIT), None)


def find(text: str, language: str) -> Iterator[tuple[Span, Figure]]:
    """Find every figure of a text that is no date, no hour and no share."""
    numerals = import_module(f"quellenlage.language.{language}.numerals")
    words = [(match.group(), Span(*match.span())) for match in WORD.finditer(text)]
    contrast = table(language, "figures")["contrast"]
    penal = not {word.lower() for word, _ in words}.isdisjoint(table(language, "figures")["points"]["penal"])
    for i, (word, span) in enumerate(words):
        digits = word[0].isdecimal()
        before = [w.lower() for w, _ in words[max(0, i - 3) : i]]
        only = before[-1:] != [] and before[-1] in contrast["only"]
        number = _digits(word) if digits else numerals.cardinal(word.lower())
        number = 1 if only and word.lower() in contrast["one"] else number
        if number is None or _dated(words, i, language) or _in_brackets(words, i) or _of_compound(text, span):
            continue
        after = [w for w, _ in words[i + 1 : i + 1 + LOOK_AHEAD]]
        factor = numerals.scale(after[0].lower()) if after else None
        measured = _measure(number * (factor or 1), before, after[1:] if factor else after, language)
        if measured and measured.kind == LASTING and penal:
            continue
        if measured:
            yield span, measured
            continue
        unit = _unit(after[1:] if factor else after, language)
        if unit is not None:
            clause = _rest_of_clause([w for w, _ in words[i + 1 : i + 1 + LONGEST_CLAUSE]])
            figure = _figure(number * (factor or 1), unit, (before, clause), language)
            counts = number > LEAST or (number == LEAST and figure.of_people) or (only and figure.unit)
            if digits or factor or counts:
                yield span, figure


def _of_compound(text: str, span: Span) -> bool:
    """Say whether a number is the first part of a word, which counts nothing: *der 34-Jährige*, *die 60-Watt-Lampe*."""
    return text[span.end : span.end + 1] == "-" and text[span.end + 1 : span.end + 2].isalpha()


def _in_brackets(words: Sequence[tuple[str, Span]], i: int) -> bool:
    """Say whether a number alone stands in brackets, as an age does: *der Fahrer Jan Kohl (58)*."""
    return [word for word, _ in words[max(0, i - 1) : i + 2 : 2]] == ["(", ")"]


def _measure(number: float, before: Sequence[str], after: Sequence[str], language: str) -> Figure | None:
    """Give a length, a time, a share …; ``None`` for what is none, or for a time that only says when."""
    words = table(language, "figures")
    unit = after[0].lower() if after else ""
    kind = next((kind for kind, row in words["measures"].items() if unit in row["units"]), None)
    if kind is None:
        return None
    name, points = f"{MEASURE} {kind}", words["points"]
    said_when = set(before) & set(points["before"]) or set(after[1:2]) & set(points["after"])
    if name == LASTING and (said_when or (after[1:2] != [] and after[1][0].isupper())):
        return None
    scale = words["measures"][kind]["units"][unit]
    bare = _figure(number * scale, "", (before, ()), language)
    return replace(bare, unit=name, kind=name, scale=scale)


def _dated(words: Sequence[tuple[str, Span]], i: int, language: str) -> bool:
    """Say whether a number is the day of a date or part of a clock's time: *am 22. Mai*, *14.20 Uhr*."""
    following = [word for word, _ in words[i + 1 : i + 3]]
    if following[:1] == ["."] and words[i + 1][1].start == words[i][1].end and len(following) > 1:
        month = following[1].lower() in table(language, "figures")["no_units"]["nouns"]
        return month or following[1][0].islower() or following[1][0].isdecimal()
    return i > 1 and words[i - 1][0] in ".:," and words[i - 2][0][0].isdecimal()


def _unit(after: Sequence[str], language: str) -> str | None:
    """Give the noun that is counted, ``""`` where none follows; ``None`` where it measures time or a share."""
    for word in after:
        if word in "%€" or word.lower() in table(language, "figures")["no_units"]["nouns"] or word == "Prozent":
            return None
        if not word[0].isalpha():
            return ""
        if word[0].isupper():
            # *600 Liter*, *von 600 Litern*
            return word.casefold().removesuffix("n") if word.endswith(DATIVES) else word.casefold()
    return ""


def _rest_of_clause(after: Sequence[str]) -> list[str]:
    """Give the words up to the next stop, in small letters."""
    end = next((n for n, word in enumerate(after) if word in ".,;:!?"), len(after))
    return [word.lower() for word in after[:end]]


def _kind(unit: str, clause: Sequence[str], language: str) -> str:
    """Give what is counted, so that only what can be the same is compared: people by what befell them."""
    people = table(language, "figures")["people"]

    def one_of(nouns: Sequence[str]) -> bool:
        return bool(unit) and any(unit.startswith(noun[:-1]) or unit.endswith(noun) for noun in nouns)

    group = next((group for group, nouns in people["groups"].items() if one_of(nouns)), None)
    said = next((group for group, words in people["said"].items() if set(words) & set(clause)), None)
    if group:
        return f"{PEOPLE} {said if group == CROWD and said else group}"
    if not one_of(people["nouns"]):
        same = next((group[0] for group in table(language, "figures")["same"]["groups"] if one_of(group)), unit)
        return same[:STEM]
    return f"{PEOPLE} {said}" if said else PEOPLE


def _figure(number: float, unit: str, around: tuple[Sequence[str], Sequence[str]], language: str) -> Figure:
    before, clause = around
    words = table(language, "figures")
    bounds = words["bounds"]
    than = len(before) > 1 and before[-1] in bounds["than"]
    more, less = than and before[-2] in bounds["more"], than and before[-2] in bounds["less"]
    denied = len(before) > 2 and before[-3] in bounds["not"]
    least = (more and not denied) or (before[-1:] != [] and before[-1] in bounds["least"])
    most = less or (more and denied) or list(before[-2:]) in bounds["up_to"]
    most = most or (before[-1:] != [] and before[-1] in bounds["most"])
    return Figure(number, unit[:STEM], _kind(unit, clause, language), 0 if most else number, inf if least else number)


def _digits(word: str) -> float:
    return float(SPACES.sub("", word).replace(",", "."))
