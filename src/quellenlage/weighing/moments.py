"""Days and places that speakers set against each other in statements that follow each other, whatever they speak of.

*Die letzte Prüfung sei am 3. Mai gewesen, sagt der Kreis. Die Firma nennt den 7. Mai.* *Der Einsatz habe allein der
Halle in Ahlstadt gegolten.* The later one speaks of nothing else but its day, or puts its place against the other's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quellenlage.language import table
from quellenlage.model import ConflictKind, Kind, Reading, Span, Stance, Statement
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import labels, origins, voices
from quellenlage.weighing.casebook import Casebook

NEARBY = 160
STEM = 7
LEAST = 4
WORD = re.compile(r"[^\W\d_]+")


class Said(NamedTuple):
    """A statement with its source, and the one day or place it names, with what tells that from others."""

    statement: Statement
    actor: str
    span: Span
    value: str


def of(events: Sequence[EventRow], book: Casebook) -> Iterator[ConflictRow]:
    """Give the disputes over a day or a place between statements that follow each other."""
    event_of = {mention.statement: row for row in events for mention in row.mentions if mention.statement}
    for reading in book.links.readings:
        places = {entity.id for entity in reading.entities if entity.kind is Kind.PLACE}
        where = sorted(mention.span for mention in reading.mentions if mention.entity in places)
        for one, other in pairwise(sorted(reading.statements, key=lambda s: s.content[0])):
            if _meet(one, other, reading, book):
                event = event_of.get(one.id) or event_of.get(other.id)
                for kind, sides in (
                    (ConflictKind.TIME, _days(one, other, reading, book)),
                    (ConflictKind.PLACE, _places(one, other, where, book)),
                ):
                    if sides:
                        yield _row(kind, sides, event, book)


def _meet(one: Statement, other: Statement, reading: Reading, book: Casebook) -> bool:
    """Say whether two statements of different houses stand side by side in a paragraph."""
    keys = [origins.key(actor, book) if (actor := _actor(s, book)) else None for s in (one, other)]
    between = reading.report.text[one.content[-1].end : other.content[0].start]
    return None not in keys and keys[0] != keys[1] and len(between) <= NEARBY and "\n" not in between


def _actor(statement: Statement, book: Casebook) -> str | None:
    return voices.of_statement(statement, statement.content[0], book)[0].actor


def _days(one: Statement, other: Statement, reading: Reading, book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each names one day, another one, and the later statement says little else."""
    found = []
    for statement in (one, other):
        times = [t for span in statement.content for t in book.times_in(statement.report, span) if t.interval.day]
        if len(times) != 1:
            return ()
        found.append(Said(statement, _actor(statement, book) or "", times[0].span, str(times[0].interval.day)))
    text = reading.report.text
    known, day = _nouns(one.content, text), _nouns([found[1].span], text)
    nothing_else = other.stance is Stance.DENIES or _nouns(other.content, text) <= known | day
    return tuple(found) if nothing_else and found[0].value != found[1].value else ()


def _nouns(spans: Sequence[Span], text: str) -> set[str]:
    """Give the longer words with a capital, without their last letters, which inflection changes."""
    words = (word for span in spans for word in WORD.findall(text[span.start : span.end]))
    return {word[:STEM] for word in words if word[:1].isupper() and len(word) >= LEAST}


def _places(one: Statement, other: Statement, where: Sequence[Span], book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each names one place, and the later one puts its own against the other's."""
    report = book.reports[other.report]
    words = {w.lower() for span in other.content for w in WORD.findall(report.quote(span))}
    if not words & set(table(report.language, "telling")["elsewhere"]["words"]):
        return ()
    found = []
    for statement in (one, other):
        spans = [place for place in where if any(content.covers(place) for content in statement.content)]
        if len(spans) != 1:
            return ()
        found.append(Said(statement, _actor(statement, book) or "", spans[0], report.quote(spans[0])))
    return tuple(found) if found[0].value != found[1].value else ()


def _row(kind: ConflictKind, sides: Sequence[Said], event: EventRow | None, book: Casebook) -> ConflictRow:
    rows = tuple(
        SideRow(
            report=said.statement.report,
            start=said.span.start,
            end=said.span.end,
            source_actor=said.actor,
            value=said.value,
        )
        for said in sides
    )
    label = event.label if event else labels.of_claim([sides[0].statement], book)
    named = " | ".join(f"{said.value}: {book.actors[said.actor].name}" for said in sides)
    return ConflictRow(kind=kind, event=event.id if event else None, claim=None, sides=rows, text=f"{label}: {named}")
