"""Reports dated by what they tell: an event that dated reports have on one day.

What makes it one event: frames of one family, and names, nouns and figures that few reports of the story have; of what
the story is about, which many of the dated reports tell of one day, the family alone. A report that tells it as done is
of that day or later.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from quellenlage.language import table
from quellenlage.model import EventMention, Published, Reading, Span, Status, TimeExpression
from quellenlage.reading.events.frames import frames
from quellenlage.reading.times.values import parse

WORD = re.compile(r"[^\W\d_]{4,}")
FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\w.,]\d)|(?<![\w.,])\d{2,9}(?![\w:]|[.,]\d)")
STEM = 7
# Points for what two events have in common: a name or noun, one that few reports have, a figure.
COMMON, RARE, FIGURE_COUNTS = 1, 2, 4
# A weekday in common is evidence of its own; without an event of one family, or without a weekday, it takes more.
LEAST, SURELY = 3, 8
# A word of more events than this tells none of them.
COMMONEST = 60
DAYS = frozenset({"", "day", "dayof"})
BY_REPORT = DAYS | {"weekday", "offset"}
# What is central has to be told so by several reports; journeys and meetings come again and again.
SEVERAL, THIRD, HALF = 2, 1 / 3, 1 / 2
REPEATED = frozenset({"journey", "meeting"})
# So many characters before it *seit* stands.
NEAR = 8
# What has many days, each told in the same words: *vor dem Landgericht hat am Dienstag …*.
MANY_DAYS = frozenset({"trial", "investigation", "search_for"})
DONE = frozenset({Status.HAPPENED})
UNTOLD = frozenset({Status.DENIED, Status.CANCELLED})

Key = tuple[str, str]


class DatedEvent(NamedTuple):
    """An event with the one day that a dated report gives it, and the words that give it.

    ``past`` says which way it lies for whoever asks.
    """

    report: str
    span: Span
    day: date
    done: bool
    family: str
    past: bool = True


class ToldDays(NamedTuple):
    """The dated events of a story, by family and by each word and figure that stands beside them."""

    told: Sequence[DatedEvent]
    by_word: Mapping[Key, Sequence[int]]
    rare: Set[str]
    by_family: Mapping[str, Sequence[DatedEvent]]
    dated: int

    def on(self, reading: Reading, event: EventMention, days: Set[date]) -> Iterator[tuple[date, DatedEvent]]:
        """Give the tellings of an event on one of ``days``, where enough else is the same."""
        for told, points in self._alike(reading, event, around=True):
            if told.day in days and points >= LEAST and event.status not in UNTOLD:
                yield told.day, told._replace(past=event.status in DONE)
        for told in self._central(reading, event, days):
            yield told.day, told._replace(past=event.status in DONE)

    def since(self, reading: Reading) -> Iterator[DatedEvent]:
        """Give for each event that a report tells as done the day it was done on, where only one can be meant."""
        for event in reading.events:
            if event.status in DONE and event.time is None:
                yield from self._central(reading, event)[:1]
                found = [(told, points) for told, points in self._alike(reading, event) if points >= LEAST]
                sure = [told for told, points in found if points >= SURELY and told.done]
                if sure and len({told.day for told, _ in found}) == 1:
                    yield min(sure, key=lambda told: (told.report, told.span))

    def surely(self, reading: Reading, event: EventMention) -> list[DatedEvent]:
        """Give the tellings of an event where so much is the same that it can be no other, and they have one day."""
        if event.status in UNTOLD:
            return []
        found = [told for told, points in self._alike(reading, event, around=True) if points >= SURELY]
        return sorted(found) if len({told.day for told in found}) == 1 else []

    def _alike(
        self, reading: Reading, event: EventMention, *, around: bool = False
    ) -> Iterator[tuple[DatedEvent, int]]:
        points: Counter[int] = Counter()
        kind = family(reading, event)
        if _one_of_many(reading, event, kind):
            return
        for word in details(reading, event, around=around):
            found = self.by_word.get((kind, word), ())
            if len(found) <= COMMONEST:
                points.update(dict.fromkeys(found, self._points(word)))
        for n, count in sorted(points.items()):
            if self.told[n].report != reading.report.id:
                yield self.told[n], count

    def _central(self, reading: Reading, event: EventMention, days: Set[date] | None = None) -> list[DatedEvent]:
        """Give the tellings of what the story is about, where an event is of its kind and its day is the only one.

        Of ``days``, if they are given, else of all.
        """
        kind = family(reading, event)
        if kind in REPEATED or _one_of_many(reading, event, kind) or event.status not in DONE:
            return []
        told = [one for one in self.by_family.get(kind, ()) if one.report != reading.report.id]
        told = sorted(one for one in told if days is None or one.day in days)
        reports = {one.report for one in told if one.done}
        least = max(SEVERAL, self.dated * (HALF if days is None else THIRD))
        return told if len({one.day for one in told}) == 1 and len(reports) >= least else []

    def _points(self, word: str) -> int:
        return FIGURE_COUNTS if word.isdigit() else RARE if word in self.rare else COMMON


def _one_of_many(reading: Reading, event: EventMention, kind: str) -> bool:
    """Say whether a day may be any of many, and not the first (*seit Dienstag vor Gericht*)."""
    if kind not in MANY_DAYS:
        return False
    near = _times_in(reading, event.sentence.start, event.sentence.end)
    time = next((time for time in near if time.id == event.time), None)
    if time is None:
        return True
    words = reading.report.text[max(0, time.span.start - NEAR) : time.span.end].casefold().split()
    return not set(words) & set(table(reading.report.language, "events")["prepositions"]["opening"])


def gather(
    readings: Sequence[Reading],
    times: Mapping[str, Sequence[TimeExpression]],
    published: Mapping[str, Published],
    rare: Set[str],
) -> ToldDays:
    """Collect the events that have one day by a date, or by any word for a day where their report's own is known."""
    told: list[DatedEvent] = []
    index: dict[Key, list[int]] = defaultdict(list)
    for reading in readings:
        own = published[reading.report.id].interval
        by_id = {time.id: time for time in times[reading.report.id]}
        for event in reading.events:
            time = by_id.get(event.time or "")
            if time is None or not time.interval.day or event.status in UNTOLD:
                continue
            if parse(time.form).kind in (BY_REPORT if own.day else DAYS):
                kind = family(reading, event)
                for word in details(reading, event, around=True):
                    index[kind, word].append(len(told))
                told.append(DatedEvent(reading.report.id, time.span, time.interval.day, event.status in DONE, kind))
    by_family: dict[str, list[DatedEvent]] = defaultdict(list)
    for one in told:
        by_family[one.family].append(one)
    dated = sum(published[reading.report.id].interval.day is not None for reading in readings)
    return ToldDays(told, index, rare, by_family, dated)


def family(reading: Reading, event: EventMention) -> str:
    """Give the family of an event's frame, of one without a frame its lemma."""
    return frames(reading.report.language).families.get(event.frame, event.lemma)


def details(reading: Reading, event: EventMention, *, around: bool) -> set[str]:
    """Give the stems of names and nouns and the figures of an event's sentence, with ``around`` of the next one too."""
    text, begin, end = reading.report.text, event.sentence.start, event.sentence.end
    if around:
        end = _next_end(reading, end)
    timed = _timed(reading, begin, end)
    words = [match for pattern in (WORD, FIGURE) for match in pattern.finditer(text, begin, end)]
    free = [m for m in words if not any(s.start < m.end() and m.start() < s.end for s in timed)]
    own = event.lemma.casefold()[:STEM]
    return {_form(m.group()) for m in free if _counts(m.group())} - {own}


def _form(word: str) -> str:
    return word.replace(".", "") if word[0].isdigit() else word.casefold()[:STEM]


def _counts(word: str) -> bool:
    return word[0].isdigit() or word[0].isupper()


def _next_end(reading: Reading, end: int) -> int:
    """Give the end of the sentence behind, where it stands in the same paragraph."""
    at = bisect_left(reading.sentences, end, key=lambda sentence: sentence.start)
    if at < len(reading.sentences) and "\n" not in reading.report.text[end : reading.sentences[at].start]:
        return reading.sentences[at].end
    return end


def _timed(reading: Reading, begin: int, end: int) -> list[Span]:
    return [time.span for time in _times_in(reading, begin, end)]


def _times_in(reading: Reading, begin: int, end: int) -> Sequence[TimeExpression]:
    first = bisect_left(reading.times, begin, key=lambda time: time.span.start)
    last = bisect_left(reading.times, end, key=lambda time: time.span.start)
    return reading.times[first:last]
