"""Dates of reports from each other: the reports of one story lie near each other in time.

A report whose days are known gives the others a window, and with it the year of their dates. A weekday that one report
names without a date is the day that another report dates, where both speak of the same in so many words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quellenlage.model import Basis, Evidence, Interval, Published, Reading, Span, TimeExpression
from quellenlage.reading.dating import solve
from quellenlage.reading.times import anchor
from quellenlage.reading.times.values import parse

# A running story is told over weeks; six of them on either side leave room for its slow ones, and still hold every
# day and month only once.
WINDOW = timedelta(days=45)
NARROW = timedelta(days=92)
LONGEST_STORY = timedelta(days=200)
WEEK = timedelta(days=6)
WORD = re.compile(r"\b(?=[^\W\d_a-zäöüß])[^\W\d_]{4,}")
STEM = 7
SHARED = 3
AROUND = 160


class Dated(NamedTuple):
    """A day that a report dates, with the words of its sentence."""

    report: str
    span: Span
    words: frozenset[str]


def agree(readings: Sequence[Reading]) -> dict[str, Published]:
    """Date the reports of one story together: report id to what is known now, never wider than before."""
    published = {reading.report.id: reading.report.published for reading in readings}
    window = _window(list(published.values()))
    if window is None:
        return published
    for reading in readings:
        published[reading.report.id] = _within(reading, published[reading.report.id], window)
    return published | dict(_paired(readings, published))


def _window(known: Sequence[Published]) -> Interval | None:
    """Give the days the story can lie in, ``None`` where no report's days are known or they lie too far apart."""
    narrow = _ends(known)
    if not narrow:
        return None
    begin, end = min(b for b, _ in narrow), max(e for _, e in narrow)
    if end - begin > LONGEST_STORY:
        return None
    try:
        return Interval(earliest=begin - WINDOW, latest=end + WINDOW)
    except OverflowError:
        return None


def _ends(known: Sequence[Published]) -> list[tuple[date, date]]:
    """First and last day of each report that is known to a season or better."""
    ends = [(p.interval.earliest, p.interval.latest) for p in known]
    return [(first, last) for first, last in ends if first and last and last - first <= NARROW]


def _within(reading: Reading, known: Published, window: Interval) -> Published:
    """Bring a report whose days are open into the story's window, and narrow it there by its own words."""
    met = known.interval.meet(window)
    if met is None or _ends([known]):
        return known
    found = solve(reading.times, met)
    return _with(known, found.interval, [Evidence(report=reading.report.id, span=span) for span in found.spans])


def _with(known: Published, interval: Interval, evidence: Sequence[Evidence]) -> Published:
    basis = Basis.INFERRED if known.basis is Basis.UNKNOWN else known.basis
    fresh = tuple(one for one in evidence if one not in known.evidence)
    return Published(interval=interval, basis=basis, evidence=known.evidence + fresh)


def _paired(readings: Sequence[Reading], published: dict[str, Published]) -> Iterator[tuple[str, Published]]:
    """Narrow reports by the weekdays they share with another report's dates."""
    index: dict[tuple[date, str], list[Dated]] = {}
    rare = _rare(readings)
    times = {r.report.id: anchor(r.times, published[r.report.id].interval) for r in readings}
    for reading in readings:
        for day, dated in _dated(reading, times[reading.report.id]).items():
            for word in dated.words & rare:
                index.setdefault((day, word), []).append(dated)
    for reading in readings:
        known = published[reading.report.id]
        if known.interval.closed and not known.interval.day:
            narrowed = _by_weekdays(reading, times[reading.report.id], known, index, rare)
            if narrowed != known:
                yield reading.report.id, narrowed


def _dated(reading: Reading, times: Sequence[TimeExpression]) -> dict[date, Dated]:
    """The days a report dates, each with its first mention and the words of all sentences that name it."""
    out: dict[date, Dated] = {}
    for time in times:
        day = time.interval.day
        if day and parse(time.form).kind in {"", "day", "dayof"}:
            before = out.get(day, Dated(reading.report.id, time.span, frozenset()))
            out[day] = before._replace(words=before.words | _words(reading, time.span))
    return out


def _words(reading: Reading, span: Span) -> frozenset[str]:
    """The stems of the names and nouns of the sentence around a span, its words of time left out."""
    begin, end = _sentence(reading, span)
    text, timed = reading.report.text, _timed(reading, begin, end)
    return frozenset(
        m.group()[:STEM]
        for m in WORD.finditer(text, begin, end)
        if m.start() > begin and not any(one.start <= m.start() < one.end for one in timed)
    )


def _timed(reading: Reading, begin: int, end: int) -> list[Span]:
    first = bisect_left(reading.times, begin, key=lambda time: time.span.start)
    last = bisect_left(reading.times, end, key=lambda time: time.span.start)
    return [time.span for time in reading.times[first:last]]


def _sentence(reading: Reading, span: Span) -> tuple[int, int]:
    text = reading.report.text
    around = (max(0, span.start - AROUND), min(len(text), span.end + AROUND))
    low, high = 0, len(reading.sentences)
    while low < high:
        middle = (low + high) // 2
        if reading.sentences[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    if low < len(reading.sentences) and reading.sentences[low].start <= span.start:
        return reading.sentences[low].start, reading.sentences[low].end
    return around


def _rare(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems that no more than half of the story's reports use."""
    counts: dict[str, int] = {}
    for reading in readings:
        for word in {m.group()[:STEM] for m in WORD.finditer(reading.report.text)}:
            counts[word] = counts.get(word, 0) + 1
    return frozenset(word for word, count in counts.items() if count * 2 <= len(readings))


def _by_weekdays(
    reading: Reading,
    times: Sequence[TimeExpression],
    known: Published,
    index: dict[tuple[date, str], list[Dated]],
    rare: frozenset[str],
) -> Published:
    for time in times:
        form = parse(time.form)
        if form.kind != "weekday" or form.direction != "past" or time.interval.day:
            continue
        words = _words(reading, time.span)
        pairs = [
            (day, dated)
            for day in _days(int(form.args[0]), known.interval)
            for word in sorted(words & rare)
            for dated in index.get((day, word), [])
            if dated.report != reading.report.id and _same(words, dated.words)
        ]
        if len({day for day, _ in pairs}) == 1:
            day, dated = min(pairs, key=lambda pair: (pair[1].report, pair[1].span))
            met = known.interval.meet(Interval(earliest=day, latest=day + WEEK))
            if met and met != known.interval:
                spans = [
                    Evidence(report=reading.report.id, span=time.span),
                    Evidence(report=dated.report, span=dated.span),
                ]
                known = _with(known, met, spans)
    return known


def _days(weekday: int, published: Interval) -> Iterator[date]:
    """The days a weekday of the past week can be in a report of these days."""
    if not published.earliest or not published.latest:
        return
    day = published.earliest - WEEK
    day += timedelta(days=(weekday - day.isoweekday()) % 7)
    while day <= published.latest:
        yield day
        day += timedelta(days=7)


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether sentences that share a rare word share names and nouns enough to speak of the same."""
    return len(a & b) >= SHARED
