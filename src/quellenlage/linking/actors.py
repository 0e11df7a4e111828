"""Actors: the entities of several reports that are one person, body or place.

Keys are compared, never pairs: full names by their transliteration, countries by code, bodies by name and acronym.
A surname, a slip in an acronym and an office without a name join only what is single in the story.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from quellenlage.language.naming import Office
from quellenlage.linking.groups import Groups
from quellenlage.linking.slips import slips
from quellenlage.model import Actor, Entity, Kind, Reading, content_id
from quellenlage.reading.names.persons import same_office, surnames
from quellenlage.reading.names.spelling import fold, sound

ACRONYM = re.compile(r"[A-ZÄÖÜ]{4,8}")


@dataclass(frozen=True, slots=True)
class _Row:
    """An entity with where it stands and what its language's grammar says of it."""

    entity: Entity
    grammar: Any
    places: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.entity.name, *self.entity.aliases)

    def offices(self) -> list[Office]:
        found = (self.grammar.office(role) for role in (*self.entity.roles, *(() if self.entity.named else self.names)))
        return [office for office in found if office]


def join(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """Give the actors of a story, those of most reports first; the order of ``readings`` does not matter."""
    rows = _rows(sorted(readings, key=lambda r: r.report.id))
    groups: Groups[str] = Groups()
    own: dict[str, str] = {}
    for row in rows:
        keys = _keys(row)
        own[row.entity.id] = keys[0]
        for key in keys:
            groups.join(keys[0], key)
    _join_surnames(rows, groups, own)
    _join_offices(rows, groups, own)
    _join_slips(rows, groups)
    members: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        members[groups.find(own[row.entity.id])].append(row)
    names = Counter(_name(found) for found in members.values())
    actors = [_actor(key if names[_name(found)] > 1 else None, found) for key, found in members.items()]
    return tuple(sorted(actors, key=lambda a: (-len(a.entities), a.kind, a.name, a.id)))


def _rows(readings: Iterable[Reading]) -> list[_Row]:
    out = []
    for reading in readings:
        grammar = import_module(f"quellenlage.language.{reading.report.language}.naming")
        named = frozenset(fold(e.name) for e in reading.entities if e.named and e.kind is not Kind.PERSON)
        out += [_Row(entity, grammar, named) for entity in reading.entities]
    return out


def _keys(row: _Row) -> list[str]:
    """Give the keys by which an entity meets others; one of its own where it may meet nobody by name."""
    entity, alone = row.entity, f"= {row.entity.id}"
    if not entity.named:
        return _keys_of_description(row) or [alone]
    if entity.kind is Kind.PLACE:
        code = next((code for name in row.names if (code := row.grammar.state(name))), None)
        return [f"state {code}"] if code else [f"place {fold(entity.name)}"]
    if entity.kind is Kind.PERSON:
        return [f"person {sound(name)}" for name in row.names if len(name.split()) > 1] or [alone]
    if entity.kind is Kind.ORGANISATION:
        code = row.grammar.state(entity.name, acting=True)
        return [f"state {code}"] if code else [f"body {fold(row.grammar.same_body(name))}" for name in row.names]
    return [alone]


def _keys_of_description(row: _Row) -> list[str]:
    """Give a key to a country's body, and to a body that a place's name makes single: *Staatsanwaltschaft Neustadt*."""
    entity = row.entity
    if entity.kind is Kind.PLACE and (code := row.grammar.state(entity.name)):
        return [f"state {code}"]
    if entity.kind is not Kind.ORGANISATION:
        return []
    office = row.grammar.office(entity.name)
    if office and office.state:
        return [f"office {office.title} {office.state}"]
    last = entity.name.rsplit(" ", 1)
    return [f"description {fold(entity.name)}"] if len(last) > 1 and fold(last[1]) in row.places else []


def _join_surnames(rows: list[_Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join names of one word with the one full name that has it; where there is none, with each other."""
    bearers: dict[str, set[str]] = defaultdict(set)
    offices: dict[str, set[Office]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        root = groups.find(own[row.entity.id])
        offices[root] |= set(row.offices())
        if row.entity.named and row.entity.kind is Kind.PERSON and len(row.entity.name.split()) > 1:
            for part in surnames(tuple(row.entity.name.split())):
                bearers[sound(part)].add(root)
        elif row.entity.named and row.entity.kind in {Kind.PLACE, Kind.ORGANISATION}:
            others[fold(row.entity.name)].add(root)
    for row in rows:
        if row.entity.named and len(row.entity.name.split()) == 1 and own[row.entity.id].startswith("= "):
            target = _bearer(row, bearers.get(sound(row.entity.name), set()), offices) or _other(row, others)
            if target or not bearers.get(sound(row.entity.name)):
                groups.join(own[row.entity.id], target or f"person {sound(row.entity.name)}")


def _bearer(row: _Row, candidates: set[str], offices: dict[str, set[Office]]) -> str | None:
    if len(candidates) == 1:
        return next(iter(candidates))
    mine = row.offices()
    fitting = [c for c in sorted(candidates) if any(same_office(a, b) for a in mine for b in offices[c])]
    return fitting[0] if len(fitting) == 1 else None


def _other(row: _Row, others: dict[str, set[str]]) -> str | None:
    """Find the place or body of the same name for a name whose kind is not known."""
    found = others.get(fold(row.entity.name), set()) if row.entity.kind is Kind.UNKNOWN else set()
    return next(iter(found)) if len(found) == 1 else None


def _join_offices(rows: list[_Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join an office without a name with the one person of the story who holds it, or with the same office."""
    holders: dict[Office, set[str]] = defaultdict(set)
    for row in rows:
        if row.entity.named and row.entity.kind is Kind.PERSON:
            for office in row.offices():
                holders[office].add(own[row.entity.id])
    for row in rows:
        if row.entity.named or row.entity.kind is not Kind.OFFICE:
            continue
        office = row.grammar.office(row.entity.name)
        if office is None or not (row.grammar.single(office) or row.grammar.specific(office)):
            continue
        found = {groups.find(key) for key in holders.get(office, ())}
        if len(found) == 1 or (not found and row.grammar.single(office)):
            groups.join(own[row.entity.id], next(iter(found), f"office {office.title} {office.state}"))


def _join_slips(rows: list[_Row], groups: Groups[str]) -> None:
    """Join an acronym with the one it is a slip of."""
    reports: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.entity.named and row.entity.kind is Kind.ORGANISATION:
            for name in filter(ACRONYM.fullmatch, row.names):
                reports[name].add(row.entity.report)
                titles[name] |= {office.title for office in row.offices()}
    for wrong, right in slips(reports, titles):
        groups.join(f"body {fold(wrong)}", f"body {fold(right)}")


def _name(rows: list[_Row]) -> tuple[Kind, str]:
    """Give kind and name of an actor: the fullest name of a person, else the most frequent, spelled out, the first."""
    named = [row for row in rows if row.entity.named] or rows
    kind = _kind(named)
    counts = Counter(row.entity.name for row in named)
    full = kind is Kind.PERSON
    spelled = {row.entity.name for row in named if row.entity.aliases and kind is Kind.ORGANISATION}
    return kind, min(counts, key=lambda n: (-len(fold(n).split()) if full else 0, -counts[n], n not in spelled, n))


def _actor(key: str | None, rows: list[_Row]) -> Actor:
    """Make the actor; ``key`` goes into its id where another actor has its kind and name."""
    kind, name = _name(rows)
    aliases = dict.fromkeys(n for row in rows for n in row.names if n != name)
    roles = dict.fromkeys(role for row in rows for role in row.entity.roles if role != name)
    ids = tuple(row.entity.id for row in rows)
    made = content_id("a", kind, name) if key is None else content_id("a", kind, name, key)
    return Actor(id=made, name=name, kind=kind, aliases=tuple(aliases), roles=tuple(roles), entities=ids)


def _kind(rows: list[_Row]) -> Kind:
    kinds = Counter(row.entity.kind for row in rows if row.entity.kind is not Kind.UNKNOWN)
    return min(kinds, key=lambda k: (-kinds[k], k)) if kinds else Kind.UNKNOWN
