"""What people decided on actors and events, put over what was linked: the last word on two things holds.

A decision remembers the places its two sides stood in, not their ids, which change as a story grows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quellenlage.model import Actor, EventLink, Links, Mention, Span, content_id
from quellenlage.store.records import Decision, Place, Side, Subject, Verdict

REASON = "a person's decision"


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Give the decisions that nobody took back, in the order they were made; an undo can itself be undone."""
    undone: set[str] = set()
    for decision in reversed(decisions):
        if decision.verdict is Verdict.UNDO and decision.id not in undone and decision.undoes:
            undone.add(decision.undoes)
    return [d for d in decisions if d.verdict is not Verdict.UNDO and d.id not in undone]


def decided(links: Links, decisions: Sequence[Decision]) -> Links:
    """Give the links as people want them: what they joined is one, what they parted is two."""
    for decision in in_force(decisions):
        change = _actors if decision.subject is Subject.ACTOR else _events
        links = change(links, decision)
    return links


def side_of_actor(links: Links, actor: Actor, reports: Iterable[str] = ()) -> Side:
    """Describe an actor, or the part of it that stands in ``reports``, so that it is found again."""
    inside, entities = set(reports), set(actor.entities)
    found = [m for r in links.readings for m in r.mentions if m.entity in entities]
    places = [_place(m) for m in found if not inside or m.report in inside]
    return Side(id=actor.id, name=actor.name, places=tuple(places))


def side_of_event(links: Links, event_id: str, reports: Iterable[str] = ()) -> Side | None:
    """Describe an event by its mentions, or by those in ``reports``; ``None`` where there is no such event."""
    inside = set(reports)
    mentions = {m.id: m for r in links.readings for m in r.events}
    for group in links.events:
        if content_id("e", *sorted(group)) == event_id:
            kept = [mentions[id_] for id_ in group if not inside or mentions[id_].report in inside]
            places = tuple(Place(report=m.report, span=m.span) for m in kept)
            return Side(id=event_id, name=mentions[group[0]].lemma, places=places)
    return None


def _place(mention: Mention) -> Place:
    return Place(report=mention.report, span=mention.span)


def _entities(links: Links, side: Side) -> set[str]:
    """Give the entities that stand in a side's places now."""
    wanted = set(_keys(side))
    return {m.entity for r in links.readings for m in r.mentions if (m.report, m.span) in wanted}


def _keys(side: Side) -> Iterator[tuple[str, Span]]:
    yield from ((place.report, place.span) for place in side.places)


def _actors(links: Links, decision: Decision) -> Links:
    """Join or part actors. Entities that came since stay with the actor they were joined to."""
    a, b = _entities(links, decision.a), _entities(links, decision.b)
    if decision.verdict is Verdict.SAME:
        met = [actor for actor in links.actors if (a | b) & set(actor.entities)]
        return _with_actors(links, met, [_joined(met)]) if len(met) > 1 else links
    for actor in links.actors:
        own = set(actor.entities)
        part = own & (a - b)
        if part and own & (b - a):
            links = _with_actors(links, [actor], _parted(links, actor, part, decision))
    return links


def _joined(actors: Sequence[Actor]) -> Actor:
    """Make one actor of several; it is called as the first."""
    first = actors[0]
    names = dict.fromkeys(name for actor in actors for name in (actor.name, *actor.aliases) if name != first.name)
    roles = dict.fromkeys(role for actor in actors for role in actor.roles)
    entities = dict.fromkeys(entity for actor in actors for entity in actor.entities)
    return replace(first, aliases=tuple(names), roles=tuple(roles), entities=tuple(entities))


def _parted(links: Links, actor: Actor, part: set[str], decision: Decision) -> list[Actor]:
    """Make two actors of one: what stood in the decision's first side, and the rest."""
    known = {entity.id: entity for reading in links.readings for entity in reading.entities}
    out = []
    for number, ids in enumerate((tuple(e for e in actor.entities if e not in part), tuple(sorted(part)))):
        own = [known[id_] for id_ in ids if id_ in known]
        names = [name for entity in own for name in (entity.name, *entity.aliases)]
        name = actor.name if actor.name in names or not names else max(names, key=lambda n: (len(n.split()), n))
        id_ = content_id("a", actor.kind, name, decision.id) if number else actor.id
        aliases = tuple(dict.fromkeys(other for other in names if other != name))
        roles = tuple(dict.fromkeys(role for entity in own for role in entity.roles if role != name))
        out.append(Actor(id=id_, name=name, kind=actor.kind, aliases=aliases, roles=roles, entities=ids))
    return out


def _with_actors(links: Links, old: Sequence[Actor], new: Sequence[Actor]) -> Links:
    """Put actors in the place of others; the state or house that one spoke for, each of the new ones speaks for."""
    gone = {actor.id for actor in old}
    at = next(n for n, actor in enumerate(links.actors) if actor.id in gone)
    kept = [actor for actor in links.actors if actor.id not in gone]
    actors = (*kept[:at], *new, *kept[at:])
    return replace(
        links,
        actors=actors,
        states=_handed_on(links.states, old, new),
        houses=_handed_on(links.houses, old, new),
    )


def _handed_on(speaks_for: Mapping[str, str], old: Sequence[Actor], new: Sequence[Actor]) -> dict[str, str]:
    gone = {actor.id for actor in old}
    kept = {actor: value for actor, value in speaks_for.items() if actor not in gone}
    found = next((speaks_for[actor.id] for actor in old if actor.id in speaks_for), None)
    return kept | ({actor.id: found for actor in new} if found else {})


def _events(links: Links, decision: Decision) -> Links:
    """Join or part events by the mentions that stand in the decision's places."""
    a, b = (set(_mentions(links, side)) for side in (decision.a, decision.b))
    if decision.verdict is Verdict.SAME:
        met = [group for group in links.events if (a | b) & set(group)]
        return _with_events(links, met, [sum(met, ())]) if len(met) > 1 else links
    for group in links.events:
        part = tuple(id_ for id_ in group if id_ in a - b)
        if part and (b - a) & set(group):
            links = _with_events(links, [group], [tuple(id_ for id_ in group if id_ not in part), part])
    return links


def _mentions(links: Links, side: Side) -> Iterator[str]:
    wanted = set(_keys(side))
    yield from (m.id for r in links.readings for m in r.events if (m.report, m.span) in wanted)


def _with_events(links: Links, old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Links:
    order = {m.id: n for n, m in enumerate(m for r in links.readings for m in r.events)}
    made = [tuple(sorted(group, key=order.__getitem__)) for group in new]
    groups = sorted((*(g for g in links.events if g not in old), *made), key=lambda g: order[g[0]])
    joined = [EventLink(a=one[0], b=made[0][0], reason=REASON, score=1.0) for one in old if one[0] != made[0][0]]
    inside = {id_: n for n, group in enumerate(groups) for id_ in group}
    kept = [link for link in links.event_links if inside.get(link.a) == inside.get(link.b)]
    return replace(links, events=tuple(groups), event_links=(*kept, *joined))
