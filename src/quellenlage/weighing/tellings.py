"""Statements of different houses that tell the same in the same words but for one thing: when, where, who.

*Die Stadt habe die Anwohner um 9.40 Uhr gewarnt.* *Erst um 11.15 Uhr seien die Anwohner gewarnt worden.* They share a
word that is no noun, the verb as a rule, and half of the nouns of the shorter one. An index of such words says whom to
compare.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.language import table
from quellenlage.model import Reading, Span, Stance, Statement, StatementType
from quellenlage.weighing import origins, voices
from quellenlage.weighing.casebook import Casebook

NEARBY = 160
SHORTEST = 4
STEM = 7
# A word that so many statements have proves nothing, and so many of those that have one are looked at.
COMMONEST = 24
LEAST_NOUNS = 2
UNSAID = frozenset({Stance.ASKS, Stance.DEMANDS})
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody says: the stems of its nouns and of its longer small words.

    ``speaker`` are the words of the speaker's name, none where he has none; ``around`` those of the sentences he speaks
    in.
    """

    statement: Statement
    actor: str
    who: str
    nouns: frozenset[str]
    small: frozenset[str]
    speaker: frozenset[str]
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings by different houses.

    ``near`` says that one follows the other in a paragraph, ``alike`` that they name the same things by the same verb;
    where neither holds, one of the two speakers is named where the other one speaks.
    """

    one: Telling
    other: Telling
    near: bool
    alike: bool


def pairs(book: Casebook) -> Iterator[Pair]:
    """Give the pairs of a story, those side by side first, each once."""
    told: list[Telling] = []
    seen: set[tuple[str, str]] = set()
    for reading in book.links.readings:
        here = _tellings(reading, book)
        told += here
        for one, other in pairwise(t for t in here if not _only_denies(t.statement, reading)):
            if _side_by_side(one, other, reading):
                seen.add((one.statement.id, other.statement.id))
                yield Pair(one, other, near=True, alike=bool(one.small & other.small) and _same_things(one, other))
    for one, other in _sharing(told):
        if (one.statement.id, other.statement.id) not in seen and not _nested(one, other):
            yield Pair(one, other, near=False, alike=_same_things(one, other))


def _tellings(reading: Reading, book: Casebook) -> list[Telling]:
    found: list[Telling] = []
    empty = frozenset(table(reading.report.language, "linking")["empty"]["words"])
    times = sorted(time.span for time in reading.times)
    starts = [sentence.start for sentence in reading.sentences]
    for statement in sorted(reading.statements, key=lambda s: s.content[0]):
        voice = voices.of_statement(statement, statement.content[0], book)[0]
        if voice.actor is None or statement.stance in UNSAID:
            continue
        words = [m for s in statement.content for m in WORD.finditer(reading.report.text, s.start, s.end)]
        words = [m for m in words if len(m.group()) >= SHORTEST and not _within(times, m.start())]
        nouns = frozenset(m.group()[:STEM].casefold() for m in words if m.group()[0].isupper())
        small = frozenset(m.group()[:STEM] for m in words if m.group()[0].islower() and m.group() not in empty)
        name = "" if voice.actor in book.unnamed else book.actors[voice.actor].name
        speaker = frozenset(word.lower() for word in WORD.findall(name) if len(word) >= SHORTEST)
        around = _words(statement, reading, starts)
        key = origins.key(voice.actor, book)
        found.append(Telling(statement, voice.actor, key, nouns, small, speaker, around))
    return found


def _only_denies(statement: Statement, reading: Reading) -> bool:
    """Say whether a statement names nothing, so that what follows is said against what stands before it."""
    if statement.stance is not Stance.DENIES or statement.type is not StatementType.REPORTED:
        return False
    words = (m for s in statement.content for m in WORD.finditer(reading.report.text, s.start, s.end))
    nouns = (Span(*m.span()) for m in words if m.group()[0].isupper())
    return all(any(source.meets(noun) for source in statement.source) for noun in nouns)


def _within(spans: Sequence[Span], at: int) -> bool:
    k = bisect_left(spans, (at + 1, 0))
    return any(span.start <= at < span.end for span in spans[max(0, k - 2) : k])


def _side_by_side(one: Telling, other: Telling, reading: Reading) -> bool:
    """Say whether two statements of different houses stand side by side in a paragraph."""
    between = reading.report.text[one.statement.content[-1].end : other.statement.content[0].start]
    return one.who != other.who and len(between) <= NEARBY and "\n" not in between


def _words(statement: Statement, reading: Reading, starts: Sequence[int]) -> frozenset[str]:
    """Give the words of the sentences that a statement stands in, ``starts`` where the report's sentences begin."""
    begin, end = statement.content[0].start, statement.content[-1].end
    first = max(0, bisect_right(starts, begin) - 1)
    last = max(first + 1, bisect_left(starts, end))
    around = reading.sentences[first:last]
    text = reading.report.text[around[0].start : around[-1].end] if around else reading.report.text[begin:end]
    return frozenset(word.lower() for word in WORD.findall(text))


def _sharing(told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Give those of different houses that share a word and name the same things, or each other."""
    having: dict[str, list[int]] = defaultdict(list)
    for k, telling in enumerate(told):
        for word in telling.small:
            having[word].append(k)
    found = {
        (i, k)
        for members in having.values()
        if len(members) <= COMMONEST
        for at, k in enumerate(members)
        for i in members[:at]
        if told[i].who != told[k].who and (_same_things(told[i], told[k]) or _named(told[i], told[k]))
    }
    yield from ((told[i], told[k]) for i, k in sorted(found))


def _same_things(one: Telling, other: Telling) -> bool:
    """Say whether two statements name the same things, half of what the shorter one names at the least."""
    shared = len(one.nouns & other.nouns)
    fewest = min(len(one.nouns), len(other.nouns))
    return 2 * shared >= fewest and (shared >= LEAST_NOUNS or shared == fewest > 0)


def _named(one: Telling, other: Telling) -> bool:
    """Say whether one of two speakers is named where the other one speaks: he may answer in a word."""
    return bool(one.speaker & other.around) or bool(other.speaker & one.around)


def _nested(one: Telling, other: Telling) -> bool:
    same = one.statement.report == other.statement.report
    return same and any(a.meets(b) for a in one.statement.content for b in other.statement.content)
