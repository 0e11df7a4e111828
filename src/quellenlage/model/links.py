"""Rows that join the findings of several reports; they add to records and never change one."""

from dataclasses import dataclass, field

from quellenlage.model.reading import Reading, TimeExpression
from quellenlage.model.report import Published
from quellenlage.model.spans import Interval, Span
from quellenlage.model.terms import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, place or office across reports; ``entities`` are the reports' entities it joins."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """Two event mentions that are one event, with why and how surely (0 to 1)."""

    a: str
    b: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Text that two reports share: ``shared`` is the part of the shorter one, ``spans`` the passages side by side."""

    a: str
    b: str
    shared: float
    spans: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """A story: its readings, and everything that joins them.

    ``published`` gives each report's day as the whole story knows it, by report id; ``times`` the time expressions
    anchored by that day; ``days`` the days of each event mention. ``events`` are groups of event-mention ids that are
    one event; ``claims`` groups of statement ids that say one thing. ``states`` gives the state an actor speaks for
    (ISO 3166), by actor id; ``houses`` the house, body or party it speaks for, by actor id.
    """

    readings: tuple[Reading, ...]
    actors: tuple[Actor, ...] = ()
    events: tuple[tuple[str, ...], ...] = ()
    event_links: tuple[EventLink, ...] = ()
    claims: tuple[tuple[str, ...], ...] = ()
    copies: tuple[Copy, ...] = ()
    published: dict[str, Published] = field(default_factory=dict)
    times: tuple[TimeExpression, ...] = ()
    days: dict[str, Interval] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    houses: dict[str, str] = field(default_factory=dict)
