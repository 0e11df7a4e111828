"""Weekdays dated by events: *am Mittwoch eingetroffen*, where another report has the visit *vom 8. bis 9. Mai*.

Two details have to agree beside the weekday: who does it and where or to whom, for events of one family; or, for
what an event goes by the name of (*das Hafenforum*), that name and who comes to it or where it is.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from quellenlage.model import EventMention, Interval, Published, Reading, Span, TimeExpression
from quellenlage.reading.events import ranges
from quellenlage.reading.events.frames import frames
from quellenlage.reading.times.values import parse

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 6
LONGEST = timedelta(days=13)
BEFORE = 240
DATES = frozenset({"", "day", "dayof"})
FIRST_DAY = frozenset({"arrive"})
NAMED = "named"

Key = tuple[str, str]


class Told(NamedTuple):
    """An event with the days that its report gives it: the span that says so, and the stems of words around it."""

    report: str
    span: Span
    days: Interval
    actors: frozenset[str]
    others: frozenset[str]
    around: frozenset[str]


class DatedEvents(NamedTuple):
    """The events of a story that have their days, by family and actor, and by the noun that names them."""

    told: dict[Key, list[Told]]

    def days(self, reading: Reading, time: TimeExpression, candidates: Sequence[date]) -> Iterator[tuple[date, Told]]:
        """Give the days, of the candidates, on which another report has what this weekday tells."""
        possible = set(candidates)
        events = list(_events_of(reading, time))
        details = _details(reading, events, time)
        for event in events:
            here = _told(reading, event, time, time.interval)
            for key in _keys(reading, event, here):
                for other in self.told.get(key, ()):
                    if other.report != here.report and _agree(here, other, details if key[0] == NAMED else None):
                        for day in _span(other.days, first=event.frame in FIRST_DAY and key[0] != NAMED):
                            if day in possible:
                                yield day, other


def gather(
    readings: Sequence[Reading],
    times: dict[str, tuple[TimeExpression, ...]],
    published: dict[str, Published],
) -> DatedEvents:
    """Collect the events that a report dates by a date, or by a weekday where its own day is known."""
    told: dict[Key, list[Told]] = {}
    for reading in readings:
        known = published[reading.report.id].interval.day is not None
        by_id = {time.id: time for time in times[reading.report.id]}
        stretches = dict(_stretches(reading, times[reading.report.id]))
        for event in reading.events:
            time = by_id.get(event.time or "")
            if time is None or not _is_dated(time, known):
                continue
            days = stretches.get(time.id, time.interval)
            if not days.earliest or not days.latest or days.latest - days.earliest > LONGEST:
                continue
            one = _told(reading, event, time, days)
            for key in _keys(reading, event, one):
                told.setdefault(key, []).append(one)
    return DatedEvents(told)


def _stretches(reading: Reading, times: Sequence[TimeExpression]) -> Iterator[tuple[str, Interval]]:
    """Give the days of each expression; both ends of a range have those of the whole."""
    found = ranges(reading.report, times)
    yield from found.items()
    for first, second in pairwise(times):
        whole = found[first.id]
        if whole != first.interval and whole.latest == second.interval.latest:
            yield second.id, whole


def _is_dated(time: TimeExpression, known: bool) -> bool:
    kind = parse(time.form).kind
    return time.interval.day is not None and (kind in DATES or (kind == "weekday" and known))


def _events_of(reading: Reading, time: TimeExpression) -> Iterator[EventMention]:
    """The events that a weekday dates, and those that are named in their sentences."""
    own = [event for event in reading.events if event.time == time.id]
    yield from own
    sentences = {event.sentence for event in own}
    for event in reading.events:
        if event.sentence in sentences and event.time is None and event.lemma[:1].isupper():
            yield event


def _told(reading: Reading, event: EventMention, time: TimeExpression, days: Interval) -> Told:
    names = {entity.id: entity.name for entity in reading.entities if entity.named}
    actors = {_stem(names[one.entity]) for one in event.participants if one.role == "agent" and one.entity in names}
    others = {_stem(names[one.entity]) for one in event.participants if one.role != "agent" and one.entity in names}
    others |= {_stem(names[event.place])} if event.place in names else set()
    begin, end = max(0, event.sentence.start - BEFORE), event.sentence.end
    around = {word.group().casefold()[:STEM] for word in WORD.finditer(reading.report.text, begin, end)}
    return Told(reading.report.id, time.span, days, frozenset(actors), frozenset(others - actors), frozenset(around))


def _stem(name: str) -> str:
    """Give the beginning of a name's last word: a person's family name."""
    return (name.split() or [""])[-1].casefold()[:STEM]


def _keys(reading: Reading, event: EventMention, told: Told) -> Iterator[Key]:
    family = frames(reading.report.language).families.get(event.frame, event.lemma)
    for actor in told.actors:
        yield family, actor
    if event.lemma[:1].isupper():
        yield NAMED, event.lemma


def _details(reading: Reading, events: Sequence[EventMention], time: TimeExpression) -> frozenset[str]:
    """Give who and where the events of a weekday's sentence have between them."""
    told = (_told(reading, event, time, time.interval) for event in events)
    return frozenset(stem for one in told for stem in one.actors | one.others)


def _agree(here: Told, other: Told, details: frozenset[str] | None) -> bool:
    """Say whether a second detail agrees: the place or partner of one is in the words of the other.

    For what goes by a name, one of the ``details`` of its sentence has to stand beside the name in the other.
    """
    if details is not None:
        return bool(details & other.around) and other.days.day is None
    shared = here.actors & other.actors
    return bool(((here.others & other.around) | (other.others & here.around)) - shared)


def _span(days: Interval, *, first: bool) -> Iterator[date]:
    if days.earliest and days.latest:
        count = 0 if first else (days.latest - days.earliest).days
        for n in range(count + 1):
            yield days.earliest + timedelta(days=n)
