"""The reports' entities as linking sees them: each with its report, its story's places and what its grammar says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

from quellenlage.language.naming import Office
from quellenlage.model import Entity, Kind, Reading
from quellenlage.reading.names.spelling import fold

LONGEST_ADDRESS = 6
LONGEST_AGE = 8
PEOPLE = frozenset({Kind.PERSON, Kind.OFFICE})


@dataclass(frozen=True)
class Row:
    """An entity, its report's names of places and bodies, and the adjectives of its story's places by their stems.

    ``anybody`` says that every mention of it begins with an indefinite article; ``address`` gives the genders by which
    the report addresses it (*Herr*, *Frau*); ``ages`` the ages behind its name or in its description.
    """

    entity: Entity
    grammar: Any
    places: frozenset[str]
    homes: Mapping[str, str]
    anybody: bool = False
    address: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.entity.report

    @property
    def names(self) -> tuple[str, ...]:
        """All names or descriptions of the entity."""
        return (self.entity.name, *self.entity.aliases)

    @property
    def is_person(self) -> bool:
        """Whether the entity is a person with a name."""
        return self.entity.named and self.entity.kind is Kind.PERSON

    @property
    def is_short(self) -> bool:
        """Whether the entity's name is a single word."""
        return self.entity.named and len(self.entity.name.split()) == 1

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The offices that the report gives the entity; of one without a name also what it is called by."""
        texts = (*self.entity.roles, *(() if self.entity.named else self.names))
        found = (self.grammar.office_among(text, self.homes) for text in texts)
        return tuple(dict.fromkeys(office for office in found if office))

    @property
    def titles(self) -> tuple[Office, ...]:
        """The offices that the report calls a name by."""
        return self.offices if self.entity.named else ()

    @property
    def called(self) -> tuple[Office, ...]:
        """What a body is, by what it is called or else by its name: *Klinikum Neustadt*."""
        found = self.offices or tuple(self.grammar.office_among(name, self.homes) for name in self.names)
        return tuple(office for office in found if office)

    @cached_property
    def genders(self) -> frozenset[str]:
        """What given names and offices tell of a person: ``m``, ``f``, both where they do not agree, or nothing."""
        return self.address.union(self.grammar.genders(self.names, self.entity.roles))


def rows(readings: Iterable[Reading]) -> list[Row]:
    """Lay out the entities of ``readings``, all of one story and one language."""
    given = list(readings)
    texts: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for reading in given:
        for entity in reading.entities:
            texts[reading.report.language] |= {entity.name, *entity.aliases, *entity.roles}
            if entity.named and entity.kind is Kind.PLACE:
                places[reading.report.language].add(entity.name)
    codes = sorted({reading.report.language for reading in given})
    grammars = {code: import_module(f"quellenlage.language.{code}.naming") for code in codes}
    homes = {code: grammars[code].places_called(places[code], texts[code]) for code in codes}
    return [row for reading in given for row in _of_one(reading, grammars, homes)]


def _of_one(reading: Reading, grammars: Mapping[str, Any], homes: Mapping[str, Mapping[str, str]]) -> list[Row]:
    code = reading.report.language
    named = frozenset(fold(e.name) for e in reading.entities if e.named and e.kind is not Kind.PERSON)
    grammar, text = grammars[code], reading.report.text
    definite: set[str] = set()
    address: dict[str, set[str]] = defaultdict(set)
    ages: dict[str, set[str | None]] = defaultdict(set)
    for mention in reading.mentions:
        begin, end = mention.span
        if not grammar.is_indefinite(text[begin:end]):
            definite.add(mention.entity)
        address[mention.entity] |= grammar.addressed(text[max(0, begin - LONGEST_ADDRESS) : begin])
        ages[mention.entity].add(grammar.age_told(text[end : end + LONGEST_AGE]))
    for e in reading.entities:
        ages[e.id] |= {None} if e.named else {grammar.age_told(name) for name in (e.name, *e.aliases)}
    return [
        Row(
            e, grammar, named, homes[code], not e.named and e.id not in definite, frozenset(address[e.id]),
            frozenset(age for age in ages[e.id] if age and e.kind in PEOPLE),
        )
        for e in reading.entities
    ]  # fmt: skip
