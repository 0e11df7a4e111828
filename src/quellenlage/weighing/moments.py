"""Days, hours and places that speakers set against each other, whatever they speak of.

*Die letzte Prüfung sei am 3. Mai gewesen, sagt der Kreis. Die Firma nennt den 7. Mai.* *Der Einsatz habe allein der
Halle in Ahlstadt gegolten.* Of statements side by side the later one speaks of nothing else but its day, or puts its
place against the other's; further apart they tell the same in the same words (``tellings``).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quellenlage.language import table
from quellenlage.model import ConflictKind, Kind, Reading, Report, Span, Stance, Statement, Status, TimeExpression
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import labels, whereabouts
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.tellings import Pair, Telling

STEM = 7
LEAST = 4
CLOCK = re.compile(r"T\d\d:\d\d$")
DAY = re.compile(r"-\d\d-\d\d$")
# Minutes by which hours must differ before they are a dispute.
APART = 10
SEARCHES = frozenset({"search"})
WORD = re.compile(r"[^\W\d_]+")


class Said(NamedTuple):
    """A statement with its source, and the one day, hour or place it names, with what tells that from others."""

    statement: Statement
    actor: str
    span: Span
    value: str


def of(pairs: Sequence[Pair], events: Sequence[EventRow], book: Casebook) -> Iterator[ConflictRow]:
    """Give the disputes over a day, an hour or a place in pairs of tellings."""
    event_of = {mention.statement: row for row in events for mention in row.mentions if mention.statement}
    events_of: dict[str, set[str]] = defaultdict(set)
    for row in (row for row in events if row.frame in SEARCHES):
        for mention in row.mentions:
            if mention.statement and mention.status is Status.HAPPENED:
                events_of[mention.statement].add(row.id)
    where = {reading.report.id: _places_in(reading) for reading in book.links.readings}
    for pair in (pair for pair in pairs if pair.near or pair.alike):
        event = event_of.get(pair.one.statement.id) or event_of.get(pair.other.statement.id)
        for kind, sides in (
            (ConflictKind.TIME, _hours(pair, book) or _days(pair, book)),
            (ConflictKind.PLACE, _two_places(pair, where, events_of, book)),
        ):
            if sides:
                yield _row(kind, sides, event, book)


def _two_places(
    pair: Pair, where: dict[str, list[Span]], searches: Mapping[str, set[str]], book: Casebook
) -> tuple[Said, ...]:
    found = _put_right(pair, where, book) or _named(pair, where, book)
    return found or _places(pair, book) or _searched(pair, searches, book)


def _places_in(reading: Reading) -> list[Span]:
    places = {entity.id for entity in reading.entities if entity.kind is Kind.PLACE}
    return sorted(mention.span for mention in reading.mentions if mention.entity in places)


def _said(telling: Telling, span: Span, value: str) -> Said:
    return Said(telling.statement, telling.actor, span, value)


def _set_against(pair: Pair, kind: str, book: Casebook) -> bool:
    """Say whether the later one puts its day or its place against the other's."""
    words = table(book.reports[pair.other.statement.report].language, "telling")["elsewhere"]
    denies = pair.near and pair.other.statement.stance is Stance.DENIES
    return denies or not pair.other.around.isdisjoint(words[kind])


def _hours(pair: Pair, book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each names one hour, another one; side by side the later one contradicts the other."""
    found, minutes = [], []
    for telling in (pair.one, pair.other):
        spans = telling.statement.content
        clocks = [t for s in spans for t in book.times_in(telling.statement.report, s) if CLOCK.search(t.value)]
        if len(clocks) != 1:
            return ()
        hour = clocks[0].value[-5:]
        minutes.append(60 * int(hour[:2]) + int(hour[3:]))
        found.append(_said(telling, clocks[0].span, hour))
    told = not pair.near or _set_against(pair, "times", book)
    return tuple(found) if told and abs(minutes[0] - minutes[1]) >= APART else ()


def _days(pair: Pair, book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each names one day, another one, and the later statement says little else.

    Further apart the later one must set its day against the other's: *erst am 10. Mai*.
    """
    found = []
    for telling in (pair.one, pair.other):
        spans = telling.statement.content
        times = [(t, day) for s in spans for t in book.times_in(telling.statement.report, s) if (day := _day(t))]
        if len(times) != 1:
            return ()
        found.append(_said(telling, times[0][0].span, times[0][1]))
    if one_day(found[0].value, found[1].value):
        return ()
    if not pair.near:
        return tuple(found) if _set_against(pair, "times", book) else ()
    text = book.reports[pair.one.statement.report].text
    known = _nouns(pair.one.statement.content, text) | _nouns([found[1].span], text)
    other = pair.other.statement
    nothing_else = other.stance is Stance.DENIES or _nouns(other.content, text) <= known or _answered(pair, book)
    return tuple(found) if nothing_else else ()


def one_day(one: str, other: str) -> bool:
    """Say whether two days can be the same; of one whose year is not known only month and day are said."""
    return one.endswith(other) or other.endswith(one)


def _answered(pair: Pair, book: Casebook) -> bool:
    """Say whether the later one speaks against the earlier, and of when above all: *hingegen erst am Sonntag*."""
    words = table(book.reports[pair.other.statement.report].language, "telling")
    sooner = set(words["elsewhere"]["times"]) - set(words["contrary"]["words"])
    return not pair.other.around.isdisjoint(words["contrary"]["words"]) and not pair.other.around.isdisjoint(sooner)


def _day(time: TimeExpression) -> str | None:
    """Give a day, of a year that is not known its month and day."""
    if time.interval.day:
        return str(time.interval.day)
    found = DAY.search(time.value)
    return found.group() if found else None


def _nouns(spans: Sequence[Span], text: str) -> set[str]:
    """Give the longer words with a capital, without their last letters, which inflection changes."""
    words = (word for span in spans for word in WORD.findall(text[span.start : span.end]))
    return {word[:STEM] for word in words if word[:1].isupper() and len(word) >= LEAST}


def _named(pair: Pair, where: dict[str, list[Span]], book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each names one place by name, and the later one puts its own against the other's."""
    if not pair.near or not _set_against(pair, "words", book):
        return ()
    found = []
    for telling in (pair.one, pair.other):
        report = book.reports[telling.statement.report]
        content = telling.statement.content
        spans = [place for place in where[report.id] if any(span.covers(place) for span in content)]
        # Who speaks or acts is nowhere by that: *das Ministerium in Altmoos*, *Altland schickte nichts*.
        if len(spans) != 1 or not whereabouts.says_where(spans[0], telling.statement, book):
            return ()
        found.append(_said(telling, spans[0], report.quote(spans[0])))
    return tuple(found) if found[0].value != found[1].value else ()


def _put_right(pair: Pair, where: dict[str, list[Span]], book: Casebook) -> tuple[Said, ...]:
    """Give both sides where one puts another place for that of the other: *nicht nach Altmoos, sondern in das Werk*."""
    for right, wrong in ((pair.other, pair.one), (pair.one, pair.other)):
        report, answered = book.reports[right.statement.report], book.reports[wrong.statement.report]
        for no in (m for span in right.statement.content for m in _meant(report, span)):
            named = [p for p in where[report.id] if p.start == no.start("no") and p.end >= no.end("no")]
            theirs = [p for p in where[answered.id] if any(span.covers(p) for span in wrong.statement.content)]
            same = next((p for p in theirs if named and answered.quote(p) == report.quote(named[0])), None)
            if same and not any(_meant(answered, span) for span in wrong.statement.content):
                sides = (_said(wrong, same, answered.quote(same)), _said(right, Span(*no.span("yes")), no["yes"]))
                return sides if wrong is pair.one else sides[::-1]
    return ()


def _meant(report: Report, span: Span) -> list[re.Match[str]]:
    """Find a name that is not meant, and what is put in its place."""
    words = table(report.language, "telling")["elsewhere"]
    found = re.compile(rf"\b{words['not']} [a-zäöü]+ (?P<no>[A-ZÄÖÜ][\w-]+), {words['but']} (?P<yes>[^,.;:!?“”\"]+)")
    return list(found.finditer(report.text, span.start, span.end))


def _searched(pair: Pair, searches: Mapping[str, set[str]], book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each tells of one search, the later one against the other: what is searched is a place."""
    ids = [telling.statement.id for telling in (pair.one, pair.other)]
    same = all(id in searches for id in ids) and searches[ids[0]] & searches[ids[1]]
    if not pair.near or not same or not _set_against(pair, "words", book):
        return ()
    contents = [(telling, telling.statement.content[0]) for telling in (pair.one, pair.other)]
    return tuple(_said(t, span, book.quote(t.statement.report, span)) for t, span in contents)


def _places(pair: Pair, book: Casebook) -> tuple[Said, ...]:
    """Give both sides where each says where, and one puts its place in that of the other's, or against it."""
    one, other = (whereabouts.of(telling.statement, book) for telling in (pair.one, pair.other))
    against = pair.near and _set_against(pair, "words", book)
    two_names = not pair.near and len(one) == len(other) == 1 and whereabouts.names(one[0], other[0])
    found = whereabouts.apart(one, other, against=against or two_names)
    if not found:
        return ()
    sides = zip((pair.one, pair.other), found, strict=True)
    return tuple(_said(t, p.span, book.quote(t.statement.report, p.span)) for t, p in sides)


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
