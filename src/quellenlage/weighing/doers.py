"""Who did it: tellings of one deed that name other doers, and parties that blame each other for one thing.

*Die Luftwaffe habe die Drohne abgeschossen.* *Nach Angaben des Ministeriums hat die Marine die Drohne abgeschossen.*
*Die Firma gibt dem Kreis die Schuld. Der Kreis macht die Firma verantwortlich.*
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from quellenlage.language import table
from quellenlage.model import ConflictKind, EventMention, Kind, Reading, Span, Status
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import origins
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.tellings import Pair, Telling

DOER = "agent"
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
BODIES = frozenset({Kind.GROUP, Kind.ORGANISATION})
SHARED = 2
SHORTEST = 4
STEM = 7
# Characters of a sentence that stand for a doer who is not known.
LONGEST = 80
# Letters that a case adds.
ENDING = 2
# Sentences within which one party answers the blame of the other.
ANSWER = 4
WORD = re.compile(r"[^\W\d_]+")


def of(pairs: Sequence[Pair], events: Sequence[EventRow], book: Casebook) -> Iterator[ConflictRow]:
    """Give the disputes over who did a thing."""
    event_of = {(m.report, m.start): row for row in events for m in row.mentions}
    told: dict[str, list[EventMention]] = defaultdict(list)
    for mention in book.mentions.values():
        if mention.statement and mention.status in DONE:
            told[mention.statement].append(mention)
    for pair in (pair for pair in pairs if pair.near or pair.alike):
        found = next(_two_doers(pair, told, book), None)
        spans = (found[0].span, found[1].span) if found else _one_for_another(pair, book)
        if spans:
            doers = [_doers(mention, book) for mention in found] if found else ["", ""]
            sides = tuple(map(_side, spans, (pair.one, pair.other), doers, (book, book)))
            yield _row(sides, event_of.get((sides[0].report, spans[0].start)), book)
    for reading in book.links.readings:
        yield from _blame_each_other(reading, book)


def _two_doers(
    pair: Pair, told: Mapping[str, Sequence[EventMention]], book: Casebook
) -> Iterator[tuple[EventMention, EventMention]]:
    """Find a deed that both tell by the same verb, each of another doer."""
    for one in told.get(pair.one.statement.id, ()):
        for other in told.get(pair.other.statement.id, ()):
            if one.lemma != other.lemma or book.interval(one).meet(book.interval(other)) is None:
                continue
            known = _known(one, book) and _known(other, book)
            alike = known and not pair.near and len(pair.one.nouns & pair.other.nouns) >= SHARED
            if _mutual(pair, book) or ((alike or _against(pair, book)) and _others(one, other, book)):
                yield one, other


def _one_for_another(pair: Pair, book: Casebook) -> tuple[Span, Span] | None:
    """Find a doer whom one puts in the place of the other's: *nicht der Bruder, sondern ein Nachbar habe gezündelt*."""
    if not pair.one.small & pair.other.small:
        return None
    for said, says, first in ((pair.one, pair.other, True), (pair.other, pair.one, False)):
        report = book.reports[says.statement.report]
        pattern = _exchange(report.language)
        for content in says.statement.content:
            for match in pattern.finditer(report.text, content.start, content.end):
                there = _noun(match["no"], said, book) or _speaker(match["no"], says, said, book)
                if there and any(_is_party(Span(*match.span(name)), report.id, book) for name in ("no", "yes")):
                    yes = Span(*match.span("yes"))
                    return (there, yes) if first else (yes, there)
    return None


@cache
def _exchange(language: str) -> re.Pattern[str]:
    words = table(language, "telling")
    no, but = words["elsewhere"]["not"], words["elsewhere"]["but"]
    article = rf"(?:(?:{'|'.join(words['doers']['articles'])}) )?(?:[a-zäöüß]{{2,30}}e[rs]? )?"
    noun, pronoun = r"[A-ZÄÖÜ][\w-]{2,40}", "|".join(words["doers"]["pronouns"])
    return re.compile(rf"\b(?i:{no}) {article}(?P<no>{noun}|{pronoun})[^,;.]{{0,60}}, {but} {article}(?P<yes>{noun})")


def _speaker(word: str, says: Telling, said: Telling, book: Casebook) -> Span | None:
    """Find the speaker's name in what the other one says, where he speaks of himself: *nicht er, sondern der Wirt*."""
    report = book.reports[said.statement.report]
    if word not in table(report.language, "telling")["doers"]["pronouns"]:
        return None
    spans = (match for s in said.statement.content for match in WORD.finditer(report.text, s.start, s.end))
    return next((Span(*match.span()) for match in spans if match.group().lower() in says.speaker), None)


def _noun(word: str, telling: Telling, book: Casebook) -> Span | None:
    """Find a noun in what somebody says, in any case."""
    report = book.reports[telling.statement.report]
    for content in telling.statement.content:
        for match in WORD.finditer(report.text, content.start, content.end):
            if match.group()[:STEM] == word[:STEM] and abs(len(match.group()) - len(word)) <= ENDING:
                return Span(*match.span())
    return None


def _is_party(span: Span, report: str, book: Casebook) -> bool:
    """Say whether a noun is one for somebody, so that he can have done a thing."""
    return any(party.meets(span) for party in book.parties.get(report, ()))


def _against(pair: Pair, book: Casebook) -> bool:
    words = table(book.reports[pair.other.statement.report].language, "telling")["elsewhere"]["times"]
    return pair.near and not pair.other.around.isdisjoint(words)


def _others(one: EventMention, other: EventMention, book: Casebook) -> bool:
    """Say whether each deed has doers of its own, none of whom takes part in the other in any role."""
    mine, theirs = _parties(one, book), _parties(other, book)
    doers = [{key for key, role in parties if role == DOER} for parties in (mine, theirs)]
    named = [{key for key, _ in parties} for parties in (mine, theirs)]
    return all(doers) and not doers[0] & named[1] and not doers[1] & named[0]


def _known(mention: EventMention, book: Casebook) -> bool:
    """Say whether no doer may be anybody: who has no name, or a body called by a word for any (*Firma*)."""
    houses = table(book.reports[mention.report].language, "houses")
    anybody = {word for kind in houses["takes_up"] for word in (kind, *houses["same"].get(kind, ()))}
    doers = (book.actor_of.get(p.entity) for p in mention.participants if p.role == DOER)
    unnamed = (book.actors[actor] for actor in doers if actor in book.unnamed)
    return all(actor.kind in BODIES and not anybody & set(actor.name.casefold().split()) for actor in unnamed)


def _parties(mention: EventMention, book: Casebook) -> set[tuple[str, str]]:
    actors = ((book.actor_of.get(p.entity), p.role) for p in mention.participants)
    return {(origins.key(actor, book), role) for actor, role in actors if actor}


def _mutual(pair: Pair, book: Casebook) -> bool:
    """Say whether two who speak side by side each name the other: *Aland habe geschossen, sagt Beland*."""
    names = [_words(telling.statement.source, telling, book) for telling in (pair.one, pair.other)]
    said = _words(pair.one.statement.content, pair.one, book)
    return pair.near and bool(names[1] & said) and bool((names[0] - names[1]) & pair.other.around)


def _words(spans: Sequence[Span], telling: Telling, book: Casebook) -> set[str]:
    text = book.reports[telling.statement.report].text
    words = (word for span in spans for word in WORD.findall(text[span.start : span.end]))
    return {word.lower() for word in words if word[0].isupper() and len(word) >= SHORTEST}


def _blame_each_other(reading: Reading, book: Casebook) -> Iterator[ConflictRow]:
    """Find sentences near each other in which one party blames the other, and the other way round."""
    blames = [(n, s, nouns) for n, s in enumerate(reading.sentences) if len(nouns := _blame(s, reading)) > 1]
    for k, (n, one, mine) in enumerate(blames):
        for m, other, theirs in blames[k + 1 : k + 1 + ANSWER]:
            if m - n <= ANSWER and mine[0] != theirs[0] and mine[0] in theirs and theirs[0] in mine:
                sides = (_blamer(one, theirs[0], reading, book), _blamer(other, mine[0], reading, book))
                yield _row(sides, None, book)


def _blame(sentence: Span, reading: Reading) -> list[str]:
    """Give the stems of the nouns of a sentence that blames somebody, in their order; none where it does not."""
    text = reading.report.quote(sentence)
    words = WORD.findall(text)
    if not set(words) & set(table(reading.report.language, "telling")["blames"]["words"]):
        return []
    return [word[:STEM].casefold() for word in words if word[0].isupper() and len(word) >= SHORTEST]


def _blamer(sentence: Span, blamed: str, reading: Reading, book: Casebook) -> SideRow:
    """Give the side of who blames in a sentence, its first noun, the one whose noun has this stem."""
    report = reading.report
    found = [m for m in WORD.finditer(report.text, sentence.start, sentence.end) if m.group()[0].isupper()]
    nouns = [match for match in found if len(match.group()) >= SHORTEST]
    first = Span(*nouns[0].span())
    actors = (book.actor_of.get(m.entity) for m in reading.mentions if m.span.meets(first))
    who = next((actor for actor in actors if actor), None)
    value = next(match.group() for match in nouns if match.group()[:STEM].casefold() == blamed)
    return SideRow(report=report.id, start=sentence.start, end=sentence.end, source_actor=who, value=value)


def _doers(mention: EventMention, book: Casebook) -> str:
    """Name the doers of a deed; where none is known, quote the words that tell it."""
    actors = (book.actor_of.get(p.entity) for p in mention.participants if p.role == DOER)
    named = ", ".join(dict.fromkeys(book.actors[actor].name for actor in actors if actor))
    return named or book.quote(mention.report, mention.sentence)[:LONGEST]


def _side(span: Span, telling: Telling, value: str, book: Casebook) -> SideRow:
    """Give a side whose value is who did it: the words at its place, where nothing else is given."""
    report = telling.statement.report
    value = value or book.quote(report, span)
    return SideRow(report=report, start=span.start, end=span.end, source_actor=telling.actor, value=value)


def _row(sides: tuple[SideRow, ...], event: EventRow | None, book: Casebook) -> ConflictRow:
    named = " | ".join(f"{s.value}: {book.actors[s.source_actor].name if s.source_actor else '–'}" for s in sides)
    text = f"{event.label}: {named}" if event else named
    return ConflictRow(kind=ConflictKind.ROLE, event=event.id if event else None, claim=None, sides=sides, text=text)
