"""Sums, casualties, participants on which different sources disagree, across sentences and reports.

Two figures are set against each other where different houses give them for the same thing: in statements that follow
each other, where one may leave out what it counts (*die Polizei zählt 31, der Kreis 26 Patienten*), or further apart
where both count the same noun of the same event. A source that raises its own figure contradicts nobody.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quellenlage.language import table
from quellenlage.model import ConflictKind, Kind, Reading, Span, Stance, Statement, StatementType, TimeType
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import figures, opposed, origins, voices
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.figures import Figure
from quellenlage.weighing.opposed import Count

# Characters within which somebody is named who gives a figure, and his verb.
LONGEST_ACT = 120
# Words between him and the figure where no verb stands: *die Firma von nur 14*.
LONGEST_LEAD = 2
WORD = re.compile(r"[^\W\d_]+")
BESIDE_VERB = re.compile(r" (?:d(?:er|ie|as) )?")
# Between a verb and a figure: that one stands in another sentence, or behind a figure that the verb gives.
ANOTHERS = re.compile(r"\d|[.:!?]\s")
COUNTED = re.compile(r" [A-ZÄÖÜ][a-zäöüß]+")
UNIT = re.compile(r"%|[^\W\d_]+")
# Characters behind a figure in which its unit stands.
BEHIND = 40
# Who asks or demands says of no figure that it is so.
UNSAID = frozenset({Stance.ASKS, Stance.DEMANDS})


def of(events: Sequence[EventRow], book: Casebook) -> Iterator[ConflictRow]:
    """Give the conflicts over figures of a story."""
    told = sorted(_counts(events, book), key=lambda c: (book.place[c.statement.report], c.span))
    counts = list(opposed.own_only(told, book))
    pairs: dict[frozenset[float], list[Count]] = defaultdict(list)
    for one, other in opposed.pairs(counts, book):
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
        dates = (time for time in reading.times if time.type is not TimeType.DURATION)
        times = sorted(time.span for time in dates if not _no_year(time.span, reading.report.text))
        named = sorted((m.span, book.actor_of[m.entity]) for m in reading.mentions if m.entity in book.actor_of)
        yield from _own(reading, times, by_sentence[reading.report.id], named, book)
        told = [
            count
            for statement in reading.statements
            if statement.stance not in UNSAID and not _offered(statement, book)
            for count in _said(statement, times, by_statement, by_sentence, book)
        ]
        yield from (_anothers(count, reading, named, book) for count in _innermost(told))


def _said(
    statement: Statement,
    times: Sequence[Span],
    by_statement: Mapping[str, set[str]],
    by_sentence: Mapping[str, Mapping[Span, set[str]]],
    book: Casebook,
) -> Iterator[Count]:
    """Give the figures of a statement with its source."""
    voice = voices.of_statement(statement, statement.content[0], book)[0]
    who = origins.key(voice.actor, book) if voice.actor else statement.id
    around = _told_around(statement, by_sentence.get(statement.report, {}))
    told = frozenset(by_statement.get(statement.id, set()) | around)
    for span, figure in _figures(statement, times, book):
        if not _whoever_says(span, statement, book):
            yield Count(statement, span, figure, voice.actor, who, told)


def _whoever_says(figure: Span, statement: Statement, book: Casebook) -> bool:
    """Say whether a figure is of anybody who says so, not of who speaks: *Wer da vier sagt, war nicht am Fluss.*"""
    report = book.reports[statement.report]
    words = table(report.language, "figures")["whoever"]
    begin = max(report.text.rfind(mark, 0, figure.start) for mark in '.,;:!?„“"\n') + 1
    behind = WORD.findall(report.text[figure.end : figure.end + LONGEST_ACT].split(",")[0])
    opens = WORD.findall(report.text[begin : figure.start])[:1]
    return opens != [] and opens[0].casefold() in words["openers"] and behind != [] and behind[-1] in words["verbs"]


def _innermost(counts: Sequence[Count]) -> Iterator[Count]:
    """Leave out a figure where another statement that says less has it: it is the other's, not of who tells both."""
    least: dict[Span, int] = {}
    for count in counts:
        least[count.span] = min(least.get(count.span, _length(count.statement)), _length(count.statement))
    yield from (count for count in counts if _length(count.statement) == least[count.span])


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _offered(statement: Statement, book: Casebook) -> bool:
    """Say whether a figure is offered or asked for: *bot drei Prozent*."""
    report = book.reports[statement.report]
    stems = tuple(table(report.language, "figures")["offers"]["stems"])
    said = (word for span in (*statement.content, *statement.cue) for word in WORD.findall(report.quote(span)))
    return any(word.casefold().startswith(stems) for word in said)


def _no_year(span: Span, text: str) -> bool:
    """Say whether four digits by themselves are rather a figure than a year: *zählte nur 1200*, *1900 Landwirte*."""
    said = text[span.start : span.end]
    counted = COUNTED.match(text, span.end) is not None
    return len(said) == 4 and said.isdecimal() and (counted or not 1700 <= int(said) <= 2100)


def _told_around(statement: Statement, by_sentence: Mapping[Span, set[str]]) -> set[str]:
    return {e for span in by_sentence if span.meets(statement.content[0]) for e in by_sentence[span]}


def _anothers(count: Count, reading: Reading, named: Sequence[tuple[Span, str]], book: Casebook) -> Count:
    """Give a figure to who gives it in an act of his own: *600 seien es, so der Wirt; die Polizei zählte 350.*"""
    around = next((s for s in reading.sentences if s.covers(count.span)), None)
    actor, _ = _giver(around, count.span, named, book, reading) if around else (None, "")
    if actor is None or origins.key(actor, book) == count.who:
        return count
    return replace(count, actor=actor, who=origins.key(actor, book))


def _own(
    reading: Reading,
    times: Sequence[Span],
    by_sentence: Mapping[Span, set[str]],
    named: Sequence[tuple[Span, str]],
    book: Casebook,
) -> Iterator[Count]:
    """Give the figures that a report itself has: they count where a speaker sets his own against them."""
    said = sorted(span for statement in reading.statements for span in statement.content)
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
    """Give who puts a figure in an act of his own, and his noun: who stands right beside a verb of counting."""
    text = reading.report.text
    stop = max(text.rfind(mark, sentence.start, figure.start) + 1 for mark in ",;")
    begin = max(sentence.start, stop, figure.start - LONGEST_ACT)
    words = table(reading.report.language, "figures")["gives"]
    verbs = (m for m in WORD.finditer(text, begin, figure.start) if m.group() in words["verbs"])
    verb = next(verbs, None) or _phrase(text, begin, figure, words["with_preposition"])
    if verb is None:
        return _without_verb(text, stop, figure, named, words["prepositions"]), ""
    if ANOTHERS.search(text, verb.end(), figure.start):
        return None, ""
    at = bisect_left(named, (Span(verb.start(), 0), ""))
    before = [(span, actor) for span, actor in named[max(0, at - 3) : at] if begin <= span.start]
    near = [actor for span, actor in before if span.end == verb.start() - 1]
    near += [actor for span, actor in named[at : at + 3] if BESIDE_VERB.fullmatch(text, verb.end(), span.start)]
    found = next((actor for actor in near if book.actors[actor].kind is not Kind.PLACE), None)
    noun = next((w for w in reversed(WORD.findall(text[begin : verb.start()])) if w[0].isupper()), "")
    return found, f"giver {noun}" if noun else ""


def _without_verb(
    text: str, begin: int, figure: Span, named: Sequence[tuple[Span, str]], prepositions: Collection[str]
) -> str | None:
    """Give who gives a figure by the verb of the clause before: *Der Kreis geht von 23 aus, die Firma von 14.*"""
    first = begin + len(text[begin : figure.start]) - len(text[begin : figure.start].lstrip())
    for span, actor in named[bisect_left(named, (Span(first, 0), "")) :]:
        if span.start != first:
            return None
        behind = text[span.end : figure.start].split()
        if behind[:1] and behind[0] in prepositions and len(behind) <= LONGEST_LEAD:
            return actor
    return None


def _phrase(text: str, begin: int, figure: Span, verbs: Mapping[str, str]) -> re.Match[str] | None:
    """Find a verb that gives a figure with its preposition alone: *der Verband kam auf 3000*."""
    found = [m for m in WORD.finditer(text, begin, figure.start) if m.group() in verbs]
    behind = WORD.findall(text[found[-1].end() : figure.start]) if found else []
    return found[-1] if found and verbs[found[-1].group()] in behind else None


def _figures(statement: Statement, times: Sequence[Span], book: Casebook) -> Iterator[tuple[Span, Figure]]:
    """Find the figures of a statement; where only the number is said, its noun may stand just before or behind."""
    report = book.reports[statement.report]
    for content in statement.content:
        for span, figure in figures.find(report.quote(content), report.language):
            here = Span(content.start + span.start, content.start + span.end)
            at = bisect_left(times, (here.end, 0))
            if not any(time.meets(here) for time in times[max(0, at - 2) : at + 1]):
                yield here, figure


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
        value = _value(count, book)
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


def _value(count: Count, book: Casebook) -> str:
    """Quote a figure, with its unit where it measures: *drei Stunden*."""
    report = book.reports[count.statement.report]
    kind = count.figure.kind.removeprefix(figures.MEASURE).strip()
    units = table(report.language, "figures")["measures"].get(kind, {}).get("units", {})
    behind = UNIT.finditer(report.text, count.span.end, count.span.end + BEHIND)
    end = next((match.end() for match in behind if match.group().lower() in units), count.span.end)
    return report.text[count.span.start : end]


def _text(event: EventRow | None, sides: Sequence[SideRow], book: Casebook) -> str:
    said = " | ".join(f"{s.value}: {book.actors[s.source_actor].name if s.source_actor else '–'}" for s in sides)
    return f"{event.label}: {said}" if event else said
