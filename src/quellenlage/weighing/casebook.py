"""A story looked up by id: what every part of weighing asks again and again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from quellenlage.language import table
from quellenlage.model import (
    Actor,
    Copy,
    EventLink,
    EventMention,
    Interval,
    Kind,
    Links,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    TimeExpression,
)

COPIED = 0.3
VERBATIM = 0.8
PARTIES = frozenset({Kind.GROUP, Kind.OFFICE, Kind.ORGANISATION, Kind.PERSON})


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
    papers: frozenset[str]
    partners: Mapping[str, Sequence[str]]
    place: Mapping[str, int]
    agencies: Mapping[str, str]
    times: Mapping[str, Sequence[TimeExpression]]
    names: Set[tuple[str, int]]
    parties: Mapping[str, Sequence[Span]]
    triggers: Mapping[str, Sequence[Span]]
    said: Mapping[str, Sequence[Statement]]
    joins: Mapping[str, Sequence[EventLink]]
    told: Mapping[str, Sequence[EventMention]]

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

    def times_in(self, report: str, span: Span) -> list[TimeExpression]:
        """Give the time expressions of a stretch of a report, in the order of the text."""
        return [time for time in self.times.get(report, ()) if span.covers(time.span)]

    def said_in(self, report: str, span: Span) -> Iterator[Statement]:
        """Give the statements whose content stands in a stretch of a report, at least in part."""
        for statement in self.said.get(report, ()):
            if any(content.meets(span) for content in statement.content):
                yield statement

    def in_time(self, report: str, span: Span) -> bool:
        """Say whether a place is part of a time expression."""
        return any(time.span.covers(span) for time in self.times.get(report, ()))

    def is_name(self, mention: EventMention) -> bool:
        """Say whether what is read as an event is what somebody, or some body, is called."""
        bodies = table(self.reports[mention.report].language, "houses")["same"]
        word = mention.lemma.casefold()
        return (mention.report, mention.span.end) in self.names or any(word in (k, *v) for k, v in bodies.items())

    def copied(self, one: str, other: str) -> bool:
        """Say whether two reports share so much text that one adds nothing to the other."""
        copy = self.copies.get((one, other)) or self.copies.get((other, one))
        return copy is not None and copy.shared >= COPIED

    def word_for_word(self, one: str, other: str) -> bool:
        """Say whether what two reports share they share word for word, so that all the rest is each one's own."""
        copy = self.copies.get((one, other)) or self.copies.get((other, one))
        if copy is None or not copy.spans:
            return False
        pairs = [(self.quote(copy.a, a), self.quote(copy.b, b)) for a, b in copy.spans]
        equal = sum(len(a) for a, b in pairs if a == b)
        return equal >= VERBATIM * sum(len(a) for a, _ in pairs)

    def same_passage(self, one: tuple[str, Span], other: tuple[str, Span]) -> bool:
        """Say whether two places, each a report and a span, stand in one passage that both reports have."""
        first, second = sorted((one, other))
        copy = self.copies.get((first[0], second[0]))
        return copy is not None and any(a.meets(first[1]) and b.meets(second[1]) for a, b in copy.spans)

    def agency(self, actor: str | None) -> tuple[str, ...]:
        """Give the agency that an actor is, where the story's reports credit it."""
        return (self.agencies[actor],) if actor and actor in self.agencies else ()

    def agencies_of_passage(self, report: str, span: Span) -> tuple[str, ...]:
        """Give the agencies whose text a place is.

        A report that credits one and has another's text of it speaks for itself where it adds to that text.
        """
        credited = self.reports[report].agencies
        earlier = [one for one in self.partners.get(report, ()) if self._before(one, report)]
        common = [one for one in earlier if set(credited) & set(self.reports[one].agencies)]
        if not credited or (common and not any(self.shares(report, span, one) for one in common)):
            return ()
        return credited

    def shares(self, report: str, span: Span, other: str) -> bool:
        """Say whether a place of a report stands in a passage that another one has too."""
        copy = self.copies.get((report, other)) or self.copies.get((other, report))
        side = 0 if copy and copy.a == report else 1
        return copy is not None and any(spans[side].meets(span) for spans in copy.spans)

    def _before(self, one: str, other: str) -> bool:
        return self.place[one] < self.place[other]

    def quote(self, report: str, span: Span) -> str:
        """Give the text of a span."""
        return self.reports[report].quote(span)


def open_casebook(links: Links) -> Casebook:
    """Index a story's records by id."""
    readings = links.readings
    named = {entity.id for reading in readings for entity in reading.entities if entity.named}
    joins: dict[str, list[EventLink]] = defaultdict(list)
    for link in links.event_links:
        joins[link.a].append(link)
    told: dict[str, list[EventMention]] = defaultdict(list)
    for mention in (mention for reading in readings for mention in reading.events if mention.statement):
        told[mention.statement or ""].append(mention)
    partners: dict[str, list[str]] = defaultdict(list)
    for copy in links.copies:
        partners[copy.a].append(copy.b)
        partners[copy.b].append(copy.a)
    return Casebook(
        links=links,
        reports={r.report.id: r.report for r in readings},
        statements={s.id: s for r in readings for s in r.statements},
        mentions={m.id: m for r in readings for m in r.events},
        actors={actor.id: actor for actor in links.actors},
        actor_of={entity: actor.id for actor in links.actors for entity in actor.entities},
        copies={(copy.a, copy.b): copy for copy in links.copies},
        unnamed=frozenset(actor.id for actor in links.actors if not named & set(actor.entities)),
        papers=frozenset(a.id for a in links.actors if not named & set(a.entities) and _is_paper(a, links)),
        partners=partners,
        place={reading.report.id: n for n, reading in enumerate(readings)},
        agencies=dict(_agencies(links)),
        times={reading.report.id: reading.times for reading in readings},
        names=frozenset(end for reading in readings for end in _names(reading)),
        parties={reading.report.id: tuple(_parties(reading)) for reading in readings},
        triggers={reading.report.id: tuple(mention.span for mention in reading.events) for reading in readings},
        said={reading.report.id: reading.statements for reading in readings},
        joins=joins,
        told=told,
    )


def _parties(reading: Reading) -> Iterator[Span]:
    """Give the places of people and bodies, by all that they are called."""
    living = {entity.id for entity in reading.entities if entity.kind in PARTIES}
    yield from (mention.span for mention in reading.mentions if mention.entity in living)


def _names(reading: Reading) -> Iterator[tuple[str, int]]:
    """Give the report and the end of all that people, bodies and places are called."""
    yield from ((mention.report, mention.span.end) for mention in reading.mentions)


def _is_paper(actor: Actor, links: Links) -> bool:
    """Say whether a source is a paper, which is known even where nobody says who wrote it."""
    nouns = table(links.readings[0].report.language, "houses")["documents"]["nouns"]
    return any(word.casefold() in nouns for word in actor.name.split())


def _agencies(links: Links) -> Iterator[tuple[str, str]]:
    """Find the actors that are news agencies: those that reports of the story credit, and those that are known."""
    credited = {agency.casefold(): agency for r in links.readings for agency in r.report.agencies}
    languages = {reading.report.language for reading in links.readings}
    known = {name.casefold(): name for code in languages for name in table(code, "names")["bodies"]["agencies"]}
    for actor in links.actors:
        names = [actor.name, *actor.aliases]
        initials = ["".join(part[:1] for part in name.replace("-", " ").split()) for name in names]
        found = [credited[name.casefold()] for name in [*names, *initials] if name.casefold() in credited]
        if actor.kind is not Kind.PERSON:
            last = [name.split()[-1].casefold() for name in names if name.split()]
            found += [known[name] for name in last if name in known]
        if found:
            yield actor.id, found[0]
