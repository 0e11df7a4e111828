"""For which house an actor speaks: a body and its spokeswoman are one voice, a government's organs too.

A house is known by a word (*Polizei*), and where exactly one body of the story bears that word, by that body.
Countries that no list has are known by their adjective, where a place of the story has that name (*Torland*,
*torländisch*).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from importlib import import_module

from quellenlage.language import table
from quellenlage.linking.belonging import owners, speakers
from quellenlage.linking.callings import LEAST, NOUN, Known, Town, house_of, nouns, same_house, spoken_for, word_of
from quellenlage.model import Actor, Kind, Reading
from quellenlage.reading.names.spelling import fold

# A country's name and its adjective share their beginning but for these last letters: *Torland*, *torländ-isch*.
VARIES = 2
STATE = "state "
SEAT = "seat "
GOVERNMENT = "house government"
# So many characters before it a description may take up a place.
LOOK_BACK = 300


def find(actors: Sequence[Actor], readings: Sequence[Reading], states: Mapping[str, str]) -> dict[str, str]:
    """Give the key of the house each actor is or speaks for; those who speak for themselves are left out."""
    named = {entity.id for reading in readings for entity in reading.entities if entity.named}
    town = _town([actor for actor in actors if named & set(actor.entities)], readings)
    free = [actor for actor in actors if actor.id not in states]
    out = {actor.id: key for actor in free if (key := _state(actor, town))}
    lands = {key.removeprefix(STATE) for key in out.values() if key.startswith(STATE)} | _ruled(actors, town)
    town = replace(town, capitals={**dict(_meant_capitals(readings, lands, town)), **town.capitals})
    out = {actor.id: key for actor in free if (key := _state(actor, town) or _of_land(actor, lands, town))}
    told = _seated(out, town)
    seats = {key: told[actor] for actor, key in out.items()}
    out = told
    bodies = [actor for actor in free if actor.kind is Kind.ORGANISATION and actor.id not in out]
    short = _shortened(bodies, named)
    bearers = {word: {short.get(a, a) for a in ids} for word, ids in _bearers(bodies, named, town).items()}
    belongs, reports, spoken = owners(actors, readings), _reports(actors, readings), speakers(actors, readings)
    called = {same_house(word, town) for actor in bodies for word in nouns([actor.name])}
    for actor in bodies:
        if not named & set(actor.entities):
            words = nouns([actor.name])
            near = _near(actor, bodies, reports)
            out[actor.id] = house_of(words, bearers, town, near) or word_of(
                words[0] if words else actor.name.casefold(), town
            )
        else:
            out[actor.id] = actor.id
    out |= short
    firms = _firms(free, town)
    out |= firms
    if len(set(firms.values())) == 1:
        out |= {actor: next(iter(firms.values())) for actor, key in out.items() if key == word_of("unternehmen", town)}
    parts = _parts(bodies, named)
    for actor in free:
        whole = parts.get(actor.name.casefold(), set()) - {actor.id}
        if len(whole) == 1 and actor.kind is not Kind.PERSON:
            out[actor.id] = out[next(iter(whole))]
        elif actor.id not in out:
            owner = belongs.get(actor.id)
            key = states.get(owner, owner) if owner else None
            key = key or spoken_for(actor, named, Known(bearers, _near(actor, bodies, reports), called), town)
            key = key or out.get(spoken.get(actor.id, ""))
            if key:
                out[actor.id] = key
    for actor in free:
        key = next((k for k in (STATE + fold(actor.name), SEAT + fold(actor.name)) if k in seats), None)
        if key:
            out[actor.id] = seats[key]
    out = _through(_taken_up(_settled(out, free), free, reports, town), actors)
    out = _of_places(out, actors)
    return _governed(out, free, town)


def _of_places(found: dict[str, str], actors: Sequence[Actor]) -> dict[str, str]:
    """Give a house that is known by a word alone the one place of that name: *Generalsekretärin der Nordunion*."""
    places: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind is Kind.PLACE and actor.id not in found:
            places[f"house {actor.name.casefold()}"].add(actor.id)
    return {actor: next(iter(places[key])) if len(places.get(key, ())) == 1 else key for actor, key in found.items()}


def _governed(found: dict[str, str], actors: Sequence[Actor], town: Town) -> dict[str, str]:
    """Put ministries and the like together whose state is not told, and who leads them: they are one government."""
    ends, heads = tuple(town.words["government"]["bodies"]), tuple(town.words["government"]["heads"])
    name = {actor.id: fold(actor.name) for actor in actors if actor.kind is not Kind.PERSON}
    out = dict(found)
    for actor in actors:
        key = found.get(actor.id, "")
        told = actor.roles[:2] if actor.kind is Kind.PERSON else (actor.name,)
        roles = [word for word in map(fold, nouns(told)) if word in heads]
        called = (name.get(actor.id, ""), name.get(key, key), *roles)
        if not key.startswith((STATE, SEAT)) and any(word.endswith((*ends, *heads)) for word in called):
            out[actor.id] = GOVERNMENT
    return out


def _taken_up(
    found: dict[str, str], actors: Sequence[Actor], reports: Mapping[str, Set[str]], town: Town
) -> dict[str, str]:
    """Give a body that only takes up another (*die Behörde*) its key, where the report has just one of the kind."""
    bodies = [(a, word) for a in actors if a.kind is Kind.ORGANISATION and a.id in found for word in nouns([a.name])]
    out = dict(found)
    for actor in actors:
        house = found.get(actor.id, "").removeprefix("house ")
        ends = tuple(town.words["takes_up"].get(house, ()))
        forms = town.words["legal_forms"].get(house, ())
        near = [b for b, word in bodies if ends and (word.endswith(ends) or word in forms) and b.id != actor.id]
        keys = {found[b.id] for b in near if reports[b.id] & reports[actor.id]} - {found.get(actor.id)}
        if len(keys) == 1:
            out[actor.id] = next(iter(keys))
    return out


def _settled(found: dict[str, str], actors: Sequence[Actor]) -> dict[str, str]:
    """Give a house that is known by its word alone the key of the one body that is called so, such as its state's."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind is Kind.ORGANISATION and actor.id in found:
            for word in nouns([actor.name])[:1]:
                by_word[f"house {word}"].add(found[actor.id])
    own = {word: keys - {word} for word, keys in by_word.items()}
    return {a: next(iter(own[key])) if len(own.get(key, ())) == 1 else key for a, key in found.items()}


def _reports(actors: Sequence[Actor], readings: Sequence[Reading]) -> dict[str, set[str]]:
    """Give the reports that speak of each actor."""
    where = {entity.id: entity.report for reading in readings for entity in reading.entities}
    return {actor.id: {where[entity] for entity in actor.entities if entity in where} for actor in actors}


def _near(actor: Actor, bodies: Sequence[Actor], reports: Mapping[str, set[str]]) -> set[str]:
    """Give the bodies that a report names which speaks of an actor."""
    return {body.id for body in bodies if reports[body.id] & reports[actor.id]}


def _town(actors: Sequence[Actor], readings: Sequence[Reading]) -> Town:
    language = readings[0].report.language if readings else "de"
    words = table(language, "houses")
    endings = (*table(language, "affiliation")["official"]["endings"], *words["officials"]["endings"])
    names = [actor for actor in actors if actor.name.isalpha() and len(actor.name) > LEAST]
    countries = frozenset(fold(actor.name) for actor in names)
    places = frozenset(fold(actor.name) for actor in names if actor.kind is Kind.PLACE)
    capitals = dict(_capitals(words["capital"]["patterns"], readings, countries))
    grammar = import_module(f"quellenlage.language.{language}.offices")
    return Town(words, endings, countries, places, capitals, grammar)


def _capitals(patterns: Sequence[str], readings: Sequence[Reading], countries: Set[str]) -> Iterator[tuple[str, str]]:
    """Read out of the texts which town is which country's capital."""
    for pattern in patterns:
        for match in (match for reading in readings for match in re.finditer(pattern, reading.report.text)):
            land = match["country"]
            key = STATE + fold(land) if fold(land) in countries else _country(land, countries)
            if key:
                yield fold(match["town"]), key


def _meant_capitals(readings: Sequence[Reading], lands: Set[str], town: Town) -> Iterator[tuple[str, str]]:
    """Give the towns that a description takes up: *Er reist nach Nordhafen. In der torischen Hauptstadt wartet sie*.

    It takes up the place named last before it; where it would take up several, it tells nothing.
    """
    towns: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        text = reading.report.text
        for match in re.finditer(town.words["capital"]["alone"], text):
            land = _country(match["country"], town.countries)
            before = map(fold, NOUN.findall(text[max(0, match.start() - LOOK_BACK) : match.start()]))
            near = [name for name in before if name in town.places and name not in lands]
            if land and near:
                towns[land].add(near[-1])
    known = set(town.capitals.values())
    yield from ((next(iter(found)), land) for land, found in towns.items() if len(found) == 1 and land not in known)


def _country(adjective: str, countries: Set[str]) -> str | None:
    """Give the key of the country an adjective is made of: the place whose name begins as it does."""
    stem = re.sub(r"isch(?:e[nrsm]?)?$", "", fold(adjective))
    if len(stem) < LEAST or stem == fold(adjective):
        return None
    found = [name for name in countries if name.startswith(stem) or (stem.startswith(name[:-VARIES]) and len(name) > 5)]
    return STATE + min(found) if found else None


def _state(actor: Actor, town: Town) -> str | None:
    """Give the country an actor is, or is an organ of, where no list knows it: by most of what it is called."""
    if fold(actor.name) in town.capitals:
        return town.capitals[fold(actor.name)]
    votes: dict[str, int] = defaultdict(int)
    for text in (actor.name, *actor.aliases, *actor.roles):
        words = NOUN.findall(text)
        official = any(word[:1].isupper() and fold(word).endswith(_folded(town.officials)) for word in words)
        for n, word in enumerate(words if official else ()):
            if word[:1].islower() and not _is_official(words[n + 1 :], town):
                continue
            key = _country(word, town.countries) if word[:1].islower() else _seat(word, actor, town)
            if key:
                votes[key] += 1
    return min(votes, key=lambda key: (-votes[key], key)) if votes else None


def _is_official(words: Sequence[str], town: Town) -> bool:
    """Say whether the noun behind an adjective is an organ of a country, as in *Präsident des torischen Senats*."""
    noun = next((fold(word) for word in words if word[:1].isupper()), "")
    return noun.endswith(_folded(town.officials)) or noun.removesuffix("s").endswith(_folded(town.officials))


def _ruled(actors: Sequence[Actor], town: Town) -> set[str]:
    """Give the places that have a government: *die Regierung von Torland*."""
    bodies = tuple(town.words["government"]["rules"])
    texts = [NOUN.findall(text) for actor in actors for text in (actor.name, *actor.aliases)]
    pairs = ((words[n], words[n + 2]) for words in texts for n in range(len(words) - 2) if words[n + 1] == "von")
    return {fold(land) for body, land in pairs if fold(body) in bodies and fold(land) in town.places}


def _of_land(actor: Actor, lands: Set[str], town: Town) -> str | None:
    """Give the country whose office somebody holds: *Torlands Präsidentin*, *Außenminister von Torland*."""
    for words in map(NOUN.findall, actor.roles if actor.kind is Kind.PERSON else ()):
        official = any(fold(word).endswith(_folded(town.officials)) for word in words)
        for n, word in enumerate(words if official else ()):
            name = fold(word) if n and words[n - 1] == "von" else fold(word).removesuffix("s") if n == 0 else ""
            if name in lands:
                return STATE + name
    return None


def _seated(found: dict[str, str], town: Town) -> dict[str, str]:
    """Take the one seat whose country is not told for that of the one country whose seat is not told."""
    countries = {key for key in found.values() if key.startswith(STATE)}
    found = {
        a: STATE + k.removeprefix(SEAT) if STATE + k.removeprefix(SEAT) in countries else k for a, k in found.items()
    }
    keys = set(found.values())
    seats = {key for key in keys if key.startswith(SEAT)}
    countries = {key for key in keys if key.startswith(STATE)} - set(town.capitals.values())
    if len(seats) != 1 or len(countries) != 1:
        return found
    (seat,), (country,) = seats, countries
    return {actor: country if key == seat else key for actor, key in found.items()}


def _seat(word: str, actor: Actor, town: Town) -> str | None:
    """Give the key of the place that a description names: *das Präsidialamt in Nordhafen*."""
    name = fold(word) if fold(word) in town.places else fold(word).removesuffix("s")
    if name not in town.places or actor.kind is Kind.PERSON or name == fold(actor.name):
        return None
    return town.capitals.get(name, SEAT + name)


def _folded(endings: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(ending) for ending in endings)


def _bearers(bodies: Sequence[Actor], named: Set[str], town: Town) -> dict[str, set[str]]:
    """Give the named bodies of the story by the words they are called; its only club is *der Verein*."""
    found: dict[str, set[str]] = defaultdict(set)
    initials = set(town.words["clubs"]["initials"])
    clubs = {actor.id for actor in bodies if actor.name.split()[:1] and actor.name.split()[0].casefold() in initials}
    for actor in bodies:
        if named & set(actor.entities):
            words = nouns([actor.name, *actor.aliases, *actor.roles])
            for word in [*words, *(town.words["clubs"]["nouns"] if clubs == {actor.id} else ())]:
                found[same_house(word, town)].add(actor.id)
                found[word].add(actor.id)
    return found


def _parts(bodies: Sequence[Actor], named: Set[str]) -> dict[str, set[str]]:
    """Give the named bodies by the parts of their names that a hyphen joins: *Nordsee* of *Nordsee-Werft*."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in bodies:
        for word in actor.name.split() if named & set(actor.entities) else ():
            for part in word.split("-")[:-1]:
                found[part.casefold()].add(actor.id)
    return found


def _firms(actors: Sequence[Actor], town: Town) -> dict[str, str]:
    """Give a firm that is called by what it is and its name (*Reederei Nordstern*) the house of the name alone."""
    by_name = {fold(actor.name): actor.id for actor in actors if actor.kind is not Kind.PERSON}
    ends = tuple(town.words["firms"]["nouns"])
    found: dict[str, str] = {}
    for actor in actors:
        first, _, rest = actor.name.partition(" ")
        whole = by_name.get(fold(rest)) if rest and first.casefold().endswith(ends) else None
        if whole and whole != actor.id and actor.kind is Kind.ORGANISATION:
            found |= {actor.id: whole, whole: whole}
    return found


def _shortened(bodies: Sequence[Actor], named: Set[str]) -> dict[str, str]:
    """Give a body that is called by the first word of another's name its house: *Nordwerk*, *Nordwerk Hafenbau*."""
    bodies = [actor for actor in bodies if named & set(actor.entities)]
    short = {fold(actor.name): actor.id for actor in bodies if " " not in actor.name}
    longer: dict[str, list[str]] = defaultdict(list)
    for actor in bodies:
        first, _, rest = actor.name.partition(" ")
        if rest and fold(first) in short:
            longer[fold(first)].append(actor.id)
    return {short[name]: whole[0] for name, whole in longer.items() if len(whole) == 1}


def _through(found: dict[str, str], actors: Sequence[Actor]) -> dict[str, str]:
    """Follow a house to its own: the spokesman of a ministry speaks for the ministry's country."""
    keys = dict(found)
    for actor in actors:
        seen = {actor.id}
        while actor.id in keys and keys[actor.id] in found and keys[actor.id] not in seen:
            seen.add(keys[actor.id])
            keys[actor.id] = found[keys[actor.id]]
    return keys
