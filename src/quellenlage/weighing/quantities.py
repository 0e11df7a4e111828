"""Sums, casualties, participants on which different sources disagree, across sentences and reports.

Two figures are set against each other where different houses give them for the same thing: in statements that follow
each other, where one may leave out what it counts (*die Polizei zählt 31, der Kreis 26 Patienten*), or further apart
where both count the same noun of the same event. A source that raises its own figure contradicts nobody.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.language import table
from quellenlage.model import ConflictKind, Kind, Reading, Span, Stance, Statement, StatementType
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import figures, origins, voices
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.figures import Figure

NEAR = 260
CLOSE = 160
FACTOR = 4.0
# So many times may a figure be another where the text sets them against each other.
FAR_APART = 20.0
STEM = 7
LEAST = 5
LEAD = 40
# Characters within which somebody is named who gives a figure, and his verb.
LONGEST_ACT = 120
# So many words two sources must share about one noun where no event is read in what they say.
ALIKE = 4
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in somebody's mouth; ``who`` is what tells the source from others, ``events`` what it speaks of.

    ``actor`` is ``None`` where the text leaves open who speaks; such a figure counts only where the next speaker sets
    his own against it (*dagegen*, *lediglich*).
    """

    statement: Statement
    span: Span
    figure: Figure
    actor: str | None
    who: str
    events: frozenset[str]


def of(events: Sequence[EventRow], book: Casebook) -> Iterator[ConflictRow]:
    """Give the conflicts over figures of a story."""
    counts = sorted(_counts(events, book), key=lambda c: (book.place[c.statement.report], c.span))
    pairs: dict[frozenset[float], list[Count]] = defaultdict(list)
    for one, other in _against(counts, book):
        pairs[frozenset((one.figure.number, other.figure.number))] += [one, other]
    for numbers in sorted(pairs, key=sorted):
        yield _conflict(_all_who_say(numbers, pairs[numbers], counts), events, book)


def _counts(events: Sequence[EventRow], book: Casebook) -> Iterator[Count]:
    by_statement: dict[str, set[str]] = defaultdict(set)
    by_sentence: dict[str, dict[Span, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event in events:
        for mention in event.mentions:
            by_sentence[mention.report][mention.sentence].add(event.id)
            if mention.statement:
                by_statement[mention.statement].add(event.id)
    for reading in book.links.readings:
        times = sorted(time.span for time in reading.times if not _no_year(reading.report.quote(time.span)))
        yield from _own(reading, times, by_sentence[reading.report.id], book)
        for statement in reading.statements:
            voice = voices.of_statement(statement, statement.content[0], book)[0]
            if statement.stance is Stance.ASKS:
                continue
            who = origins.key(voice.actor, book) if voice.actor else statement.id
            told = by_statement[statement.id] | _told_around(statement, by_sentence[statement.report])
            for span, figure in _figures(statement, times, book):
                yield Count(statement, span, figure, voice.actor, who, frozenset(told))


def _no_year(text: str) -> bool:
    """Say whether four digits by themselves are rather a figure than a year: *zählte nur 1200*."""
    return len(text) == 4 and text.isdecimal() and not 1700 <= int(text) <= 2100


def _told_around(statement: Statement, by_sentence: Mapping[Span, set[str]]) -> set[str]:
    return {e for span in by_sentence if span.meets(statement.content[0]) for e in by_sentence[span]}


def _own(
    reading: Reading, times: Sequence[Span], by_sentence: Mapping[Span, set[str]], book: Casebook
) -> Iterator[Count]:
    """Give the figures that a report itself has: they count where a speaker sets his own against them."""
    said = sorted(span for statement in reading.statements for span in statement.content)
    named = sorted((m.span, book.actor_of[m.entity]) for m in reading.mentions if m.entity in book.actor_of)
    for sentence in reading.sentences:
        id_ = f"own {reading.report.id}"
        made = Statement(id=id_, report=reading.report.id, content=(sentence,), type=StatementType.REPORTED)
        for span, figure in _figures(made, times, book):
            at = bisect_left(said, (span.end, 0))
            if not any(one.meets(span) for one in said[max(0, at - 4) : at]):
                actor, noun = _giver(sentence, span, named, book, reading)
                who = origins.key(actor, book) if actor else noun or id_
                yield Count(made, span, figure, actor, who, frozenset(by_sentence.get(sentence, ())))


def _giver(
    sentence: Span, figure: Span, named: Sequence[tuple[Span, str]], book: Casebook, reading: Reading
) -> tuple[str | None, str]:
    """Give who puts a figure in an act of his own, and his noun: who stands right before a verb of counting."""
    text = reading.report.text
    begin = max(sentence.start, text.rfind(",", sentence.start, figure.start) + 1, figure.start - LONGEST_ACT)
    verbs = table(reading.report.language, "figures")["gives"]["verbs"]
    verb = next((m.start() for m in WORD.finditer(text, begin, figure.start) if m.group() in verbs), begin)
    at = bisect_left(named, (Span(verb, 0), ""))
    near = [(span, actor) for span, actor in named[max(0, at - 3) : at] if begin <= span.start and span.end == verb - 1]
    found = next((actor for _, actor in near if book.actors[actor].kind is not Kind.PLACE), None)
    noun = next((w for w in reversed(WORD.findall(text[begin:verb])) if w[0].isupper()), "")
    return found, f"giver {noun}" if noun else ""


def _figures(statement: Statement, times: Sequence[Span], book: Casebook) -> Iterator[tuple[Span, Figure]]:
    """Find the figures of a statement; where only the number is said, its noun may stand just before or behind."""
    report = book.reports[statement.report]
    for content in statement.content:
        for span, figure in figures.find(report.quote(content), report.language):
            here = Span(content.start + span.start, content.start + span.end)
            at = bisect_left(times, (here.end, 0))
            if not any(time.meets(here) for time in times[max(0, at - 2) : at + 1]):
                yield here, figure


def _against(counts: Sequence[Count], book: Casebook) -> Iterator[tuple[Count, Count]]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for k, count in enumerate(counts):
        yield from ((counts[j], count) for j in range(max(0, k - 4), k) if _close(counts[j], count, book))
        if count.figure.unit and count.actor:
            yield from ((counts[j], count) for j in by_kind[count.figure.unit] if _of_one_thing(counts[j], count, book))
            by_kind[count.figure.unit].append(k)


def _close(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether two statements that follow each other give different figures for one thing."""
    if one.statement.report != other.statement.report or other.span.start - one.span.end > NEAR:
        return False
    if "" in (one.figure.kind, other.figure.kind) and other.span.start - one.span.end > CLOSE:
        return False
    if not one.figure.compares(other.figure):
        return False
    set_against = _set_against(one, other, book)
    if one.actor is None or other.actor is None:
        given = one.actor != other.actor or other.who.startswith("giver")
        return set_against and given and _disagree(one, other)
    same_noun = one.figure.unit == other.figure.unit != "" or "" in (one.figure.unit, other.figure.unit)
    return _disagree(one, other, FAR_APART if set_against and same_noun else FACTOR)


def _set_against(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether the later figure is put against the earlier one: *sprach dagegen von lediglich 30*."""
    report = book.reports[other.statement.report]
    contrast = table(report.language, "figures")["contrast"]
    between = WORD.findall(report.text[one.span.end : other.span.start].casefold())
    before = WORD.findall(report.text[max(0, one.span.start - LEAD) : one.span.start].casefold())
    if other.statement.stance is Stance.DENIES and "\n" not in report.text[one.span.end : other.span.start]:
        return True
    first = "." not in report.text[one.span.end : other.span.start] and any(w in contrast["first"] for w in before)
    return first or any(word in contrast["words"] for word in between)


def _of_one_thing(one: Count, other: Count, book: Casebook) -> bool:
    if _sums_of(one, book) & _sums_of(other, book):
        return _disagree(one, other, FAR_APART)
    if not _disagree(one, other):
        return False
    shared = len(_words(one, book) & _words(other, book))
    return shared > 1 if one.events & other.events else shared >= ALIKE


def _sums_of(count: Count, book: Casebook) -> set[str]:
    """Give what a sum of money is said to be of: a damage, costs, a ransom."""
    report = book.reports[count.statement.report]
    words = table(report.language, "figures")["sums"]
    if count.figure.unit not in words["units"]:
        return set()
    said = [w for span in count.statement.content for w in WORD.findall(report.quote(span).casefold())]
    return {thing for thing in words["things"] if any(w.endswith(thing) for w in said)}


def _words(count: Count, book: Casebook) -> set[str]:
    """Give the nouns and long words that a count is given with, its own noun among them."""
    report = book.reports[count.statement.report]
    said = " ".join(report.quote(span) for span in count.statement.content)
    empty = table(report.language, "linking")["empty"]["words"]
    return {w.casefold()[:STEM] for w in WORD.findall(said) if len(w) >= LEAST and w.casefold() not in empty}


def _disagree(one: Count, other: Count, factor: float = FACTOR) -> bool:
    small, large = sorted((one.figure.number, other.figure.number))
    return one.who != other.who and one.figure.excludes(other.figure) and large <= factor * small


def _all_who_say(numbers: frozenset[float], found: Iterable[Count], counts: Sequence[Count]) -> list[Count]:
    """Add those who give one of the figures in other reports, of the same thing as far as it is said."""
    found = list(found)
    kinds = {count.figure.kind for count in found} - {""}
    events = {event for count in found for event in count.events}
    who = {count.who for count in found}
    return [
        count
        for count in counts
        if count in found
        or (
            count.figure.number in numbers
            and (count.figure.kind in kinds or not count.figure.kind)
            and count.actor
            and (count.who in who or count.events & events)
        )
    ]


def _conflict(counts: Sequence[Count], events: Sequence[EventRow], book: Casebook) -> ConflictRow:
    votes = Counter(event for count in counts for event in count.events)
    event = next((row for row in events if row.id == min(votes, key=lambda e: (-votes[e], e), default="")), None)
    sides: dict[tuple[str, float], SideRow] = {}
    for count in counts:
        value = book.quote(count.statement.report, count.span)
        side = SideRow(
            report=count.statement.report,
            start=count.span.start,
            end=count.span.end,
            source_actor=count.actor,
            value=value,
        )
        sides.setdefault((count.who, count.figure.number), side)
    rows, about = tuple(sides.values()), event.id if event else None
    text = _text(event, rows, book)
    return ConflictRow(kind=ConflictKind.QUANTITY, event=about, claim=None, sides=rows, text=text)


def _text(event: EventRow | None, sides: Sequence[SideRow], book: Casebook) -> str:
    said = " | ".join(f"{s.value}: {book.actors[s.source_actor].name if s.source_actor else '–'}" for s in sides)
    return f"{event.label}: {said}" if event else said
