"""Actors: the entities of several reports that are one person, body or place.

Keys are compared, never pairs: full names by their transliteration, countries by code, bodies by name and acronym.
A surname, a slip in an acronym and an office without a name join only what is single in the story.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from quellenlage.language import table
from quellenlage.language.naming import Office
from quellenlage.linking import entities
from quellenlage.linking.entities import Row
from quellenlage.linking.groups import Groups
from quellenlage.linking.offices import join_ages, join_bodies, join_offices
from quellenlage.linking.slips import misspelt, slips
from quellenlage.linking.surnames import INITIAL, join_by_report, join_initials, join_surnames
from quellenlage.model import Actor, Kind, Reading, content_id
from quellenlage.reading.names.spelling import fold, sound

ACRONYM = re.compile(r"[A-ZÄÖÜ]{4,8}")


def join(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """Give the actors of a story, those of most reports first; the order of ``readings`` does not matter."""
    rows = entities.rows(sorted(readings, key=lambda r: r.report.id))
    groups: Groups[str] = Groups()
    own: dict[str, str] = {}
    for row in rows:
        keys = _keys(row)
        own[row.entity.id] = keys[0]
        for key in keys:
            groups.join(keys[0], key)
    _join_genitives(rows, groups)
    _join_misspelt(rows, groups)
    join_surnames(rows, groups, own)
    join_offices(rows, groups, own)
    join_bodies(rows, groups, own)
    join_by_report(rows, groups, own)
    join_ages(rows, groups, own)
    join_initials(rows, groups, own)
    for language in {reading.report.language for reading in readings}:
        _join_firms(rows, groups, own, frozenset(table(language, "houses")["firms"]["nouns"]))
    _join_slips(rows, groups)
    members: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        members[groups.find(own[row.entity.id])].append(row)
    names = Counter(_name(found) for found in members.values())
    actors = [_actor(key if names[_name(found)] > 1 else None, found) for key, found in members.items()]
    return tuple(sorted(actors, key=lambda a: (-len(a.entities), a.kind, a.name, a.id)))


def _keys(row: Row) -> list[str]:
    """Give the keys by which an entity meets others; one of its own where it may meet nobody by name."""
    entity, alone = row.entity, f"= {row.entity.id}"
    if row.anybody:
        return [alone]
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


def _keys_of_description(row: Row) -> list[str]:
    """Give a key to a country's body, and to a body that a place's name makes single: *Staatsanwaltschaft Neustadt*."""
    entity = row.entity
    if entity.kind is Kind.PLACE and (code := row.grammar.state(entity.name)):
        return [f"state {code}"]
    if entity.kind is not Kind.ORGANISATION:
        return []
    office = row.offices[0] if row.offices else None
    if office and office.state:
        return [f"office {office.title} {office.state}"]
    return [f"description {fold(entity.name)}"] if row.grammar.tells(entity.name, row.places) else []


def _join_genitives(rows: list[Row], groups: Groups[str]) -> None:
    """Join a place's genitive with the place, where a report gives nothing but the genitive: *Altdorfs*, *Altdorf*."""
    places = {fold(row.entity.name) for row in rows if row.entity.named and row.entity.kind is Kind.PLACE}
    for place in places:
        if place.endswith("s") and place[:-1] in places:
            groups.join(f"place {place}", f"place {place[:-1]}")


def _join_firms(rows: list[Row], groups: Groups[str], own: dict[str, str], words: frozenset[str]) -> None:
    """Join a firm's name of one word with the same word in reports that do not say whose name it is.

    A report says so by an office or a description, the lists by knowing the place, a full name by having it as a part.
    """
    named = [row for row in rows if row.entity.named and " " not in row.entity.name]
    parts = {fold(part) for row in rows if row.is_person and not row.is_short for part in row.entity.name.split()}
    firms = {fold(row.entity.name): own[row.entity.id] for row in named if _is_firm(row, words)}
    for row in named:
        word = fold(row.entity.name)
        untold = row.entity.kind is not Kind.ORGANISATION and not row.entity.roles
        if untold and word in firms and word not in parts and row.grammar.state(row.entity.name) is None:
            groups.join(own[row.entity.id], firms[word])


def _is_firm(row: Row, words: frozenset[str]) -> bool:
    """Say whether a report calls a body by one of these words for a firm."""
    roles = [role.casefold().rsplit(maxsplit=1)[-1] for role in row.entity.roles if role.strip()]
    return row.entity.kind is Kind.ORGANISATION and any(role.endswith(tuple(words)) for role in roles)


def _join_slips(rows: list[Row], groups: Groups[str]) -> None:
    """Join an acronym with the one it is a slip of."""
    reports: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.entity.named and row.entity.kind is Kind.ORGANISATION:
            for name in filter(ACRONYM.fullmatch, row.names):
                reports[name].add(row.entity.report)
                titles[name] |= {office.title for office in row.offices}
    for wrong, right in slips(reports, titles):
        groups.join(f"body {fold(wrong)}", f"body {fold(right)}")


def _join_misspelt(rows: list[Row], groups: Groups[str]) -> None:
    """Join a full name with the one it is a slip of, where both hold one office that is a single person's."""
    reports: dict[str, set[str]] = defaultdict(set)
    offices: dict[str, set[Office]] = defaultdict(set)
    for row in rows:
        if row.is_person and not row.is_short:
            reports[sound(row.entity.name)].add(row.report)
            posts = {office for office in row.offices if row.grammar.single(office) or row.grammar.specific(office)}
            offices[sound(row.entity.name)] |= posts
    for wrong, right in misspelt(reports, offices):
        groups.join(f"person {wrong}", f"person {right}")


def _name(rows: list[Row]) -> tuple[Kind, str]:
    """Give kind and name of an actor: of a person, and where there is no name, the fullest, else the most frequent."""
    named = [row for row in rows if row.entity.named] or rows
    kind = _kind(named)
    counts = Counter(row.entity.name for row in named)
    full = kind is Kind.PERSON or not named[0].entity.named
    spelled = {row.entity.name for row in named if row.entity.aliases and kind is Kind.ORGANISATION}
    words = {n: 0 if not full else 1 if INITIAL.fullmatch(n) else len(fold(n).split()) for n in counts}
    return kind, min(counts, key=lambda n: (-words[n], -counts[n], n not in spelled, n))


def _actor(key: str | None, rows: list[Row]) -> Actor:
    """Make the actor; ``key`` goes into its id where another actor has its kind and name."""
    kind, name = _name(rows)
    aliases = dict.fromkeys(n for row in rows for n in row.names if n != name)
    roles = dict.fromkeys(role for row in rows for role in row.entity.roles if role != name)
    ids = tuple(row.entity.id for row in rows)
    made = content_id("a", kind, name) if key is None else content_id("a", kind, name, key)
    return Actor(id=made, name=name, kind=kind, aliases=tuple(aliases), roles=tuple(roles), entities=ids)


def _kind(rows: list[Row]) -> Kind:
    kinds = Counter(row.entity.kind for row in rows if row.entity.kind is not Kind.UNKNOWN)
    return min(kinds, key=lambda k: (-kinds[k], k)) if kinds else Kind.UNKNOWN
