"""Readings in which statements, speakers and event mentions are those of a ``gold.toml``: linking judged by itself.

A mention has the annotated frame, and keeps the participants and the figures that the reader found at its place;
where it found nothing there, the places of the sentence are its places.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from quellenlage.model import (
    Basis,
    Entity,
    EventMention,
    Factuality,
    Form,
    Interval,
    Kind,
    Mention,
    Participant,
    Published,
    Reading,
    Span,
    Stance,
    Statement,
    StatementType,
    Status,
    content_id,
)

Raw = Mapping[str, Any]


def readings(gold: Raw, read: Iterable[Reading]) -> list[Reading]:
    """Put what is annotated in the place of what was read; ``read`` are readings of the story's reports."""
    days = {row["file"]: row for row in gold["report"]}
    return [_Desk(gold, reading).reading(days[reading.report.uri]) for reading in read]


class _Desk:
    """One report beside its annotations."""

    def __init__(self, gold: Raw, reading: Reading) -> None:
        self.gold = gold
        self.read = reading
        self.report = reading.report
        self.entities: dict[str, Entity] = {}
        self.mentions: list[Mention] = []
        self.known = {entity.id: entity for entity in reading.entities}
        self.renamed: dict[str, str] = {}

    def reading(self, row: Raw) -> Reading:
        """Give the annotated reading."""
        self._actors()
        statements = tuple(self._statements())
        events = tuple(sorted(self._events(statements), key=lambda m: m.span))
        day = Interval(earliest=row["day"], latest=row["day"])
        published = Published(interval=day, basis=Basis(row["basis"]))
        kept = [entity for entity in self.read.entities if entity.id not in self.renamed]
        mentions = [replace(m, entity=self.renamed.get(m.entity, m.entity)) for m in self.read.mentions]
        return replace(
            self.read,
            report=replace(self.report, published=published, agencies=tuple(row["agencies"])),
            entities=(*kept, *self.entities.values()),
            mentions=(*mentions, *self.mentions),
            statements=statements,
            events=events,
        )

    def _span(self, quote: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.report.text.index(quote, start + 1)
        return Span(start, start + len(quote))

    def _here(self, rows: Iterable[Raw]) -> Iterator[tuple[Raw, Span]]:
        for row in rows:
            if row["file"] == self.report.uri:
                yield row, self._span(row["quote"], row.get("nth", 1))

    def _entity(self, name: str, kind: Kind, *, named: bool = True, roles: tuple[str, ...] = ()) -> str:
        id_ = content_id("n", self.report.id, "gold", name)
        before = self.entities.get(id_)
        roles = tuple(dict.fromkeys([*(before.roles if before else ()), *(role for role in roles if role != name)]))
        self.entities[id_] = Entity(id=id_, report=self.report.id, kind=kind, name=name, named=named, roles=roles)
        return id_

    def _actors(self) -> None:
        """Let what was read at an annotated actor's places be that actor."""
        for row in self.gold["actor"]:
            for _, span in self._here(row["mentions"]):
                found = [self.known[m.entity] for m in self.read.mentions if m.span.meets(span)]
                kind = Kind.PERSON if _is_person(row["name"]) else Kind.ORGANISATION
                words = self._around(span)
                id_ = self._entity(row["name"], kind, roles=(*words, *(role for e in found for role in e.roles)))
                self.renamed |= {entity.id: id_ for entity in found if entity.kind is not Kind.PLACE}

    def _around(self, span: Span) -> tuple[str, ...]:
        """Give the words of the annotated source that a name stands in: *Gewerkschafterin Sommerlath*."""
        sources = [row for row in self.gold["statement"] if row["file"] == self.report.uri and row["source"]]
        spans = {self._span(row["source"], row.get("source_nth", 1)): row["source"] for row in sources}
        return tuple(dict.fromkeys(words for place, words in sorted(spans.items()) if place.meets(span)))

    def _statements(self) -> Iterator[Statement]:
        for n, row in enumerate(row for row in self.gold["statement"] if row["file"] == self.report.uri):
            content = tuple(self._span(part["quote"], part.get("nth", 1)) for part in row["content"])
            source = (self._span(row["source"], row.get("source_nth", 1)),) if row["source"] else ()
            made = Statement(
                id=content_id("s", self.report.id, n),
                report=self.report.id,
                content=content,
                source=source,
                type=StatementType(row["type"]),
                stance=Stance(row["stance"]),
                sources=self._speaker(row["origin"], row["source"], named=not row.get("unnamed")),
                factuality=Factuality.CERTAIN,
            )
            self._mention(made)
            if row.get("passed_on"):
                outer = replace(made, id=made.id + "o", sources=self._speaker(row["source"], row["source"]))
                yield outer
                made = replace(made, within=outer.id)
            yield made

    def _speaker(self, name: str, words: str, *, named: bool = True) -> tuple[str, ...]:
        if not name:
            return ()
        listed = name in {row["name"] for row in self.gold["actor"]}
        person = _is_person(name) and (listed or name.rsplit(maxsplit=1)[-1] in self._surnames())
        kind = Kind.PERSON if person else Kind.ORGANISATION if named else Kind.GROUP
        return (self._entity(name, kind, named=named, roles=(words,) if words else ()),)

    def _surnames(self) -> set[str]:
        """Give the last names of the people that were read."""
        people = [e for e in self.known.values() if e.kind is Kind.PERSON and e.named]
        return {entity.name.split()[-1] for entity in people}

    def _mention(self, statement: Statement) -> None:
        for speaker in statement.sources:
            form = Form.NAME if self.entities[speaker].named else Form.ROLE
            self.mentions += [
                Mention(report=self.report.id, span=s, form=form, entity=speaker) for s in statement.source
            ]

    def _events(self, statements: Sequence[Statement]) -> Iterator[EventMention]:
        for event in self.gold["event"]:
            for row, span in self._here(event["mentions"]):
                yield self._event(event, row, span, statements)

    def _event(self, event: Raw, row: Raw, span: Span, statements: Sequence[Statement]) -> EventMention:
        also = [self._span(one["quote"], one.get("nth", 1)) for one in row.get("also", ())]
        sentence = next((s for s in self.read.sentences if s.meets(span)), span)
        also = [one for one in also if sentence.meets(one)]
        read = next((m for place in (span, *also) for m in self.read.events if m.span.meets(place)), None)
        days: tuple[date | None, date | None] = tuple(row.get("interval", (None, None)))
        inside = [s for s in statements if any(c.meets(span) for c in s.content)]
        statement = min(inside, key=lambda s: (sum(c.end - c.start for c in s.content), s.within is None), default=None)
        return EventMention(
            id=content_id("m", self.report.id, span.start, span.end),
            report=self.report.id,
            span=span,
            sentence=sentence,
            frame=event["frame"],
            plover=read.plover if read else None,
            lemma=read.lemma if read else row["quote"],
            participants=tuple(self._participants(read, sentence, statement)),
            place=self.renamed.get(read.place, read.place) if read and read.place else None,
            interval=Interval(earliest=days[0], latest=days[1]),
            status=Status(row["status"]),
            factuality=Factuality.CERTAIN,
            statement=statement.id if statement else None,
            quantities=read.quantities if read else (),
        )

    def _participants(
        self, read: EventMention | None, sentence: Span, statement: Statement | None
    ) -> Iterator[Participant]:
        if read:
            for one in read.participants:
                yield replace(one, entity=self.renamed.get(one.entity, one.entity))
            return
        speakers = {self.renamed.get(e, e) for e in (statement.sources if statement else ())}
        there = [m for m in self.read.mentions if m.span.meets(sentence) and self.known[m.entity].named]
        for id_ in dict.fromkeys(self.renamed.get(m.entity, m.entity) for m in there):
            entity = self.entities.get(id_) or self.known[id_]
            if id_ not in speakers and entity.kind is Kind.PLACE:
                yield Participant(role="place", entity=id_)


def _is_person(name: str) -> bool:
    """Say whether an annotated actor's name is a person's: two names with capitals, neither of them a body's."""
    words = name.split()
    return len(words) == 2 and all(word[0].isupper() for word in words)
