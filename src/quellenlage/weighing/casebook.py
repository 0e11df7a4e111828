"""A story looked up by id: what every part of weighing asks again and again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quellenlage.model import (
    Actor,
    Copy,
    EventMention,
    Interval,
    Links,
    Published,
    Report,
    Span,
    Statement,
)

COPIED = 0.3


@dataclass(frozen=True, slots=True)
class Casebook:
    """All records of a story by their ids."""

    links: Links
    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    mentions: Mapping[str, EventMention]
    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    copies: Mapping[tuple[str, str], Copy]
    unnamed: frozenset[str]

    def published(self, report: str) -> Published:
        """Give a report's day as the story knows it."""
        return self.links.published[report]

    def source(self, statement: Statement) -> str | None:
        """Give the actor who makes a statement, or ``None`` where the text names nobody."""
        return next(iter(self.sources(statement)), None)

    def sources(self, statement: Statement) -> tuple[str, ...]:
        """Give all actors who make a statement, in the order of the text."""
        found = (self.actor_of.get(entity) for entity in statement.sources)
        return tuple(dict.fromkeys(actor for actor in found if actor))

    def chain(self, statement: Statement) -> Iterator[Statement]:
        """Walk outward from a statement: itself, what it stands in, and so on."""
        seen: set[str] = set()
        at: Statement | None = statement
        while at and at.id not in seen:
            seen.add(at.id)
            yield at
            at = self.statements.get(at.within) if at.within else None

    def interval(self, mention: EventMention) -> Interval:
        """Give a mention's days, anchored by the report's day as the story knows it."""
        return self.links.days.get(mention.id, mention.interval)

    def copied(self, one: str, other: str) -> bool:
        """Say whether two reports share so much text that one adds nothing to the other."""
        copy = self.copies.get((one, other)) or self.copies.get((other, one))
        return copy is not None and copy.shared >= COPIED

    def same_passage(self, one: tuple[str, Span], other: tuple[str, Span]) -> bool:
        """Say whether two places, each a report and a span, stand in one passage that both reports have."""
        first, second = sorted((one, other))
        copy = self.copies.get((first[0], second[0]))
        return copy is not None and any(a.meets(first[1]) and b.meets(second[1]) for a, b in copy.spans)

    def quote(self, report: str, span: Span) -> str:
        """Give the text of a span."""
        return self.reports[report].quote(span)


def open_casebook(links: Links) -> Casebook:
    """Index a story's records by id."""
    readings = links.readings
    named = {entity.id for reading in readings for entity in reading.entities if entity.named}
    return Casebook(
        links=links,
        reports={r.report.id: r.report for r in readings},
        statements={s.id: s for r in readings for s in r.statements},
        mentions={m.id: m for r in readings for m in r.events},
        actors={actor.id: actor for actor in links.actors},
        actor_of={entity: actor.id for actor in links.actors for entity in actor.entities},
        copies={(copy.a, copy.b): copy for copy in links.copies},
        unnamed=frozenset(actor.id for actor in links.actors if not named & set(actor.entities)),
    )
