"""To whom somebody belongs whom a report brings in by a possessive: *ihre Sprecherin Eva Lund*, *dessen Anwalt*.

The owner is who was named last before, a body or a person; of who leads something, a body alone; of a lawyer, a person
where one is named.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

from quellenlage.language import table
from quellenlage.model import Actor, Kind, Reading

BACK = 60
FAR = 250
POSSESSIVE = r"\b(?P<word>{words})\s+(?P<noun>[A-ZÄÖÜ][\w-]+)(?:\s|$)"


def owners(actors: Sequence[Actor], readings: Sequence[Reading]) -> dict[str, str]:
    """Give the owner of each actor who is brought in so, by actor id."""
    actor_of = {entity: actor for actor in actors for entity in actor.entities}
    found: dict[str, str] = {}
    for reading in readings:
        for actor, owner in (*_owned(reading, actor_of), *_named_beside(reading, actor_of)):
            found.setdefault(actor, owner)
    return found


def speakers(actors: Sequence[Actor], readings: Sequence[Reading]) -> dict[str, str]:
    """Give the body that the text has named last before somebody who is a speaker and nothing more, by actor id.

    *Die Seewacht warnt. Das Wasser steige, sagte Sprecherin Eva Lund.*
    """
    actor_of = {entity: actor for actor in actors for entity in actor.entities}
    found: dict[str, str] = {}
    for reading in readings:
        words = table(reading.report.language, "houses")["possessives"]["bare"]
        pattern = re.compile(rf"(?:^|\s)(?:{'|'.join(words)})\s+$")
        told = sorted((m.span, m.entity) for m in reading.mentions if m.entity in actor_of)
        places = [(span, actor_of[entity]) for span, entity in told]
        bodies = [(span, actor) for span, actor in places if actor.kind is Kind.ORGANISATION]
        starts = [span.start for span, _ in bodies]
        for span, actor in places:
            before = reading.report.text[max(0, span.start - BACK) : span.start]
            at = bisect_left(starts, span.start)
            near = at and span.start - starts[at - 1] <= FAR
            if actor.kind is Kind.PERSON and near and pattern.search(before):
                found.setdefault(actor.id, bodies[at - 1][1].id)
    return found


def _named_beside(reading: Reading, actor_of: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """Find who is named with his house as one source: *die Sprecherin der Nordwerft, Eva Lund*."""
    several = set(table(reading.report.language, "houses")["several"]["words"])
    for statement in reading.statements:
        actors = [actor_of[entity] for entity in statement.sources if entity in actor_of]
        bodies = [actor for actor in actors if actor.kind is Kind.ORGANISATION]
        said = " ".join(reading.report.quote(span) for span in statement.source).casefold().split()
        if len(statement.source) == 1 and len(bodies) == 1 and not several & set(said):
            yield from ((actor.id, bodies[0].id) for actor in actors if actor.kind is Kind.PERSON)


def _owned(reading: Reading, actor_of: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    words = table(reading.report.language, "houses")
    pattern = re.compile(POSSESSIVE.format(words="|".join(words["possessives"]["words"])), re.IGNORECASE)
    text = reading.report.text
    named = {entity.id for entity in reading.entities if entity.named}
    places = sorted((m.span, m.entity) for m in reading.mentions if m.entity in actor_of)
    told = [(span.start, actor_of[e]) for span, e in places if e in named and actor_of[e].kind is not Kind.PLACE]
    starts = [start for start, _ in told]
    for span, entity in places:
        actor = actor_of[entity]
        begin = max(text.rfind("\n", 0, span.start) + 1, span.start - BACK)
        match = next((m for m in pattern.finditer(text, begin, span.end) if m.end() >= span.start), None)
        kinds = _kinds(match["noun"].casefold(), words) if match and actor.kind is not Kind.PLACE else ()
        at = bisect_left(starts, match.start()) if match else 0
        before = [a for start, a in reversed(told[max(0, at - 4) : at]) if match and match.start() - start <= FAR]
        fitting = [a for a in before if a.kind in kinds and a.id != actor.id]
        fitting = [a for a in fitting if match and _agrees(a, match["word"].casefold(), reading.report.language)]
        if match and _defends(match["noun"].casefold(), words):
            fitting = _defended(fitting, words)
        owner = next(iter(fitting), None)
        if owner:
            yield actor.id, owner.id


def _agrees(owner: Actor, possessive: str, language: str) -> bool:
    """Say whether a possessive can be of somebody by gender: no woman has *sein Anwalt*."""
    if owner.kind is not Kind.PERSON:
        return True
    his = possessive in table(language, "houses")["possessives"]["his"]
    genders = import_module(f"quellenlage.language.{language}.naming").genders(
        (owner.name, *owner.aliases), owner.roles
    )
    return bool(genders != ({"f"} if his else {"m"}))


def _defends(noun: str, words: Mapping[str, Mapping[str, list[str]]]) -> bool:
    """Say whether somebody of this calling stands up for a person rather than for the paper that is named beside."""
    return noun.endswith(tuple(words["possessives"]["defend"]))


def _defended(owners: Sequence[Actor], words: Mapping[str, Mapping[str, list[str]]]) -> list[Actor]:
    """Give those whom a lawyer can stand up for, people first: *der Wirt*, but not the court and the police."""
    never = tuple(words["possessives"]["undefended"])
    called = ((owner, " ".join((owner.name, *owner.roles)).casefold().split()) for owner in owners)
    found = [owner for owner, names in called if not any(word.endswith(never) for word in names)]
    return sorted(found, key=lambda owner: owner.kind is not Kind.PERSON)


def _kinds(noun: str, words: Mapping[str, Mapping[str, list[str]]]) -> tuple[Kind, ...]:
    """Give what somebody of this calling can belong to; nothing where he speaks for nobody."""
    if noun.endswith(tuple(words["possessives"]["speak"])):
        return (Kind.ORGANISATION, Kind.PERSON, Kind.OFFICE)
    return (Kind.ORGANISATION,) if noun.endswith(tuple(words["possessives"]["lead"])) else ()
