"""What a language's grammar of names hands to the reader of names: names, noun groups of people and bodies, pronouns.

Spans are code points of the text. A language gives a module ``naming`` with ``sight(doc) -> Sighting``.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from quellenlage.model import Kind, Span


class Office(NamedTuple):
    """An office: its class (``state``, ``foreign``; else the word itself) and the ISO 3166 code of its country.

    In place of the code stands a place's name where no list knows the country: *varnländischer Minister*, *Varnland*.
    """

    title: str
    state: str | None


class Called(NamedTuple):
    """How a source is called: ``span`` within its words, ``name`` in the base form; ``named`` where it is a name."""

    span: Span
    name: str
    kind: Kind
    named: bool


def is_code(state: str) -> bool:
    """Say whether an office's country is an ISO 3166 code, and not the name of a place."""
    return len(state) == 2 and state.isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the text. ``base`` is without inflection; ``state`` the country it names, by itself or by its capital.

    ``acts`` says that a capital does what only a government does; ``part`` that the name stands inside a compound;
    ``age`` is what stands in figures behind it: *Weber (59)*; ``head`` the noun in a body's name that says what it is;
    ``accused`` that the sentence says somebody is accused in court.
    """

    span: Span
    base: str
    kind: Kind
    sentence: int
    state: str | None = None
    capital: bool = False
    acts: bool = False
    part: bool = False
    gender: str | None = None
    press: bool = False
    age: str | None = None
    head: str | None = None
    accused: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.base.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A noun group that names people or a body by what they are: *ein Beamter des Ministeriums*.

    ``head`` is its noun in base form, lower case; ``determined`` says that an article, a
    possessive or an owner stands before it; ``bearer`` is the span of the name it belongs to; ``side`` says that
    the group is its country speaking; ``unique`` that there can only be one such body; ``press`` a newspaper;
    ``company`` a firm; ``kin`` that somebody is called by his relation to another: *sein Bruder*;
    ``age`` is what it tells in figures, *ein 59 Jahre alter Mann*, and ``aged`` that it says no more: *der 59-Jährige*;
    ``subject`` that it opens its sentence or says something, definite, in the nominative; ``single`` that a text has
    one of them; ``accused`` that it means whom a court tries;
    ``besides`` that it says what somebody is besides: *die Ökonomin*; ``vague`` that a text may have many
    such people: *der Mann*.
    """

    span: Span
    base: str
    kind: Kind
    sentence: int
    head: str
    office: Office
    plural: bool = False
    definite: bool = True
    determined: bool = True
    gender: str | None = None
    bearer: Span | None = None
    side: bool = False
    unique: bool = False
    press: bool = False
    company: bool = False
    kin: bool = False
    age: str | None = None
    aged: bool = False
    subject: bool = False
    single: bool = False
    accused: bool = False
    besides: bool = False
    vague: bool = False
    acronym: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A pronoun of the third person; ``sure`` that it is the subject of something only people do."""

    span: Span
    sentence: int
    gender: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Sighting:
    """Everything the grammar sees in one text, each in the order of the text."""

    names: list[Name] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    pronouns: list[Pronoun] = field(default_factory=list)
