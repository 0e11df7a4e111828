"""Dates of reports from each other: the reports of one story lie near each other in time.

A report whose days are known gives the others a window, and with it the year of their dates. A weekday that one report
names without a date is the day that another report dates, where both speak of the same in so many words: looking
back, the report is of that day or the week behind it; looking ahead, of that day or the week before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quellenlage.linking import told_days
from quellenlage.linking.dated_events import DatedEvents, Told, gather
from quellenlage.linking.told_days import DatedEvent, ToldDays
from quellenlage.model import Basis, Evidence, Interval, Published, Reading, Span, TimeExpression
from quellenlage.reading.dating import filed, solve
from quellenlage.reading.times import anchor
from quellenlage.reading.times.calendar import moved
from quellenlage.reading.times.values import AHEAD, BACK, parse

# A running story is told over weeks; six of them on either side leave room for its slow ones, and still hold every
# day and month only once.
WINDOW = timedelta(days=45)
NARROW = timedelta(days=92)
LONGEST_STORY = timedelta(days=200)
WEEK, DAY = timedelta(days=6), timedelta(days=1)
WORD = re.compile(r"\b(?=[^\W\d_a-zäöüß])[^\W\d_]{4,}")
DAYS_AWAY = re.compile(r"([+-]?\d{1,2})D")
STEM = 7
SHARED = 3
COPIED = 0.8
SEVERAL = 2
GOVERNED = 6
AROUND = 160


class Dated(NamedTuple):
    """A day that a report dates, with the words of its sentence, and whether it lies behind that report."""

    report: str
    span: Span
    words: frozenset[str]
    past: bool
    weekday: bool


class Story(NamedTuple):
    """What the reports of a story share: dated sentences by day and word, which words are nouns and which rare, and the
    events that have their days, by who takes part (``events``) and by what stands beside them (``told_days``).
    """

    dated: dict[tuple[date, str], list[Dated]]
    nouns: frozenset[str]
    rare: frozenset[str]
    events: DatedEvents
    told_days: ToldDays


def agree(readings: Sequence[Reading]) -> dict[str, Published]:
    """Date the reports of one story together: report id to what is known now, never wider than before."""
    published = {reading.report.id: reading.report.published for reading in readings}
    window = _window(list(published.values()))
    if window is None:
        return published
    for reading in readings:
        published[reading.report.id] = _within(reading, published[reading.report.id], window)
    return published | dict(_paired(readings, published, window))


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
    found = solve(reading.times, met, filed(reading.report, reading.times))
    return _with(known, found.interval, [Evidence(report=reading.report.id, span=span) for span in found.spans])


def _with(known: Published, interval: Interval, evidence: Sequence[Evidence]) -> Published:
    basis = Basis.INFERRED if known.basis is Basis.UNKNOWN else known.basis
    fresh = tuple(one for one in evidence if one not in known.evidence)
    return Published(interval=interval, basis=basis, evidence=known.evidence + fresh)


def _paired(
    readings: Sequence[Reading], published: dict[str, Published], window: Interval
) -> Iterator[tuple[str, Published]]:
    """Narrow reports by the weekdays they share with another report's dates."""
    times = {r.report.id: anchor(r.times, published[r.report.id].interval) for r in readings}
    rare = _rare(readings)
    days = told_days.gather(readings, times, published, {stem.casefold() for stem in rare})
    story = Story({}, _nouns(readings), rare, gather(readings, times, published), days)
    for reading in readings:
        for day, dated in _dated(reading, times[reading.report.id], published[reading.report.id], story.nouns):
            for word in dated.words if window.meet(Interval(earliest=day, latest=day)) else ():
                story.dated.setdefault((day, word), []).append(dated)
    for reading in readings:
        known = published[reading.report.id]
        if known.interval.closed and not known.interval.day:
            narrowed = _by_weekdays(reading, _since(reading, known, story), story)
            narrowed = _by_distance(reading, narrowed, story)
            if narrowed != known:
                yield reading.report.id, narrowed


def _dated(
    reading: Reading, times: Sequence[TimeExpression], published: Published, nouns: frozenset[str]
) -> Iterator[tuple[date, Dated]]:
    """The days a report dates, by a date or, where its own day is known, by a weekday; each with its sentence."""
    own = published.interval.latest
    for time in times:
        day, kind = time.interval.day, parse(time.form).kind
        if day and (kind in {"", "day", "dayof"} or (kind == "weekday" and published.interval.day)):
            past = own is not None and day <= own
            words = _words(reading, time.span, nouns)
            yield day, Dated(reading.report.id, time.span, words, past, kind == "weekday")


def _words(reading: Reading, span: Span, nouns: frozenset[str]) -> frozenset[str]:
    """The stems of the names and nouns of the sentence around a span, its words of time left out.

    The first word of a sentence has a capital anyway: it counts where the story has it as a noun elsewhere.
    """
    begin, end = _sentence(reading, span)
    text, timed = reading.report.text, _timed(reading, begin, end)
    return frozenset(
        stem
        for m in WORD.finditer(text, begin, end)
        if ((stem := m.group()[:STEM]) in nouns or m.start() > begin)
        and not any(one.start <= m.start() < one.end for one in timed)
    )


def _nouns(readings: Sequence[Reading]) -> frozenset[str]:
    """Stems that stand with a capital inside a sentence."""
    found: set[str] = set()
    for reading in readings:
        begins = {sentence.start for sentence in reading.sentences}
        found |= {m.group()[:STEM] for m in WORD.finditer(reading.report.text) if m.start() not in begins}
    return frozenset(found)


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


def _since(reading: Reading, known: Published, story: Story) -> Published:
    """A report is not older than what it tells as done and others date."""
    for done in story.told_days.since(reading):
        met = known.interval.meet(Interval(earliest=done.day))
        if met and met != known.interval:
            known = _with(known, met, [Evidence(report=done.report, span=done.span)])
    return known


def _by_weekdays(reading: Reading, known: Published, story: Story) -> Published:
    for time in reading.times:
        form = parse(time.form)
        if form.kind != "weekday" or time.interval.day:
            continue
        found = _same_day(reading, time, known.interval, story)
        if found is None:
            continue
        day, dated = found
        back = form.direction in BACK or (form.direction not in AHEAD and not isinstance(dated, Told) and dated.past)
        met = known.interval.meet(reach(day, back))
        if met and met != known.interval:
            spans = [Evidence(report=reading.report.id, span=time.span), Evidence(report=dated.report, span=dated.span)]
            known = _with(known, met, spans)
    return known


def _by_distance(reading: Reading, known: Published, story: Story) -> Published:
    """A report that tells *gestern, heute, morgen* of what another one dates is of one day."""
    by_id = {time.id: time for time in reading.times}
    for event in reading.events:
        time = by_id.get(event.time or "")
        distance = DAYS_AWAY.fullmatch(parse(time.form).args[0]) if time and parse(time.form).kind == "offset" else None
        if time is None or distance is None:
            continue
        away = timedelta(days=int(distance[1]))
        for told in story.told_days.surely(reading, event):
            met = known.interval.meet(Interval(earliest=told.day - away, latest=told.day - away))
            if met and met != known.interval:
                spans = [
                    Evidence(report=reading.report.id, span=time.span),
                    Evidence(report=told.report, span=told.span),
                ]
                known = _with(known, met, spans)
    return known


def _same_day(
    reading: Reading, time: TimeExpression, published: Interval, story: Story
) -> tuple[date, Dated | Told | DatedEvent] | None:
    """Give the only day that a weekday can be by what other reports say of the same, ``None`` where none or two fit."""
    form, words = parse(time.form), _words(reading, time.span, story.nouns) - _speaker(reading, time)
    days = list(_days(int(form.args[0]), published))
    told = {
        (day, dated)
        for day in days
        for word in words & story.rare
        for dated in story.dated.get((day, word), [])
        if dated.report != reading.report.id and _fits(form.direction, words, dated, story.rare)
    } or _same_noun(reading, time, days, story)
    pairs: set[tuple[date, Dated | Told | DatedEvent]] = {*told, *_by_events(reading, time, days, story)}
    if len({day for day, _ in pairs}) != 1:
        return None
    return min(pairs, key=lambda pair: (pair[1].report, pair[1].span))


def _speaker(reading: Reading, time: TimeExpression) -> set[str]:
    """Give the stems of the words that name who speaks on a day: they speak on others too.

    *Das sagte die Direktorin Anna Weber am Montag* gives the day of the saying, and not of what is said.
    """
    begin, end = _sentence(reading, time.span)
    said = [s for s in reading.statements if any(begin <= cue.start < end for cue in s.cue)]
    said = [s for s in said if not any(one.start <= time.span.start < one.end for one in s.content)]
    spans = (span for statement in said for span in statement.source if begin <= span.start < end)
    return {m.group()[:STEM] for span in spans for m in WORD.finditer(reading.report.text, span.start, span.end)}


def _by_events(
    reading: Reading, time: TimeExpression, days: Sequence[date], story: Story
) -> Iterator[tuple[date, Told | DatedEvent]]:
    """Give the days that other reports have for the events of a weekday."""
    if parse(time.form).direction in BACK | AHEAD:
        yield from story.events.days(reading, time, days)
    for event in reading.events:
        if event.time == time.id:
            yield from story.told_days.on(reading, event, set(days))


def _same_noun(reading: Reading, time: TimeExpression, days: Sequence[date], story: Story) -> set[tuple[date, Dated]]:
    """*der Sturm vom Montag* is of the Monday with which several other reports name a storm."""
    before = list(WORD.finditer(reading.report.text, max(0, time.span.start - AROUND), time.span.start))
    if "noun" not in parse(time.form).keys or not before or time.span.start - before[-1].end() > GOVERNED:
        return set()
    noun = before[-1].group()[:STEM]
    told = {(day, dated) for day in days for dated in story.dated.get((day, noun), []) if dated.weekday}
    others = {dated.report for _, dated in told} - {reading.report.id}
    return {pair for pair in told if pair[1].report in others} if len(others) >= SEVERAL else set()


def _fits(direction: str, words: frozenset[str], dated: Dated, rare: frozenset[str]) -> bool:
    """Sentences of the same words tell the same; where no tense says which way, they have to be copies.

    What two reports look ahead to is the same already where two rare words are.
    """
    shared = words & dated.words
    if direction in AHEAD and not dated.past and len(shared & rare) >= SEVERAL:
        return True
    if direction in BACK | AHEAD:
        return len(shared) >= SHARED
    return len(shared) >= COPIED * max(len(words), len(dated.words), SHARED)


def reach(day: date, back: bool) -> Interval:
    """Give the days a report can be of that names a day by its weekday."""
    return (
        Interval(earliest=day, latest=moved(day, WEEK.days))
        if back
        else Interval(earliest=moved(day, -WEEK.days), latest=day)
    )


def _days(weekday: int, published: Interval) -> Iterator[date]:
    """The days a weekday named without a date can be in a report of these days."""
    if not published.earliest or not published.latest:
        return
    day = published.earliest - WEEK
    day += timedelta(days=(weekday - day.isoweekday()) % 7)
    while day <= published.latest + WEEK:
        yield day
        day += timedelta(days=7)
