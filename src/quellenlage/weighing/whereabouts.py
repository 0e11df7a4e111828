"""Where a statement says that something was: local phrases by preposition and case (*im Keller*, *bei Altmoos*)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quellenlage.language import table
from quellenlage.model import Span, Statement
from quellenlage.weighing.casebook import Casebook

SHORTEST = 3
# So many words before a name hold the preposition.
LEAD = 4
WORDS, PUNCTUATION = re.compile(r"\w+"), re.compile(r"[,;:.!?–()„“]")


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase that says where; ``noun`` is its head, ``name`` says that it is a bare name, ``against`` that it is not.

    What is put in the place of one that is not meant (*nicht am Hafen, sondern auf dem Markt*) is ``instead``.
    """

    span: Span
    preposition: str
    noun: str
    name: bool
    against: bool = False
    instead: bool = False

    def same(self, other: "Place") -> bool:
        """Say whether two phrases have the same head, in any case."""
        short, long = sorted((self.noun, other.noun), key=len)
        return long.startswith(short[: max(SHORTEST, len(short) - 2)])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Find a preposition, an article of the dative, up to two adjectives and a noun; or a preposition and a name."""
    words = table(language, "telling")["where"]
    prepositions = "|".join(words["prepositions"])
    articles, bare = "|".join(words["articles"]), "|".join(words["bare"])
    noun = r"[A-ZÄÖÜ][\w-]{2,40}"
    with_article = rf"(?i:am|beim|im)|(?i:{prepositions}) (?:{articles})"
    adjectives = r"(?:[a-zäöüß]{2,30}(?:en|em|er) ){0,2}"
    return re.compile(rf"\b(?:(?:{with_article}) {adjectives}|(?P<bare>(?i:{bare})) )(?P<noun>{noun})")


def of(statement: Statement, book: Casebook) -> list[Place]:
    """Give the places of a statement in order; what hangs on one (*am Kai in Altmoos*) is part of it."""
    found: list[Place] = []
    reach = -1
    for place in _phrases(statement, book):
        if place.span.start > reach + 1:
            found.append(place)
        reach = place.span.end
    return found


def _phrases(statement: Statement, book: Casebook) -> Iterator[Place]:
    report = book.reports[statement.report]
    words = table(report.language, "telling")
    for content in statement.content:
        for match in _pattern(report.language).finditer(report.text, content.start, content.end):
            span = Span(match.start("noun"), match.end("noun"))
            if book.in_time(report.id, span) or not _is_place(span, match.group("noun"), statement, book):
                continue
            lead = report.text[content.start : match.start()].split()[-1:]
            yield Place(
                span=Span(*match.span()),
                preposition=match.group().split(" ", 1)[0].lower(),
                noun=match.group("noun").casefold(),
                name=match.group("bare") is not None,
                against=lead != [] and lead[0].lower() == words["elsewhere"]["not"],
                instead=lead != [] and lead[0] == words["elsewhere"]["but"],
            )


def _is_place(span: Span, noun: str, statement: Statement, book: Casebook) -> bool:
    """Say whether a noun can be a place: it names nobody, no event, no deed and nothing that is only thought."""
    words = table(book.reports[statement.report].language, "telling")["where"]
    place = noun.casefold().endswith(tuple(words["places"]))
    if not place and noun.casefold().endswith((*words["endings"], *words["nouns"])):
        return False
    report = statement.report
    return not any(one.meets(span) for one in (*book.parties.get(report, ()), *book.triggers.get(report, ())))


def says_where(place: Span, statement: Statement, book: Casebook) -> bool:
    """Say whether a name of a place stands behind a preposition (*bei dem Dorf Altmoos*) and in nobody who speaks."""
    report = book.reports[statement.report]
    words = table(report.language, "telling")["where"]
    begin = max([span.start for span in statement.content if span.covers(place)], default=place.start)
    lead = WORDS.findall(PUNCTUATION.split(report.text[begin : place.start])[-1].casefold())[-LEAD:]
    there = {*words["prepositions"], *words["bare"], *words["onward"]}
    return not there.isdisjoint(lead) and not any(span.meets(place) for span in statement.source)


def apart(one: Sequence[Place], other: Sequence[Place], *, against: bool) -> tuple[Place, Place] | None:
    """Give the two places that exclude each other: one instead of the other's, or one each where set ``against``."""
    for mine, theirs, swapped in ((one, other, False), (other, one, True)):
        found = _instead_of(mine, theirs)
        if found:
            return found[::-1] if swapped else found
    meant = [[place for place in places if not place.against] for places in (one, other)]
    if not against or any(len(places) != 1 for places in meant):
        return None
    a, b = meant[0][0], meant[1][0]
    return None if a.same(b) or a.noun in b.noun or b.noun in a.noun else (a, b)


def _instead_of(said: Sequence[Place], denying: Sequence[Place]) -> tuple[Place, Place] | None:
    for no, yes in pairwise(denying):
        meant = next((place for place in said if place.same(no) and not place.against), None)
        if no.against and yes.instead and meant:
            return meant, yes
    return None


def names(one: Place, other: Place) -> bool:
    """Say whether two bare names stand behind one preposition, so that neither is a part of the other."""
    return one.name and other.name and one.preposition == other.preposition
